/** Reckoning with plain calendar days, YYYY-MM-DD. */

/** The day so many days after a day; before, when negative. */
export function addDays(day: string, days: number): string {
	const moment = new Date(`${day}T00:00:00Z`);
	moment.setUTCDate(moment.getUTCDate() + days);
	return moment.toISOString().slice(0, 10);
}

/** The same day in another year; 29 February becomes 28. */
export function addYears(day: string, years: number): string {
	const [year = "", month = "", date = ""] = day.split("-");
	const other = String(Number(year) + years).padStart(4, "0");
	if (month !== "02" || date !== "29") return `${other}-${month}-${date}`;
	const leap = new Date(`${other}-${month}-${date}T00:00:00Z`).toISOString().slice(5, 7) === month;
	return leap ? `${other}-${month}-${date}` : `${other}-${month}-28`;
}
