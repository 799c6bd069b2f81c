import { formatShortDate, type Language } from "../../../../language.ts";
import { professionName } from "../../../organisation/text.ts";
import { capacityText } from "../text.ts";

/** From a day to a day, short. */
export function daysWord(language: Language, { firstDay, lastDay }: { firstDay: string; lastDay: string }): string {
	return `${formatShortDate(language, firstDay)}–${formatShortDate(language, lastDay)}`;
}

export function professionWord(language: Language, profession: string | null): string {
	return profession === null ? capacityText[language].anyProfession : professionName(language, profession);
}

export function yearsWord(language: Language, years: readonly number[]): string {
	const text = capacityText[language];
	return years.length === 0 ? text.allYears : text.years(years.join(", "));
}
