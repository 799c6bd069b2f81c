import { addDays } from "../../../day.ts";

/** Days of a demo that is always believable today: terms and periods reckoned from the day it is made. */

/** The Monday of the week a day is in. */
function monday(day: string): string {
	return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

export type Term = { readonly name: string; readonly firstDay: string; readonly lastDay: string };

/** The term a day is in, and the ones that follow: spring to the end of June, autumn after. */
export function terms(today: string): readonly [now: Term, next: Term, later: Term] {
	const [year = 0, month = 0] = today.split("-").map(Number);
	const first = year * 2 + (month > 6 ? 1 : 0);
	const term = (number: number): Term => {
		const at = Math.floor(number / 2);
		return number % 2 === 0
			? { name: `vår ${at}`, firstDay: `${at}-01-01`, lastDay: `${at}-06-30` }
			: { name: `høst ${at}`, firstDay: `${at}-08-01`, lastDay: `${at}-12-31` };
	};
	return [term(first), term(first + 1), term(first + 2)];
}

/** A period of so many weeks in a term, from its third week and so many weeks on. */
export function periodIn(term: Term, weeks: number, weeksOn: number): { firstDay: string; lastDay: string } {
	const firstDay = monday(addDays(term.firstDay, 20 + weeksOn * 7));
	return { firstDay, lastDay: addDays(firstDay, weeks * 7 - 3) };
}
