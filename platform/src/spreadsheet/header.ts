import type { Cell, RawRow } from "./cell.ts";
import { contentOf, isBlank, showCell } from "./cell.ts";
import type { Column } from "./contract.ts";
import { headersOf } from "./contract.ts";
import { foldText } from "./kinds/text.ts";

/** How far down a header may stand: title rows, logos and guidance are above it. */
const searchedRows = 100;

export type HeaderMatch = {
	/** Row number in the sheet, from 1. */
	readonly row: number;
	/** For each contract column the position in the sheet (0 = A), or null where the sheet lacks it. */
	readonly positions: readonly (number | null)[];
	/** Headers that mean a column already found further left. */
	readonly duplicates: readonly { readonly column: number; readonly first: number; readonly position: number }[];
	/** The text of each header, by position; null where there is none. */
	readonly headers: readonly (string | null)[];
	/** How many of the contract's columns it names. */
	readonly found: number;
	/** Higher is better: more of the contract's columns, then fewer strange ones. */
	readonly score: number;
};

/** A function from the text of a header to the contract's column, null for a strange one. */
export function headerFinder(columns: readonly Column[]): (header: string) => number | null {
	const known = new Map<string, number>();
	columns.forEach((column, index) => {
		for (const header of headersOf(column)) known.set(foldText(header), index);
	});
	return (header) => {
		const whole = known.get(foldText(header));
		if (whole !== undefined) return whole;
		// "Dato (dd.mm.åååå)": what stands in brackets is guidance.
		const bare = header.replace(/\([^()]*\)/g, " ");
		return bare === header ? null : (known.get(foldText(bare)) ?? null);
	};
}

/** The row that names most of the contract's columns, or null where no row names any. */
export function findHeader(
	rows: Iterable<RawRow>,
	columnCount: number,
	find: (header: string) => number | null,
): HeaderMatch | null {
	let best: HeaderMatch | null = null;
	let seen = 0;
	for (const row of rows) {
		const match = matchHeader(row, columnCount, find);
		if (match && (!best || match.score > best.score)) best = match;
		if (match?.positions.every((position) => position !== null)) break;
		seen += 1;
		if (seen === searchedRows || row.number > 2 * searchedRows) break;
	}
	return best;
}

function matchHeader(row: RawRow, columnCount: number, find: (header: string) => number | null): HeaderMatch | null {
	const positions: (number | null)[] = Array.from({ length: columnCount }, () => null);
	const duplicates: { column: number; first: number; position: number }[] = [];
	const headers: (string | null)[] = [];
	let found = 0;
	let strange = 0;
	for (let position = 0; position < row.cells.length; position += 1) {
		const cell: Cell = contentOf(row.cells[position] ?? null);
		if (isBlank(cell)) {
			headers.push(null);
			continue;
		}
		const header = showCell(cell);
		headers.push(header);
		const column = typeof cell === "string" || typeof cell === "number" ? find(header) : null;
		if (column === null) {
			strange += 1;
			continue;
		}
		const first = positions[column] ?? null;
		if (first === null) {
			positions[column] = position;
			found += 1;
		} else duplicates.push({ column, first, position });
	}
	if (found === 0) return null;
	return { row: row.number, positions, duplicates, headers, found, score: found - Math.min(strange, 999) / 1000 };
}
