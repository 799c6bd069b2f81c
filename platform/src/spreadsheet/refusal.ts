import type { Words } from "./contract.ts";

/** Nothing more to say than the place. */
type Nothing = Readonly<Record<string, never>>;

/** What each refusal carries besides its place. Sizes are in bytes. */
export type RefusalDetails = {
	// The file
	readonly emptyFile: Nothing;
	readonly fileTooLarge: { readonly limit: number; readonly size: number };
	readonly unknownExtension: { readonly extension: string };
	readonly wrongExtension: { readonly extension: string; readonly content: "xlsx" | "csv" };
	readonly notSpreadsheet: Nothing;
	readonly oldExcel: Nothing;
	readonly encrypted: Nothing;
	readonly macros: Nothing;
	readonly binaryWorkbook: Nothing;
	readonly openDocument: Nothing;
	readonly truncated: Nothing;
	readonly malformed: { readonly part: string };
	readonly documentType: { readonly part: string };
	readonly contentTooLarge: { readonly limit: number };
	readonly tooMuchText: { readonly limit: number };
	readonly tooManyRows: { readonly limit: number };
	readonly tooManyColumns: { readonly limit: number };
	readonly brokenEncoding: Nothing;
	readonly unclosedQuote: Nothing;
	readonly timeLimit: { readonly seconds: number };
	readonly memoryLimit: Nothing;
	// The sheet
	readonly noSuchSheet: { readonly name: string; readonly found: readonly string[] };
	readonly noSheets: Nothing;
	readonly severalSheets: { readonly sheets: readonly string[] };
	readonly noHeader: { readonly expected: readonly Words[] };
	readonly missingHeader: { readonly expected: Words; readonly found: readonly string[] };
	readonly duplicateHeader: { readonly first: string; readonly meaning: Words };
	readonly extraCell: Nothing;
	// The cell
	readonly required: Nothing;
	readonly errorCell: Nothing;
	readonly formulaWithoutResult: Nothing;
	readonly mergedNumber: { readonly range: string };
	readonly lostCharacters: Nothing;
	readonly tooShort: { readonly minimum: number };
	readonly tooLong: { readonly maximum: number; readonly length: number };
	readonly textBecameDate: Nothing;
	readonly digitsLost: Nothing;
	readonly notNumber: Nothing;
	readonly notWholeNumber: Nothing;
	readonly ambiguousNumber: Nothing;
	readonly numberBecameDate: Nothing;
	readonly tooSmall: { readonly minimum: number };
	readonly tooLarge: { readonly maximum: number };
	readonly notDate: Nothing;
	readonly numberNotDate: Nothing;
	readonly impossibleDate: Nothing;
	readonly ambiguousDate: Nothing;
	readonly tooEarly: { readonly minimum: string };
	readonly tooLate: { readonly maximum: string };
	readonly notYesNo: Nothing;
	readonly notChoice: { readonly allowed: readonly Words[] };
	readonly notEmail: Nothing;
	readonly notMunicipality: Nothing;
	readonly notPostcode: Nothing;
	readonly notCoordinates: Nothing;
	readonly duplicate: { readonly firstRow: number; readonly headers: readonly Words[] };
};

export type RefusalCode = keyof RefusalDetails;

/** Where a refusal points. Null where the refusal is about something wider (the whole row, sheet or file). */
export type Place = {
	readonly sheet: string | null;
	/** As Excel numbers it, from 1. */
	readonly row: number | null;
	/** A, B, … */
	readonly column: string | null;
	/** As it stands in the file, or as it should have stood where it is missing. */
	readonly header: string | null;
	/** What stood in the cell, at most 100 characters. */
	readonly value: string | null;
};

/** One reason why a file was not taken. The text in three languages is `describeRefusal` in text.ts. */
export type SheetRefusal<Code extends RefusalCode = RefusalCode> = {
	[One in Code]: Place & { readonly code: One; readonly detail: RefusalDetails[One] };
}[Code];

/** What is wrong with a cell, before the place is known. */
export type Problem<Code extends RefusalCode = RefusalCode> = {
	[One in Code]: { readonly code: One; readonly detail: RefusalDetails[One] };
}[Code];

const nowhere: Place = { sheet: null, row: null, column: null, header: null, value: null };

export function placed(problem: Problem, place: Partial<Place> = {}): SheetRefusal {
	return { ...nowhere, ...place, ...problem };
}

export function isProblem(value: unknown): value is Problem {
	return typeof value === "object" && value !== null && "code" in value && "detail" in value;
}

/**
 * Carries a refusal out of the depths of a reader, where nothing after it can be read. Caught at this folder's doors and
 * answered as data; it never leaves them.
 */
export class Unreadable extends Error {
	readonly refusal: SheetRefusal;

	constructor(problem: Problem, place: Partial<Place> = {}) {
		super(problem.code);
		this.refusal = placed(problem, place);
	}
}

/** Refusals kept up to a limit, all counted. */
export function refusalList(limit: number): {
	readonly add: (make: () => SheetRefusal) => void;
	readonly count: () => number;
	readonly kept: readonly SheetRefusal[];
} {
	const kept: SheetRefusal[] = [];
	let count = 0;
	return {
		add: (make) => {
			count += 1;
			if (kept.length < limit) kept.push(make());
		},
		count: () => count,
		kept,
	};
}
