import { compareText, type Language } from "../../../language.ts";
import type { TableState } from "../../../ui/table-state.ts";

export type Narrowing = Pick<TableState, "search" | "sort" | "descending">;

/** Rows with what is searched for somewhere in their words, in the order asked for. */
export function narrowed<One>(
	language: Language,
	rows: readonly One[],
	{ search, sort, descending }: Narrowing,
	about: { readonly words: (row: One) => readonly string[]; readonly key: (row: One, sort: string) => string | number },
): One[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const turn = descending ? -1 : 1;
	return rows
		.filter((row) => about.words(row).some((word) => word.toLocaleLowerCase("nb").includes(wanted)))
		.sort((one, other) => {
			const [a, b] = [about.key(one, sort), about.key(other, sort)];
			return turn * (typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b)));
		});
}
