import { normaliseText } from "./kinds/text.ts";

/** What stands in a cell before anybody has asked what it should mean. Blank is null. */
export type Cell = PlainCell | MergedCell;
export type PlainCell =
	| null
	| string
	| number
	| boolean
	/** A number Excel shows as a date; `date` is YYYY-MM-DD, null where the number is no day in any calendar. */
	| { readonly kind: "date"; readonly date: string | null; readonly serial: number }
	/** #REF!, #N/A, … */
	| { readonly kind: "error"; readonly text: string }
	/** A formula saved without its result. */
	| { readonly kind: "noResult" };
/** A cell below the first one of cells merged downwards: a person sees the value of the first. */
export type MergedCell = { readonly kind: "merged"; readonly range: string; readonly content: PlainCell };

export type RawRow = {
	/** As Excel numbers it, from 1. */
	readonly number: number;
	/** By position, 0 = A. May have holes. */
	readonly cells: readonly (Cell | undefined)[];
};

export function contentOf(cell: Cell): PlainCell {
	return typeof cell === "object" && cell !== null && cell.kind === "merged" ? cell.content : cell;
}

export function isBlank(cell: PlainCell): boolean {
	return cell === null || (typeof cell === "string" && normaliseText(cell) === "");
}

/** The cell as a person would recognise it, at most 100 characters. */
export function showCell(cell: PlainCell): string {
	if (cell === null) return "";
	if (typeof cell === "string") return shorten(normaliseText(cell));
	if (typeof cell === "number") return String(cell).replace(".", ",");
	if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
	if (cell.kind === "date") return cell.date === null ? String(cell.serial) : cell.date.split("-").reverse().join(".");
	return cell.kind === "error" ? shorten(cell.text) : "";
}

function shorten(text: string): string {
	return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(position: number): string {
	let letters = "";
	for (let left = position + 1; left > 0; left = Math.floor((left - 1) / 26)) {
		letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
	}
	return letters;
}
