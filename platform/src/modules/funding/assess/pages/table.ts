import { searchWords } from "../../../../geography/search.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { type ReceivedState, receivedSorts, receivedStates } from "../codes.ts";
import type { ReceivedHead } from "../contract.ts";
import { stateOf } from "../rules.ts";
import type { ReceivedRow } from "../service.server.ts";

/** What the address of the list of applications says. */
export const receivedTable = { sort: receivedSorts, filters: { state: receivedStates } } as const;

export type Narrowing = Pick<TableState, "search" | "descending"> & {
	readonly sort: (typeof receivedSorts)[number];
	readonly filters: { readonly state?: ReceivedState };
};

/** The applications a list shows, in the order asked for; what is not known comes last. They are given by name. */
export function narrowReceived<Row extends ReceivedHead>(
	rows: readonly Row[],
	asked: Narrowing,
	of: (row: Row) => number | null,
): readonly Row[] {
	const words = searchWords(asked.search);
	const shown = rows.filter((row) => {
		if (asked.filters.state !== undefined && stateOf(row) !== asked.filters.state) return false;
		if (words.length === 0) return true;
		const own = searchWords(`${row.name} ${row.reference}`);
		return words.every((word) => own.some((one) => one.startsWith(word)));
	});
	if (asked.sort === "name") return asked.descending ? shown.reverse() : shown;
	const turn = asked.descending ? -1 : 1;
	return shown.sort((one, other) => {
		const [a, b] = [of(one), of(other)];
		if (a === null || b === null) return Number(a === null) - Number(b === null);
		return turn * (a - b);
	});
}

/** What a list is sorted by, of applications that are read whole; the name is not a number. */
export function sortedBy(sort: Narrowing["sort"]): (row: ReceivedRow) => number | null {
	return (row) => (sort === "name" ? null : row[sort === "score" ? "mean" : sort]);
}
