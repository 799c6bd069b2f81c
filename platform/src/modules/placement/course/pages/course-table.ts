import type { TableState } from "../../../../ui/table-state.ts";
import { type CourseSort, courseKeepers, courseSorts, courseStatuses } from "../codes.ts";
import type { CourseQuery } from "../contract.ts";

/** What the address of the list of courses says; the list as Excel reads it the same way. */
export const courseTable = {
	sort: courseSorts,
	filters: { keeper: courseKeepers, profession: "text", institution: "text", status: courseStatuses },
} as const;

type CourseFilters = {
	readonly keeper?: (typeof courseKeepers)[number];
	readonly profession?: string;
	readonly institution?: string;
	readonly status?: (typeof courseStatuses)[number];
};

export function courseQuery(state: TableState<CourseSort, CourseFilters>): CourseQuery {
	const { institution, ...filters } = state.filters;
	const { search, sort, descending } = state;
	return { ...filters, ...(institution === undefined ? {} : { institutionId: institution }), search, sort, descending };
}
