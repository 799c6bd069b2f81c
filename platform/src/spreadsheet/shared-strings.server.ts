import { unescapeExcel } from "./excel-text.ts";
import type { XmlCursor } from "./xml.server.ts";
import { xmlCursor } from "./xml.server.ts";

/** Texts a workbook keeps once and its cells point at by number; null where there is none. */
export type SharedStrings = (index: number) => string | null;

/**
 * Finds where each text begins; a text is made only when a cell asks for it, so that a sheet nobody reads costs little.
 */
export function sharedStrings(content: Buffer, part: string): SharedStrings {
	const starts: number[] = [];
	const cursor = xmlCursor(content, part);
	for (let token = cursor.next(); token !== "end"; token = cursor.next()) {
		if (token === "open" && cursor.name() === "si") starts.push(cursor.position());
	}
	const made: (string | undefined)[] = [];
	return (index) => {
		const known = made[index];
		if (known !== undefined) return known;
		const start = starts[index];
		if (start === undefined) return null;
		cursor.seek(start);
		const text = readRichText(cursor, "si");
		made[index] = text;
		return text;
	};
}

/**
 * The text of an element with plain or rich text, from just after its opening to its close. Phonetic guides (`rPh`) are
 * not part of the text.
 */
export function readRichText(cursor: XmlCursor, element: string): string {
	let text = "";
	let inText = false;
	let inGuide = false;
	for (let token = cursor.next(); token !== "end"; token = cursor.next()) {
		if (token === "text") {
			if (inText && !inGuide) text += cursor.text();
			continue;
		}
		const name = cursor.name();
		if (name === element && token === "close") break;
		if (name === "t") inText = token === "open";
		if (name === "rPh") inGuide = token === "open";
	}
	return unescapeExcel(text);
}
