import { describe, expect, it } from "vitest";
import type { Asker } from "../rules.ts";
import type { Hearing, Input, Invitee } from "./contract.ts";
import { refuseClosing, refuseOpening, rolesInvolved, standingOf, takesInput, toRemind, whatMay } from "./rules.ts";

const hearing = (change: Partial<Hearing> = {}): Hearing => ({
	...{
		id: "h",
		organisationId: "holder",
		title: "",
		body: "Tekst",
		question: "",
		phase: "plan",
		lastDay: "2026-03-10",
	},
	...{ showsAll: false, objectKind: null, objectId: null, state: "open", language: "nb", openedOn: "2026-03-01" },
	...{ settledOn: null, conclusion: "", withdrawnBecause: null, version: 1, ...change },
});
const invitee = (change: Partial<Invitee> = {}): Invitee => ({
	...{ id: "a", role: "union", name: "", email: null, partyId: null, personId: null, remindedAt: null },
	...{ invitedAt: new Date("2026-03-01T10:00:00Z"), noRemarksAt: null, ...change },
});
const input = (change: Partial<Input> = {}): Input => ({
	...{ id: "i", inviteeId: "a", body: "", givenAt: new Date(), reply: null, because: "", repliedAt: null },
	...{ repliedBy: null, version: 1, ...change },
});
const asker = (change: Partial<Asker> = {}): Asker => ({
	...{ organisationId: "holder", system: false, personId: "p", holdings: [], ...change },
});
const keeper = asker({ holdings: [{ role: "manager", unitId: null }] });
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code);

describe("a hearing", () => {
	it("takes input through its last day, and is to be answered after it", () => {
		expect(takesInput(hearing(), "2026-03-10")).toBe(true);
		expect(takesInput(hearing(), "2026-03-11")).toBe(false);
		expect(standingOf(hearing(), "2026-03-10")).toBe("open");
		expect(standingOf(hearing(), "2026-03-11")).toBe("to-answer");
		expect(standingOf(hearing({ state: "answered" }), "2027-01-01")).toBe("answered");
	});

	it("is its keepers' as a draft, shows its own people that it is held, and those invited what is theirs", () => {
		const drafted = hearing({ state: "draft" });
		const invited = [invitee({ personId: "p" })];
		expect(whatMay(keeper, drafted, [])).toEqual({ keep: true, seeAll: true, own: [] });
		expect(whatMay(asker(), drafted, [])).toBeUndefined();
		expect(whatMay(asker(), hearing(), [])).toEqual({ keep: false, seeAll: false, own: [] });
		const away = asker({ organisationId: "other" });
		expect(whatMay(away, hearing(), [])).toBeUndefined();
		expect(whatMay(away, hearing(), invited)).toEqual({ keep: false, seeAll: false, own: ["a"] });
		expect(whatMay(away, hearing(), [invitee({ personId: "p", invitedAt: null })])).toBeUndefined();
		// Plans and calls are heard by those who write them; a unit's own people hold none.
		for (const role of ["competence-planner", "case-officer"])
			expect(whatMay(asker({ holdings: [{ role, unitId: null }] }), drafted, [])?.keep).toBe(true);
		for (const holding of [
			{ role: "case-officer", unitId: "u" },
			{ role: "employee", unitId: null },
		])
			expect(whatMay(asker({ holdings: [holding] }), drafted, [])).toBeUndefined();
		// Whoever keeps hearings at another organisation keeps none of this one's.
		expect(whatMay({ ...keeper, organisationId: "other" }, hearing(), invited)?.keep).toBe(false);
	});

	it("shows all to those invited only once it is closed, and only where that was said", () => {
		const may = (change: Partial<Hearing>) => whatMay(asker(), hearing(change), [])?.seeAll;
		expect(may({ showsAll: true })).toBe(false);
		expect(may({ showsAll: true, state: "answered" })).toBe(true);
		expect(may({ showsAll: true, state: "withdrawn" })).toBe(false);
		expect(may({ state: "answered" })).toBe(false);
	});

	it("is sent with somebody to ask, something to read, and a day left", () => {
		const given = { invitees: 1, documents: 0, today: "2026-03-10" };
		expect(codes(refuseOpening(hearing(), given))).toEqual([]);
		const empty = hearing({ body: "", lastDay: "2026-03-09" });
		expect(codes(refuseOpening(empty, { ...given, invitees: 0 }))).toEqual(["in-the-past", "no-invitees", "no-text"]);
		expect(codes(refuseOpening(hearing({ body: "" }), { ...given, documents: 1 }))).toEqual([]);
	});

	it("is closed when every input is answered and nobody can still speak", () => {
		const whole = { hearing: hearing(), invitees: [invitee(), invitee({ id: "b" })] };
		const answered = input({ reply: "not" });
		expect(codes(refuseClosing({ ...whole, inputs: [input()] }, "2026-03-11"))).toEqual(["unanswered"]);
		expect(codes(refuseClosing({ ...whole, inputs: [answered] }, "2026-03-10"))).toEqual(["still-open"]);
		expect(codes(refuseClosing({ ...whole, inputs: [answered] }, "2026-03-11"))).toEqual([]);
		const heard = [invitee(), invitee({ id: "b", noRemarksAt: new Date() })];
		expect(codes(refuseClosing({ hearing: hearing(), invitees: heard, inputs: [answered] }, "2026-03-02"))).toEqual([]);
		expect(
			codes(refuseClosing({ ...whole, hearing: hearing({ state: "answered" }), inputs: [] }, "2026-03-11")),
		).toEqual(["wrong-state"]);
	});

	it("reminds once, near the last day, those who were asked before today and are silent", () => {
		const ids = (invitees: readonly Invitee[], inputs: readonly Input[], today: string) =>
			toRemind(hearing(), invitees, inputs, today).map(({ id }) => id);
		expect(ids([invitee()], [], "2026-03-06")).toEqual([]);
		expect(ids([invitee()], [], "2026-03-07")).toEqual(["a"]);
		expect(ids([invitee()], [], "2026-03-11")).toEqual([]);
		expect(ids([invitee()], [input()], "2026-03-08")).toEqual([]);
		expect(ids([invitee({ noRemarksAt: new Date() })], [], "2026-03-08")).toEqual([]);
		expect(ids([invitee({ remindedAt: new Date() })], [], "2026-03-08")).toEqual([]);
		expect(ids([invitee({ invitedAt: new Date("2026-03-08T08:00:00Z") })], [], "2026-03-08")).toEqual([]);
		expect(ids([invitee({ invitedAt: null })], [], "2026-03-08")).toEqual([]);
	});
});

describe("who was involved", () => {
	it("is early, late or never by when a role first took part, and to be asked is not to take part", () => {
		const invitees = [invitee(), invitee({ role: "user-council" }), invitee({ role: "employee" })];
		const recorded = [
			{ role: "union", phase: "plan", on: "2026-03-05" },
			{ role: "union", phase: "idea", on: "2026-01-05" },
			{ role: "employee", phase: "decision", on: "2026-03-05" },
			{ role: "leader", phase: "idea", on: "2026-01-01" },
		] as const;
		expect(
			rolesInvolved(invitees, recorded).map(({ role, timeliness, first }) => [role, timeliness, first?.on]),
		).toEqual([
			["user-council", "never", undefined],
			["union", "early", "2026-01-05"],
			["employee", "late", "2026-03-05"],
			["leader", "early", "2026-01-01"],
		]);
	});
});
