import { searchWords } from "../../../../geography/search.ts";
import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { type DueState, dueStates } from "../codes.ts";
import type { DueReport } from "../contract.ts";

/** What the address of the list of reports says; `due` is what must be done first. */
export const reportTable = { sort: ["due", "title", "recipient"], filters: { state: dueStates } } as const;

type Narrowing = Pick<TableState, "search" | "descending"> & {
	readonly sort: (typeof reportTable.sort)[number];
	readonly filters: { readonly state?: DueState };
};

/** The reports a list shows, in the order asked for. */
export function narrowReports(language: Language, rows: readonly DueReport[], asked: Narrowing): readonly DueReport[] {
	const words = searchWords(asked.search);
	const shown = rows.filter(({ title, recipientName, issuerName, state }) => {
		if (asked.filters.state !== undefined && state !== asked.filters.state) return false;
		if (words.length === 0) return true;
		const own = searchWords(`${title} ${recipientName} ${issuerName}`);
		return words.every((word) => own.some((one) => one.startsWith(word)));
	});
	const compare = compareText(language);
	const key = asked.sort === "title" ? "title" : "recipientName";
	const sorted = asked.sort === "due" ? shown : shown.toSorted((one, other) => compare(one[key], other[key]));
	return asked.descending ? sorted.toReversed() : sorted;
}
