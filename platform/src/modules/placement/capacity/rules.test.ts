import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OfferInAnswer, Promised } from "./contract.ts";
import {
	freePlaces,
	heldOn,
	isRemindedOn,
	peakOf,
	refuseOffers,
	type Surroundings,
	stateOfAnswer,
	suggestFrom,
} from "./rules.ts";
import { weekOf, weeksBetween } from "./week.ts";

const nurse: OfferInAnswer = {
	...{ id: "a", profession: "nursing", years: [2], firstDay: "2027-01-04", lastDay: "2027-03-12" },
	...{ places: 3, leastTogether: null, reservedFor: null },
};
const spring: Surroundings = {
	...{ firstDay: "2027-01-01", lastDay: "2027-06-30", mostAtOnce: null },
	...{ before: [], elsewhere: [], promised: [], knownInstitutions: new Set(["ntnu"]) },
};
const promise = (given: Partial<Promised> = {}): Promised => ({
	...{ kind: "placement", siteId: "s", offerId: "a", institutionId: "ntnu", holder: "SYK2", places: 1 },
	...{ firstDay: "2027-01-04", lastDay: "2027-02-12", ...given },
});
const codes = (offers: readonly OfferInAnswer[], around: Surroundings = spring) =>
	refuseOffers(offers, around).map(({ code, field }) => [code, field]);

describe("offers", () => {
	it("stand when nothing is wrong", () => {
		expect(codes([nurse, { ...nurse, id: null, profession: "medicine" }])).toEqual([]);
	});
	it("stay within the days of the capacity, in order", () => {
		expect(codes([{ ...nurse, firstDay: "2026-12-31" }])).toEqual([["outside-days", "offers.0.firstDay"]]);
		expect(codes([{ ...nurse, lastDay: "2027-07-01" }])).toEqual([["outside-days", "offers.0.lastDay"]]);
		expect(codes([{ ...nurse, lastDay: "2027-01-03" }])).toEqual([["ends-before-start", "offers.0.lastDay"]]);
	});
	it("do not say the same twice to the same students", () => {
		const again = { ...nurse, id: null, years: [], firstDay: "2027-03-12", lastDay: "2027-05-01" };
		expect(codes([nurse, again])).toEqual([["offers-overlap", "offers.1.profession"]]);
		expect(codes([nurse, { ...again, firstDay: "2027-03-13" }])).toEqual([]);
		expect(codes([nurse, { ...again, years: [3] }])).toEqual([]);
		expect(codes([nurse, { ...again, reservedFor: "ntnu" }])).toEqual([]);
		expect(codes([nurse], { ...spring, elsewhere: [again] })).toEqual([["overlaps-other", "offers.0.profession"]]);
	});
	it("are not larger than the most at once, nor smaller than their own group", () => {
		expect(codes([nurse], { ...spring, mostAtOnce: 2 })).toEqual([["over-most", "offers.0.places"]]);
		expect(codes([{ ...nurse, leastTogether: 4 }])).toEqual([["least-over-places", "offers.0.leastTogether"]]);
	});
	it("are kept for institutions that exist", () => {
		expect(codes([{ ...nurse, reservedFor: "nobody" }])).toEqual([["institution-unknown", "offers.0.reservedFor"]]);
	});
});

describe("what is promised", () => {
	const two = [promise(), promise({ firstDay: "2027-02-01", lastDay: "2027-03-12", holder: "SYK3" })];
	const around = { ...spring, before: [{ ...nurse, id: "a" }], promised: two };
	it("is counted on the worst day", () => {
		expect(peakOf(two)).toEqual({ places: 2, day: "2027-02-01" });
		expect(peakOf([])).toEqual({ places: 0, day: null });
	});
	it("is held once where an answer became placements", () => {
		const answer = promise({ kind: "answer", places: 5 });
		expect(heldOn([answer, ...Array.from({ length: 3 }, () => promise())], "2027-01-10")).toBe(5);
		expect(heldOn([answer, ...Array.from({ length: 6 }, () => promise())], "2027-01-10")).toBe(6);
		expect(heldOn([answer, promise({ institutionId: "nord" })], "2027-01-10")).toBe(6);
	});
	it("cannot be taken away, and who counts on it is named", () => {
		const [refusal] = refuseOffers([{ ...nurse, places: 1 }], around);
		expect(refusal).toMatchObject({ code: "promised", detail: { places: 2, holder: "SYK2, SYK3" } });
		expect(codes([], around)).toEqual([["promised-gone", undefined]]);
		expect(codes([{ ...nurse, lastDay: "2027-03-01" }], around)).toEqual([["promised-gone", "offers.0.firstDay"]]);
		expect(codes([{ ...nurse, profession: "medicine" }], around)).toEqual([["promised-gone", "offers.0.firstDay"]]);
		expect(codes([{ ...nurse, places: 2 }], { ...around, mostAtOnce: 1 })).toContainEqual([
			"promised-at-once",
			"mostAtOnce",
		]);
		expect(codes([{ ...nurse, places: 2, profession: null, years: [] }], around)).toEqual([]);
	});
	it("leaves the rest free", () => {
		expect(freePlaces(3, two, { firstDay: "2027-02-20", lastDay: "2027-03-01" })).toBe(2);
		expect(freePlaces(3, two, { firstDay: "2027-01-04", lastDay: "2027-03-01" })).toBe(1);
		expect(freePlaces(1, two, { firstDay: "2027-02-01", lastDay: "2027-02-01" })).toBe(0);
	});
	it("never leaves more free than there is, whatever is promised", () => {
		const day = fc
			.integer({ min: 0, max: 60 })
			.map((days) => new Date(Date.UTC(2027, 0, 1 + days)).toISOString().slice(0, 10));
		const any = fc
			.record({ one: day, other: day, places: fc.integer({ min: 1, max: 4 }), answered: fc.boolean() })
			.map(({ one, other, places, answered }) =>
				promise({
					...(one < other ? { firstDay: one, lastDay: other } : { firstDay: other, lastDay: one }),
					places,
					kind: answered ? "answer" : "lock",
				}),
			);
		fc.assert(
			fc.property(fc.array(any, { maxLength: 8 }), day, day, (promised, one, other) => {
				const days = one < other ? { firstDay: one, lastDay: other } : { firstDay: other, lastDay: one };
				const free = freePlaces(9, promised, days);
				for (let at = Date.parse(days.firstDay); at <= Date.parse(days.lastDay); at += 86_400_000)
					expect(free).toBeLessThanOrEqual(Math.max(0, 9 - heldOn(promised, new Date(at).toISOString().slice(0, 10))));
			}),
		);
	});
});

it("keeps what the keeper adjusts as approved as it was", () => {
	expect(stateOfAnswer(true, "asked", "site")).toBe("answered");
	expect(stateOfAnswer(true, "published", "keeper")).toBe("published");
	expect(stateOfAnswer(false, "published", "keeper")).toBe("none");
});

it("reminds once a day, and not on the day it asked", () => {
	expect(isRemindedOn("2026-11-22", "2026-11-22", null)).toBe(true);
	expect(isRemindedOn("2026-11-23", "2026-11-22", null)).toBe(false);
	expect(isRemindedOn("2026-11-23", "2026-11-22", "2026-11-23")).toBe(true);
});

it("suggests last year's offers on this year's days", () => {
	const days = { firstDay: "2028-01-01", lastDay: "2028-06-30" };
	expect(suggestFrom([nurse], spring, days)).toMatchObject([
		{ firstDay: "2028-01-04", lastDay: "2028-03-12", places: 3 },
	]);
	expect(suggestFrom([nurse], spring, { firstDay: "2028-08-01", lastDay: "2028-12-31" })).toMatchObject([
		{ firstDay: "2028-08-01", lastDay: "2028-12-31" },
	]);
});

describe("weeks", () => {
	it.each([
		["2026-01-01", 2026, 1],
		["2027-01-01", 2026, 53],
		["2024-12-30", 2025, 1],
		["2027-01-04", 2027, 1],
		["2026-11-22", 2026, 47],
	])("%s is in week %i/%i", (day, year, week) => {
		expect(weekOf(day)).toMatchObject({ year, week });
	});
	it("run from Monday to Sunday without a gap", () => {
		const weeks = weeksBetween("2026-12-28", "2027-01-10");
		expect(weeks.map(({ firstDay, lastDay, week }) => [firstDay, lastDay, week])).toEqual([
			["2026-12-28", "2027-01-03", 53],
			["2027-01-04", "2027-01-10", 1],
		]);
	});
});
