import { foldName } from "../../../../geography/search.ts";
import { nearest } from "../../../../spreadsheet/nearest.ts";
import type { Entry } from "../../framework/contract.ts";
import type { ReadUnit } from "../../units.server.ts";

/** What a word in a cell may mean. */
export type Found = { readonly id: string } | { readonly suggestion: string } | "several";

/** What is found of the units and competences that cells name, and what they are called. */
export type CellWords = {
	unit(word: string): Found;
	mayAnswer(unitId: string): boolean;
	unitName(unitId: string): string;
	entry(word: string): Found;
	entryName(entryId: string): string;
};

/** The one thing a word means; where it means none or several, that is refused. */
export function idMeant(
	found: Found,
	refuse: (code: "unknown" | "ambiguous", detail: Readonly<Record<string, string>>) => void,
): string | undefined {
	if (found === "several") refuse("ambiguous", {});
	else if ("suggestion" in found) refuse("unknown", { suggestion: found.suggestion });
	else return found.id;
	return undefined;
}

/** A word, or the names from the top with › or > between, as they are compared. */
function keyOf(word: string): string {
	return word.split(/[›>]/).map(foldName).join(" › ");
}

function finder(named: readonly { readonly id: string; readonly words: readonly string[] }[]): (word: string) => Found {
	const ids = new Map<string, Set<string>>();
	const shown = named.map(({ words }) => words[0] ?? "");
	for (const { id, words } of named)
		for (const word of words) {
			const key = keyOf(word);
			ids.set(key, (ids.get(key) ?? new Set()).add(id));
		}
	let suggestions = 0;
	return (word) => {
		const [id, ...others] = ids.get(keyOf(word)) ?? [];
		if (id !== undefined) return others.length > 0 ? "several" : { id };
		// Comparing letters with every name costs; a person reads the first few.
		suggestions += 1;
		return { suggestion: suggestions > 20 ? "" : (nearest(word, shown) ?? "") };
	};
}

/** Finds units by code, by name where one alone has it, and by the names from the top. */
export function unitFinder(units: readonly ReadUnit[]): (word: string) => Found {
	return finder(
		units.map(({ id, name, code, above }) => ({
			id,
			words: [name, [...above, name].join(" › "), ...(code === null ? [] : [code])],
		})),
	);
}

/**
 * Finds competences by any of their names, and by occupation code where one alone has it. An own entry comes before the
 * shared one it answers to, and before a shared one of the same name.
 */
export function entryFinder(entries: readonly Entry[]): (word: string) => Found {
	const open = entries.filter(({ retiredOn }) => retiredOn === null);
	const wordsOf = ({ name, nameNn, nameEn, occupation }: Entry) =>
		[name, nameNn, nameEn, occupation].filter((one) => one !== null);
	const named = (list: readonly Entry[]) => list.map((entry) => ({ id: entry.id, words: wordsOf(entry) }));
	const own = finder(named(open.filter(({ isShared }) => !isShared)));
	const all = finder(named(open));
	return (word) => {
		const found = own(word);
		return found !== "several" && "id" in found ? found : found === "several" ? found : all(word);
	};
}
