import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { type Language, localeOf } from "../language.ts";

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
export const sizes = { title: 20, chapter: 13, heading: 11, text: 10, small: 8 } as const;
export const quietColour = "#50607a";

/** What stands at the foot of a page. */
export type Foot = { readonly left: string; readonly right: string; readonly under?: string };

/** A tagged PDF (A4) being written from the top; whoever listens to it hears headings, paragraphs and tables. */
export type Paper = {
	readonly document: Pdf;
	readonly root: Structure;
	/** Writes the foot of each page and closes it. */
	finish(foot: (page: number, count: number) => Foot): Promise<Buffer>;
};

export function openPaper(language: Language, title: string): Paper {
	const document = new PDFDocument({
		...{ size: "A4", margins: { top: margin, left: margin, right: margin, bottom: margin + footerHeight } },
		...{ bufferPages: true, tagged: true, pdfVersion: "1.7", lang: localeOf[language], displayTitle: true },
		font: fileOf("latin", weights.regular),
		info: { Title: title, Creator: "Læringsarena", Producer: "Læringsarena" },
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
	return {
		...{ document, root },
		async finish(foot) {
			root.end();
			writeFeet(document, foot);
			document.end();
			await written;
			return Buffer.concat(chunks);
		},
	};
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

/** Writes words where the last ended, or at a place. Inside `block`, so that they are part of what is heard. */
export function write({ document }: Pick<Paper, "document">, words: string, written: Written = {}): void {
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

/** One thing that is heard by itself: a heading or a paragraph. */
export function block({ document, root }: Paper, tag: "H1" | "H2" | "H3" | "H4" | "P", content: () => void): void {
	root.add(document.struct(tag, {}, content));
}

/** Makes room for a heading and something under it, points. */
export function keepTogether({ document }: Paper, height: number): void {
	if (document.y + height > document.page.height - margin - footerHeight) document.addPage();
}

/** A heading with room for what comes under it. */
export function heading(paper: Paper, title: string, { level = 2, room = 80 } = {}): void {
	keepTogether(paper, room);
	if (level === 2) paper.document.moveDown(0.6);
	block(paper, level === 2 ? "H2" : level === 3 ? "H3" : "H4", () =>
		write(paper, title, {
			...{ weight: "bold", size: level === 2 ? sizes.chapter : level === 3 ? sizes.heading : sizes.text },
			gap: level === 2 ? 6 : 5,
		}),
	);
}

/** Room for a label and two lines of what stands under it, points: a label is never left alone at the foot of a page. */
const labelledRoom = 48;

/** A paragraph, under its label where it has one. */
export function labelled(paper: Paper, label: string | null, words: string): void {
	if (label !== null) keepTogether(paper, labelledRoom);
	block(paper, "P", () => {
		if (label !== null) write(paper, label, { weight: "bold", size: 9, colour: quietColour, gap: 0 });
		write(paper, words, { gap: 6 });
	});
}

/** A table over the whole width; a column's share of it is of 1 in all. */
export function table(
	paper: Paper,
	shares: readonly number[],
	head: readonly string[],
	rows: readonly (readonly string[])[],
): void {
	const { document, root } = paper;
	const whole = document.page.width - 2 * margin;
	const columns = shares.map((share) => share * whole);
	const structure = document.struct("Table");
	root.add(structure);
	writeRow(paper, structure, head, columns, true);
	for (const row of rows) writeRow(paper, structure, row, columns, false);
	structure.end();
	document.x = margin;
	document.moveDown(0.8);
}

function writeRow(
	paper: Paper,
	structure: Structure,
	cells: readonly string[],
	columns: readonly number[],
	isHead: boolean,
): void {
	const { document } = paper;
	const weight = isHead ? "bold" : "regular";
	document.font(weight).fontSize(9);
	const height = Math.max(
		...cells.map((cell, index) => document.heightOfString(cell, { width: (columns[index] ?? 0) - 8, lineGap: 2 })),
	);
	keepTogether(paper, height + 8);
	const top = document.y + 4;
	const row = document.struct("TR");
	structure.add(row);
	let x = margin;
	for (const [index, cell] of cells.entries()) {
		const width = (columns[index] ?? 0) - 8;
		const at = { x, y: top };
		row.add(
			document.struct(isHead ? "TH" : "TD", {}, () => {
				write(paper, cell, { weight, size: 9, gap: 0, width, at });
			}),
		);
		x += columns[index] ?? 0;
	}
	row.end();
	rule(paper, top + height + 3);
}

/** A thin line across the page; writing goes on under it. Nobody hears it. */
export function rule({ document }: Paper, y: number = document.y): void {
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

function writeFeet(document: Pdf, foot: (page: number, count: number) => Foot): void {
	const { count } = document.bufferedPageRange();
	for (let page = 0; page < count; page++) {
		document.switchToPage(page);
		// Below the margin nothing may begin a new page.
		document.page.margins.bottom = 0;
		const y = document.page.height - margin;
		const { left, right, under } = foot(page + 1, count);
		document.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
		document.font("regular").fontSize(sizes.small).fillColor(quietColour);
		const width = document.page.width - 2 * margin;
		document.text(left, margin, y, { lineBreak: false });
		document.text(right, margin, y, { width, align: "right", lineBreak: false });
		if (under !== undefined) document.text(under, margin, y + 12, { lineBreak: false });
		document.endMarkedContent();
	}
}

/** As much of a title as there is room for beside the rest of a foot. */
export function shortened(title: string): string {
	return title.length <= 50 ? title : `${title.slice(0, 49).trimEnd()}…`;
}

/** A PDF to keep, called what it is about. */
export function pdfAnswer(title: string, pdf: Buffer): Response {
	const name = `${title.replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, " ").slice(0, 120)}.pdf`;
	return new Response(new Uint8Array(pdf), {
		headers: {
			"Content-Type": "application/pdf",
			"Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
		},
	});
}
