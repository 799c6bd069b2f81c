import type { Contract, RowOf } from "./contract.ts";
import { isPartRow, isRow } from "./contract.ts";
import type { PartRow } from "./result.ts";

/**
 * A function from values in the order of the contract's columns to a row of the contract's type. It looks at each value,
 * so that what comes back from a thread is known to be what the type says.
 * @throws TypeError where a value is not of its column's kind: a fault in the program.
 */
export function rowMaker<One extends Contract>(contract: One): (cells: readonly unknown[]) => RowOf<One> {
	const gathered = gatherer(contract);
	return (cells) => {
		const row = gathered(cells);
		if (!isRow(contract, row)) throw new TypeError("A row does not have the values its contract promises");
		return row;
	};
}

/** `rowMaker` for a sheet that is refused: any cell may be null. */
export function partRowMaker<One extends Contract>(
	contract: One,
): (cells: readonly unknown[]) => PartRow<RowOf<One>>["value"] {
	const gathered = gatherer(contract);
	return (cells) => {
		const row = gathered(cells);
		if (!isPartRow(contract, row)) throw new TypeError("A row does not have the kinds of values its contract promises");
		return row;
	};
}

function gatherer(contract: Contract): (cells: readonly unknown[]) => Record<string, unknown> {
	const keys = contract.columns.map((column) => column.key);
	return (cells) => {
		const row: Record<string, unknown> = {};
		for (let index = 0; index < keys.length; index += 1) row[keys[index] ?? ""] = cells[index] ?? null;
		return row;
	};
}
