import type { JudgedRow } from "../../../../import/contract.ts";

/** A unit that is there, as far as its place goes. */
export type KnownUnit = {
	readonly id: string;
	readonly parentId: string | null;
	readonly name: string;
	readonly code: string | null;
	readonly validTo: string | null;
};

/** What a row says of where its unit is. */
export type PlacedRow = JudgedRow<{
	readonly code: string | null;
	readonly name: string;
	readonly parent: string | null;
}>;

/** What stands above: a row by its number, or a unit that is there. */
export type Target = { readonly row: number } | { readonly unit: KnownUnit };
