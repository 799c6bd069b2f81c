import { formatNumber, type Language } from "../../../../language.ts";
import { professions } from "../../../organisation/codes.ts";
import { professionName } from "../../../organisation/text.ts";
import type { Followed, FollowedSpan } from "../contract.ts";
import { followText } from "../text.ts";

/** A year, or the whole period. */
export function spanInWords(language: Language, { year }: Pick<FollowedSpan, "year">): string {
	return year === null ? followText[language].wholePeriod : String(year);
}

/** What a commitment is narrowed to: profession, year of study, unit. Nothing where it is not. */
export function narrowedInWords(
	language: Language,
	{ profession, yearOfStudy, unitName }: Pick<Followed, "profession" | "yearOfStudy" | "unitName">,
): string | null {
	const text = followText[language];
	const known = professions.find((one) => one === profession);
	const words = [
		profession === null ? null : known === undefined ? profession : professionName(language, known),
		yearOfStudy === null ? null : text.yearOfStudy(String(yearOfStudy)),
		unitName,
	].filter((word) => word !== null);
	return words.length === 0 ? null : text.onlyFor(words.join(", ").toLocaleLowerCase("nb"));
}

/** A share as per cent, never rounded up to a whole that it is not; below ten with one decimal: little is not none. */
export function percent(language: Language, value: number): string {
	const shown = value < 0.1 ? Math.round(value * 1000) / 10 : Math.floor(value * 100);
	return `${formatNumber(language, shown)}\u00a0%`;
}
