import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutBy, distanceClass, sizeClass } from "./cut.ts";
import { count, mean, StatisticFault, share, sum } from "./statistic.ts";
import { mayShow, smallestCell, suppressTable } from "./suppression.ts";

const base = { baseRule: "kommuner som svarte", population: 357, source: "test", date: "2026-01-01" };

describe("a statistic", () => {
	it("carries its base", () => {
		expect(share(3, 12, base)).toMatchObject({ value: 0.25, numerator: 3, denominator: 12, population: 357 });
	});
	it("is missing, not zero, without a base", () => {
		expect(share(0, 0, base).value).toBeNull();
		expect(mean([null, null], base, "minutes")).toMatchObject({ value: null, denominator: 0, population: 2 });
	});
	it("leaves unknown values out of a mean and says so", () => {
		expect(mean([10, null, 20], base, "minutes")).toMatchObject({ value: 15, denominator: 2, population: 3 });
	});
	it("sums what is known, and says of how many", () => {
		expect(sum([1.5, null, 2], base, "positions")).toMatchObject({ value: 3.5, denominator: 2, population: 3 });
		expect(sum([null], base, "positions").value).toBeNull();
	});
	it("refuses a part larger than the whole, and a base larger than the population", () => {
		expect(() => share(5, 4, base)).toThrow(StatisticFault);
		expect(() => count(1, 400, base)).toThrow(StatisticFault);
	});
});

describe("cuts", () => {
	it("have no gaps and no overlaps", () => {
		fc.assert(fc.property(fc.nat(800_000), (people) => sizeClass(people) !== null));
		fc.assert(fc.property(fc.double({ min: 0, max: 3000, noNaN: true }), (minutes) => distanceClass(minutes) !== null));
		expect([sizeClass(4_999), sizeClass(5_000), sizeClass(20_000), sizeClass(null)]).toEqual([
			"small",
			"medium",
			"large",
			null,
		]);
	});
	it("keep what has no class", () => {
		expect(cutBy([1, null, 2], (value) => value)).toEqual(
			new Map([
				[1, [1]],
				[null, [null]],
				[2, [2]],
			]),
		);
	});
});

describe("suppression", () => {
	it("shows persons only where base, part and rest are five or more", () => {
		expect(mayShow(share(5, 10, base), "persons")).toBe(true);
		expect(mayShow(share(4, 10, base), "persons")).toBe(false);
		expect(mayShow(share(6, 10, base), "persons")).toBe(false);
		expect(mayShow(share(0, 50, base), "persons")).toBe(false);
		expect(mayShow(share(4, 10, base), "public")).toBe(true);
		expect(mayShow(share(9, 10, base), "self-report")).toBe(false);
		expect(mayShow(share(9, 10, base), "self-report", true)).toBe(true);
	});

	const table = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([rows, columns]) =>
		fc.array(fc.array(fc.oneof(fc.nat(30), fc.nat(6)), { minLength: columns, maxLength: columns }), {
			minLength: rows,
			maxLength: rows,
		}),
	);

	it("never shows a cell below five", () => {
		fc.assert(
			fc.property(table, (counts) => {
				const result = suppressTable(counts);
				if ("whole" in result) return;
				for (const [row, values] of counts.entries())
					for (const [column, value] of values.entries())
						if (value < smallestCell) expect(result.cells[row]?.[column]).toBe(true);
			}),
		);
	});

	it("leaves every hidden small cell open: another table with the same totals has another number there", () => {
		fc.assert(
			fc.property(table, (counts) => {
				const result = suppressTable(counts);
				if ("whole" in result) return;
				for (const [row, values] of counts.entries())
					for (const [column, value] of values.entries())
						if (value < smallestCell) expect(canRise(counts, result.cells, row, column)).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	it("hides nothing when nothing is small", () => {
		expect(
			suppressTable([
				[5, 9],
				[12, 7],
			]),
		).toEqual({
			cells: [
				[false, false],
				[false, false],
			],
		});
	});
});

/**
 * An attacker's view, independent of how the cells were chosen: is there a table with the same totals and the same
 * shown cells, no negative number, and this cell one higher? A residual graph search, depth first.
 */
function canRise(
	counts: readonly (readonly number[])[],
	hidden: readonly (readonly boolean[])[],
	row: number,
	column: number,
): boolean {
	const columns = counts[0]?.length ?? 0;
	const seen = new Set<string>();
	const fromColumn = (here: number): boolean => {
		if (seen.has(`c${here}`)) return false;
		seen.add(`c${here}`);
		return counts.some(
			(values, other) =>
				!(other === row && here === column) && hidden[other]?.[here] && (values[here] ?? 0) > 0 && fromRow(other),
		);
	};
	const fromRow = (here: number): boolean => {
		if (here === row) return true;
		if (seen.has(`r${here}`)) return false;
		seen.add(`r${here}`);
		return Array.from({ length: columns }, (_, other) => other).some(
			(other) => hidden[here]?.[other] && fromColumn(other),
		);
	};
	return fromColumn(column);
}
