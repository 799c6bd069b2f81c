import type { CellValue, Contract } from "./contract.ts";
import type { Problem } from "./refusal.ts";

/**
 * Looks for rows with the same unique keys. The answer points at the last column of the key (`index`), where a person who
 * reads the row from the left sees that it is the same.
 */
export function uniqueChecker(
	contract: Contract,
): (cells: readonly CellValue[], row: number) => readonly { readonly problem: Problem; readonly index: number }[] {
	const rules = contract.unique.map((keys) => {
		const indexes = keys.map((key) => contract.columns.findIndex((column) => column.key === key));
		const headers = indexes.flatMap((index) => contract.columns[index]?.headers ?? []);
		return { indexes, headers, seen: new Map<string, number>(), last: indexes.at(-1) ?? 0 };
	});
	return (cells, row) => {
		const found: { problem: Problem; index: number }[] = [];
		for (const { indexes, headers, seen, last } of rules) {
			const values = indexes.map((index) => cells[index] ?? null);
			if (values.includes(null)) continue;
			const key = values.map((value, place) => comparable(contract, indexes[place] ?? 0, value)).join("\u0000");
			const firstRow = seen.get(key);
			if (firstRow === undefined) seen.set(key, row);
			else found.push({ problem: { code: "duplicate", detail: { firstRow, headers } }, index: last });
		}
		return found;
	};
}

function comparable(contract: Contract, index: number, value: CellValue): string {
	if (typeof value === "object" && value !== null) return `${value.latitude} ${value.longitude}`;
	// No mail server tells Kari@ from kari@.
	return contract.columns[index]?.kind === "email" ? String(value).toLowerCase() : String(value);
}
