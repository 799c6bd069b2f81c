import { addDays } from "../../../day.ts";

/** Students whose placement ended longer ago than this are not asked, days. */
export const askDays = 60;
/** After so many days without an answer the student is reminded, once. */
export const remindAfterDays = 7;
/** So many days after the placement the last answer can be given, or changed. */
export const answerDays = 180;
/** So many years what was said of a site is kept, and counted. */
export const keptYears = 5;

/** The last day to say how a placement was, YYYY-MM-DD. */
export function answerBy(placement: { readonly lastDay: string }): string {
	return addDays(placement.lastDay, answerDays);
}

export function mayStillAnswer(placement: { readonly lastDay: string }, today: string): boolean {
	return today <= answerBy(placement);
}
