import { searchWords } from "../../../../geography/search.ts";
import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { type GuidanceState, guidanceStates } from "../codes.ts";
import type { ListedGuidance } from "../contract.ts";

/** What the address of the list of guidance says; `last` is the last written in first. */
export const guidanceTable = { sort: ["last", "subject"], filters: { state: guidanceStates } } as const;

type Narrowing = Pick<TableState, "search" | "sort" | "descending"> & {
	readonly filters: { readonly state?: GuidanceState };
};

/** The guidance a list shows, in the order asked for. */
export function narrowGuidance(
	language: Language,
	rows: readonly ListedGuidance[],
	asked: Narrowing,
): readonly ListedGuidance[] {
	const words = searchWords(asked.search);
	const shown = rows.filter(({ subject, askerName, giverName, state }) => {
		if (asked.filters.state !== undefined && state !== asked.filters.state) return false;
		if (words.length === 0) return true;
		const own = searchWords(`${subject} ${askerName} ${giverName}`);
		return words.every((word) => own.some((one) => one.startsWith(word)));
	});
	const compare = compareText(language);
	const sorted = asked.sort === "subject" ? shown.toSorted((one, other) => compare(one.subject, other.subject)) : shown;
	return asked.descending ? sorted.toReversed() : sorted;
}
