import type { Language } from "../language.ts";
import type { CellValue, Column, RowOf } from "./contract.ts";
import { escapeFormula } from "./formula.ts";
import { valuesOf, writtenText } from "./written.ts";

/** Rows made before others get their turn. */
const rowsAtATime = 1000;

/**
 * Rows as CSV that Excel in Norway opens by double click: semicolons, decimal comma, ISO dates, UTF-8 with byte order
 * mark, CRLF. Texts that begin like a formula get an apostrophe in front, which `readSheet` takes away again.
 */
export async function writeCsv<Source extends { readonly columns: readonly Column[] }>(
	source: Source,
	rows: readonly RowOf<Source>[],
	language: Language,
): Promise<Uint8Array> {
	const encoder = new TextEncoder();
	const header = source.columns.map((column) => quoted(column.headers[language]));
	const pieces = [encoder.encode(`\ufeff${header.join(";")}\r\n`)];
	for (let from = 0; from < rows.length; from += rowsAtATime) {
		const lines = valuesOf(source, rows.slice(from, from + rowsAtATime)).map(
			(values) =>
				`${source.columns.map((column, index) => field(column, values[index] ?? null, language)).join(";")}\r\n`,
		);
		pieces.push(encoder.encode(lines.join("")));
		await new Promise((resolve) => setImmediate(resolve));
	}
	return Buffer.concat(pieces);
}

function field(column: Column, value: CellValue, language: Language): string {
	if (value === null) return "";
	// A negative number is a number; only texts can pose as formulas.
	if (typeof value === "number") return String(value).replace(".", ",");
	return quoted(writtenText(column, value, language));
}

function quoted(text: string): string {
	const safe = escapeFormula(text);
	return /[;"\r\n\t,]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
