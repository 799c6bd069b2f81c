import { columnLetters, contentOf, isBlank } from "./cell.ts";
import type { Column } from "./contract.ts";
import type { HeaderMatch } from "./header.ts";
import { findHeader } from "./header.ts";
import type { Problem, SheetRefusal } from "./refusal.ts";
import { placed } from "./refusal.ts";
import type { SourceSheet } from "./workbook.server.ts";

type Match = { readonly sheet: SourceSheet; readonly header: HeaderMatch };
export type ChosenSheet = Match & {
	/** Other visible sheets that have every required column. They are not read. */
	readonly otherSheets: readonly string[];
};
type Choice = ChosenSheet | { readonly refusals: readonly SheetRefusal[]; readonly refusalCount: number };

/**
 * The sheet to read: the named one, else the visible one that names most of the columns. Two that name as many and both have
 * rows are refused: to take the first would silently leave the other out.
 */
export function chooseSheet(
	sheets: readonly SourceSheet[],
	columns: readonly Column[],
	find: (header: string) => number | null,
	wanted: string | null,
): Choice {
	const found = sheets.flatMap((sheet) => sheet.name ?? []);
	const named = wanted !== null && found.length > 0;
	const candidates = named ? sheets.filter((sheet) => sheet.name === wanted) : sheets.filter((sheet) => !sheet.hidden);
	if (candidates.length === 0) {
		return refuse(named ? { code: "noSuchSheet", detail: { name: wanted, found } } : { code: "noSheets", detail: {} });
	}
	const matches = candidates.flatMap((sheet) => {
		const header = findHeader(sheet.rows(), columns.length, find);
		return header ? [{ sheet, header }] : [];
	});
	const top = matches.reduce((most, match) => Math.max(most, match.header.found), 0);
	const tied = matches.filter((match) => match.header.found === top);
	const filled = tied.length > 1 ? tied.filter(hasRows) : tied;
	if (filled.length > 1) {
		return refuse({ code: "severalSheets", detail: { sheets: filled.flatMap((match) => match.sheet.name ?? []) } });
	}
	const chosen = filled[0] ?? tied[0];
	if (!chosen) {
		const only = candidates.length === 1 ? (candidates[0]?.name ?? null) : null;
		return refuse({ code: "noHeader", detail: { expected: columns.map((column) => column.headers) } }, only);
	}
	const refusals = headerRefusals(chosen, columns);
	if (refusals.length > 0) return { refusals, refusalCount: refusals.length };
	const others = matches.filter((match) => match !== chosen && headerRefusals(match, columns).length === 0);
	return { ...chosen, otherSheets: others.flatMap((match) => match.sheet.name ?? []) };
}

function refuse(problem: Problem, sheet: string | null = null): Choice {
	return { refusals: [placed(problem, { sheet })], refusalCount: 1 };
}

function hasRows({ sheet, header }: Match): boolean {
	for (const row of sheet.rows()) {
		if (row.number > header.row && row.cells.some((cell) => cell !== undefined && !isBlank(contentOf(cell))))
			return true;
	}
	return false;
}

function headerRefusals({ sheet, header }: Match, columns: readonly Column[]): readonly SheetRefusal[] {
	const strange = header.headers.filter((text, position) => text !== null && !header.positions.includes(position));
	const missing = columns.flatMap((column, index) => {
		if (column.required !== true || header.positions[index] !== null) return [];
		const found = strange.flatMap((text) => text ?? []);
		const problem: Problem = { code: "missingHeader", detail: { expected: column.headers, found } };
		return [placed(problem, { sheet: sheet.name, row: header.row })];
	});
	const doubled = header.duplicates.flatMap(({ column, first, position }) => {
		const meaning = columns[column]?.headers;
		if (!meaning) return [];
		const text = header.headers[position] ?? null;
		return [
			placed(
				{ code: "duplicateHeader", detail: { first: columnLetters(first), meaning } },
				{ sheet: sheet.name, row: header.row, column: columnLetters(position), header: text, value: text },
			),
		];
	});
	return [...missing, ...doubled];
}
