import type { Language } from "../../../language.ts";
import { type Statistic, share } from "../../../statistic/statistic.ts";
import { coverageText } from "./text.ts";

/** The share of municipalities with an agreement, with what it rests on. */
export function coveredShare(language: Language, covered: number, municipalities: number, today: string): Statistic {
	const text = coverageText[language];
	return share(covered, municipalities, {
		...{ baseRule: text.baseRule, population: municipalities, source: text.title, date: today },
	});
}
