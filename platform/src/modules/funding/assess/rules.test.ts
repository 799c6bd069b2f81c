import fc from "fast-check";
import { expect, it } from "vitest";
import { awardLines, judge, proposals, propose, shareOut, spread, totalOfScores } from "./rules.ts";

const criteria = [
	{ id: "v1", weight: 60 },
	{ id: "v2", weight: 40 },
];

it("scores total by the weights, and only when each criterion is judged", () => {
	expect(totalOfScores(criteria, { v1: 10, v2: 5 })).toBe(80);
	expect(totalOfScores(criteria, { v1: 10 })).toBeNull();
	expect(totalOfScores([], {})).toBeNull();
	const given = (impartial: boolean, v1: number) => ({ impartial, scores: { v1, v2: 5 } });
	expect(judge(criteria, [given(true, 10), given(true, 5), given(false, 0)])).toEqual({
		mean: 65,
		spread: 30,
		count: 2,
	});
	expect(judge(criteria, [given(false, 9)])).toEqual({ mean: null, spread: 0, count: 0 });
});

const kroner = fc.integer({ min: 0, max: 5_000_000 });
const asking = fc
	.array(fc.record({ applied: kroner, mean: fc.option(fc.integer({ min: 0, max: 100 })) }), { maxLength: 20 })
	.map((all) => all.map((one, at) => ({ ...one, id: String(at) })));

it("no way of sharing the pot gives more than there is, or more than is asked for", () => {
	fc.assert(
		fc.property(asking, kroner, kroner, fc.constantFrom(...proposals), (all, pot, floor, way) => {
			const granted = propose(way, pot, all, floor);
			const sum = [...granted.values()].reduce((total, one) => total + one, 0);
			expect(sum).toBeLessThanOrEqual(pot);
			for (const { id, applied } of all) {
				expect(granted.get(id)).toBeGreaterThanOrEqual(0);
				expect(granted.get(id)).toBeLessThanOrEqual(applied);
			}
			if (all.reduce((total, { applied }) => total + applied, 0) <= pot)
				for (const { id, applied } of all) expect(granted.get(id)).toBe(applied);
		}),
	);
});

it("the best get theirs first, or each something before the rest is shared out", () => {
	const all = [
		{ id: "a", applied: 600_000, mean: 50 },
		{ id: "b", applied: 600_000, mean: 90 },
		{ id: "c", applied: 600_000, mean: null },
	];
	expect(Object.fromEntries(propose("cut", 1_000_500, all, 0))).toEqual({ b: 600_000, a: 400_000, c: 0 });
	expect(Object.fromEntries(propose("share", 900_000, all, 0))).toEqual({ a: 300_000, b: 300_000, c: 300_000 });
	expect(Object.fromEntries(propose("floor", 1_000_000, all, 200_000))).toEqual({ b: 600_000, a: 200_000, c: 200_000 });
});

it("what is decided is spread over years and lines to the krone", () => {
	const line = fc.record({
		...{ title: fc.constant("Kurs"), category: fc.constant("k1"), people: fc.nat({ max: 9 }) },
		...{ novelty: fc.constant(null), argued: fc.constant(""), source: fc.constant("") },
		amounts: fc.tuple(kroner, kroner).map(([first, second]) => [
			{ year: 2027, applied: first + 1, own: 0 },
			{ year: 2028, applied: second, own: 0 },
		]),
	});
	fc.assert(
		fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), kroner, (lines, amount) => {
			const years = spread(amount, lines, [2027, 2028]);
			expect(years.reduce((sum, one) => sum + one.kroner, 0)).toBe(amount);
			const made = awardLines(years, lines, { conditional: true, categories: [] });
			expect(made.reduce((sum, { granted }) => sum + granted, 0)).toBe(amount);
			for (const { granted, conditional, places } of made) {
				expect(granted).toBeGreaterThan(0);
				expect(conditional).toBe(places > 0);
			}
		}),
	);
	expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3]);
	expect(shareOut(10, [0, 0])).toEqual([10, 0]);
});
