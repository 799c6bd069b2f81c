import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admissionOf, halvesOf, type PlacedStudy, placeOf } from "./admission.ts";

const study = (number: number, ...states: string[]): PlacedStudy => ({ who: `#${number}`, states });
const ways = [
	["planned"],
	["planned", "applied"],
	["planned", "admitted", "started"],
	["planned", "started", "completed"],
	["planned", "started", "dropped-out"],
	["planned", "dropped-out"],
	["planned", "started", "deferred"],
];

describe("an amount that is conditional on admission", () => {
	it("follows what became of each place", () => {
		expect(ways.map((states) => placeOf({ states }))).toEqual([
			"waiting",
			"waiting",
			"begun",
			"completed",
			"dropped",
			"never",
			"waiting",
		]);
		const line = { granted: 400_000, places: 4, settled: false };
		const studies = [study(1, "started"), study(2, "started", "dropped-out"), study(3, "planned", "dropped-out")];
		expect(admissionOf(line, studies, 50)).toMatchObject({
			amount: 250_000,
			lost: { open: 0, never: 100_000, dropped: 50_000 },
			persons: 3,
		});
		expect(admissionOf({ ...line, settled: true }, studies, 100)).toMatchObject({
			amount: 200_000,
			lost: { open: 100_000, never: 100_000, dropped: 0 },
		});
		expect(admissionOf({ ...line, settled: true }, [], 0).amount).toBe(0);
		// One who begins in the place of another who never did: the line is whole.
		expect(
			admissionOf({ granted: 90, places: 1, settled: true }, [study(1, "dropped-out"), study(2, "started")], 0).amount,
		).toBe(90);
		const same = { who: "kari@example.no" };
		expect(
			admissionOf(
				line,
				[
					{ ...study(1, "started"), ...same },
					{ ...study(2, "started"), ...same },
				],
				0,
			).persons,
		).toBe(1);
	});

	it("is never below zero or above what was granted, and what is lost says why, to the krone", () => {
		fc.assert(
			fc.property(
				fc.record({
					granted: fc.integer({ min: 1, max: 100_000_000_000 }),
					places: fc.integer({ min: 1, max: 10_000 }),
					settled: fc.boolean(),
				}),
				fc.array(fc.constantFrom(...ways), { maxLength: 12 }),
				fc.integer({ min: 0, max: 100 }),
				(line, states, share) => {
					const found = admissionOf(
						line,
						states.map((one, at) => study(at, ...one)),
						share,
					);
					expect(found.amount).toBeGreaterThanOrEqual(0);
					const { open, never, dropped } = found.lost;
					expect(Math.min(open, never, dropped)).toBeGreaterThanOrEqual(0);
					expect(found.amount + open + never + dropped).toBe(line.granted);
				},
			),
		);
	});

	it("stands in the study year its half of the budget year belongs to", () => {
		expect(halvesOf(2027).map(({ studyYear }) => studyYear)).toEqual(["2026/2027", "2027/2028"]);
	});
});
