import { formatDate, type Language } from "../../../language.ts";
import { count, type Statistic, share } from "../../../statistic/statistic.ts";
import type { Followed, FollowedSpan } from "./contract.ts";
import { followText } from "./text.ts";

/** The numbers of a promise with what they rest on; null where nobody has counted, or nothing was owed in numbers. */
export type SpanStatistics = { readonly delivered: Statistic | null; readonly kept: Statistic | null };

/** What was delivered, and the share of the promise that is: at most the whole of it. */
export function statisticsOf(
	language: Language,
	{ measure }: Pick<Followed, "measure">,
	span: Pick<FollowedSpan, "owed" | "delivered" | "counted" | "written">,
	today: string,
): SpanStatistics {
	const { owed, delivered, counted, written } = span;
	if (delivered === null) return { delivered: null, kept: null };
	const { baseRule } = followText[language];
	const source = counted === null ? baseRule.written : written > 0 ? baseRule.both : baseRule.counted;
	const rules = counted !== null && (measure === "placements" || measure === "meetings") ? baseRule[measure] : "";
	return {
		delivered: count(delivered, delivered, { baseRule: rules, population: delivered, source, date: today }),
		kept:
			owed === null || owed === 0
				? null
				: share(Math.min(delivered, owed), owed, {
						...{ baseRule: baseRule.share, population: owed, source, date: today },
					}),
	};
}

/** What a number rests on, in one line. */
export function baseOf(language: Language, { delivered, kept }: SpanStatistics): string {
	const statistic = delivered ?? kept;
	if (statistic === null) return "";
	const date = followText[language].asOf(formatDate(language, statistic.date));
	return [statistic.source, delivered?.baseRule, kept?.baseRule, date].filter(Boolean).join(" ");
}
