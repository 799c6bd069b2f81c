import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastDigestTime } from "./digest-time.ts";

const seenInNorway = new Intl.DateTimeFormat("sv-SE", {
	timeZone: "Europe/Oslo",
	dateStyle: "short",
	timeStyle: "short",
});

describe("the last digest time", () => {
	it("is seven in the morning in Norway, winter and summer", () => {
		expect(lastDigestTime(new Date("2026-01-15T12:00:00Z")).toISOString()).toBe("2026-01-15T06:00:00.000Z");
		expect(lastDigestTime(new Date("2026-07-15T12:00:00Z")).toISOString()).toBe("2026-07-15T05:00:00.000Z");
	});

	it("is yesterday's until seven, and today's from the moment it strikes", () => {
		expect(lastDigestTime(new Date("2026-01-15T05:59:59Z")).toISOString()).toBe("2026-01-14T06:00:00.000Z");
		expect(lastDigestTime(new Date("2026-01-15T06:00:00Z")).toISOString()).toBe("2026-01-15T06:00:00.000Z");
	});

	it("always lies within the last 25 hours, at seven by the Norwegian clock", () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date("2020-01-01T00:00:00Z"), max: new Date("2040-01-01T00:00:00Z"), noInvalidDate: true }),
				(now) => {
					const last = lastDigestTime(now);
					expect(seenInNorway.format(last)).toMatch(/ 07:00$/);
					const age = now.getTime() - last.getTime();
					expect(age).toBeGreaterThanOrEqual(0);
					expect(age).toBeLessThan(25 * 60 * 60 * 1000);
				},
			),
		);
	});
});
