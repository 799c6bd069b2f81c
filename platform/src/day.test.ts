import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, addYears, dayOf, momentBefore } from "./day.ts";

describe("the day of a moment", () => {
	it("turns at midnight in Norway, winter and summer", () => {
		expect(dayOf(new Date("2026-11-22T22:59:59Z"))).toBe("2026-11-22");
		expect(dayOf(new Date("2026-11-22T23:00:00Z"))).toBe("2026-11-23");
		expect(dayOf(new Date("2026-07-01T21:59:59Z"))).toBe("2026-07-01");
		expect(dayOf(new Date("2026-07-01T22:00:00Z"))).toBe("2026-07-02");
	});

	it("never goes back as time goes", () => {
		const moment = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
		fc.assert(
			fc.property(moment, fc.nat(90_000_000), (first, later) => {
				expect(dayOf(first) <= dayOf(new Date(first.getTime() + later))).toBe(true);
			}),
		);
	});

	it("is never cut from the text of a moment, which is the day in London", () => {
		// These make the text of a day out of a day that has no hour.
		const plain = ["day.ts", "spreadsheet/kinds/date.ts", "forms/read-text.ts", "modules/placement/capacity/week.ts"];
		const cut = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
			.filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
			.filter((file) =>
				/toISOString\(\)\.(slice|substring|split)/.test(readFileSync(path.join(import.meta.dirname, file), "utf8")),
			);
		expect(cut.map((file) => file.replaceAll("\\", "/")).sort()).toEqual([...plain].sort());
	});
});

describe("days, months and years from a day", () => {
	it("keep to the calendar", () => {
		expect(addDays("2027-02-27", 2)).toBe("2027-03-01");
		expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
		expect(addYears("2028-02-29", 1)).toBe("2029-02-28");
	});
});

it("a moment so many days before is on the day so many before, also across the hour the clock is put back", () => {
	for (const hour of [0, 1, 12, 21, 22, 23])
		for (const days of [0, 1, 30, 100, 200, 300, 365, 730]) {
			const moment = new Date(Date.UTC(2026, 10, 23, hour, 30));
			expect(dayOf(momentBefore(moment, days))).toBe(addDays(dayOf(moment), -days));
			const summer = new Date(Date.UTC(2026, 6, 23, hour, 30));
			expect(dayOf(momentBefore(summer, days))).toBe(addDays(dayOf(summer), -days));
		}
});

it("a year is twelve months, whatever day it is", () => {
	for (const year of [1999, 2000, 2023, 2024])
		for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1))
			for (const years of [-1024, -4, -1, 0, 1, 4, 76]) expect(addYears(day, years)).toBe(addMonths(day, 12 * years));
});
