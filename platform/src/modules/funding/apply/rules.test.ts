import fc from "fast-check";
import { expect, it } from "vitest";
import { emptyContent } from "../call/contract.ts";
import type { Line } from "./contract.ts";
import { overlapsOf, sumByYear, sumOfLines, yearsOf } from "./rules.ts";

it("spreads an application over the budget years its money can be spent in, at most four", () => {
	const years = (decidesOn: string | null, spendBy: string | null) =>
		yearsOf({ ...emptyContent, decidesOn, spendBy }, "2026-05-01");
	expect(years("2027-06-01", "2028-12-31")).toEqual([2027, 2028]);
	expect(years(null, null)).toEqual([2026]);
	expect(years("2027-06-01", "2099-01-01")).toEqual([2027, 2028, 2029, 2030]);
	expect(years("2027-06-01", "2020-01-01")).toEqual([2027]);
});

it("what is applied for year by year comes to what is applied for in all", () => {
	const kroner = fc.integer({ min: 0, max: 1_000_000 });
	const amounts = fc.uniqueArray(
		fc.record({ year: fc.integer({ min: 2027, max: 2030 }), applied: kroner, own: kroner }),
		{ selector: ({ year }) => year },
	);
	const line = fc.record({ people: fc.nat({ max: 50 }), amounts });
	fc.assert(
		fc.property(fc.array(line), (lines) => {
			const each = sumByYear(lines, [2027, 2028, 2029, 2030]);
			const all = sumOfLines(lines);
			expect(each.reduce((sum, { applied }) => sum + applied, 0)).toBe(all.applied);
			expect(each.reduce((sum, { own }) => sum + own, 0)).toBe(all.own);
		}),
	);
});

it("finds what is sought in two places by its name or where it came from", () => {
	const one = (title: string, place: string, source = ""): Pick<Line, "title" | "source"> & { place: string } => ({
		...{ title, place, source },
	});
	expect(
		overlapsOf([
			one("Demens", "A"),
			one("demens ", "B"),
			one("Kurs", "A", "Heimen: kurs"),
			one("ABC", "B", "Heimen: kurs"),
		]),
	).toEqual([
		{ of: "measure", title: "Demens", places: ["A", "B"] },
		{ of: "measure", title: "Kurs", places: ["A", "B"] },
	]);
	// Other measures for the people of one unit.
	expect(overlapsOf([one("Kurs", "A", "Heimen: kurs"), one("Fagbrev", "B", "Heimen: fagbrev")])).toEqual([
		{ of: "people", title: "Heimen", places: ["A", "B"] },
	]);
	expect(overlapsOf([one("Demens", "A"), one("Demens", "A")])).toEqual([]);
});
