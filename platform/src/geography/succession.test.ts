import { describe, expect, it } from "vitest";
import { deriveSuccessions, type NumberPeriod, numbersIn } from "./succession.ts";

function period(
	number: string,
	firstYear: number,
	lastYear: number | null,
	became: Record<string, number>,
): NumberPeriod {
	return { number, firstYear, lastYear, became: new Map(Object.entries(became)) };
}

describe("deriveSuccessions", () => {
	it("tells renumbering, merging, joining and dividing apart", () => {
		const derived = deriveSuccessions([
			period("0101", 2000, 2019, { "3101": 1 }),
			period("3101", 2020, null, { "3101": 1 }),
			period("1401", 2000, 2019, { "4602": 1 }),
			period("1439", 2000, 2019, { "4602": 1 }),
			period("4602", 2020, null, { "4602": 1 }),
			period("1141", 2000, 2019, { "1103": 1 }),
			period("1103", 2000, null, { "1103": 1 }),
			period("1850", 2000, 2019, { "1806": 0.5, "1875": 0.5 }),
			period("1806", 2020, null, { "1806": 1 }),
			period("1875", 2020, null, { "1875": 1 }),
		]);
		expect(derived.successions).toEqual([
			{ predecessor: "0101", successor: "3101", happenedOn: "2020-01-01", share: 1, manner: "renumbered" },
			{ predecessor: "1141", successor: "1103", happenedOn: "2020-01-01", share: 1, manner: "joined" },
			{ predecessor: "1401", successor: "4602", happenedOn: "2020-01-01", share: 1, manner: "merged" },
			{ predecessor: "1439", successor: "4602", happenedOn: "2020-01-01", share: 1, manner: "merged" },
			{ predecessor: "1850", successor: "1806", happenedOn: "2020-01-01", share: 0.5, manner: "divided" },
			{ predecessor: "1850", successor: "1875", happenedOn: "2020-01-01", share: 0.5, manner: "divided" },
		]);
	});

	it("follows a merger that was undone: one part back to its own, the rest on under a new number", () => {
		const derived = deriveSuccessions([
			period("1534", 2000, 2019, { "1580": 1 }),
			period("1504", 2000, 2019, { "1508": 1 }),
			period("1507", 2020, 2023, { "1508": 0.86, "1580": 0.14 }),
			period("1508", 2024, null, { "1508": 1 }),
			period("1580", 2024, null, { "1580": 1 }),
		]);
		expect(derived.successions?.map(({ predecessor, successor, share }) => [predecessor, successor, share])).toEqual([
			["1504", "1507", 1],
			["1534", "1507", 1],
			["1507", "1508", 0.86],
			["1507", "1580", 0.14],
		]);
	});

	it("says which number is unclear instead of guessing between two that fit equally well", () => {
		const derived = deriveSuccessions([
			period("0001", 2000, 2010, { "3101": 1 }),
			period("0002", 2011, 2019, { "3101": 1 }),
			period("0003", 2011, 2019, { "3101": 1 }),
			period("3101", 2020, null, { "3101": 1 }),
		]);
		expect(derived.unclear).toEqual({ number: "0001", candidates: ["0002", "0003"] });
	});

	it("says which number has no successor at all", () => {
		expect(deriveSuccessions([period("0101", 2000, 2019, { "3101": 1 })]).unclear).toEqual({
			number: "0101",
			candidates: [],
		});
	});

	it("counts the numbers in use in a year, first and last year included", () => {
		const periods = [period("0101", 2000, 2019, { "3101": 1 }), period("3101", 2020, null, { "3101": 1 })];
		expect([1999, 2000, 2019, 2020, 2050].map((year) => numbersIn(periods, year))).toEqual([
			[],
			["0101"],
			["0101"],
			["3101"],
			["3101"],
		]);
	});
});
