import { formatDate, formatNumber, formatShortDate, type Language } from "../../../language.ts";
import type { Written } from "../../../registry/written.server.ts";
import { nameOfEntry } from "../framework/name.ts";
import { measureText } from "../measure/text.ts";
import type { PlanContent, PlannedGap, PlannedMeasure } from "./contract.ts";
import { planDocumentText } from "./document.text.ts";
import { sumsOf } from "./rules.ts";

/** What a plan is about, as labels and words. */
export function aboutPlan(language: Language, content: PlanContent, scope: string) {
	const text = planDocumentText[language];
	return [
		{
			label: text.period,
			text: `${formatDate(language, content.firstDay)} – ${formatDate(language, content.lastDay)}`,
		},
		{ label: text.scope, text: scope },
		{ label: text.owner, text: content.ownerName },
		...(content.introduction === "" ? [] : [{ label: null, text: content.introduction }]),
	];
}

/** The cells of what is lacking of one competence. */
export function gapCells(language: Language, gap: PlannedGap): readonly [string, string, string, string, string] {
	const number = (value: number) => formatNumber(language, Math.round(value * 10) / 10);
	const known = planDocumentText[language].ofUnits(number(gap.known), number(gap.units));
	const [now, ahead] = gap.known === 0 ? ["", ""] : [number(gap.now), number(gap.ahead)];
	return [nameOfEntry(language, gap), now, ahead, number(gap.closed), known];
}

/** The cells of a measure: what it is, what it gives, what it costs, and who owns it. */
export function measureCells(language: Language, measure: PlannedMeasure): readonly [string, string, string, string] {
	const text = planDocumentText[language];
	const words = measureText[language];
	const number = (value: number) => formatNumber(language, value);
	const entry = measure.entry === null ? "" : nameOfEntry(language, measure.entry);
	return [
		`${measure.priority}. ${measure.title} (${words.kinds[measure.kind]}, ${measure.unitName ?? words.wholeScope})`,
		listed([
			entry,
			measure.closes === null ? "" : text.positions(number(measure.closes)),
			measure.persons === null ? "" : text.persons(number(measure.persons)),
		]),
		listed([
			measure.cost === null ? text.noCost : text.kroner(number(measure.cost)),
			words.financings[measure.financing].toLocaleLowerCase("nb"),
			measure.substitutePositions === null ? "" : text.substitutes(number(measure.substitutePositions)),
		]),
		listed([
			measure.ownerName,
			measure.deputyName === "" ? "" : text.deputy(measure.deputyName),
			measure.dueOn === null ? "" : text.by(formatShortDate(language, measure.dueOn)),
			words.statuses[measure.status].toLocaleLowerCase("nb"),
		]),
	];
}

function listed(words: readonly string[]): string {
	return words.filter((word) => word !== "").join(", ");
}

/** What the measures come to, in sentences. */
export function sumsInWords(language: Language, content: PlanContent): readonly string[] {
	const text = planDocumentText[language];
	const { cost, costless, measures, substitutes } = sumsOf(content.measures);
	const number = (value: number) => formatNumber(language, value);
	return [
		text.sum(number(cost), number(measures)),
		...(costless === 0 ? [] : [text.costless(number(costless))]),
		...(substitutes === 0 ? [] : [text.substituteSum(number(substitutes))]),
	];
}

/** A plan from top to bottom, for those who are asked about it and cannot open it. */
export function sectionsOfPlan(language: Language, content: PlanContent, scope: string): Written["sections"] {
	const text = planDocumentText[language];
	const paragraph = (words: string) => [{ label: null, text: words }];
	const sections: Written["sections"] = [
		{ title: text.about, level: 1, paragraphs: aboutPlan(language, content, scope), points: [] },
		{
			title: text.gaps,
			level: 1,
			paragraphs: paragraph(content.gaps.length === 0 ? text.noGaps : text.gapsBase),
			points: content.gaps.map((gap) => {
				const [entry, now, ahead, closed] = gapCells(language, gap);
				const [known, units] = [formatNumber(language, gap.known), formatNumber(language, gap.units)];
				return text.gap({ entry, now: now || "?", ahead: ahead || "?", closed, known, units });
			}),
		},
		{
			title: text.measures,
			level: 1,
			paragraphs: content.measures.length === 0 ? paragraph(text.noMeasures) : [],
			points: content.measures.map((one) =>
				measureCells(language, one)
					.filter((cell) => cell !== "")
					.join(". "),
			),
		},
		{
			title: text.sums,
			level: 1,
			paragraphs: content.measures.length === 0 ? [] : paragraph(sumsInWords(language, content).join(" ")),
			points: [],
		},
	];
	return sections.filter(({ paragraphs, points }) => paragraphs.length + points.length > 0);
}
