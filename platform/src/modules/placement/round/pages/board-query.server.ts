import { tableState } from "../../../../ui/table-state.ts";
import { boardFullness } from "../../codes.ts";
import { type BoardQuery, sitesAtOnce } from "../board.server.ts";

const boardTable = {
	sort: ["site"],
	filters: { municipality: "text", course: "text", full: boardFullness },
	pageSize: sitesAtOnce,
} as const;

/** What the board is asked for by its address. */
export function boardAsked(url: URL) {
	const state = tableState(url, boardTable);
	const { municipality = "", course = "", full = "" } = state.filters;
	const query: BoardQuery = { search: state.search, municipality, course, full, page: state.page };
	return { state, query };
}
