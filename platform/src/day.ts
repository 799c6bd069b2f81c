/** Reckoning with plain calendar days, YYYY-MM-DD. */

/** The calendar day in Norway at a moment. A moment cut to its first ten characters is the day in London: an hour or two a night it is another. */
export function dayOf(moment: Date): string {
	// A day in Norway begins on a whole hour, so within an hour it is the same; every unit of work asks.
	const hour = Math.floor(moment.getTime() / 3_600_000);
	const known = days.get(hour);
	if (known !== undefined) return known;
	const day = dayFormat.format(moment);
	if (days.size >= mostDays) days.clear();
	days.set(hour, day);
	return day;
}
/** By hours since 1970: lists ask for each of their rows, and working a day out takes longer than all else there. */
const days = new Map<number, string>();
const mostDays = 2_000;
const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo", dateStyle: "short" });

/** The day so many days after a day; before, when negative. */
export function addDays(day: string, days: number): string {
	const moment = new Date(`${day}T00:00:00Z`);
	moment.setUTCDate(moment.getUTCDate() + days);
	return moment.toISOString().slice(0, 10);
}

/** The day so many whole months after a day; before, when negative. The last of a shorter month where it has no such day. */
export function addMonths(day: string, months: number): string {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/**
 * The same time of the day so many days before a moment. Where the clock was put back between them, an hour short of
 * midnight is past midnight then: the hour is given up, and the day kept.
 */
export function momentBefore(moment: Date, days: number): Date {
	const before = new Date(moment.getTime() - days * 86_400_000);
	const day = addDays(dayOf(moment), -days);
	if (dayOf(before) === day) return before;
	return new Date(before.getTime() + (dayOf(before) > day ? -3_600_000 : 3_600_000));
}

/** The same day in another year; 29 February becomes 28. */
export function addYears(day: string, years: number): string {
	const year = Number(day.slice(0, 4)) + years;
	// Every other day is in every year.
	if (year < 1000 || year > 9999 || day.endsWith("-02-29")) return addMonths(day, 12 * years);
	return `${year}${day.slice(4)}`;
}

/** Puts days in order, the earliest first. */
export function compareDays(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}

/** How many days after one day another is; below zero where it is before. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
