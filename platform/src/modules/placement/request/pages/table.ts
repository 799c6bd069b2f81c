import type { TableState } from "../../../../ui/table-state.ts";
import { professions } from "../../../organisation/codes.ts";
import {
	type RequestSide,
	type RequestSort,
	type RequestStanding,
	requestSides,
	requestSorts,
	requestStandings,
} from "../codes.ts";
import type { RequestQuery } from "../contract.ts";

/** What the address of the list says; the list as Excel reads it the same way. */
export const requestTable = {
	sort: requestSorts,
	filters: { standing: requestStandings, side: requestSides, profession: professions },
} as const;

export function requestQuery(
	state: TableState<
		RequestSort,
		{ readonly standing?: RequestStanding; readonly side?: RequestSide; readonly profession?: string }
	>,
): RequestQuery {
	const { search, sort, descending, filters } = state;
	return { ...filters, search, sort, descending };
}
