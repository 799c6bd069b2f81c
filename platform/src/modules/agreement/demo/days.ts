import { addDays } from "../../../day.ts";

/** First and last day of an agreement of the demo, in days from today; without a last day it holds until further notice. */
export function daysFrom(
	today: string,
	[first, last]: readonly [number, number | null],
): { readonly firstDay: string; readonly lastDay: string | null } {
	return { firstDay: addDays(today, first), lastDay: last === null ? null : addDays(today, last) };
}
