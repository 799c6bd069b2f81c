import { foldName } from "../../../geography/search.ts";
import type { Refusal } from "../../../outcome.ts";
import type { CompetenceRefusal } from "../contract.ts";
import type { Entry, EntryFacts } from "./contract.ts";

/** What an entry is found and known again by: all its names. */
export function searchNameOf({ name, nameNn, nameEn }: Pick<EntryFacts, "name" | "nameNn" | "nameEn">): string {
	const names = [name, nameNn, nameEn].filter((one) => one !== null).map(foldName);
	return [...new Set(names)].join(" ");
}

/** What is wrong with an entry as it is stated. An own entry answers to a shared one or to none; a shared one to none. */
export function refuseEntry(
	facts: EntryFacts,
	around: {
		readonly isShared: boolean;
		/** Open entries the asker can see. */
		readonly entries: readonly Pick<Entry, "id" | "name" | "isShared" | "retiredOn">[];
		/** The entry that is changed; null for a new one. */
		readonly ownId: string | null;
	},
): Refusal<CompetenceRefusal>[] {
	const refusals: Refusal<CompetenceRefusal>[] = [];
	const takesLevel = facts.kind === "education" || facts.kind === "specialisation";
	if (takesLevel && facts.level === null) refusals.push({ code: "level-missing", field: "level" });
	if (!takesLevel && facts.level !== null) refusals.push({ code: "level-not-for-kind", field: "level" });
	const wanted = foldName(facts.name);
	const taken = around.entries.some(
		(one) =>
			one.id !== around.ownId &&
			one.retiredOn === null &&
			one.isShared === around.isShared &&
			foldName(one.name) === wanted,
	);
	if (taken) refusals.push({ code: "name-taken", field: "name", detail: { name: facts.name } });
	if (facts.mappedId !== null) {
		const mapped = around.entries.find((one) => one.id === facts.mappedId);
		if (around.isShared || !mapped?.isShared || mapped.retiredOn !== null)
			refusals.push({ code: "not-shared", field: "mappedId" });
	}
	return refusals;
}
