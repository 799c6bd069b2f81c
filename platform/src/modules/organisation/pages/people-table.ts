import type { TableState } from "../../../ui/table-state.ts";
import { day } from "../contract.ts";
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
	filters: {
		role: "text",
		unit: "text",
		position: positions,
		status: peopleStatuses,
		warning: peopleWarnings,
		asOf: "text",
	},
} as const;

type PeopleFilters = {
	readonly role?: string;
	readonly unit?: string;
	readonly position?: (typeof positions)[number];
	readonly status?: (typeof peopleStatuses)[number];
	readonly warning?: (typeof peopleWarnings)[number];
	readonly asOf?: string;
};

/** What to list, all pages of it. */
export function peopleQuery(state: TableState<PeopleSort, PeopleFilters>): PeopleQuery {
	const { unit, asOf, ...filters } = state.filters;
	const { search, sort, descending } = state;
	const date = day.safeParse(asOf);
	return {
		...filters,
		...(unit === undefined ? {} : { unitId: unit }),
		...(date.success ? { asOf: date.data } : {}),
		...{ search, sort, descending },
	};
}
