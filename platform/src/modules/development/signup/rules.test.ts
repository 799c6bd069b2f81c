import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Member } from "../network/contract.ts";
import { expectedRoles } from "./codes.ts";
import type { SignUp } from "./contract.ts";
import { comingOf, mayApprove, refuseSignUp, sharesOf, substitutesOf, waitsForLeader } from "./rules.ts";

const member = (id: string, rest: Partial<Member> = {}): Member => ({
	...{ id, partyId: null, name: id, standing: "member", invitedOn: null, joinedOn: "2026-01-01", adoptedBy: "" },
	...{ adoptedOn: null, anchored: null, contactRole: "", contactName: "", contactEmail: null, pledgedShare: null },
	...{ pledgedHours: null, pledgedKroner: null, pledgedOn: null, pledgedWhere: "", leftOn: null, leftBecause: "" },
	...{ version: 1, ...rest },
});
const signUp = (memberId: string, rest: Partial<SignUp> = {}): SignUp => ({
	...{ id: `${memberId}-${rest.role ?? "other"}`, meetingId: "m", memberId, participant: "Kari", role: "other" },
	...{ substituteHours: null, substituteKroner: null, approvedOn: null, approvedBy: "", ...rest },
});

describe("a sign-up", () => {
	it("is of somebody once, and a cost is of hours", () => {
		const facts = signUp("a", { participant: "kari", substituteHours: 7 });
		expect(refuseSignUp(facts, [])).toEqual([]);
		expect(refuseSignUp(facts, [signUp("b")])).toEqual([]);
		expect(refuseSignUp(facts, [signUp("a")])).toEqual([{ code: "signed-up-already", field: "participant" }]);
		expect(refuseSignUp(signUp("a", { substituteKroner: 900 }), [])).toEqual([
			{ code: "hours-missing", field: "substituteHours" },
		]);
	});

	it("waits for a leader in the line where somebody else must work", () => {
		const holding = (role: string) => ({
			...{ organisationId: "a", system: false, holdings: [{ role, unitId: null }] },
		});
		expect([mayApprove(holding("unit-leader")), mayApprove(holding("network-leader"))]).toEqual([true, false]);
		expect(waitsForLeader(signUp("a"))).toBe(false);
		expect(waitsForLeader(signUp("a", { substituteHours: 7 }))).toBe(true);
		expect(waitsForLeader(signUp("a", { substituteHours: 7, approvedOn: "2026-02-01" }))).toBe(false);
	});

	it("tells for each in the network the roles nobody comes in", () => {
		const members = [
			member("a"),
			member("b"),
			member("gone", { leftOn: "2026-02-01" }),
			member("c", { standing: "beside" }),
		];
		const list = expectedRoles.map((role) => signUp("a", { role, participant: role }));
		expect(
			comingOf(members, [...list, signUp("b", { role: "union" })], "2026-03-01").map((one) => [
				one.member.id,
				one.missing,
			]),
		).toEqual([
			["a", []],
			["b", ["project-leader", "line-leader", "top-management", "politician"]],
		]);
	});

	it("adds up what substitutes cost, and how much of it is approved", () => {
		const list = [
			signUp("a"),
			signUp("a", { substituteHours: 7, substituteKroner: 2100, approvedOn: "2026-02-01" }),
			signUp("b", { substituteHours: 3 }),
		];
		expect(substitutesOf(list)).toEqual({ hours: 10, kroner: 2100, approvedHours: 7 });
	});
});

describe("the time of a gathering", () => {
	it("is mostly input where more than half is", () => {
		const time = { input: 120, sharing: 60, reflection: 30, work: 30 };
		expect(sharesOf(time, 5)).toMatchObject({ all: 240, isMostlyInput: false, eachShares: 12 });
		expect(sharesOf({ ...time, input: 121 }, 0)).toMatchObject({ isMostlyInput: true, eachShares: null });
	});

	it("is all of it, and no member is promised more than there is", () => {
		const minutes = fc.integer({ min: 0, max: 600 });
		const time = fc.record({
			input: minutes,
			sharing: minutes,
			reflection: minutes,
			work: fc.integer({ min: 1, max: 600 }),
		});
		fc.assert(
			fc.property(time, fc.integer({ min: 1, max: 30 }), (given, members) => {
				const { all, shares, eachShares } = sharesOf(given, members);
				expect(shares.reduce((sum, one) => sum + one.minutes, 0)).toBe(all);
				expect((eachShares ?? 0) * members).toBeLessThanOrEqual(given.sharing);
			}),
		);
	});
});
