import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../compare.ts";

type Place = { name: string; places: number | null; position: { latitude: number; longitude: number } | null };
const numbered = <Row>(values: readonly Row[]) => values.map((value, index) => ({ sheetRow: index + 2, value }));
const place = (name: string, places: number | null = null, position: Place["position"] = null): Place => ({
	name,
	places,
	position,
});
const key = (row: Place) => row.name;

describe("compare", () => {
	it("sorts rows into created, changed with fields, unchanged, and what is left alone", () => {
		const at = { latitude: 1, longitude: 2 };
		const existing = [place("a", 1, at), place("b", 2), place("c", 3)].map((row, id) => ({ ...row, id }));
		const rows = numbered([place("a", 1, { ...at }), place("b", null, at), place("d", 4)]);
		expect(compare(rows, existing, { key })).toEqual({
			created: [{ sheetRow: 4, value: place("d", 4) }],
			changed: [
				{
					sheetRow: 3,
					value: place("b", null, at),
					existing: { ...place("b", 2), id: 1 },
					changes: [
						{ field: "places", from: 2, to: null },
						{ field: "position", from: null, to: at },
					],
				},
			],
			unchanged: [{ sheetRow: 2, value: place("a", 1, at), existing: { ...place("a", 1, at), id: 0 } }],
			untouched: [{ ...place("c", 3), id: 2 }],
		});
	});

	it("leaves fields the file says nothing about, and asks the caller what is equal", () => {
		const existing = [place("a", 5)];
		expect(compare(numbered([place("a")]), existing, { key, leave: ["places"] }).changed).toEqual([]);
		const near = (_: string, before: unknown, after: unknown) =>
			Math.abs(Number(before) - Number(after)) < 2 || before === after;
		expect(compare(numbered([place("a", 6)]), existing, { key, equal: near }).changed).toEqual([]);
	});

	it("throws where the key is no key", () => {
		expect(() => compare(numbered([place("a"), place("a")]), [], { key })).toThrow(RangeError);
		expect(() => compare([], [place("a"), place("a")], { key })).toThrow(RangeError);
	});

	it("finds nothing to do the second time", () => {
		const list = fc.uniqueArray(
			fc.record({
				name: fc.string(),
				places: fc.option(fc.integer()),
				position: fc.option(fc.record({ latitude: fc.double({ noNaN: true }), longitude: fc.double({ noNaN: true }) })),
			}),
			{ selector: key },
		);
		fc.assert(
			fc.property(list, list, (wanted, existing) => {
				const rows = numbered(wanted);
				const first = compare(rows, existing, { key });
				const after = [
					...first.untouched,
					...[...first.created, ...first.changed, ...first.unchanged].map((row) => row.value),
				];
				const second = compare(rows, after, { key });
				expect([second.created, second.changed]).toEqual([[], []]);
				expect(second.unchanged).toHaveLength(wanted.length);
				expect(second.untouched).toEqual(first.untouched);
			}),
		);
	});
});
