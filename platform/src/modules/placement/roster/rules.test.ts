import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Asker } from "../rules.ts";
import type { ClaimRound, RuleValues, WishInput } from "./contract.ts";
import {
	mayReadAdaptation,
	mayState,
	refuseClaim,
	refuseRule,
	refuseWishes,
	standingTo,
	stepWishes,
	wishKey,
	wishWindow,
} from "./rules.ts";

const acting = (organisationId: string | null, ...roles: string[]): Asker => ({
	...{ organisationId, system: false, holdings: roles.map((role) => ({ role, unitId: null })) },
});
const nobody = { personId: null, linkedStudentId: null };
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code);
const site = (target: string): WishInput => ({ kind: "site", target });

describe("how one stands to a student", () => {
	const student = { organisationId: "school", studentId: "s", personId: "kari" };
	it("is by role where the student is kept, and by account or own link else", () => {
		expect(standingTo(student, acting("school", "placement-coordinator"), nobody)).toBe("coordinator");
		expect(standingTo(student, acting("school", "teacher"), nobody)).toBe("follower");
		expect(standingTo(student, acting("school", "student"), { ...nobody, personId: "ola" })).toBeNull();
		expect(standingTo(student, acting("school", "student"), { ...nobody, personId: "kari" })).toBe("student");
		expect(standingTo(student, acting("host", "placement-coordinator"), nobody)).toBeNull();
		expect(standingTo(student, acting(null), { ...nobody, linkedStudentId: "s" })).toBe("student");
		expect(standingTo(student, acting(null), { ...nobody, linkedStudentId: "other" })).toBeNull();
		expect(standingTo({ ...student, personId: null }, acting(null), nobody)).toBeNull();
	});
	it("lets placement coordinators alone read why, not administrators nor others' coordinators", () => {
		expect(mayReadAdaptation(student, acting("school", "placement-coordinator"))).toBe(true);
		expect(mayReadAdaptation(student, acting("school", "administrator", "teacher"))).toBe(false);
		expect(mayReadAdaptation(student, acting("host", "placement-coordinator"))).toBe(false);
	});
});

describe("wishes can be stated", () => {
	const round: ClaimRound = {
		...{ id: "r", organisationId: "school", name: "Vår 2027", state: "preparing", wishesMost: 3 },
		...{ wishesFrom: "2026-12-01", wishesUntil: "2026-12-15" },
	};
	const claim = { round, withdrawnAt: null, lastDay: "2027-03-05" };
	it.each([
		["2026-11-30", false, "not-yet"],
		["2026-12-01", true, "open"],
		["2026-12-15", true, "open"],
		["2026-12-16", false, "over"],
	] as const)("on %s: %s", (today, open, why) => {
		expect(wishWindow(claim, today)).toEqual({ open, why, most: 3, until: "2026-12-15" });
	});
	it("before there is a round, and never once it is published or the claim withdrawn", () => {
		expect(wishWindow({ ...claim, round: null }, "2027-03-05")).toMatchObject({ open: true, why: "no-round", most: 5 });
		expect(wishWindow({ ...claim, round: null }, "2027-03-06")).toMatchObject({ open: false, why: "over" });
		for (const state of ["published", "closed"] as const)
			expect(wishWindow({ ...claim, round: { ...round, state } }, "2026-12-10").why).toBe("published");
		expect(wishWindow({ ...claim, withdrawnAt: new Date(0) }, "2026-12-10").why).toBe("withdrawn");
		expect(wishWindow({ ...claim, round: { ...round, wishesUntil: null } }, "2026-12-10").why).toBe("not-asked");
	});
	it("by coordinators outside the deadline too, by followers never", () => {
		const late = wishWindow(claim, "2026-12-20");
		expect([mayState("student", late), mayState("coordinator", late), mayState("follower", late)]).toEqual([
			...[false, true, false],
		]);
		const published = wishWindow({ ...claim, round: { ...round, state: "published" } }, "2026-12-20");
		expect(mayState("coordinator", published)).toBe(false);
	});
});

describe("a list of wishes", () => {
	const targets = new Map([
		[wishKey(site("a")), { name: "Solbakken", refusal: null }],
		[wishKey(site("b")), { name: "Fjellheim", refusal: "profession-not-taken" as const }],
	]);
	it("names places there are, once each, and no more than asked for", () => {
		expect(refuseWishes([site("a")], [], { most: 2 }, targets)).toEqual([]);
		expect(codes(refuseWishes([site("a"), site("a")], [], { most: 2 }, targets))).toEqual(["wished-twice"]);
		expect(refuseWishes([site("b")], [], { most: 2 }, targets)).toEqual([
			{ code: "profession-not-taken", field: "wishes", detail: { name: "Fjellheim" } },
		]);
		expect(codes(refuseWishes([site("x")], [], { most: 2 }, targets))).toEqual(["target-unknown"]);
		expect(codes(refuseWishes([site("a"), site("b")], [site("b")], { most: 1 }, targets))).toEqual(["too-many-wishes"]);
	});
	it("keeps what stood there before, though it would not be taken today", () => {
		expect(refuseWishes([site("b"), site("x")], [site("x"), site("b")], { most: 1 }, targets)).toEqual([]);
	});
	it("loses and gains nothing by a press up or down, and a press leads back", () => {
		const lists = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 6 });
		fc.assert(
			fc.property(lists, fc.nat(7), fc.constantFrom("up", "down"), (names, at, step) => {
				const wishes = names.map(site);
				const after = stepWishes(wishes, { step, at });
				expect(after.map(wishKey).sort()).toEqual(wishes.map(wishKey).sort());
				const [back, to] = step === "up" ? (["down", at - 1] as const) : (["up", at + 1] as const);
				if (after !== wishes) expect(stepWishes(after, { step: back, at: to })).toEqual(wishes);
			}),
		);
		expect(stepWishes([site("a"), site("b")], { step: "remove", at: 0 })).toEqual([site("b")]);
		expect(stepWishes([], { step: "add", wish: site("a") })).toEqual([site("a")]);
	});
});

describe("a claim", () => {
	const [student, period] = [
		{ institutionId: "school", leftOn: null },
		{ institutionId: "school", firstDay: "2027-01-11", lastDay: "2027-03-05" },
	];
	const given = { periodId: "p", priority: 1, priorityReason: null };
	const refuse = (changes: {
		student?: Partial<{ institutionId: string; leftOn: string | null }>;
		given?: Partial<typeof given>;
		today?: string;
		held?: Date | null;
	}) =>
		codes(
			refuseClaim(
				{ ...student, ...changes.student },
				period,
				changes.held === undefined ? [] : [{ periodId: "p", withdrawnAt: changes.held }],
				{ ...given, ...changes.given },
				changes.today ?? "2026-11-20",
			),
		);
	it("is of a student of the institution in a period that is not over, once", () => {
		expect(refuse({})).toEqual([]);
		expect(codes(refuseClaim(student, undefined, [], given, "2026-11-20"))).toEqual(["period-unknown"]);
		expect(refuse({ today: "2027-03-06" })).toEqual(["period-over"]);
		expect(refuse({ student: { institutionId: "other" } })).toEqual(["other-institution"]);
		expect(refuse({ student: { leftOn: "2027-01-10" } })).toEqual(["has-left"]);
		expect(refuse({ student: { leftOn: "2027-01-11" } })).toEqual([]);
		expect(refuse({ held: null })).toEqual(["already-claimed"]);
		expect(refuse({ held: new Date(0) })).toEqual([]);
		expect(refuse({ given: { priority: 0 } })).toEqual(["reason-missing"]);
	});
});

describe("a rule for a student", () => {
	const rule = (changes: Partial<RuleValues>): RuleValues => ({
		...{ kind: "most-minutes", amount: 45, target: null, firstDay: null, lastDay: null },
		...changes,
	});
	it("says how many minutes, or points at something that is there", () => {
		expect(refuseRule(rule({}), false)).toEqual([]);
		expect(codes(refuseRule(rule({ amount: 0 }), false))).toEqual(["amount-missing"]);
		expect(codes(refuseRule(rule({ amount: null }), false))).toEqual(["amount-missing"]);
		expect(refuseRule(rule({ kind: "not-site", amount: null, target: "a" }), true)).toEqual([]);
		expect(codes(refuseRule(rule({ kind: "not-site", target: "a" }), false))).toEqual(["target-unknown"]);
		expect(codes(refuseRule(rule({ kind: "not-host" }), true))).toEqual(["target-unknown"]);
		expect(refuseRule(rule({ kind: "near-public-transport", amount: null }), false)).toEqual([]);
		expect(codes(refuseRule(rule({ firstDay: "2027-02-01", lastDay: "2027-01-31" }), false))).toEqual([
			"ends-before-start",
		]);
	});
});
