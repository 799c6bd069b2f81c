import type { ReadRow } from "./result.ts";

type FieldChange = { readonly field: string; readonly from: unknown; readonly to: unknown };
export type Comparison<Row, Existing> = {
	/** Rows that are not there yet. */
	readonly created: readonly ReadRow<Row>[];
	/** Rows that are there and say something else. */
	readonly changed: readonly (ReadRow<Row> & {
		readonly existing: Existing;
		readonly changes: readonly FieldChange[];
	})[];
	/** Rows that are there and say the same. */
	readonly unchanged: readonly (ReadRow<Row> & { readonly existing: Existing })[];
	/** What is there and not in the file. */
	readonly untouched: readonly Existing[];
};

/**
 * What taking in rows would do, before it is done. Having done it, comparing the same rows again changes nothing.
 * @param by.key what makes two rows the same thing; must be different in every row and in everything existing.
 * @param by.equal whether a field says the same; as values and coordinates are compared where it is not given.
 * @param by.leave fields the file says nothing about (`absentColumns`): they are neither compared nor changed.
 * @throws RangeError where two rows, or two existing, have one key: the contract's `unique` should have refused them.
 */
export function compare<Row extends object, Existing extends Row>(
	rows: readonly ReadRow<Row>[],
	existing: readonly Existing[],
	by: {
		readonly key: (row: Row) => string;
		readonly equal?: (field: string, before: unknown, after: unknown) => boolean;
		readonly leave?: readonly string[];
	},
): Comparison<Row, Existing> {
	const { key, equal = (_, before, after) => sameValue(before, after), leave = [] } = by;
	const waiting = new Map<string, Existing>();
	for (const one of existing) {
		if (waiting.has(key(one))) throw new RangeError("Two existing have the same key");
		waiting.set(key(one), one);
	}
	const created: ReadRow<Row>[] = [];
	const changed: Comparison<Row, Existing>["changed"][number][] = [];
	const unchanged: Comparison<Row, Existing>["unchanged"][number][] = [];
	const seen = new Set<string>();
	for (const row of rows) {
		const own = key(row.value);
		if (seen.has(own)) throw new RangeError("Two rows have the same key");
		seen.add(own);
		const match = waiting.get(own);
		if (match === undefined) {
			created.push(row);
			continue;
		}
		waiting.delete(own);
		const before = new Map<string, unknown>(Object.entries(match));
		const changes = Object.entries(row.value).flatMap(([field, to]): FieldChange[] => {
			const from = before.get(field) ?? null;
			return leave.includes(field) || equal(field, from, to) ? [] : [{ field, from, to }];
		});
		if (changes.length > 0) changed.push({ ...row, existing: match, changes });
		else unchanged.push({ ...row, existing: match });
	}
	return { created, changed, unchanged, untouched: [...waiting.values()] };
}

function sameValue(before: unknown, after: unknown): boolean {
	if (typeof before !== "object" || typeof after !== "object" || before === null || after === null) {
		return before === after;
	}
	const [left, right] = [Object.entries(before), new Map(Object.entries(after))];
	return (
		left.length === right.size && left.every(([field, value]) => right.has(field) && sameValue(value, right.get(field)))
	);
}
