import type { Language } from "../../../language.ts";
import {
	block,
	heading,
	labelled,
	openPaper,
	type Paper,
	quietColour,
	rule,
	shortened,
	sizes,
	table,
	write,
} from "../../../paper/paper.server.ts";
import type { PlanContent } from "./contract.ts";
import { planDocumentText } from "./document.text.ts";
import { aboutPlan, gapCells, measureCells, sumsInWords } from "./document.ts";

/** What is written as PDF: what a plan says, whose it is, and which version of it that is. */
export type PlanPdf = {
	readonly language: Language;
	readonly content: PlanContent;
	readonly organisation: string;
	/** What it holds for, in words. */
	readonly scope: string;
	/** Which version it is, in words. */
	readonly edition: string;
};

/** A plan for the council as a tagged PDF (A4), with its version and page numbers at the foot of each page. */
export function writePlanPdf(given: PlanPdf): Promise<Buffer> {
	const { language, content, organisation, scope, edition } = given;
	const text = planDocumentText[language];
	const paper = openPaper(language, content.title);
	paragraph(paper, `${text.kind}, ${organisation}`, quietColour);
	block(paper, "H1", () => write(paper, content.title, { weight: "bold", size: sizes.title, gap: 8 }));
	paragraph(paper, edition, quietColour);
	rule(paper);
	heading(paper, text.about);
	for (const { label, text: words } of aboutPlan(language, content, scope)) labelled(paper, label, words);
	writeGaps(paper, given);
	writeMeasures(paper, given);
	return paper.finish((page, pages) => ({
		left: `${shortened(content.title)} · ${edition}`,
		right: text.page(page, pages),
	}));
}

function paragraph(paper: Paper, words: string, colour?: string): void {
	block(paper, "P", () => write(paper, words, { gap: 6, ...(colour === undefined ? {} : { colour }) }));
}

function writeGaps(paper: Paper, { language, content }: PlanPdf): void {
	const text = planDocumentText[language];
	const { entry, now, ahead, closed, units } = text.columns;
	heading(paper, text.gaps);
	paragraph(paper, content.gaps.length === 0 ? text.noGaps : text.gapsBase);
	if (content.gaps.length > 0)
		table(
			paper,
			[0.36, 0.15, 0.13, 0.18, 0.18],
			[entry, now, ahead, closed, units],
			content.gaps.map((gap) => gapCells(language, gap)),
		);
}

function writeMeasures(paper: Paper, { language, content }: PlanPdf): void {
	const text = planDocumentText[language];
	heading(paper, text.measures);
	if (content.measures.length === 0) {
		paragraph(paper, text.noMeasures);
		return;
	}
	const { measure, effect, cost, owner } = text.measureColumns;
	table(
		paper,
		[0.36, 0.2, 0.22, 0.22],
		[measure, effect, cost, owner],
		content.measures.map((one) => measureCells(language, one)),
	);
	heading(paper, text.sums);
	for (const words of sumsInWords(language, content)) paragraph(paper, words);
}
