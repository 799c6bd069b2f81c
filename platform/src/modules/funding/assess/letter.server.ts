import { formatDate, formatNumber, type Language } from "../../../language.ts";
import {
	block,
	heading,
	openPaper,
	quietColour,
	rule,
	shortened,
	sizes,
	table,
	write,
} from "../../../paper/paper.server.ts";
import { kronerOf } from "../amounts.ts";
import { callText } from "../call/text.ts";
import type { Decision } from "./contract.ts";
import { assessText } from "./text.ts";

export type Letter = {
	readonly decision: Decision;
	readonly giver: string;
	/** Who applied, the lead first. */
	readonly to: readonly string[];
	readonly title: string;
	readonly reference: string;
	readonly conditions: string;
};

/** The letter of a decision as a tagged PDF (A4): what is decided, why, on what conditions, and how it can be appealed. */
export async function writeLetter(language: Language, letter: Letter): Promise<Buffer> {
	const { decision, giver, to, title, reference } = letter;
	const text = assessText[language];
	const paper = openPaper(language, `${text.letterTitle}: ${title}`);
	const say = (words: string) => block(paper, "P", () => write(paper, words, { gap: 6 }));
	block(paper, "H1", () => write(paper, text.letterTitle, { weight: "bold", size: sizes.title, gap: 8 }));
	for (const line of [
		to.join(", "),
		giver,
		decision.decidedAt ? formatDate(language, decision.decidedAt) : "",
		reference,
	])
		if (line !== "") block(paper, "P", () => write(paper, line, { colour: quietColour, gap: 2 }));
	rule(paper);
	paper.document.moveDown(0.6);
	say(text.letterBody(title, reference));
	const sum = decision.granted.reduce((total, { kroner }) => total + kroner, 0);
	say(decision.outcome === "granted" ? text.letterGranted(kronerOf(language, sum)) : text.letterRefused);
	if (decision.outcome === "granted")
		table(
			paper,
			[0.5, 0.5],
			[text.decision, text.columns.granted],
			decision.granted.map(({ year, kroner }) => [text.grantedIn(String(year)), kronerOf(language, kroner)]),
		);
	heading(paper, text.because);
	say(decision.because);
	if (decision.outcome === "granted" && letter.conditions !== "") {
		heading(paper, callText[language].conditions);
		say([letter.conditions, decision.conditional && `${text.conditional}.`].filter(Boolean).join(" "));
	}
	heading(paper, text.appeal);
	say(text.letterAppeal(decision.appealBy ? formatDate(language, decision.appealBy) : ""));
	if (decision.decidedBy) say(decision.decidedBy);
	return paper.finish((page, count) => ({
		left: `${shortened(title)} · ${reference}`,
		right: `${formatNumber(language, page)} / ${formatNumber(language, count)}`,
	}));
}
