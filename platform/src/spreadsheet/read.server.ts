import type { Cell, RawRow } from "./cell.ts";
import { columnLetters, contentOf, isBlank, showCell } from "./cell.ts";
import type { CellValue, Contract, RowOf } from "./contract.ts";
import { headerFinder } from "./header.ts";
import { cellReader } from "./kinds/reader.ts";
import type { Limits } from "./limits.ts";
import { defaultLimits } from "./limits.ts";
import type { Place, Problem } from "./refusal.ts";
import { isProblem, placed, refusalList, Unreadable } from "./refusal.ts";
import type { Refused, SheetFacts, SheetResult } from "./result.ts";
import { rowMaker } from "./rows.ts";
import type { ChosenSheet } from "./sheet-choice.ts";
import { chooseSheet } from "./sheet-choice.ts";
import { openSource } from "./source.server.ts";
import { uniqueChecker } from "./unique.ts";

export type ReadOptions = {
	/** Name of the sheet to read; else the one whose header fits. */
	readonly sheet?: string;
	readonly limits?: Partial<Limits>;
};

/** Values by column of the contract, with the row each came from. */
export type Table = SheetFacts & {
	readonly sheetRows: readonly number[];
	readonly values: readonly (readonly CellValue[])[];
};

/**
 * Reads an .xlsx or .csv against a contract: every row, or every reason why not. Bad input is answered, never thrown.
 *
 * Works until it is done: a large file takes seconds. A server uses `readSheetInWorker`.
 * @param fileName as uploaded; only its extension is used.
 */
export function readSheet<One extends Contract>(
	bytes: Uint8Array,
	fileName: string,
	contract: One,
	options: ReadOptions = {},
): SheetResult<RowOf<One>> {
	const table = readTable(bytes, fileName, contract, options);
	if ("refusals" in table) return table;
	const { sheetRows, values, ...facts } = table;
	const make = rowMaker(contract);
	return { ...facts, rows: values.map((cells, index) => ({ sheetRow: sheetRows[index] ?? 0, value: make(cells) })) };
}

/** `readSheet` without the row objects: what a thread sends. */
export function readTable(
	bytes: Uint8Array,
	fileName: string,
	contract: Contract,
	options: ReadOptions,
): Table | Refused {
	const limits = { ...defaultLimits, ...options.limits };
	const find = headerFinder(contract.columns);
	try {
		const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		const source = openSource(content, fileName, contract.columns.length, find, limits);
		const chosen = chooseSheet(source.sheets, contract.columns, find, options.sheet ?? null);
		if ("refusals" in chosen) return chosen;
		return readRows(chosen, contract, limits, source.strictWidth);
	} catch (error) {
		if (error instanceof Unreadable) return { refusals: [error.refusal], refusalCount: 1 };
		throw error;
	}
}

function readRows(chosen: ChosenSheet, contract: Contract, limits: Limits, strictWidth: boolean): Table | Refused {
	const { sheet, header } = chosen;
	const refusals = refusalList(limits.refusals);
	const readers = contract.columns.map(cellReader);
	const unique = uniqueChecker(contract);
	const strangers = new Set<number>();
	const known = new Set(header.positions);
	const sheetRows: number[] = [];
	const values: CellValue[][] = [];
	let characters = 0;

	function refuse(problem: Problem, row: number, position: number | null, cell: Cell): void {
		refusals.add(() => {
			const place: Place = {
				sheet: sheet.name,
				row,
				column: position === null ? null : columnLetters(position),
				header: position === null ? null : (header.headers[position] ?? null),
				value: cell === null ? null : showCell(contentOf(cell)),
			};
			return placed(problem, place);
		});
	}

	function noteStrangers(row: RawRow): void {
		for (let position = 0; position < row.cells.length; position += 1) {
			const cell = row.cells[position] ?? null;
			if (known.has(position) || isBlank(contentOf(cell))) continue;
			if (!strictWidth || position < header.headers.length) strangers.add(position);
			else refuse({ code: "extraCell", detail: {} }, row.number, position, cell);
		}
	}

	for (const row of sheet.rows()) {
		if (row.number <= header.row) continue;
		if (!header.positions.some((position) => position !== null && isOwn(row.cells[position] ?? null))) {
			// Nothing under our headers: a blank row, or a note of somebody's own beside the table.
			continue;
		}
		if (values.length === limits.rows) {
			const detail = { limit: limits.rows };
			throw new Unreadable({ code: "tooManyRows", detail }, { sheet: sheet.name, row: row.number });
		}
		noteStrangers(row);
		const cells: CellValue[] = [];
		for (let index = 0; index < readers.length; index += 1) {
			const position = header.positions[index] ?? null;
			const cell = position === null ? null : (row.cells[position] ?? null);
			const value = position === null ? null : (readers[index]?.(cell) ?? null);
			if (isProblem(value)) {
				refuse(value, row.number, position, cell);
				cells.push(null);
				continue;
			}
			if (typeof value === "string") characters += value.length;
			cells.push(value);
		}
		if (characters > limits.characters) {
			throw new Unreadable({ code: "tooMuchText", detail: { limit: limits.characters } }, { sheet: sheet.name });
		}
		for (const { problem, index } of unique(cells, row.number)) {
			const position = header.positions[index] ?? null;
			refuse(problem, row.number, position, position === null ? null : (row.cells[position] ?? null));
		}
		sheetRows.push(row.number);
		values.push(cells);
	}

	if (refusals.count() > 0) return { refusals: refusals.kept, refusalCount: refusals.count() };
	return {
		sheet: sheet.name,
		headerRow: header.row,
		columns: contract.columns.flatMap(({ key }, index) => {
			const position = header.positions[index] ?? null;
			return position === null
				? []
				: [{ key, column: columnLetters(position), header: header.headers[position] ?? null }];
		}),
		ignoredColumns: ignoredColumns(chosen, strangers),
		absentColumns: contract.columns.filter((_, index) => header.positions[index] === null).map((column) => column.key),
		otherSheets: chosen.otherSheets,
		sheetRows,
		values,
	};
}

/** Content of the row itself, not filled in from a merged cell above. */
function isOwn(cell: Cell): boolean {
	if (typeof cell === "object" && cell !== null && cell.kind === "merged") return false;
	return !isBlank(cell);
}

function ignoredColumns(chosen: ChosenSheet, strangers: Set<number>): SheetFacts["ignoredColumns"] {
	const { headers, positions } = chosen.header;
	headers.forEach((header, position) => {
		if (header !== null && !positions.includes(position)) strangers.add(position);
	});
	return [...strangers]
		.sort((a, b) => a - b)
		.map((position) => ({ column: columnLetters(position), header: headers[position] ?? null }));
}
