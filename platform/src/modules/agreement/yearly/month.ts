import { type Language, localeOf } from "../../../language.ts";

/** What a month of the year is called, 1–12, as it stands inside a sentence. */
export function nameOfMonth(language: Language, month: number): string {
	const moment = new Date(Date.UTC(2000, month - 1, 15));
	return new Intl.DateTimeFormat(localeOf[language], { month: "long", timeZone: "UTC" }).format(moment);
}
