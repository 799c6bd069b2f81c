import type { Cell, RawRow } from "./cell.ts";
import { columnLetters } from "./cell.ts";
import { findHeader } from "./header.ts";
import type { Limits } from "./limits.ts";
import { Unreadable } from "./refusal.ts";

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * The records of a CSV text (RFC 4180, forgiving of line ends), numbered as Excel numbers its rows.
 * @throws Unreadable unclosedQuote, tooManyColumns, while rows are read.
 */
export function* readRecords(text: string, delimiter: string, limits: Pick<Limits, "columns">): Generator<RawRow> {
	const separator = delimiter.charCodeAt(0);
	let at = firstRecord(text);
	let number = 0;
	while (at < text.length) {
		number += 1;
		const cells: (Cell | undefined)[] = [];
		for (let position = 0; ; position += 1) {
			const field = readField(text, at, separator);
			if (field === null) {
				throw new Unreadable({ code: "unclosedQuote", detail: {} }, { row: number, column: columnLetters(position) });
			}
			at = field.end;
			const value = fieldValue(field.value);
			if (value !== null) {
				if (position >= limits.columns) {
					throw new Unreadable(
						{ code: "tooManyColumns", detail: { limit: limits.columns } },
						{ row: number, column: columnLetters(position) },
					);
				}
				cells[position] = value;
			}
			if (text.charCodeAt(at) !== separator) break;
			at += 1;
		}
		if (text.charCodeAt(at) === carriageReturn) at += 1;
		if (text.charCodeAt(at) === lineFeed) at += 1;
		if (cells.length > 0) yield { number, cells };
	}
}

type Field = { readonly value: string; readonly end: number };

function readField(text: string, start: number, separator: number): Field | null {
	let at = start;
	let value = "";
	const quoted = text.charCodeAt(start) === quote;
	if (quoted) {
		for (;;) {
			const close = text.indexOf('"', at + 1);
			if (close < 0) return null;
			value += text.slice(at + 1, close);
			at = close + 1;
			if (text.charCodeAt(at) !== quote) break;
			value += '"';
		}
	}
	// What follows a closing quote belongs to the field too, as Excel reads it.
	const from = at;
	let code = text.charCodeAt(at);
	while (at < text.length && code !== separator && code !== lineFeed && code !== carriageReturn) {
		at += 1;
		code = text.charCodeAt(at);
	}
	return { value: quoted ? value + text.slice(from, at) : text.slice(from, at), end: at };
}

function fieldValue(field: string): string | null {
	if (field === "") return null;
	// ="0301" is how some systems keep Excel from eating a zero.
	return field.length > 2 && field.startsWith('="') && field.endsWith('"') ? field.slice(2, -1) : field;
}

const announced = /^\ufeff?"?sep=(.)"?\r?\n/i;

/** Excel's own first line "sep=;" is not a row. */
function firstRecord(text: string): number {
	return announced.exec(text)?.[0].length ?? (text.startsWith("\ufeff") ? 1 : 0);
}

/**
 * Semicolon, comma or tab: the one that makes most of the contract's headers appear; the file may say it itself.
 */
export function findDelimiter(
	text: string,
	columnCount: number,
	find: (header: string) => number | null,
	limits: Pick<Limits, "columns">,
): string {
	const said = announced.exec(text)?.[1];
	if (said !== undefined) return said;
	let best = { delimiter: ";", score: 0 };
	for (const delimiter of [";", ",", "\t"]) {
		const score = headerScore(text, delimiter, columnCount, find, limits);
		if (score > best.score) best = { delimiter, score };
	}
	return best.delimiter;
}

function headerScore(
	text: string,
	delimiter: string,
	columnCount: number,
	find: (header: string) => number | null,
	limits: Pick<Limits, "columns">,
): number {
	try {
		return findHeader(readRecords(text, delimiter, limits), columnCount, find)?.score ?? 0;
	} catch (error) {
		// With the wrong delimiter a file may well be unreadable; with the right one it is refused where it is read.
		if (error instanceof Unreadable) return 0;
		throw error;
	}
}
