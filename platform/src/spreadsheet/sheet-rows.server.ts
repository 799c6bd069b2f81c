import type { Cell, MergedCell, PlainCell, RawRow } from "./cell.ts";
import { columnLetters } from "./cell.ts";
import { unescapeExcel } from "./excel-text.ts";
import { dateOfSerial } from "./kinds/date.ts";
import { Unreadable } from "./refusal.ts";
import type { SharedStrings } from "./shared-strings.server.ts";
import { readRichText } from "./shared-strings.server.ts";
import type { XmlCursor } from "./xml.server.ts";
import { xmlCursor } from "./xml.server.ts";

export type SheetContext = {
	readonly strings: SharedStrings;
	readonly isDateStyle: readonly boolean[];
	readonly from1904: boolean;
	readonly columnLimit: number;
};

/** Excel's own limits. */
const lastRow = 1_048_576;
const lastColumn = 16_384;

/** The rows of a sheet's XML, one at a time, cells merged downwards filled in. */
export function* readSheetRows(content: Buffer, part: string, context: SheetContext): Generator<RawRow> {
	const fill = mergeFiller(readMerges(content, part));
	const cursor = xmlCursor(content, part);
	const malformed = () => new Unreadable({ code: "malformed", detail: { part } });
	let inData = false;
	let number = 0;
	for (let token = cursor.next(); token !== "end"; token = cursor.next()) {
		if (token === "text") continue;
		const name = cursor.name();
		if (name === "sheetData") inData = token === "open";
		if (!inData || name !== "row" || token !== "open") continue;
		const said = cursor.attribute("r");
		const next = said === null ? number + 1 : Number(said);
		// Rows run downwards; in any other order the file was not made by a spreadsheet program.
		if (!Number.isInteger(next) || next <= number || next > lastRow) throw malformed();
		number = next;
		const cells: (Cell | undefined)[] = [];
		readCells(cursor, context, malformed, cells);
		fill(number, cells);
		if (cells.length > 0) yield { number, cells };
	}
}

function readCells(
	cursor: XmlCursor,
	context: SheetContext,
	malformed: () => Unreadable,
	cells: (Cell | undefined)[],
): void {
	let position = -1;
	for (let token = cursor.next(); token !== "end"; token = cursor.next()) {
		if (token === "text") continue;
		const name = cursor.name();
		if (name === "row" && token === "close") return;
		if (name !== "c" || token !== "open") continue;
		const next = cursor.columnAttribute("r") ?? position + 1;
		if (next <= position || next >= lastColumn) throw malformed();
		position = next;
		const cell = readCell(cursor, context, malformed);
		if (cell === null) continue;
		if (position >= context.columnLimit) {
			throw new Unreadable(
				{ code: "tooManyColumns", detail: { limit: context.columnLimit } },
				{ column: columnLetters(position) },
			);
		}
		cells[position] = cell;
	}
}

/** One cell, from just after its opening to its close. */
function readCell(cursor: XmlCursor, context: SheetContext, malformed: () => Unreadable): PlainCell {
	const type = cursor.attribute("t") ?? "n";
	const isDate = type === "n" && context.isDateStyle[Number(cursor.attribute("s") ?? -1)] === true;
	let cell: PlainCell = null;
	let isFormula = false;
	let inValue = false;
	for (let token = cursor.next(); token !== "end"; token = cursor.next()) {
		if (token === "text") {
			if (inValue) cell = cellOf(type, cursor, cell, context, malformed);
			continue;
		}
		const name = cursor.name();
		if (token === "close") {
			if (name === "c") break;
			if (name === "v") inValue = false;
		} else if (name === "v") inValue = true;
		else if (name === "f") isFormula = true;
		else if (name === "is") cell = readRichText(cursor, "is");
	}
	if (cell === null && isFormula && type !== "str") return { kind: "noResult" };
	if (!isDate || typeof cell !== "number") return cell;
	return { kind: "date", date: dateOfSerial(cell, context.from1904), serial: cell };
}

/** @param before what an earlier piece of the same value gave (a value cut in two by CDATA). */
function cellOf(
	type: string,
	cursor: XmlCursor,
	before: PlainCell,
	context: SheetContext,
	malformed: () => Unreadable,
): PlainCell {
	if (before !== null && type !== "str") throw malformed();
	switch (type) {
		case "s": {
			const text = context.strings(cursor.number());
			if (text === null) throw malformed();
			return text;
		}
		case "str":
			return (typeof before === "string" ? before : "") + unescapeExcel(cursor.text());
		case "b":
			return ["1", "true"].includes(cursor.text().trim());
		case "e":
			return { kind: "error", text: cursor.text() };
		case "d":
			return { kind: "date", date: /^\d{4}-\d\d-\d\d/.exec(cursor.text())?.[0] ?? null, serial: 0 };
		default: {
			const number = cursor.number();
			if (Number.isFinite(number)) return number;
			if (cursor.text().trim() === "") return null;
			throw malformed();
		}
	}
}

type Merge = { readonly range: string; readonly column: number; readonly top: number; readonly bottom: number };

/** Merged ranges higher than one row. They are written after the rows, so the tail of the part is read first. */
function readMerges(content: Buffer, part: string): readonly Merge[] {
	const merges: Merge[] = [];
	const tail = content.lastIndexOf("sheetData");
	if (tail < 0 || content.indexOf("mergeCell", tail) < 0) return merges;
	const cursor = xmlCursor(content, part);
	cursor.seek(content.indexOf(">", tail) + 1);
	for (let token = cursor.next(); token !== "end"; token = cursor.next()) {
		if (token !== "open" || cursor.name() !== "mergeCell") continue;
		const range = cursor.attribute("ref") ?? "";
		const [from = "", to = ""] = range.split(":");
		const column = cursor.columnAttribute("ref") ?? lastColumn;
		const top = Number(/\d+$/.exec(from)?.[0]);
		const bottom = Number(/\d+$/.exec(to)?.[0]);
		if (bottom > top) merges.push({ range, column, top, bottom });
	}
	return merges.sort((a, b) => a.top - b.top);
}

/** Gives the cells under the first of a downward merge its content, which is what a person sees there. Rows must come in order. */
function mergeFiller(merges: readonly Merge[]): (row: number, cells: (Cell | undefined)[]) => void {
	const active = new Map<number, { readonly bottom: number; readonly cell: MergedCell }>();
	let next = 0;
	return (row, cells) => {
		for (const [column, { bottom, cell }] of active) {
			if (row > bottom) active.delete(column);
			else cells[column] = cell;
		}
		for (let merge = merges[next]; merge && merge.top <= row; merge = merges[next]) {
			next += 1;
			const content = cells[merge.column];
			// A first row that is not in the file is blank, and so is all of the merge.
			if (merge.top < row || content === undefined || isMerged(content) || content === null) continue;
			active.set(merge.column, { bottom: merge.bottom, cell: { kind: "merged", range: merge.range, content } });
		}
	};
}

function isMerged(cell: Cell): cell is MergedCell {
	return typeof cell === "object" && cell !== null && cell.kind === "merged";
}
