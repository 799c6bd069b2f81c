import { formatNumber, formatShortDate } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Timeline } from "../../../../ui/Timeline.tsx";
import type { MovedDates } from "../contract.ts";
import { datesText } from "./dates.text.ts";

/** How the days of an award have been moved, and why. */
export function MovedDatesList({ moved }: { readonly moved: readonly MovedDates[] }) {
	const language = useLanguage();
	const text = datesText[language];
	const day = (one: string) => formatShortDate(language, one);
	if (moved.length === 0) return null;
	return (
		<Section title={text.title} lead={text.lead} id="dates">
			<Timeline
				events={moved.map(({ number, spendBy, spendBefore, reportBy, reportBefore, because, at, by }) => ({
					...{ id: String(number), at: at.toISOString(), by, title: text.version(formatNumber(language, number)) },
					children: [
						spendBy === spendBefore ? "" : text.spend(day(spendBefore), day(spendBy)),
						reportBy === reportBefore ? "" : text.report(day(reportBefore), day(reportBy)),
						because,
					]
						.filter(Boolean)
						.join(" "),
				}))}
			/>
		</Section>
	);
}
