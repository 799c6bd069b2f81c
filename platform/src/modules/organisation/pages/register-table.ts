import type { TableState } from "../../../ui/table-state.ts";
import { responsibilities } from "../codes.ts";
import { contactWarnings, type RegisterSort, registerSorts } from "../contact/codes.ts";
import type { RegisterQuery } from "../contact/contract.ts";
import { day } from "../contract.ts";

/** What the address of a register says; the register as Excel reads it the same way. */
export const registerTable = {
	sort: registerSorts,
	filters: { responsibility: responsibilities, unit: "text", warning: contactWarnings, asOf: "text" },
} as const;

type Filters = Pick<RegisterQuery, "responsibility" | "warning"> & { readonly unit?: string; readonly asOf?: string };

/** What to list, all pages of it. */
export function registerQuery(state: TableState<RegisterSort, Filters>): RegisterQuery {
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
