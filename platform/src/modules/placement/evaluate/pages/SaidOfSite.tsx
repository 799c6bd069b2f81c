import { formatNumber, type Language } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import type { SiteEvaluation } from "../codes.ts";
import { evaluateText } from "../text.ts";

const counted = ["outcomes", "supervision", "welcome", "recommend"] as const;

function baseOf({ asked, shown }: SiteEvaluation, language: Language): string {
	const text = evaluateText[language];
	if (shown === null) return text.few(formatNumber(language, asked));
	const { firstYear, lastYear } = shown;
	const years = firstYear === lastYear ? `${firstYear}` : `${firstYear}–${lastYear}`;
	return text.base(formatNumber(language, shown.answered), formatNumber(language, asked), years);
}

/** What earlier students say of a site, in two lines, where students wish. */
export function SaidShort({ evaluation }: { readonly evaluation: SiteEvaluation }) {
	const language = useLanguage();
	const text = evaluateText[language];
	const { shown } = evaluation;
	return (
		<p>
			<strong>{text.earlier}:</strong>{" "}
			{shown &&
				`${counted
					.map(
						(key) =>
							`${text.of(formatNumber(language, shown[key]), formatNumber(language, shown.answered))} ${text.agree[key]}`,
					)
					.join(", ")}. `}
			<span className="quiet">{baseOf(evaluation, language)}</span>
		</p>
	);
}

/** What earlier students say of a site, with the base it rests on, and what they have written, where that may be read. */
export function SaidOfSite({
	evaluation,
	remarks,
}: {
	readonly evaluation: SiteEvaluation | null;
	readonly remarks: readonly { readonly year: number; readonly remark: string }[] | null;
}) {
	const language = useLanguage();
	const text = evaluateText[language];
	const shown = evaluation?.shown ?? null;
	return (
		<Section title={text.siteTitle} lead={evaluation === null ? text.nobody : baseOf(evaluation, language)}>
			{shown && (
				<ul className="figures">
					{counted.map((key) => (
						<li key={key}>
							<strong>{text.of(formatNumber(language, shown[key]), formatNumber(language, shown.answered))}</strong>{" "}
							{text.agree[key]}
						</li>
					))}
				</ul>
			)}
			{shown && remarks && (
				<>
					<h3 className="ds-heading" data-size="2xs">
						{text.remarks}
					</h3>
					<p className="quiet">{remarks.length === 0 ? text.noRemarks : text.remarksLead}</p>
					{remarks.map(({ year, remark }) => (
						<blockquote className="quoted" key={`${year} ${remark}`}>
							<p>{remark}</p>
							<p className="quiet">{year}</p>
						</blockquote>
					))}
				</>
			)}
		</Section>
	);
}
