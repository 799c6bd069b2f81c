import type { Language } from "../language.ts";
import { foldText, normaliseText } from "./kinds/text.ts";

/** The same words in the three languages. */
export type Words = Readonly<Record<Language, string>>;

type Named = {
	/** The field's name in the row, in camelCase. */
	readonly key: string;
	/** What the column is called. Reading takes any of the three, writing takes the reader's language. */
	readonly headers: Words;
	/** Other headers to recognise: earlier names, names other systems use. */
	readonly aliases?: readonly string[];
	/** A required column must be in the sheet and must be filled in every row. */
	readonly required?: boolean;
	/** What the column means, for the template's explanation sheet. */
	readonly explanation?: Words;
	/** A filled-in example, for the template. */
	readonly example?: string;
};

export type TextColumn = Named & {
	readonly kind: "text";
	readonly minimumLength?: number;
	/** Characters. Excel's own limit, 32,767, holds where nothing is said. */
	readonly maximumLength?: number;
};
export type NumberColumn = Named & {
	readonly kind: "wholeNumber" | "decimal";
	readonly minimum?: number;
	readonly maximum?: number;
	/** The sign people write after the number, which says nothing more: «80 %». */
	readonly sign?: string;
};
export type DateColumn = Named & {
	readonly kind: "date";
	/** YYYY-MM-DD, inclusive. */
	readonly minimum?: string;
	/** YYYY-MM-DD, inclusive. */
	readonly maximum?: string;
};
export type ChoiceColumn = Named & { readonly kind: "choice"; readonly choices: readonly Choice[] };
export type Choice = { readonly value: string; readonly labels: Words; readonly aliases?: readonly string[] };
/**
 * Municipality numbers and postcodes are four characters; Excel eats their leading zero, and reading puts it back.
 * Latitude and longitude are decimal degrees, coordinates are both in one cell ("63.43, 10.39").
 */
type PlainColumn = Named & {
	readonly kind: "yesNo" | "email" | "municipality" | "postcode" | "latitude" | "longitude" | "coordinates";
};
export type Column = TextColumn | NumberColumn | DateColumn | ChoiceColumn | PlainColumn;

/** Plain data without functions, so that it can be sent to a thread. */
export type Contract<Columns extends readonly Column[] = readonly Column[]> = {
	/** What one sheet of these rows is called. */
	readonly title: Words;
	readonly columns: Columns;
	/** Each list of keys must be different in every row; a row with one of them blank is not compared. */
	readonly unique: readonly (readonly string[])[];
};

/** Decimal degrees, WGS 84. */
export type Coordinates = { readonly latitude: number; readonly longitude: number };

/** A value of any kind. Dates are YYYY-MM-DD, choices their `value`, blanks null. */
export type CellValue = string | number | boolean | Coordinates | null;

type ValueOf<One extends Column> = One extends {
	readonly kind: "wholeNumber" | "decimal" | "latitude" | "longitude";
}
	? number
	: One extends { readonly kind: "yesNo" }
		? boolean
		: One extends { readonly kind: "coordinates" }
			? Coordinates
			: One extends { readonly kind: "choice"; readonly choices: readonly { readonly value: infer Value }[] }
				? Value
				: string;

/** The type of one row: required columns have a value, the others may be null. */
export type RowOf<Source extends { readonly columns: readonly Column[] }> = {
	readonly [One in Source["columns"][number] as One["key"]]: One extends { readonly required: true }
		? ValueOf<One>
		: ValueOf<One> | null;
};

/**
 * Declares what a sheet looks like; the row type follows from the columns (`RowOf<typeof contract>`).
 * @throws Error where the contract contradicts itself (two columns with one header): a fault in the program, found at start-up.
 */
export function defineContract<const Columns extends readonly Column[]>(contract: {
	readonly title: Words;
	readonly columns: Columns;
	readonly unique?: readonly (readonly Columns[number]["key"][])[];
}): Contract<Columns> {
	const keys = new Set<string>();
	const headers = new Map<string, string>();
	for (const column of contract.columns) {
		if (keys.has(column.key)) throw new Error(`Two columns have the key ${column.key}`);
		keys.add(column.key);
		for (const header of headersOf(column)) claim(headers, foldText(header), column.key, header);
		if (column.kind === "choice") {
			if (column.choices.length === 0) throw new Error(`${column.key} has no choices`);
			const labels = new Map<string, string>();
			for (const choice of column.choices) {
				for (const label of labelsOf(choice)) claim(labels, foldText(label), choice.value, label);
			}
		}
	}
	return { title: contract.title, columns: contract.columns, unique: contract.unique ?? [] };
}

function claim(owners: Map<string, string>, name: string, owner: string, shown: string): void {
	if (name === "") throw new Error(`${owner} has a name without letters or digits: "${shown}"`);
	const other = owners.get(name);
	if (other !== undefined && other !== owner) throw new Error(`"${shown}" is the name of both ${other} and ${owner}`);
	owners.set(name, owner);
}

/** Every header that means this column. */
export function headersOf(column: Column): readonly string[] {
	return [column.headers.nb, column.headers.nn, column.headers.en, ...(column.aliases ?? [])];
}

/** Every word that means this choice, its value included. */
export function labelsOf(choice: Choice): readonly string[] {
	return [choice.labels.nb, choice.labels.nn, choice.labels.en, choice.value, ...(choice.aliases ?? [])].map(
		normaliseText,
	);
}

/** Whether an object has exactly the kind of values the columns promise: where a value of unknown type becomes a row. */
export function isRow<Source extends { readonly columns: readonly Column[] }>(
	source: Source,
	candidate: Readonly<Record<string, unknown>>,
): candidate is RowOf<Source> {
	return source.columns.every((column) => {
		const value = candidate[column.key];
		return value === null ? column.required !== true : hasType(column, value);
	});
}

/** `isRow` where any cell may be null, required or not: rows of a sheet that is refused. */
export function isPartRow<Source extends { readonly columns: readonly Column[] }>(
	source: Source,
	candidate: Readonly<Record<string, unknown>>,
): candidate is { readonly [Key in keyof RowOf<Source>]: RowOf<Source>[Key] | null } {
	return source.columns.every((column) => candidate[column.key] === null || hasType(column, candidate[column.key]));
}

function hasType(column: Column, value: unknown): boolean {
	switch (column.kind) {
		case "wholeNumber":
		case "decimal":
		case "latitude":
		case "longitude":
			return typeof value === "number";
		case "yesNo":
			return typeof value === "boolean";
		case "coordinates":
			return isCoordinates(value);
		case "choice":
			return column.choices.some((choice) => choice.value === value);
		default:
			return typeof value === "string";
	}
}

export function isCoordinates(value: unknown): value is Coordinates {
	return (
		typeof value === "object" &&
		value !== null &&
		"latitude" in value &&
		"longitude" in value &&
		typeof value.latitude === "number" &&
		typeof value.longitude === "number"
	);
}
