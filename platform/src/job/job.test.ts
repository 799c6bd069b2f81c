import { describe, expect, it } from "vitest";
import { registrations } from "../registrations.server.ts";
import { backoff } from "./backoff.ts";
import { readCron } from "./cron.server.ts";
import { describeFault } from "./fault.ts";

describe("backoff", () => {
	it("waits three times longer each time, spread by a fifth, and at most a quarter of an hour and a bit", () => {
		expect([1, 2, 3, 4].map((attempt) => backoff(attempt, 0.5))).toEqual([5_000, 15_000, 45_000, 135_000]);
		expect([backoff(1, 0), backoff(1, 1)]).toEqual([4_000, 6_000]);
		expect(backoff(30, 1)).toBe(1.2 * 15 * 60_000);
	});
});

describe("the regular times of the program", () => {
	it("can be read, and are of tasks there are", () => {
		expect(() => readCron(registrations.cron)).not.toThrow();
		const names = registrations.tasks.map((task) => task.name);
		expect(registrations.cron.filter((cron) => !names.includes(cron.task))).toEqual([]);
		expect(new Set([...names, "job"]).size).toBe(names.length + 1);
		expect(() => readCron([{ pattern: "every day", task: "x" }])).toThrow();
	});
});

describe("what is kept of a fault", () => {
	it("is its kind, its code and its place, never its message", () => {
		const fault = Object.assign(new RangeError("Ola Nordmann (at home.ts:1:1) ola@example.no"), { code: "22003" });
		expect(describeFault(fault)).toMatch(/^RangeError 22003 at job\.test\.ts:\d+$/);
	});

	it("is little when what was thrown is no error", () => {
		expect(describeFault("Ola Nordmann")).toBe("unknown fault");
		expect(describeFault(Object.assign(new Error("Ola"), { stack: "Error: Ola" }))).toBe("Error");
	});
});
