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
	if (years.length === 0) return text.allYears;
	// Norwegian says "2. og 3. år": the last number has its full stop from the sentence.
	const said = years.map((year, at) => (language === "en" || at === years.length - 1 ? `${year}` : `${year}.`));
	return text.years(new Intl.ListFormat(language, { type: "conjunction" }).format(said));
}
