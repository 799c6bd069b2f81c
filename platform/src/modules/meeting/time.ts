import { addDays } from "../../day.ts";

const clock = new Intl.DateTimeFormat("en-GB", {
	...{ timeZone: "Europe/Oslo", hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
	...{ hour: "2-digit", minute: "2-digit" },
});

/** A moment as Norwegian clocks show it: the day, YYYY-MM-DD, and the time, HH:MM. */
export function norwegianTime(moment: Date): { readonly day: string; readonly time: string } {
	const parts = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
	return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The moment a Norwegian clock shows a time on a day; in the hour that is skipped in March, the hour after. */
export function momentOf(day: string, time: string): Date {
	const asIf = Date.parse(`${day}T${time}:00Z`);
	for (const hours of [1, 2]) {
		const moment = new Date(asIf - hours * 3_600_000);
		const shown = norwegianTime(moment);
		if (shown.day === day && shown.time === time) return moment;
	}
	return new Date(asIf - 3_600_000);
}

/** A day so many weeks later, YYYY-MM-DD. */
export function weeksAfter(day: string, weeks: number): string {
	return addDays(day, 7 * weeks);
}
