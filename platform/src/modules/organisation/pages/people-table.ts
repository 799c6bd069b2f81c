import type { TableState } from "../../../ui/table-state.ts";
import {
	type PeopleQuery,
	type PeopleSort,
	peopleSorts,
	peopleStatuses,
	peopleWarnings,
	positions,
} from "../people/contract.ts";

/** What the address of the list of people says; the list as Excel reads it the same way. */
export const peopleTable = {
	sort: peopleSorts,
	filters: { role: "text", unit: "text", position: positions, status: peopleStatuses, warning: peopleWarnings },
} as const;

type PeopleFilters = {
	readonly role?: string;
	readonly unit?: string;
	readonly position?: (typeof positions)[number];
	readonly status?: (typeof peopleStatuses)[number];
	readonly warning?: (typeof peopleWarnings)[number];
};

/** What to list, all pages of it. */
export function peopleQuery(state: TableState<PeopleSort, PeopleFilters>): PeopleQuery {
	const { unit, ...filters } = state.filters;
	const { search, sort, descending } = state;
	return { ...filters, ...(unit === undefined ? {} : { unitId: unit }), search, sort, descending };
}
