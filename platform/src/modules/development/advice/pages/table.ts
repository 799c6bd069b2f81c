import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import type { AdvisedProject } from "../../service.server.ts";
import { type AdviceHow, adviceHows, adviceSorts } from "../codes.ts";
import { isAdvisedSo } from "../rules.ts";

/** What the address of the list says. */
export const advisedTable = { sort: adviceSorts, filters: { how: adviceHows } } as const;

type Narrowing = Pick<TableState, "search" | "sort" | "descending"> & {
	readonly filters: { readonly how?: AdviceHow };
};

/** The projects the list shows: those nobody has read before the others. */
export function narrowAdvised(
	language: Language,
	rows: readonly AdvisedProject[],
	{ search, sort, descending, filters }: Narrowing,
): AdvisedProject[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const order = (one: AdvisedProject, other: AdvisedProject) => {
		if (sort === "title") return compare(one.title, other.title);
		if (sort === "on") return (one.advice?.onDay ?? "").localeCompare(other.advice?.onDay ?? "");
		return Number(one.advice !== null) - Number(other.advice !== null) || compare(one.municipality, other.municipality);
	};
	return rows
		.filter(
			(row) =>
				(filters.how === undefined || isAdvisedSo(row, filters.how)) &&
				[row.title, row.municipality, row.purpose].some((word) => word.toLocaleLowerCase("nb").includes(wanted)),
		)
		.sort(
			(one, other) =>
				(descending ? -1 : 1) * order(one, other) ||
				compare(one.municipality, other.municipality) ||
				compare(one.title, other.title) ||
				(one.id < other.id ? -1 : 1),
		);
}
