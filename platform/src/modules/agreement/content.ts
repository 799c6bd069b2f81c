import type { Content, WholeAgreement } from "./contract.ts";

/** The text of an agreement as it stands, in one order whoever asks: the same text has the same fingerprint. */
export function contentOf({ agreement, parties, themes, commitments, provisions }: WholeAgreement): Content {
	const { kind, level, title, purpose, legalForm, firstDay, lastDay, noticeMonths } = agreement;
	return {
		facts: { kind, level, title, purpose, legalForm, firstDay, lastDay, noticeMonths },
		parties: parties
			.map(({ organisationId: id, name, side, signs }) => ({ id, name, side, signs }))
			.sort((one, other) => one.id.localeCompare(other.id)),
		provisions: provisions
			.map(({ kind, body }) => ({ kind, body }))
			.sort((one, other) => one.kind.localeCompare(other.kind)),
		themes: [...themes]
			.sort((one, other) => one.sort - other.sort)
			.map((theme) => ({
				...{ id: theme.id, theme: theme.theme, name: theme.name, goal: theme.goal },
				...{ responsibility: theme.responsibility, obligations: theme.obligations, payer: theme.payer },
				...{ arena: theme.arena, meetingsAYear: theme.meetingsAYear, planName: theme.planName },
				...{ planDecision: theme.planDecision, planFrom: theme.planFrom, planUntil: theme.planUntil, note: theme.note },
			})),
		commitments: [...commitments]
			.sort((one, other) => one.sort - other.sort)
			.map((one) => ({
				...{ id: one.id, themeId: one.themeId, partyId: one.partyId, what: one.what, measure: one.measure },
				...{ amount: one.amount, per: one.per, profession: one.profession, yearOfStudy: one.yearOfStudy },
				...{ unitName: one.unitName, firstDay: one.firstDay, lastDay: one.lastDay },
			})),
	};
}

/** A value as text with the keys in one order, to take a fingerprint of. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
	const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
	return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`;
}

/** One place where two texts differ: what stood before and what stands after; null where it was not there. */
export type Difference = {
	/** `facts`, `party`, `provision`, `theme` or `commitment`. */
	readonly of: "facts" | "party" | "provision" | "theme" | "commitment";
	/** Which one: a field of the facts, a kind of provision, the id of a party, theme or commitment. */
	readonly part: string;
	readonly field: string;
	readonly before: string | null;
	readonly after: string | null;
};

/** Where two texts of an agreement differ, in the order of the text after, then what is gone. */
export function differences(before: Content, after: Content): readonly Difference[] {
	return [
		...fieldDifferences("facts", "facts", before.facts, after.facts),
		...listDifferences("party", before.parties, after.parties, ({ id }) => id),
		...listDifferences("provision", before.provisions, after.provisions, ({ kind }) => kind),
		...listDifferences("theme", before.themes, after.themes, ({ id }) => id),
		...listDifferences("commitment", before.commitments, after.commitments, ({ id }) => id),
	];
}

type Fields = Readonly<Record<string, string | number | boolean | null>>;

function listDifferences<Part extends Fields>(
	of: Difference["of"],
	before: readonly Part[],
	after: readonly Part[],
	keyOf: (part: Part) => string,
): readonly Difference[] {
	const old = new Map(before.map((part) => [keyOf(part), part]));
	const now = new Set(after.map(keyOf));
	return [
		...after.flatMap((part) => fieldDifferences(of, keyOf(part), old.get(keyOf(part)), part)),
		...before
			.filter((part) => !now.has(keyOf(part)))
			.flatMap((part) => fieldDifferences(of, keyOf(part), part, undefined)),
	];
}

function fieldDifferences(
	of: Difference["of"],
	part: string,
	before: Fields | undefined,
	after: Fields | undefined,
): readonly Difference[] {
	const fields = [...new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})])];
	return fields.flatMap((field) => {
		const [was, is] = [said(before?.[field]), said(after?.[field])];
		return was === is ? [] : [{ of, part, field, before: was, after: is }];
	});
}

/** What a field says; null where it says nothing. */
function said(value: string | number | boolean | null | undefined): string | null {
	return value === undefined || value === null || value === "" ? null : String(value);
}
