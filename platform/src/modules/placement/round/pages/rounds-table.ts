import type { TableState } from "../../../../ui/table-state.ts";

/** What the list of rounds can be sorted by; the page and its Excel read the same address. */
export const roundsTable = { sort: ["days", "name", "claims"], filters: {} } as const;

export function roundsQuery(state: TableState) {
	const sort = roundsTable.sort.find((one) => one === state.sort);
	return {
		...(state.search ? { search: state.search } : {}),
		...(sort ? { sort, descending: state.descending } : {}),
	};
}
