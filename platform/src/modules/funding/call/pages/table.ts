import { searchWords } from "../../../../geography/search.ts";
import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import { type CallStanding, callStandings } from "../../codes.ts";
import type { ListedCall } from "../contract.ts";

/** What the address of the list of calls says; `due` is what can be applied to first. */
export const callTable = { sort: ["due", "title", "giver"], filters: { standing: callStandings } } as const;

type Narrowing = Pick<TableState, "search" | "sort" | "descending"> & {
	readonly filters: { readonly standing?: CallStanding };
};

/** The calls a list shows, in the order asked for. */
export function narrowCalls(language: Language, calls: readonly ListedCall[], state: Narrowing): ListedCall[] {
	const words = searchWords(state.search);
	const shown = calls.filter(({ title, organisationName, schemeName, standing }) => {
		if (state.filters.standing !== undefined && standing !== state.filters.standing) return false;
		if (words.length === 0) return true;
		const own = searchWords(`${title} ${organisationName} ${schemeName}`);
		return words.every((word) => own.some((one) => one.startsWith(word)));
	});
	const compare = compareText(language);
	const sorted =
		state.sort === "due"
			? shown
			: shown.toSorted((one, other) =>
					state.sort === "title"
						? compare(one.title, other.title)
						: compare(one.organisationName, other.organisationName),
				);
	return state.descending ? sorted.toReversed() : [...sorted];
}
