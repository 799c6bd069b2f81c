import { describe, expect, it } from "vitest";
import type { Decision, Item, Presence, Seat } from "./contract.ts";
import {
	anchoring,
	attendanceBy,
	neverPresent,
	outcomesOf,
	refuseDecision,
	seatsOn,
	standingOf,
	toFollowUp,
} from "./rules.ts";

const seat = (id: string, change: Partial<Seat> = {}): Seat => ({
	...{ id, partyId: "a", role: "Leder", represents: "leader", duty: "member", name: "", email: null, deputyName: "" },
	...{ deputyEmail: null, personId: null, validFrom: "2026-01-01", validTo: null, sort: 0, version: 1, ...change },
});
const decision = (id: string, change: Partial<Decision> = {}): Decision => ({
	...{ id, arenaId: "r", organisationId: "a", meetingId: "m", itemId: "i", body: "Gjør det", seatId: null },
	...{ ownerName: "Kari", dueOn: null, state: "open", note: "", settledOn: null, decidedOn: "2026-01-01", version: 1 },
	...{ objectKind: null, objectId: null, ...change },
});
const came = (seatId: string, way: Presence["came"]): Presence => ({
	...{ id: `${seatId}${way}`, seatId, answer: null, answeredAt: null, came: way, name: "", version: 1 },
});

describe("decisions", () => {
	it("are late the day after they are due, while open", () => {
		expect(standingOf({ state: "open", dueOn: "2026-05-01" }, "2026-05-01")).toBe("open");
		expect(standingOf({ state: "open", dueOn: "2026-05-01" }, "2026-05-02")).toBe("late");
		expect(standingOf({ state: "done", dueOn: "2026-05-01" }, "2026-05-02")).toBe("done");
	});
	it("come up on the next agenda by themselves, the latest first, each once", () => {
		const items = [{ decisionId: "there" }] as unknown as Item[];
		const decisions = [
			decision("later", { dueOn: "2026-09-01" }),
			decision("there"),
			decision("done", { state: "done" }),
			decision("sooner", { dueOn: "2026-02-01" }),
			decision("no day"),
		];
		expect(toFollowUp(decisions, items).map(({ id }) => id)).toEqual(["sooner", "later", "no day"]);
	});
	it("have an owner, and a day that is not behind", () => {
		const facts = { body: "Gjør det", seatId: null, ownerName: "", dueOn: "2026-01-01" };
		expect(refuseDecision(facts, [], "2026-02-01").map(({ code }) => code)).toEqual([
			"needs-owner",
			"ends-before-start",
		]);
		expect(refuseDecision({ ...facts, seatId: "s", dueOn: null }, [seat("s")], "2026-02-01")).toEqual([]);
	});
	it("are counted by what was decided with an owner and what was done", () => {
		const items = [
			{ outcome: "decided", kind: "decision" },
			{ outcome: "noted", kind: "information" },
		] as const;
		expect(outcomesOf(items, [{ state: "done" }, { state: "open" }])).toEqual({
			...{ items: 2, decided: 1, decisions: 2, done: 1 },
		});
	});
});

describe("presence", () => {
	const seats = [
		seat("l", { represents: "leader", partyId: "a" }),
		seat("u", { represents: "union", partyId: "b" }),
		seat("s", { represents: "staff", partyId: "c" }),
	];
	it("is measured by what seats represent, of who was asked", () => {
		const presences = [came("l", "holder"), came("l", "absent"), came("u", "deputy"), came("s", "holder")];
		expect(anchoring(presences, seats)).toEqual({ asked: 2, came: 1, byDeputy: 0 });
		expect(attendanceBy(presences, seats, ({ represents }) => represents).get("union")).toEqual({
			...{ asked: 1, came: 1, byDeputy: 1 },
		});
	});
	it("finds who stands as a party and has never been there, and says nothing before a meeting is held", () => {
		const presences = [came("l", "holder"), came("u", "absent"), came("u", "excused")];
		expect(neverPresent(presences, seats, ["a", "b"])).toEqual(["b"]);
		// A party to the agreement that was never given a seat has not been there either.
		expect(neverPresent(presences, seats, ["a", "b", "d"])).toEqual(["b", "d"]);
		expect(neverPresent([{ ...came("u", null) }], seats, ["a", "b"])).toEqual([]);
	});
	it("is asked of the seats that hold on the day", () => {
		const held = [seat("old", { validTo: "2026-03-01" }), seat("new", { validFrom: "2026-03-02" })];
		expect(seatsOn(held, "2026-03-01").map(({ id }) => id)).toEqual(["old"]);
		expect(seatsOn(held, "2026-03-02").map(({ id }) => id)).toEqual(["new"]);
	});
});
