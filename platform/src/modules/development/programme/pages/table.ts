import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { type ProgrammeState, programmeSorts, programmeStates } from "../codes.ts";
import type { ListedProgramme } from "../service.server.ts";

/** What the address of the list says. */
export const programmeTable = {
	sort: programmeSorts,
	filters: { state: programmeStates, keeper: ["own", "others"] },
} as const;

type Narrowing = Pick<TableState, "search" | "sort" | "descending"> & {
	readonly filters: { readonly state?: ProgrammeState; readonly keeper?: "own" | "others" };
};

/** The programmes the list shows, searched, filtered and in order: those that have closed last, the newest first. */
export function narrowProgrammes(
	language: Language,
	rows: readonly ListedProgramme[],
	{ search, sort, descending, filters }: Narrowing,
): ListedProgramme[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const order = (one: ListedProgramme, other: ListedProgramme) => {
		if (sort === "title") return compare(one.title, other.title);
		if (sort === "keeper") return compare(one.keeperName, other.keeperName);
		if (sort === "state") return programmeStates.indexOf(one.state) - programmeStates.indexOf(other.state);
		return sort === "first-day" ? one.firstDay.localeCompare(other.firstDay) : 0;
	};
	return rows
		.filter(
			(row) =>
				(filters.state === undefined || row.state === filters.state) &&
				(filters.keeper === undefined || row.isOwn === (filters.keeper === "own")) &&
				[row.title, row.purpose, row.commissioner, ...row.themes].some((word) =>
					word.toLocaleLowerCase("nb").includes(wanted),
				),
		)
		.sort(
			(one, other) =>
				Number(one.state === "closed") - Number(other.state === "closed") ||
				(descending ? -1 : 1) * order(one, other) ||
				other.firstDay.localeCompare(one.firstDay) ||
				(one.id < other.id ? -1 : 1),
		);
}
