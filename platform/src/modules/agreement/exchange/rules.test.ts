import { describe, expect, it } from "vitest";
import type { ExchangeFacts } from "./contract.ts";
import { countsFor, exchangeStanding, refuseExchange, workingDays } from "./rules.ts";

const facts = (change: Partial<ExchangeFacts> = {}): ExchangeFacts => ({
	...{ kind: "shared-position", agreementId: null, homeId: "home", guestId: "guest", personName: "Kari Nes" },
	...{ title: "Delt stilling", homeShare: 80, guestShare: 20, financing: "", tasks: "", lectures: null },
	...{ firstDay: "2026-03-02", lastDay: null, ...change },
});
const codes = (change: Partial<ExchangeFacts>) => refuseExchange(facts(change), "home").map(({ code }) => code);
const year = { from: "2026-01-01", to: "2026-12-31" };
const count = (measure: string, change: Partial<ExchangeFacts> = {}, today = "2026-11-22") =>
	countsFor(measure, facts(change), year, today);

describe("an exchange", () => {
	it("is between two organisations, one of them one's own, within a whole post", () => {
		expect(codes({})).toEqual([]);
		expect(codes({ guestId: "home" })).toEqual(["same-organisation"]);
		expect(codes({ homeId: "third" })).toEqual(["not-own"]);
		expect(codes({ homeShare: 90 })).toEqual(["shares-too-large"]);
		expect(codes({ lastDay: "2026-03-01" })).toEqual(["ends-before-start"]);
		expect(codes({ lectures: 4 })).toEqual(["lectures-of-lecturing"]);
		expect(codes({ lectures: 4, kind: "lecturing" })).toEqual([]);
	});
	it("is vacant, ahead, under way, to be evaluated, over", () => {
		const on = (today: string, change = {}) =>
			exchangeStanding({ ...facts({ lastDay: "2026-06-30" }), evaluatedOn: null, ...change }, today);
		expect(on("2026-03-01")).toBe("ahead");
		expect(on("2026-03-02")).toBe("under-way");
		expect(on("2026-07-01")).toBe("to-evaluate");
		expect(on("2026-07-01", { evaluatedOn: "2026-07-01" })).toBe("over");
		expect(on("2026-03-02", { personName: null })).toBe("vacant");
		expect(on("2026-07-01", { personName: null })).toBe("over");
	});
});

describe("what an exchange counts for", () => {
	it("is one in each year a shared position is held, and nothing while it is vacant or ahead", () => {
		expect(count("shared-positions")).toBe(1);
		expect(count("shared-positions", { firstDay: "2020-01-01" })).toBe(1);
		expect(count("shared-positions", { firstDay: "2020-01-01", lastDay: "2025-12-31" })).toBe(0);
		expect(count("shared-positions", { personName: null })).toBe(0);
		expect(count("shared-positions", { firstDay: "2026-12-01" })).toBe(0);
	});
	it("is the lectures that have been held, one where nobody says how many, and one in the year a thesis begins", () => {
		expect(count("lectures")).toBe(1);
		expect(count("lectures", { lectures: 6 })).toBe(6);
		expect(count("lectures", { lectures: 6, firstDay: "2025-09-01", lastDay: "2026-06-01" })).toBe(0);
		expect(count("lectures", { lectures: 6, personName: null })).toBe(0);
		expect(count("theses", { firstDay: "2025-09-01" })).toBe(0);
	});
	it("is the working days of job shadowing that have been", () => {
		expect(workingDays("2026-03-02", "2026-03-08")).toBe(5);
		expect(workingDays("2026-03-07", "2026-03-08")).toBe(0);
		expect(count("job-shadowing-days", { lastDay: "2026-03-06" })).toBe(5);
		expect(count("job-shadowing-days", { lastDay: "2026-03-06" }, "2026-03-03")).toBe(2);
		expect(count("job-shadowing-days", { firstDay: "2025-12-30", lastDay: "2026-01-02" })).toBe(2);
	});
});
