import type { Language } from "../language.ts";
import { formatNumber } from "../language.ts";
import { columnLetters } from "./cell.ts";
import type { Column, Contract } from "./contract.ts";
import { norwegianDate } from "./sentences.ts";
import { writeWorkbook } from "./write.server.ts";
import { writingText } from "./writing-text.ts";
import type { WrittenSheet } from "./written.ts";
import { sheetOf } from "./written.ts";

/** Empty rows that offer the choices. */
const rowsToFill = 1000;

/** An empty workbook to fill in, with a sheet that explains each column. */
export function writeTemplate(contract: Contract, language: Language): Promise<Uint8Array> {
	const empty = sheetOf(contract, [], { name: contract.title[language], spareRows: rowsToFill });
	return writeWorkbook({ sheets: [empty, explanationSheet(contract, language)], language });
}

function explanationSheet(contract: Contract, language: Language): WrittenSheet {
	const text = writingText[language];
	const column = <const Key extends string>(key: Key, header: string) =>
		({ key, kind: "text", headers: { nb: header, nn: header, en: header } }) as const;
	const columns = [
		column("column", text.column),
		column("required", text.required),
		column("meaning", text.meaning),
		column("allowed", text.allowed),
		column("example", text.example),
	] as const;
	const rows = contract.columns.map((each, index) => ({
		// With its letter in front, no row here can be taken for the header of the sheet itself.
		column: text.columnName(columnLetters(index), each.headers[language]),
		required: each.required === true ? text.yes : text.no,
		meaning: each.explanation?.[language] ?? null,
		allowed: allowedText(each, language),
		example: each.example ?? null,
	}));
	return sheetOf({ columns }, rows, { name: text.explanation });
}

/** What a column takes, in words. */
function allowedText(column: Column, language: Language): string {
	const text = writingText[language];
	const figure = (value: number) => formatNumber(language, value);
	switch (column.kind) {
		case "text":
			return column.maximumLength === undefined ? text.longText : text.text(figure(column.maximumLength));
		case "wholeNumber":
		case "decimal":
			return between(text[column.kind], column.minimum, column.maximum, figure, language);
		case "date":
			return between(text.date, column.minimum, column.maximum, norwegianDate, language);
		case "choice":
			return text.oneOf(column.choices.map((choice) => choice.labels[language]).join(", "));
		default:
			return text[column.kind];
	}
}

function between<Value>(
	kind: string,
	minimum: Value | undefined,
	maximum: Value | undefined,
	show: (value: Value) => string,
	language: Language,
): string {
	const { from, to } = writingText[language];
	const low = minimum === undefined ? "" : ` ${from(show(minimum))}`;
	const high = maximum === undefined ? "" : ` ${to(show(maximum))}`;
	return low === "" && high === "" ? kind : `${kind},${low}${high}`;
}
