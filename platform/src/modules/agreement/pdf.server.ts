import { formatDate, type Language } from "../../language.ts";
import {
	block,
	heading,
	keepTogether,
	labelled,
	openPaper,
	type Paper,
	quietColour,
	rule,
	shortened,
	sizes,
	table,
	write,
} from "../../paper/paper.server.ts";
import type { Content, Party, ThemeContact } from "./contract.ts";
import { documentText } from "./document.text.ts";
import { type DocumentPart, documentOf } from "./document.ts";
import { agreementText } from "./text.ts";
import { amountInWords, inOneSentence, nameOfTheme, scopeInWords } from "./words.ts";

/** What is written as PDF: a text, who has signed it, whom to turn to, and which version it is. */
export type PdfGiven = {
	readonly language: Language;
	readonly content: Content;
	readonly parties: readonly Party[];
	readonly contacts: readonly ThemeContact[];
	/** The version put forward that the text is; none for a draft or a text that has changed since. */
	readonly number: number | null;
	/** When that version was put forward. */
	readonly madeAt: Date | null;
	readonly fingerprint: string;
	/** Whether signatures on the parties are of this text. */
	readonly isSigned: boolean;
};

/** An agreement as a tagged PDF (A4) in its language, with page numbers, version and fingerprint at the foot of each page. */
export async function writePdf(given: PdfGiven): Promise<Buffer> {
	const { language, content, number, madeAt } = given;
	const paper = openPaper(language, content.facts.title);
	writeHead(paper, given);
	for (const part of documentOf(language, content)) writePart(paper, part, given);
	writeContacts(paper, given);
	writeSignatures(paper, given);
	const text = documentText[language];
	const made = madeAt === null ? "" : `, ${formatDate(language, madeAt)}`;
	const which = number === null ? text.notPutForward : `${text.version(number)}${made}`;
	return paper.finish((page, count) => ({
		left: `${shortened(content.facts.title)} · ${which}`,
		right: text.page(page, count),
		...(number === null ? {} : { under: text.fingerprint(given.fingerprint) }),
	}));
}

function writeHead(paper: Paper, { language, content }: PdfGiven): void {
	const words = agreementText[language];
	block(paper, "P", () => write(paper, words.kinds[content.facts.kind], { colour: quietColour, gap: 2 }));
	block(paper, "H1", () => write(paper, content.facts.title, { weight: "bold", size: sizes.title, gap: 8 }));
	block(paper, "P", () => {
		const between = inOneSentence(
			language,
			content.parties.map(({ name }) => name),
		);
		write(paper, `${documentText[language].between} ${between}`, { size: sizes.heading, gap: 10 });
	});
	rule(paper);
	paper.document.moveDown(0.4);
}

function writePart(paper: Paper, part: DocumentPart, given: PdfGiven): void {
	const isChapter = part.level === 2;
	// A chapter that begins with a paragraph of its own takes the heading of that along.
	const room = isChapter && part.paragraphs.length === 0 ? 120 : 60;
	heading(paper, `${part.number} ${part.title}`, { level: part.level, room });
	for (const { label, text } of part.paragraphs) labelled(paper, label, text);
	if (part.commitments.length > 0) writeCommitments(paper, part, given);
}

function writeCommitments(paper: Paper, part: DocumentPart, { language, content }: PdfGiven): void {
	const text = documentText[language];
	const rows = part.commitments.map((one) => [
		one.what,
		content.parties.find(({ id }) => id === one.partyId)?.name ?? "",
		[amountInWords(language, one), scopeInWords(language, one)].filter((word) => word !== "").join(", "),
	]);
	table(paper, [0.4, 0.24, 0.36], [text.what, text.who, text.amount], rows);
}

function writeContacts(paper: Paper, { language, content, contacts }: PdfGiven): void {
	const text = documentText[language];
	const named = contacts.filter(({ name }) => name !== "");
	if (named.length === 0) return;
	heading(paper, text.contacts);
	for (const theme of content.themes) {
		const lines = content.parties.flatMap(({ id, name }) =>
			named
				.filter((one) => one.themeId === theme.id && one.partyId === id)
				.map((one) => {
					const deputy = one.deputyName === "" ? "" : `, ${text.deputy(one.deputyName)}`;
					return `${name}: ${one.name}${one.email === null ? "" : ` (${one.email})`}${deputy}`;
				}),
		);
		if (lines.length === 0) continue;
		block(paper, "P", () => {
			write(paper, nameOfTheme(language, theme.theme, theme.name), { weight: "bold", size: 9, gap: 0 });
			write(paper, lines.join("\n"), { size: 9, gap: 5 });
		});
	}
}

function writeSignatures(paper: Paper, { language, parties, isSigned }: PdfGiven): void {
	const text = documentText[language];
	const signing = parties.filter(({ signs }) => signs);
	if (signing.length === 0) return;
	heading(paper, text.signatures);
	for (const party of signing) {
		keepTogether(paper, 64);
		block(paper, "P", () => {
			write(paper, party.name, { weight: "bold", gap: 1 });
			if (isSigned && party.signedOn !== null && party.signedBy !== null) {
				const way = party.signedWay === null ? "" : agreementText[language].signingWays[party.signedWay];
				write(paper, text.signedBy(party.signedBy, party.signedAs ?? ""), { gap: 0 });
				write(paper, text.signedOn(formatDate(language, party.signedOn), way), { size: 9, gap: 12 });
			} else write(paper, `\n${"_".repeat(48)}\n${text.signHere}`, { size: 9, gap: 12, colour: quietColour });
		});
	}
}
