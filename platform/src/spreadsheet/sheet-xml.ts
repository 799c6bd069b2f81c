import type { Language } from "../language.ts";
import { columnLetters } from "./cell.ts";
import type { CellValue, Column } from "./contract.ts";
import { escapeExcel } from "./excel-text.ts";
import { protectApostrophe } from "./formula.ts";
import { serialOfDate } from "./kinds/date.ts";
import { longestCell } from "./kinds/words.ts";
import { escapeXml, sheetDocument, style } from "./workbook-xml.ts";
import { writingText } from "./writing-text.ts";
import type { WrittenSheet } from "./written.ts";
import { writtenText, yesNoWords } from "./written.ts";

/** Rows in one piece: making it takes a few milliseconds. */
const rowsInPiece = 200;

/** One sheet, piece by piece. `lists` has the range of labels of the columns that have choices. */
export function sheetXml(
	sheet: WrittenSheet,
	lists: ReadonlyMap<Column, string>,
	language: Language,
	isFirst: boolean,
): Iterable<string> {
	return sheetDocument(sheetParts(sheet, lists, language, isFirst));
}

/** In the order the standard wants: view, columns, rows, filter, rules. */
function* sheetParts(
	{ columns, rows, spareRows }: WrittenSheet,
	lists: ReadonlyMap<Column, string>,
	language: Language,
	isFirst: boolean,
): Generator<string> {
	const letters = columns.map((_, index) => columnLetters(index));
	const selected = isFirst ? ' tabSelected="1"' : "";
	yield `<sheetViews><sheetView${selected} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>`;
	const widths = columns.map((column, index) => {
		const width = widthOf(column, index, rows, language);
		return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleOf(column)}" customWidth="1"/>`;
	});
	if (columns.length > 0) yield `<cols>${widths.join("")}</cols>`;
	const header = columns.map((column, index) => textXml(`${letters[index]}1`, column.headers[language], style.header));
	yield `<sheetData><row r="1">${header.join("")}</row>`;
	for (let from = 0; from < rows.length; from += rowsInPiece) {
		let piece = "";
		for (let index = from; index < Math.min(from + rowsInPiece, rows.length); index += 1) {
			const values = rows[index] ?? [];
			piece += `<row r="${index + 2}">`;
			for (let place = 0; place < columns.length; place += 1) {
				const column = columns[place];
				const value = values[place] ?? null;
				if (column && value !== null) piece += cellXml(`${letters[place]}${index + 2}`, column, value, language);
			}
			piece += "</row>";
		}
		yield piece;
	}
	yield "</sheetData>";
	if (columns.length > 0) yield `<autoFilter ref="A1:${letters.at(-1)}${rows.length + 1}"/>`;
	yield rulesXml(columns, lists, Math.max(1 + rows.length + spareRows, 2), language);
}

/** Columns of text and nothing else. */
export function plainSheetXml(columns: readonly (readonly string[])[]): Iterable<string> {
	const length = Math.max(0, ...columns.map((column) => column.length));
	const rows = Array.from({ length }, (_, row) => {
		const cells = columns.map((column, place) => {
			const text = column[row];
			return text === undefined ? "" : textXml(`${columnLetters(place)}${row + 1}`, text, style.text);
		});
		return `<row r="${row + 1}">${cells.join("")}</row>`;
	});
	return sheetDocument(["<sheetData>", ...rows, "</sheetData>"]);
}

/** The labels a person may choose from, null where the column has no such list. */
export function choiceList(column: Column, language: Language): readonly string[] | null {
	if (column.kind === "yesNo") return yesNoWords[language];
	return column.kind === "choice" ? column.choices.map((choice) => choice.labels[language]) : null;
}

function rulesXml(
	columns: readonly Column[],
	lists: ReadonlyMap<Column, string>,
	last: number,
	language: Language,
): string {
	const { chooseTitle, choose } = writingText[language];
	const rules = columns.flatMap((column, index) => {
		const list = lists.get(column);
		if (list === undefined) return [];
		const range = `${columnLetters(index)}2:${columnLetters(index)}${last}`;
		return [
			`<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="${escapeXml(chooseTitle)}" error="${escapeXml(choose)}" sqref="${range}"><formula1>${escapeXml(list)}</formula1></dataValidation>`,
		];
	});
	return rules.length === 0 ? "" : `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

function cellXml(reference: string, column: Column, value: NonNullable<CellValue>, language: Language): string {
	if (typeof value === "number") return numberXml(reference, value, styleOf(column));
	const serial = column.kind === "date" && typeof value === "string" ? serialOfDate(value) : null;
	if (serial !== null) return numberXml(reference, serial, style.date);
	const textStyle = column.kind === "text" ? style.wrappedText : style.text;
	return textXml(reference, writtenText(column, value, language), textStyle);
}

function numberXml(reference: string, value: number, styleIndex: number): string {
	if (!Number.isFinite(value)) throw new RangeError("A number that is not finite cannot be written");
	return `<c r="${reference}" s="${styleIndex}"><v>${value}</v></c>`;
}

function textXml(reference: string, text: string, styleIndex: number): string {
	const whole = escapeExcel(protectApostrophe(text));
	const safe = whole.length <= longestCell ? whole : `${whole.slice(0, longestCell - 1)}…`;
	return `<c r="${reference}" s="${styleIndex}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(safe)}</t></is></c>`;
}

function styleOf(column: Column): number {
	switch (column.kind) {
		case "wholeNumber":
			return style.wholeNumber;
		case "decimal":
		case "latitude":
		case "longitude":
			return style.decimal;
		case "date":
			return style.date;
		case "text":
			return style.wrappedText;
		default:
			return style.text;
	}
}

/** Characters, by the header and the first rows; long texts wrap. */
function widthOf(column: Column, index: number, rows: WrittenSheet["rows"], language: Language): number {
	let longest = column.headers[language].length + 3;
	for (const row of rows.slice(0, 200)) {
		const value = row[index] ?? null;
		if (value === null) continue;
		const text = typeof value === "number" ? String(value) : writtenText(column, value, language);
		longest = Math.max(longest, text.length + 1);
	}
	return Math.min(Math.max(longest, 10), 60);
}
