import type { Language } from "../language.ts";
import type { CellValue, Column, RowOf } from "./contract.ts";
import { isCoordinates } from "./contract.ts";

/** A sheet ready to be written: values in the order of the columns. Made by `sheetOf`. */
export type WrittenSheet = {
	readonly name: string;
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly CellValue[])[];
	/** Source, date, base rule: what a reader must know besides the values. */
	readonly notes: readonly string[];
	/** Empty rows under the written ones that offer the choices too; for templates. */
	readonly spareRows: number;
};

/** The rows of a contract, or of a list of columns alone, as a sheet to be written. */
export function sheetOf<Source extends { readonly columns: readonly Column[] }>(
	source: Source,
	rows: readonly RowOf<Source>[],
	about: { readonly name: string; readonly notes?: readonly string[]; readonly spareRows?: number },
): WrittenSheet {
	const { name, notes = [], spareRows = 0 } = about;
	return { name, columns: source.columns, rows: valuesOf(source, rows), notes, spareRows };
}

/** Values by column of the source. */
export function valuesOf<Source extends { readonly columns: readonly Column[] }>(
	source: Source,
	rows: readonly RowOf<Source>[],
): readonly (readonly CellValue[])[] {
	const keys = source.columns.map((column) => column.key);
	return rows.map((row) => keys.map((key) => cellValueOf(Reflect.get(row, key))));
}

function cellValueOf(value: unknown): CellValue {
	if (value === undefined || value === null) return null;
	if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
	if (isCoordinates(value)) return value;
	throw new TypeError("A row has a value no column can hold");
}

export const yesNoWords: Readonly<Record<Language, readonly [yes: string, no: string]>> = {
	nb: ["Ja", "Nei"],
	nn: ["Ja", "Nei"],
	en: ["Yes", "No"],
};

/** A value as text, in the reader's language; numbers and dates as they are. */
export function writtenText(
	column: Column,
	value: string | boolean | { latitude: number; longitude: number },
	language: Language,
): string {
	if (typeof value === "boolean") return yesNoWords[language][value ? 0 : 1];
	if (typeof value === "object") return `${value.latitude}, ${value.longitude}`;
	if (column.kind !== "choice") return value;
	return column.choices.find((choice) => choice.value === value)?.labels[language] ?? value;
}
