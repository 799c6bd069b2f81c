import type { CellValue, Contract } from "./contract.ts";
import type { ReadOptions } from "./read.server.ts";
import type { Refused, SheetFacts } from "./result.ts";

export type ReadTask = {
	readonly bytes: Uint8Array;
	readonly fileName: string;
	readonly contract: Contract;
	readonly options: ReadOptions;
};

export type Piece = {
	readonly sheetRows: readonly number[];
	readonly values: readonly (readonly CellValue[])[];
	/** Sheet rows with a cell that cannot be read, and the keys of its columns. */
	readonly broken: readonly (readonly [number, readonly string[]])[];
};

/**
 * The thread's answers: `rows`, each after the last is acknowledged, and then `done`; where cells are refused, `partRows`
 * and a `done` that says why; one `refused` where there are no rows to send.
 */
export type FromThread =
	| { readonly kind: "refused"; readonly refused: Refused }
	| ({ readonly kind: "rows" | "partRows" } & Piece)
	| { readonly kind: "done"; readonly facts: SheetFacts; readonly refused: Refused | null };

/** What one message may weigh: taking it apart is then a few milliseconds. A cell weighs eight and its text a letter each. */
const pieceWeight = 200_000;

/** Rows in pieces of bounded weight. */
export function* piecesOf(
	sheetRows: readonly number[],
	values: readonly (readonly CellValue[])[],
	broken: ReadonlyMap<number, readonly string[]>,
): Generator<Piece, undefined> {
	let from = 0;
	let weight = 0;
	for (let index = 0; index < values.length; index += 1) {
		for (const value of values[index] ?? []) weight += 8 + (typeof value === "string" ? value.length : 0);
		if (weight < pieceWeight && index + 1 < values.length) continue;
		const rows = sheetRows.slice(from, index + 1);
		yield {
			sheetRows: rows,
			values: values.slice(from, index + 1),
			broken: rows.flatMap((row) => {
				const keys = broken.get(row);
				return keys ? [[row, keys] as const] : [];
			}),
		};
		from = index + 1;
		weight = 0;
	}
}
