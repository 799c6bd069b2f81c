import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { needSorts, needStates, type ResearchKind, researchKinds } from "../codes.ts";
import type { ListedNeed } from "../service.server.ts";

/** What the address of the list says. */
export const needTable = {
	sort: needSorts,
	filters: { state: needStates, whose: ["own", "others"], kind: researchKinds },
} as const;

type Narrowing = Pick<TableState, "search" | "sort" | "descending"> & {
	readonly filters: {
		readonly state?: "open" | "closed";
		readonly whose?: "own" | "others";
		readonly kind?: ResearchKind;
	};
};

/** The needs the list shows, searched, filtered and in order: open ones first, and of those what matters most. */
export function narrowNeeds(
	language: Language,
	rows: readonly ListedNeed[],
	{ search, sort, descending, filters }: Narrowing,
): ListedNeed[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const order = (one: ListedNeed, other: ListedNeed) => {
		if (sort === "question") return compare(one.question, other.question);
		if (sort === "organisation") return compare(one.organisationName, other.organisationName);
		// Those that say no day come after all that do.
		if (sort === "needed-by") return (one.neededBy ?? "9999").localeCompare(other.neededBy ?? "9999");
		return one.importance - other.importance;
	};
	return rows
		.filter(
			(row) =>
				(filters.state === undefined || (row.closedOn === null) === (filters.state === "open")) &&
				(filters.whose === undefined || row.isOwn === (filters.whose === "own")) &&
				(filters.kind === undefined || row.fits.includes(filters.kind)) &&
				[row.question, row.useFor, row.organisationName].some((word) => word.toLocaleLowerCase("nb").includes(wanted)),
		)
		.sort(
			(one, other) =>
				Number(one.closedOn !== null) - Number(other.closedOn !== null) ||
				(descending ? -1 : 1) * order(one, other) ||
				compare(one.question, other.question) ||
				(one.id < other.id ? -1 : 1),
		);
}
