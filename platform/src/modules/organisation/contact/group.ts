import type { Answer } from "./contract.ts";
import type { Place } from "./places.server.ts";

export type PlaceAnswer = { readonly place: Place; readonly answer: Answer };

/** The same answer for one place or several, the place that fits best first. */
export type SharedAnswer = { readonly places: readonly [Place, ...Place[]]; readonly answer: Answer };

/**
 * Answers with each person once: places of one organisation where the same person, post box or administrator answers
 * stand together, where the first of them stood. Places where nobody answers stay apart.
 */
export function groupAnswers(answers: readonly PlaceAnswer[]): readonly SharedAnswer[] {
	const groups = new Map<string, SharedAnswer>();
	for (const { place, answer } of answers) {
		const key = `${place.organisationId} ${whoIn(answer) ?? place.unit?.id ?? ""}`;
		const group = groups.get(key);
		groups.set(key, group ? { ...group, places: [...group.places, place] } : { places: [place], answer });
	}
	return [...groups.values()];
}

function whoIn({ by, contact, name }: Answer): string | null {
	if (by === null) return null;
	if (by === "deputy") return contact?.deputyMembershipId ?? name;
	return contact?.membershipId ?? contact?.id ?? name;
}
