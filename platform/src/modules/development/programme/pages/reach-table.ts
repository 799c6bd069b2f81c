import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { type Experience, experiences, type Here, heres, reachSorts } from "../codes.ts";
import { experienceOf, type Reached } from "../reach.ts";

/** What the address of the list says. */
export const reachTable = { sort: reachSorts, filters: { experience: experiences, here: heres } } as const;

type Narrowing = Pick<TableState, "search" | "sort" | "descending"> & {
	readonly filters: { readonly experience?: Experience; readonly here?: Here };
};

/** The municipalities the list shows: those that have taken part least first. */
export function narrowReach(
	language: Language,
	rows: readonly Reached[],
	{ search, sort, descending, filters }: Narrowing,
): Reached[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const order = (one: Reached, other: Reached) => {
		if (sort === "name") return compare(one.name, other.name);
		if (sort === "county") return compare(one.countyName ?? "", other.countyName ?? "");
		if (sort === "population") return (other.population ?? 0) - (one.population ?? 0);
		return one.before - other.before;
	};
	return rows
		.filter(
			(row) =>
				(filters.experience === undefined || experienceOf(row) === filters.experience) &&
				(filters.here === undefined || row.here === filters.here) &&
				[row.name, row.countyName ?? ""].some((word) => word.toLocaleLowerCase("nb").includes(wanted)),
		)
		.sort((one, other) => (descending ? -1 : 1) * order(one, other) || compare(one.name, other.name));
}
