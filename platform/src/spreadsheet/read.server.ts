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
import { partRowMaker, rowMaker } from "./rows.ts";
import type { ChosenSheet } from "./sheet-choice.ts";
import { chooseSheet } from "./sheet-choice.ts";
import { openSource } from "./source.server.ts";
import { isTotal } from "./total.ts";
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
	/** By sheet row: keys of the columns whose cell cannot be read. */
	readonly broken: ReadonlyMap<number, readonly string[]>;
};
export type RefusedTable = Refused & { readonly part?: Table };

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
	if (!("refusals" in table)) {
		const { sheetRows, values, broken: _, ...facts } = table;
		const make = rowMaker(contract);
		return { ...facts, rows: values.map((cells, index) => ({ sheetRow: sheetRows[index] ?? 0, value: make(cells) })) };
	}
	const { part, ...refused } = table;
	if (!part) return refused;
	const { sheetRows, values, broken, ...facts } = part;
	const make = partRowMaker(contract);
	const rows = values.map((cells, index) => {
		const sheetRow = sheetRows[index] ?? 0;
		return { sheetRow, value: make(cells), broken: broken.get(sheetRow) ?? [] };
	});
	return { ...refused, part: { ...facts, rows } };
}

/** `readSheet` without the row objects: what a thread sends. */
export function readTable(
	bytes: Uint8Array,
	fileName: string,
	contract: Contract,
	options: ReadOptions,
): Table | RefusedTable {
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

function readRows(chosen: ChosenSheet, contract: Contract, limits: Limits, strictWidth: boolean): Table | RefusedTable {
	const { sheet, header } = chosen;
	const refusals = refusalList(limits.refusals);
	const readers = contract.columns.map(cellReader);
	const unique = uniqueChecker(contract);
	const strangers = new Set<number>();
	const known = new Set(header.positions);
	const sheetRows: number[] = [];
	const values: CellValue[][] = [];
	const keys = contract.columns.map((column) => column.key);
	const broken = new Map<number, readonly string[]>();
	const totalRows: number[] = [];
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

	function refuseCell(problem: Problem, row: RawRow, index: number): void {
		const position = header.positions[index] ?? null;
		refuse(problem, row.number, position, position === null ? null : (row.cells[position] ?? null));
		broken.set(row.number, [...(broken.get(row.number) ?? []), keys[index] ?? ""]);
	}

	/** Notes what stands outside our columns; whether cells have been moved, so that none of the row can be trusted. */
	function noteStrangers(row: RawRow): boolean {
		let moved = false;
		for (let position = 0; position < row.cells.length; position += 1) {
			const cell = row.cells[position] ?? null;
			if (known.has(position) || isBlank(contentOf(cell))) continue;
			if (!strictWidth || position < header.headers.length) strangers.add(position);
			else {
				refuse({ code: "extraCell", detail: {} }, row.number, position, cell);
				moved = true;
			}
		}
		return moved;
	}

	for (const row of sheet.rows()) {
		if (row.number <= header.row) continue;
		if (!header.positions.some((position) => position !== null && isOwn(row.cells[position] ?? null))) {
			// Nothing under our headers: a blank row, or a note of somebody's own beside the table.
			continue;
		}
		if (isTotal(row)) {
			totalRows.push(row.number);
			continue;
		}
		if (values.length === limits.rows) {
			const detail = { limit: limits.rows };
			throw new Unreadable({ code: "tooManyRows", detail }, { sheet: sheet.name, row: row.number });
		}
		const moved = noteStrangers(row);
		const cells: CellValue[] = [];
		for (let index = 0; index < readers.length; index += 1) {
			const position = header.positions[index] ?? null;
			const cell = position === null ? null : (row.cells[position] ?? null);
			const value = position === null ? null : (readers[index]?.(cell) ?? null);
			if (isProblem(value)) {
				refuseCell(value, row, index);
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
			refuseCell(problem, row, index);
			cells[index] = null;
		}
		if (moved) broken.set(row.number, keys);
		sheetRows.push(row.number);
		values.push(moved ? keys.map(() => null) : cells);
	}

	const table: Table = {
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
		totalRows,
		...{ sheetRows, values, broken },
	};
	const refusalCount = refusals.count();
	return refusalCount === 0 ? table : { refusals: refusals.kept, refusalCount, part: table };
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
