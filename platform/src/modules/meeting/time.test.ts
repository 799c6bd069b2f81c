import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentOf, norwegianTime, weeksAfter } from "./time.ts";

describe("the time of a meeting", () => {
	it("is what Norwegian clocks show, summer and winter", () => {
		expect(momentOf("2026-07-01", "10:00").toISOString()).toBe("2026-07-01T08:00:00.000Z");
		expect(momentOf("2026-12-01", "10:00").toISOString()).toBe("2026-12-01T09:00:00.000Z");
		expect(norwegianTime(new Date("2026-12-31T23:30:00Z"))).toEqual({ day: "2027-01-01", time: "00:30" });
	});
	it("goes there and back at every quarter of an hour that there is", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4 * 24 * 366 * 3 }), (quarters) => {
				const moment = new Date(Date.UTC(2025, 0, 1) + quarters * 900_000);
				const { day, time } = norwegianTime(moment);
				// The hour that comes twice in October is the first of the two or the second, and shows the same.
				expect(norwegianTime(momentOf(day, time))).toEqual({ day, time });
			}),
		);
	});
	it("keeps its time of day through a series", () => {
		expect(weeksAfter("2026-10-20", 1)).toBe("2026-10-27");
		expect(norwegianTime(momentOf(weeksAfter("2026-10-20", 1), "09:00")).time).toBe("09:00");
	});
});
