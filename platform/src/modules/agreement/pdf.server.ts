import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { formatDate, type Language, localeOf } from "../../language.ts";
import type { Content, Party, ThemeContact } from "./contract.ts";
import { documentText } from "./document.text.ts";
import { type DocumentPart, documentOf } from "./document.ts";
import { agreementText } from "./text.ts";
import { amountInWords, inOneSentence, nameOfTheme, scopeInWords } from "./words.ts";

type Pdf = InstanceType<typeof PDFDocument>;
type Structure = ReturnType<Pdf["struct"]>;

const require = createRequire(import.meta.url);
const fileOf = (subset: string, weight: number) =>
	require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`);
const weights = { regular: 400, bold: 600 } as const;
type Weight = keyof typeof weights;

/** Points: a point is a 72nd of an inch. */
const margin = 64;
const footerHeight = 40;
const sizes = { title: 20, chapter: 13, heading: 11, text: 10, small: 8 } as const;

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
	const { language, content } = given;
	const document = new PDFDocument({
		...{ size: "A4", margins: { top: margin, left: margin, right: margin, bottom: margin + footerHeight } },
		...{ bufferPages: true, tagged: true, pdfVersion: "1.7", lang: localeOf[language], displayTitle: true },
		font: fileOf("latin", weights.regular),
		info: { Title: content.facts.title, Creator: "Læringsarena", Producer: "Læringsarena" },
	});
	for (const weight of ["regular", "bold"] as const) {
		document.registerFont(weight, fileOf("latin", weights[weight]));
		document.registerFont(`${weight}-more`, fileOf("latin-ext", weights[weight]));
	}
	const chunks: Buffer[] = [];
	document.on("data", (chunk: Buffer) => chunks.push(chunk));
	const written = new Promise<void>((resolve, reject) => {
		document.on("end", resolve);
		document.on("error", reject);
	});
	const root = document.struct("Document");
	document.addStructure(root);
	writeHead(document, root, given);
	for (const part of documentOf(language, content)) writePart(document, root, part, given);
	writeContacts(document, root, given);
	writeSignatures(document, root, given);
	root.end();
	writeFeet(document, given);
	document.end();
	await written;
	return Buffer.concat(chunks);
}

type Written = {
	readonly weight?: Weight;
	readonly size?: number;
	readonly gap?: number;
	readonly width?: number;
	readonly at?: { readonly x: number; readonly y: number };
	readonly colour?: string;
};

/** Letters the first file of the font has: Latin-1 and common signs. Others are in the next, Sámi letters among them. */
const beyond =
	/[^\t\n\r\u0020-\u00ff\u0131\u0152\u0153\u02bb-\u02dc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215\ufeff]+/gu;

function write(document: Pdf, words: string, written: Written = {}): void {
	const { weight = "regular", size = sizes.text, gap = 4, at, colour = "#1e2b3c" } = written;
	const pieces = splitByFont(words);
	document.fontSize(size).fillColor(colour);
	for (const [index, piece] of pieces.entries()) {
		document.font(piece.isBeyond ? `${weight}-more` : weight);
		const options = {
			...{ continued: index < pieces.length - 1, paragraphGap: gap, lineGap: 2 },
			...(written.width === undefined ? {} : { width: written.width }),
		};
		if (index === 0 && at) document.text(piece.text, at.x, at.y, options);
		else document.text(piece.text, options);
	}
}

function splitByFont(words: string): readonly { readonly text: string; readonly isBeyond: boolean }[] {
	const pieces: { text: string; isBeyond: boolean }[] = [];
	let from = 0;
	for (const match of words.matchAll(beyond)) {
		if (match.index > from) pieces.push({ text: words.slice(from, match.index), isBeyond: false });
		pieces.push({ text: match[0], isBeyond: true });
		from = match.index + match[0].length;
	}
	if (from < words.length || pieces.length === 0) pieces.push({ text: words.slice(from), isBeyond: false });
	return pieces;
}

function writeHead(document: Pdf, root: Structure, { language, content }: PdfGiven): void {
	const words = agreementText[language];
	root.add(
		document.struct("P", {}, () => {
			write(document, words.kinds[content.facts.kind], { size: sizes.text, colour: "#50607a", gap: 2 });
		}),
	);
	root.add(
		document.struct("H1", {}, () => {
			write(document, content.facts.title, { weight: "bold", size: sizes.title, gap: 8 });
		}),
	);
	root.add(
		document.struct("P", {}, () => {
			const between = inOneSentence(
				language,
				content.parties.map(({ name }) => name),
			);
			write(document, `${documentText[language].between} ${between}`, { size: sizes.heading, gap: 10 });
		}),
	);
	rule(document, document.y);
	document.moveDown(0.4);
}

/** Makes room for a heading and something under it. */
function keepTogether(document: Pdf, height: number): void {
	if (document.y + height > document.page.height - margin - footerHeight) document.addPage();
}

function writePart(document: Pdf, root: Structure, part: DocumentPart, given: PdfGiven): void {
	const isChapter = part.level === 2;
	// A chapter that begins with a paragraph of its own takes the heading of that along.
	keepTogether(document, isChapter && part.paragraphs.length === 0 ? 120 : 60);
	if (isChapter) document.moveDown(0.6);
	root.add(
		document.struct(isChapter ? "H2" : "H3", {}, () => {
			write(document, `${part.number} ${part.title}`, {
				...{ weight: "bold", size: isChapter ? sizes.chapter : sizes.heading, gap: 5 },
			});
		}),
	);
	for (const { label, text } of part.paragraphs)
		root.add(
			document.struct("P", {}, () => {
				if (label !== null) write(document, label, { weight: "bold", size: 9, colour: "#50607a", gap: 0 });
				write(document, text, { gap: 6 });
			}),
		);
	if (part.commitments.length > 0) writeCommitments(document, root, part, given);
}

function writeCommitments(document: Pdf, root: Structure, part: DocumentPart, { language, content }: PdfGiven): void {
	const text = documentText[language];
	const whole = document.page.width - 2 * margin;
	const columns = [0.4, 0.24, 0.36].map((share) => share * whole);
	const rows = part.commitments.map((one) => [
		one.what,
		content.parties.find(({ id }) => id === one.partyId)?.name ?? "",
		[amountInWords(language, one), scopeInWords(language, one)].filter((word) => word !== "").join(", "),
	]);
	const table = document.struct("Table");
	root.add(table);
	writeRow(document, table, [text.what, text.who, text.amount], columns, true);
	for (const row of rows) writeRow(document, table, row, columns, false);
	table.end();
	document.x = margin;
	document.moveDown(0.8);
}

function writeRow(
	document: Pdf,
	table: Structure,
	cells: readonly string[],
	columns: readonly number[],
	isHead: boolean,
): void {
	const weight = isHead ? "bold" : "regular";
	document.font(weight).fontSize(9);
	const height = Math.max(
		...cells.map((cell, index) => document.heightOfString(cell, { width: (columns[index] ?? 0) - 8, lineGap: 2 })),
	);
	keepTogether(document, height + 8);
	const top = document.y + 4;
	const row = document.struct("TR");
	table.add(row);
	let x = margin;
	for (const [index, cell] of cells.entries()) {
		const width = (columns[index] ?? 0) - 8;
		const at = { x, y: top };
		row.add(
			document.struct(isHead ? "TH" : "TD", {}, () => {
				write(document, cell, { weight, size: 9, gap: 0, width, at });
			}),
		);
		x += columns[index] ?? 0;
	}
	row.end();
	rule(document, top + height + 3);
}

/** A thin line across the page; writing goes on under it. */
function rule(document: Pdf, y: number): void {
	document.markContent("Artifact", { type: "Layout" });
	document
		.moveTo(margin, y)
		.lineTo(document.page.width - margin, y)
		.lineWidth(0.5)
		.strokeColor("#c4cbd6")
		.stroke();
	document.endMarkedContent();
	document.x = margin;
	document.y = y;
}

function writeContacts(document: Pdf, root: Structure, { language, content, contacts }: PdfGiven): void {
	const text = documentText[language];
	const named = contacts.filter(({ name }) => name !== "");
	if (named.length === 0) return;
	heading(document, root, text.contacts);
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
		root.add(
			document.struct("P", {}, () => {
				write(document, nameOfTheme(language, theme.theme, theme.name), { weight: "bold", size: 9, gap: 0 });
				write(document, lines.join("\n"), { size: 9, gap: 5 });
			}),
		);
	}
}

function heading(document: Pdf, root: Structure, title: string): void {
	keepTogether(document, 80);
	document.moveDown(0.6);
	root.add(
		document.struct("H2", {}, () => {
			write(document, title, { weight: "bold", size: sizes.chapter, gap: 6 });
		}),
	);
}

function writeSignatures(document: Pdf, root: Structure, { language, parties, isSigned }: PdfGiven): void {
	const text = documentText[language];
	const signing = parties.filter(({ signs }) => signs);
	if (signing.length === 0) return;
	heading(document, root, text.signatures);
	for (const party of signing) {
		keepTogether(document, 64);
		root.add(
			document.struct("P", {}, () => {
				write(document, party.name, { weight: "bold", gap: 1 });
				if (isSigned && party.signedOn !== null && party.signedBy !== null) {
					const way = party.signedWay === null ? "" : agreementText[language].signingWays[party.signedWay];
					write(document, text.signedBy(party.signedBy, party.signedAs ?? ""), { gap: 0 });
					write(document, text.signedOn(formatDate(language, party.signedOn), way), { size: 9, gap: 12 });
				} else write(document, `\n${"_".repeat(48)}\n${text.signHere}`, { size: 9, gap: 12, colour: "#50607a" });
			}),
		);
	}
}

/** At the foot of each page: which text it is and from when, and which page. */
function writeFeet(document: Pdf, { language, content, number, madeAt, fingerprint }: PdfGiven): void {
	const text = documentText[language];
	const { count } = document.bufferedPageRange();
	for (let page = 0; page < count; page++) {
		document.switchToPage(page);
		// Below the margin nothing may begin a new page.
		document.page.margins.bottom = 0;
		const y = document.page.height - margin;
		document.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
		document.font("regular").fontSize(sizes.small).fillColor("#50607a");
		const made = madeAt === null ? "" : `, ${formatDate(language, madeAt)}`;
		const which = number === null ? text.notPutForward : `${text.version(number)}${made}`;
		const width = document.page.width - 2 * margin;
		document.text(`${shortened(content.facts.title)} · ${which}`, margin, y, { lineBreak: false });
		document.text(text.page(page + 1, count), margin, y, { width, align: "right", lineBreak: false });
		if (number !== null) document.text(text.fingerprint(fingerprint), margin, y + 12, { lineBreak: false });
		document.endMarkedContent();
	}
}

/** As much of a title as there is room for beside the rest of a foot. */
function shortened(title: string): string {
	return title.length <= 50 ? title : `${title.slice(0, 49).trimEnd()}…`;
}
