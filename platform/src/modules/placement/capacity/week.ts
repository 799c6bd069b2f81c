/** A week as Norwegians number them (ISO 8601): Monday first, week 1 has the year's first Thursday. */
export type Week = {
	/** The year the number belongs to, which around New Year is not always the day's own. */
	readonly year: number;
	readonly week: number;
	/** Monday and Sunday, YYYY-MM-DD. */
	readonly firstDay: string;
	readonly lastDay: string;
};

const dayLength = 86_400_000;

function momentOf(day: string): number {
	return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(moment: number): string {
	return new Date(moment).toISOString().slice(0, 10);
}

/** The week a day is in. */
export function weekOf(day: string): Week {
	const moment = momentOf(day);
	const sinceMonday = (new Date(moment).getUTCDay() + 6) % 7;
	const monday = moment - sinceMonday * dayLength;
	const thursday = new Date(monday + 3 * dayLength);
	const year = thursday.getUTCFullYear();
	const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayLength));
	return { year, week, firstDay: dayOf(monday), lastDay: dayOf(monday + 6 * dayLength) };
}

/** Every week with a day from the first to the last day, at most so many. */
export function weeksBetween(firstDay: string, lastDay: string, most = 60): readonly Week[] {
	const weeks: Week[] = [];
	for (
		let monday = momentOf(weekOf(firstDay).firstDay);
		monday <= momentOf(lastDay) && weeks.length < most;
		monday += 7 * dayLength
	)
		weeks.push(weekOf(dayOf(monday)));
	return weeks;
}

/** The half-year a day is in, as schools count it: January to July, or August to December. */
export function termOf(day: string): { readonly firstDay: string; readonly lastDay: string } {
	const year = day.slice(0, 4);
	return day.slice(5, 7) <= "07"
		? { firstDay: `${year}-01-01`, lastDay: `${year}-07-31` }
		: { firstDay: `${year}-08-01`, lastDay: `${year}-12-31` };
}

/** The next half-year after the one a day is in: what is asked for now. */
export function nextTerm(day: string): { readonly firstDay: string; readonly lastDay: string } {
	const { lastDay } = termOf(day);
	return termOf(dayOf(momentOf(lastDay) + dayLength));
}

/** The later of two days. */
export function later(one: string, other: string): string {
	return [one, other].sort()[1] ?? one;
}

/** The earlier of two days. */
export function earlier(one: string, other: string): string {
	return [one, other].sort()[0] ?? one;
}
