import { formatNumber } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import type { RoundRules } from "../../allocate/contract.ts";
import { rulesText } from "./rules.text.ts";

/** The objective in plain words, in the order it is followed: the same list the engine is given. */
export function OrderOfChoice({ rules, seed }: { readonly rules: RoundRules; readonly seed: string }) {
	const language = useLanguage();
	const { order, orderTitle } = rulesText[language];
	const weighed = order.burden(formatNumber(language, rules.minutesPerRank));
	const lines = [
		order.locks,
		order.place,
		...(rules.keepPublished ? [order.keep] : []),
		...(rules.floors.length > 0 && rules.floorPrice === null ? [order.floors] : []),
		...(rules.aim === "burden" ? [weighed] : [order[rules.aim]]),
		...(rules.keepPublished ? [] : [order.change]),
		order.ties(seed),
	];
	return (
		<Section title={orderTitle}>
			<ol className="ds-list">
				{lines.map((line) => (
					<li key={line}>{line}</li>
				))}
			</ol>
		</Section>
	);
}
