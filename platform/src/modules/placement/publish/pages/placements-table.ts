import type { TableState } from "../../../../ui/table-state.ts";
import { placementStates } from "../../codes.ts";

export const placementWaits = ["host", "student", "reconsider", "replan"] as const;

/** How the list of placements can be narrowed; the page and its Excel files read the same address. */
export const placementsTable = {
	sort: ["site", "student", "course", "days", "state"],
	filters: { state: placementStates, waiting: placementWaits },
} as const;

export function placementsQuery(state: TableState, url: URL) {
	const sort = placementsTable.sort.find((one) => one === state.sort);
	const stateIs = placementStates.find((one) => one === state.filters.state);
	const waiting = placementWaits.find((one) => one === state.filters.waiting);
	const round = url.searchParams.get("round");
	return {
		...(state.search ? { search: state.search } : {}),
		...(sort ? { sort, descending: state.descending } : {}),
		...(stateIs ? { state: stateIs } : { standing: true }),
		...(waiting ? { waiting } : {}),
		...(round && /^[0-9a-f-]{36}$/.test(round) ? { roundId: round } : {}),
	};
}
