import { isId } from "../../../../id.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { type StudentSort, studentSorts, studentStatuses, studentWarnings } from "../codes.ts";
import type { StudentQuery } from "../contract.ts";

/** What the address of the list of students says; the list as Excel reads it the same way. */
export const studentTable = {
	sort: studentSorts,
	filters: {
		institution: "text",
		period: "text",
		year: ["1", "2", "3", "4", "5", "6", "7"],
		warning: studentWarnings,
		status: studentStatuses,
		round: "text",
	},
} as const;

type StudentFilters = {
	readonly institution?: string;
	readonly period?: string;
	readonly year?: string;
	readonly warning?: (typeof studentWarnings)[number];
	readonly status?: (typeof studentStatuses)[number];
	readonly round?: string;
};

export function studentQuery(state: TableState<StudentSort, StudentFilters>): StudentQuery {
	const { institution, period, year, round, ...filters } = state.filters;
	const { search, sort, descending } = state;
	return {
		...{ ...filters, search, sort, descending },
		...(institution === undefined ? {} : { institutionId: institution }),
		...(round === undefined || !isId(round) ? {} : { roundId: round }),
		...(period === undefined ? {} : { periodId: period }),
		...(year === undefined ? {} : { year: Number(year) }),
	};
}
