import { addYears } from "../../../day.ts";

/** The days a report underway is due: the first, and then each year, while the last report is still ahead. */
export function interimDays(first: string | null, last: string | null): readonly string[] {
	if (first === null) return [];
	const days = [first];
	// Without a last day nothing says how long it goes on.
	if (last === null) return days;
	for (let years = 1; addYears(first, years) < last; years++) days.push(addYears(first, years));
	return days.filter((day) => day < last);
}
