import { searchWords } from "../../../../geography/search.ts";
import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { type ReceivedState, receivedSorts, receivedStates } from "../codes.ts";
import { stateOf } from "../rules.ts";
import type { ReceivedRow } from "../service.server.ts";

/** What the address of the list of applications says. */
export const receivedTable = { sort: receivedSorts, filters: { state: receivedStates } } as const;

type Narrowing = Pick<TableState, "search" | "descending"> & {
	readonly sort: (typeof receivedSorts)[number];
	readonly filters: { readonly state?: ReceivedState };
};

/** The applications a list shows, in the order asked for; what is not known comes last. */
export function narrowReceived(language: Language, rows: readonly ReceivedRow[], asked: Narrowing): ReceivedRow[] {
	const words = searchWords(asked.search);
	const shown = rows.filter((row) => {
		if (asked.filters.state !== undefined && stateOf(row) !== asked.filters.state) return false;
		if (words.length === 0) return true;
		const own = searchWords(`${row.name} ${row.reference}`);
		return words.every((word) => own.some((one) => one.startsWith(word)));
	});
	const compare = compareText(language);
	const turn = asked.descending ? -1 : 1;
	if (asked.sort === "name") return shown.sort((one, other) => turn * compare(one.name, other.name));
	const column = asked.sort === "score" ? "mean" : asked.sort;
	return shown.sort((one, other) => {
		const [a, b] = [one[column], other[column]];
		if (a === null || b === null) return Number(a === null) - Number(b === null);
		return turn * (a - b);
	});
}
