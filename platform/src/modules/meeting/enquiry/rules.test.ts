import { describe, expect, it } from "vitest";
import type { Asker } from "../rules.ts";
import { asks } from "./codes.ts";
import { inTimeShare, maySee, nextTelling, responsibilityFor, standingOf, whatMayWith } from "./rules.ts";

const asker = (organisationId: string, role: string, unitId: string | null = null): Asker => ({
	...{ organisationId, system: false, personId: "p", holdings: [{ role, unitId }] },
});
const enquiry = {
	...{ organisationId: "ntnu", receiverId: "host", arenaId: null, state: "sent" as const },
	...{ ownerId: null, contactId: null, sentBy: null, unitId: null },
};

describe("an enquiry", () => {
	it("is answered by those who correspond for the receiver, and replied to by those who ask", () => {
		const answering = { answer: true, forward: true, reply: false, withdraw: false };
		expect(whatMayWith(asker("host", "placement-coordinator"), enquiry, false)).toEqual(answering);
		expect(whatMayWith(asker("host", "supervisor"), enquiry, false).answer).toBe(false);
		expect(whatMayWith(asker("host", "placement-coordinator", "u"), enquiry, false).answer).toBe(false);
		const back = { ...enquiry, state: "asked-back" as const };
		expect(whatMayWith(asker("ntnu", "manager"), back, false)).toMatchObject({ reply: true, withdraw: true });
		expect(whatMayWith(asker("ntnu", "manager"), enquiry, false).reply).toBe(false);
	});

	it("is answered by whoever it was forwarded to: the contact, the owner, or the unit", () => {
		const supervisor = asker("host", "supervisor", "u");
		expect(whatMayWith(supervisor, { ...enquiry, ownerId: "p" }, false).answer).toBe(true);
		expect(whatMayWith(supervisor, { ...enquiry, contactId: "p" }, false).answer).toBe(true);
		expect(whatMayWith(supervisor, { ...enquiry, unitId: "u" }, false).answer).toBe(true);
		expect(whatMayWith(asker("host", "student", "u"), { ...enquiry, unitId: "u" }, false).answer).toBe(false);
	});

	it("to an arena is answered by whoever has its chair, and goes no further", () => {
		const can = whatMayWith(asker("other", "supervisor"), { ...enquiry, arenaId: "a" }, true);
		expect(can).toMatchObject({ answer: true, forward: false });
	});

	it("that is settled can have nothing done to it", () => {
		const settled = { ...enquiry, state: "answered" as const };
		expect(Object.values(whatMayWith(asker("host", "manager"), settled, true))).toEqual([false, false, false, false]);
	});

	it("is seen by those who work there, not by students", () => {
		expect(maySee(asker("host", "supervisor"))).toBe(true);
		expect(maySee(asker("host", "student"))).toBe(false);
	});

	it("is late the day after, unless it waits for the one who asked", () => {
		expect(standingOf({ state: "sent", dueOn: "2026-05-01" }, "2026-05-01")).toBe("sent");
		expect(standingOf({ state: "taken", dueOn: "2026-05-01" }, "2026-05-02")).toBe("late");
		expect(standingOf({ state: "asked-back", dueOn: "2026-05-01" }, "2026-05-02")).toBe("asked-back");
	});

	it("is reminded of, then told to those who lead, once each", () => {
		const late = { state: "sent" as const, dueOn: "2026-05-01", remindedOn: null, escalatedOn: null };
		expect(nextTelling(late, "2026-05-01")).toBeNull();
		expect(nextTelling(late, "2026-05-02")).toBe("remind");
		expect(nextTelling({ ...late, remindedOn: "2026-05-02" }, "2026-05-04")).toBeNull();
		expect(nextTelling({ ...late, remindedOn: "2026-05-02" }, "2026-05-05")).toBe("escalate");
		expect(nextTelling({ ...late, remindedOn: "2026-05-02", escalatedOn: "2026-05-05" }, "2026-06-01")).toBeNull();
		expect(nextTelling({ ...late, state: "answered" }, "2026-05-02")).toBeNull();
	});

	it("belongs to something an organisation answers for", () => {
		expect(asks.map(responsibilityFor)).toContain("placements");
	});
});

describe("how enquiries are answered", () => {
	it("is a share of those that should have been, and says of how many", () => {
		const said = { baseRule: "som skulle vært besvart", source: "henvendelser" };
		const found = inTimeShare({ inTime: 3, late: 1, unanswered: 2, waiting: 4 }, said, "2026-05-01");
		expect(found).toMatchObject({ value: 0.5, numerator: 3, denominator: 6, population: 10 });
		expect(inTimeShare({ inTime: 0, late: 0, unanswered: 0, waiting: 2 }, said, "2026-05-01").value).toBeNull();
	});
});
