import { addDays, dayOf } from "../day.ts";

const digestHour = 7;

const clock = new Intl.DateTimeFormat("sv-SE", {
	timeZone: "Europe/Oslo",
	dateStyle: "short",
	timeStyle: "medium",
});

/** The last time it was seven in the morning in Norway, summer or winter. */
export function lastDigestTime(now: Date): Date {
	const day = dayOf(now);
	const today = sevenOn(day);
	return today <= now ? today : sevenOn(addDays(day, -1));
}

function sevenOn(date: string): Date {
	// Norway is one hour ahead of UTC in winter and two in summer, and never changes at seven.
	const winter = new Date(`${date}T0${digestHour - 1}:00:00Z`);
	const hour = Number(clock.format(winter).slice(11, 13));
	return new Date(winter.getTime() - (hour - digestHour) * 60 * 60 * 1000);
}
