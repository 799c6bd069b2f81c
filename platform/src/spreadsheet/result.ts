import type { SheetRefusal } from "./refusal.ts";

/** What was read beside the rows. */
export type SheetFacts = {
	/** Null for CSV. */
	readonly sheet: string | null;
	/** Row number of the header, from 1. */
	readonly headerRow: number;
	/** Where each column of the contract that the sheet has stands, and what it is called there. */
	readonly columns: readonly { readonly key: string; readonly column: string; readonly header: string | null }[];
	/** Columns with content that the contract does not know. `header` is null where there is none. */
	readonly ignoredColumns: readonly { readonly column: string; readonly header: string | null }[];
	/** Keys of optional columns the sheet does not have: nothing is said about them, which is not the same as blank. */
	readonly absentColumns: readonly string[];
	/** Visible sheets that would have fitted too and were not read. */
	readonly otherSheets: readonly string[];
	/** Rows left out because they only sum the others, as Excel numbers them. */
	readonly totalRows: readonly number[];
};

export type Refused = {
	/** The first of them, in the order of the sheet. */
	readonly refusals: readonly SheetRefusal[];
	/** How many there are in all. */
	readonly refusalCount: number;
};

export type ReadRow<Row> = { readonly sheetRow: number; readonly value: Row };

/** A row of a refused sheet as far as it can be read: a broken cell is null, and its column is named. */
export type PartRow<Row> = {
	readonly sheetRow: number;
	readonly value: { readonly [Key in keyof Row]: Row[Key] | null };
	/** Keys of the columns whose cell cannot be read, or is another row's alone. */
	readonly broken: readonly string[];
};

/** Every row; or why not, with what could be read all the same, so that all that is wrong can be told in one round. */
export type SheetResult<Row> =
	| (SheetFacts & { readonly rows: readonly ReadRow<Row>[] })
	| (Refused & { readonly part?: SheetFacts & { readonly rows: readonly PartRow<Row>[] } });
