import { formatShortDate, type Language } from "../../../../language.ts";
import { professionName } from "../../../organisation/text.ts";
import type { LeftBehind } from "../answer.server.ts";
import { capacityText } from "../text.ts";
import { pagesText } from "./capacity.text.ts";

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

/** What is told after capacity was approved, published or taken back: how many, and which were left, and why. */
export function steppedWord(
	language: Language,
	step: "approve" | "publish" | "takeBack",
	{ done, left }: { readonly done: number; readonly left: readonly LeftBehind[] },
): string {
	const text = pagesText[language];
	const { states } = capacityText[language];
	const named = left.slice(0, 3).map(({ siteName, state }) => `${siteName} (${states[state].toLowerCase()})`);
	return text.steppedToast(done, text.stepped[step], named, left.length - named.length);
}

/** The professions of several offers, each once. */
export function professionsWord(language: Language, offers: readonly { readonly profession: string | null }[]): string {
	return [...new Set(offers.map(({ profession }) => professionWord(language, profession)))].join(", ");
}

/** The years of study of several offers together, with the least group some of them ask for. */
export function yearsOfWord(
	language: Language,
	offers: readonly { readonly years: readonly number[]; readonly leastTogether: number | null }[],
): string {
	if (offers.length === 0) return "";
	const every = offers.some(({ years }) => years.length === 0);
	const years = every ? [] : [...new Set(offers.flatMap((offer) => offer.years))].sort((one, other) => one - other);
	const least = Math.max(...offers.map(({ leastTogether }) => leastTogether ?? 1));
	return [yearsWord(language, years), ...(least > 1 ? [capacityText[language].atLeast(least)] : [])].join(", ");
}
