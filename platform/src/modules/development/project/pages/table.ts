import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { progressOf } from "../../goal/rules.ts";
import { type ProjectState, projectSorts, projectStates } from "../codes.ts";
import type { ListedProject } from "../service.server.ts";

/** What the address of the list says. */
export const projectTable = {
	sort: projectSorts,
	filters: { state: projectStates, stall: ["yes"], unit: "text" },
} as const;

type Narrowing = Pick<TableState, "search" | "sort" | "descending"> & {
	readonly filters: { readonly state?: ProjectState; readonly stall?: "yes"; readonly unit?: string };
};

/** The projects the list shows, searched, filtered and in order: those that have stalled and those running first. */
export function narrowProjects(
	language: Language,
	rows: readonly ListedProject[],
	{ search, sort, descending, filters }: Narrowing,
): ListedProject[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const order: Readonly<Record<ProjectState, number>> = { running: 1, draft: 2, ended: 3 };
	const key = (row: ListedProject) => {
		if (sort === "title") return row.title;
		if (sort === "leader") return row.leaderName;
		if (sort === "last-day") return row.lastDay;
		if (sort === "status") return row.latest?.onDay ?? "";
		return `${row.stalls.length > 0 ? 0 : order[row.state]}`;
	};
	return rows
		.filter(
			(row) =>
				(filters.state === undefined || row.state === filters.state) &&
				(filters.stall === undefined || row.stalls.length > 0) &&
				(filters.unit === undefined || row.unitId === filters.unit) &&
				[row.title, row.unitName ?? "", row.leaderName].some((word) => word.toLocaleLowerCase("nb").includes(wanted)),
		)
		.sort((one, other) => (descending ? -1 : 1) * compare(key(one), key(other)) || one.number - other.number);
}

/** How many goals of a project there are, can show a change, and are reached. */
export function goalsOf({ goals, measurements }: Pick<ListedProject, "goals" | "measurements">) {
	const stand = goals.map((goal) =>
		progressOf(
			goal,
			measurements.filter(({ goalId }) => goalId === goal.id),
		),
	);
	return {
		all: goals.length,
		documented: stand.filter(({ standing, value }) => standing !== "no-baseline" && value !== null).length,
		reached: stand.filter(({ standing }) => standing === "reached").length,
	};
}
