import { describe, expect, test } from "vitest";
import type { NumberPeriod } from "../../../geography/succession.ts";
import { deriveSuccessions } from "../../../geography/succession.ts";
import { arrangeHistory, missingPeriods } from "./rules.ts";

function period(number: string, firstYear: number, lastYear: number | null, became = "2403"): NumberPeriod {
	return { number, firstYear, lastYear, became: new Map([[became, 1]]) };
}

describe("the history of municipalities", () => {
	const periods = [
		period("0101", 2000, 2017),
		period("0102", 2000, 2019),
		period("1801", 2018, 2019),
		period("2001", 2020, 2023),
		period("2403", 2024, null),
	];
	const derived = deriveSuccessions(periods);
	const history = arrangeHistory(
		periods,
		derived.successions ?? [],
		new Map([
			["2403", "Nyby"],
			["1801", "Gammelby"],
		]),
	);

	test("is one municipality as long as only the number changes", () => {
		const numbers = history.lineages.map((lineage) => lineage.periods.map((one) => one.number));
		expect(numbers).toEqual([["0101", "1801"], ["0102"], ["2001", "2403"]]);
		expect(history.lineages.map((lineage) => lineage.number)).toEqual(["1801", "0102", "2403"]);
	});

	test("says who became whom, under the number each is known by", () => {
		expect(history.successions).toEqual([
			{ predecessor: "0102", successor: "2403", happenedOn: "2020-01-01", share: 1 },
			{ predecessor: "1801", successor: "2403", happenedOn: "2020-01-01", share: 1 },
		]);
	});

	test("calls a number what its municipality is called, and says which it has no name for", () => {
		expect(history.lineages.flatMap((lineage) => lineage.periods.map((one) => one.name))).toEqual([
			...["Gammelby", "Gammelby", "0102", "Nyby", "Nyby"],
		]);
		expect(history.nameless).toEqual(["0102"]);
	});
});

describe("filling in earlier periods", () => {
	const known = { id: "k", number: "5035", validFrom: "2024-01-01", validTo: null };
	const wanted = [
		{ number: "1714", validFrom: "2000-01-01", validTo: "2017-12-31" },
		{ number: "5035", validFrom: "2018-01-01", validTo: null },
	];

	test("lets the known begin earlier and adds what came before", () => {
		expect(missingPeriods([known], wanted)).toEqual({
			earlier: [{ id: "k", validFrom: "2018-01-01" }],
			added: [wanted[0]],
		});
	});

	test("adds nothing the second time, and nothing on top of what somebody has entered", () => {
		const entered = [
			{ id: "e", ...wanted[0], number: "1714", validFrom: "2000-01-01", validTo: "2017-12-31" },
			{ ...known, validFrom: "2018-01-01" },
		];
		expect(missingPeriods(entered, wanted)).toEqual({ earlier: [], added: [] });
		const renamed = [{ ...known, number: "9999", validFrom: "2010-01-01" }];
		expect(missingPeriods(renamed, wanted)).toEqual({ earlier: [], added: [] });
	});

	test("takes everything where nothing is known", () => {
		expect(missingPeriods([], wanted.slice(0, 1)).added).toEqual(wanted.slice(0, 1));
	});
});
