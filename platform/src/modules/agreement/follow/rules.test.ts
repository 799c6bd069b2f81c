import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	compareFollowing,
	dueByNow,
	followingOf,
	heldDays,
	owedIn,
	refuseDelivery,
	resultYears,
	shareGone,
	spansOf,
} from "./rules.ts";

const agreement = { firstDay: "2024-08-01", lastDay: "2027-06-30", endedOn: null };
const always = { firstDay: null, lastDay: null };

describe("the days a commitment is followed up", () => {
	it("are its own, within those of the agreement, and stop where the agreement ended", () => {
		expect(heldDays(always, agreement)).toEqual({ from: "2024-08-01", to: "2027-06-30" });
		expect(heldDays({ firstDay: "2025-01-01", lastDay: "2030-01-01" }, agreement)).toEqual({
			...{ from: "2025-01-01", to: "2027-06-30" },
		});
		expect(heldDays(always, { ...agreement, endedOn: "2025-12-31" })?.to).toBe("2025-12-31");
		expect(heldDays({ firstDay: "2026-01-01", lastDay: null }, { ...agreement, endedOn: "2025-12-31" })).toBeNull();
		expect(heldDays(always, { firstDay: null, lastDay: null, endedOn: null })).toBeNull();
	});
	it("are each calendar year up to this one, newest first, cut at the ends", () => {
		expect(spansOf({ per: "year", ...always }, agreement, "2026-11-22")).toEqual([
			{ year: 2026, from: "2026-01-01", to: "2026-12-31" },
			{ year: 2025, from: "2025-01-01", to: "2025-12-31" },
			{ year: 2024, from: "2024-08-01", to: "2024-12-31" },
		]);
		expect(spansOf({ per: "year", ...always }, agreement, "2030-01-01")[0]).toEqual({
			...{ year: 2027, from: "2027-01-01", to: "2027-06-30" },
		});
		expect(spansOf({ per: "year", ...always }, { ...agreement, firstDay: "2027-01-01" }, "2026-11-22")).toEqual([
			{ year: 2027, from: "2027-01-01", to: "2027-06-30" },
		]);
	});
	it("are one where the promise is for the whole period", () => {
		expect(spansOf({ per: "whole", ...always }, agreement, "2026-11-22")).toEqual([
			{ year: null, from: "2024-08-01", to: "2027-06-30" },
		]);
	});
	it("never leave a day out, and never count one twice", () => {
		const day = fc
			.integer({ min: 0, max: 4000 })
			.map((add) => new Date(Date.UTC(2020, 0, 1 + add)).toISOString().slice(0, 10));
		fc.assert(
			fc.property(day, day, day, (a, b, today) => {
				const [firstDay = "", lastDay = ""] = [a, b].sort();
				const spans = spansOf({ per: "year", ...always }, { firstDay, lastDay, endedOn: null }, today).toReversed();
				expect(spans[0]?.from).toBe(firstDay);
				for (const [index, span] of spans.entries()) {
					expect(span.to !== null && span.from <= span.to).toBe(true);
					const next = spans[index + 1];
					if (next) expect(Date.parse(next.from) - Date.parse(span.to ?? "")).toBe(86_400_000);
				}
			}),
		);
	});
});

describe("a promise", () => {
	const year = { year: 2026, from: "2026-01-01", to: "2026-12-31" };
	it("slips when less is there than the whole ones of the share of the year that has gone", () => {
		expect(shareGone(year, "2026-07-02")).toBeCloseTo(183 / 365);
		expect(dueByNow(4, year, "2026-01-31")).toBe(0);
		expect(dueByNow(4, year, "2026-07-02")).toBe(2);
		expect(followingOf(year, { promised: 4, delivered: 0 }, "2026-01-31")).toBe("on-track");
		expect(followingOf(year, { promised: 4, delivered: 1 }, "2026-07-02")).toBe("slipping");
		expect(followingOf(year, { promised: 4, delivered: 2 }, "2026-07-02")).toBe("on-track");
		expect(followingOf(year, { promised: 4, delivered: 4 }, "2026-07-02")).toBe("kept");
		expect(followingOf(year, { promised: 4, delivered: 3 }, "2026-12-31")).toBe("slipping");
		expect(followingOf(year, { promised: 4, delivered: 3 }, "2027-01-01")).toBe("not-kept");
	});
	it("of a year the agreement began late in is due for that part of it", () => {
		const part = { year: 2024, from: "2024-11-22", to: "2024-12-31" };
		expect(dueByNow(60, part, "2025-01-01")).toBe(6);
		expect(followingOf(part, { promised: 60, delivered: 6 }, "2025-01-01")).toBe("kept");
		expect(followingOf(part, { promised: 60, delivered: 5 }, "2025-01-01")).toBe("not-kept");
		expect(followingOf(part, { promised: 4, delivered: 0 }, "2025-01-01")).toBe("kept");
		expect(dueByNow(60, { ...part, year: null }, "2025-01-01")).toBe(60);
		expect([owedIn(60, part), owedIn(60, year), owedIn(60, { ...part, year: null })]).toEqual([6, 60, 60]);
		expect([owedIn(null, part), owedIn(50, part, true)]).toEqual([null, 50]);
	});
	it("of a share of a post is due whole as long as it holds, and all of it in a year held in part", () => {
		expect(dueByNow(50, year, "2026-01-31", true)).toBe(50);
		expect(followingOf(year, { promised: 50, delivered: 20 }, "2026-01-31", true)).toBe("slipping");
		expect(followingOf(year, { promised: 50, delivered: 50 }, "2026-01-31", true)).toBe("kept");
		const part = { year: 2024, from: "2024-11-22", to: "2024-12-31" };
		expect(followingOf(part, { promised: 50, delivered: 20 }, "2025-01-01", true)).toBe("not-kept");
	});
	it("that nobody has counted is not known, which is not the same as nothing", () => {
		expect(followingOf(year, { promised: 4, delivered: null }, "2026-07-02")).toBe("unknown");
		expect(followingOf(year, { promised: 4, delivered: 0 }, "2026-07-02")).toBe("slipping");
		expect(followingOf(year, { promised: null, delivered: 3 }, "2026-07-02")).toBe("no-number");
		expect(followingOf(year, { promised: 4, delivered: null }, "2025-07-02")).toBe("not-begun");
	});
	it("without an end never slips: nobody has said when", () => {
		const open = { year: null, from: "2026-01-01", to: null };
		expect(dueByNow(4, open, "2030-01-01")).toBeNull();
		expect(followingOf(open, { promised: 4, delivered: 0 }, "2030-01-01")).toBe("on-track");
	});
	it("that asks for something to be done comes first", () => {
		expect((["kept", "unknown", "slipping", "not-kept"] as const).toSorted(compareFollowing)).toEqual([
			...["slipping", "not-kept", "unknown", "kept"],
		]);
	});
	it("is written down as delivered on days that have been, while it holds", () => {
		expect(refuseDelivery("2026-11-23", year, "2026-11-22")).toBe("in-the-future");
		expect(refuseDelivery("2025-12-31", year, "2026-11-22")).toBe("outside-period");
		expect(refuseDelivery("2026-11-22", year, "2026-11-22")).toBeNull();
		expect(refuseDelivery("2026-11-22", null, "2026-11-22")).toBe("outside-period");
	});
});

describe("the years a party can say something of", () => {
	it("are this and the last one it has held in; until summer the last one is asked for first", () => {
		expect(resultYears(agreement, "2026-03-01")).toEqual([2025, 2026]);
		expect(resultYears(agreement, "2026-11-22")).toEqual([2026, 2025]);
		expect(resultYears(agreement, "2024-11-22")).toEqual([2024]);
		expect(resultYears(agreement, "2024-07-31")).toEqual([]);
		expect(resultYears({ ...agreement, endedOn: "2025-05-01" }, "2026-11-22")).toEqual([2025]);
	});
});
