/** Reckoning with plain calendar days, YYYY-MM-DD. */

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

/** The same day in another year; 29 February becomes 28. */
export function addYears(day: string, years: number): string {
	return addMonths(day, 12 * years);
}
