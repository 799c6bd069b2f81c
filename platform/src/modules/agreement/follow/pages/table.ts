import type { TableState } from "../../../../ui/table-state.ts";
import { type Theme, themes } from "../../codes.ts";
import { type Following, followings } from "../codes.ts";
import type { Followed } from "../contract.ts";

/** What the address of the list says; the list as Excel reads it the same way. */
export const followTable = {
	sort: ["following"],
	filters: { following: followings, theme: themes },
} as const;

export function narrowFollowed(
	rows: readonly Followed[],
	{ filters }: TableState<"following", { readonly following?: Following; readonly theme?: Theme }>,
): readonly Followed[] {
	return rows.filter(
		({ spans, theme }) =>
			(filters.following === undefined || spans[0]?.following === filters.following) &&
			(filters.theme === undefined || theme === filters.theme),
	);
}
