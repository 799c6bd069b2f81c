import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WhatIf } from "./contract.ts";
import { gapsOf, lackingOf, partsOf, positionsOf, refuseNeed, shareLeaving } from "./rules.ts";

const asTold: WhatIf = { turnover: null, growth: 0 };
const about = { today: "2026-11-22", leavingAge: 65, whatIf: asTold };
const need = { positions: 10, growth: null, fromDay: null };
const staff = { heads: 10, positions: 8, aged55: null, aged60: null, aged65: null, turnover: null };

const told = fc.record({
	heads: fc.integer({ min: 3, max: 200 }),
	aged55: fc.option(fc.constant(1)),
	aged60: fc.option(fc.constant(1)),
	aged65: fc.option(fc.constant(1)),
	turnover: fc.option(fc.integer({ min: 0, max: 100 })),
});

describe("those who leave", () => {
	it("leave by age within their group, and by turnover of those who stay", () => {
		const of = (years: number, given: Partial<typeof staff> | object) =>
			shareLeaving({ ...staff, ...given }, { years, leavingAge: 65 });
		expect(of(4, {})).toBe(0);
		expect(of(0, { aged65: 10, turnover: 50 })).toBe(0);
		expect(of(2, { aged60: 5 })).toBeCloseTo(0.2);
		expect(of(4, { aged65: 1 })).toBeCloseTo(0.1);
		expect(of(8, { aged55: 10 })).toBeCloseTo(0.6);
		expect(of(2, { turnover: 10 })).toBeCloseTo(0.19);
	});
	it("are never more than all, and never fewer the longer one waits", () => {
		fc.assert(
			fc.property(told, fc.nat(20), fc.integer({ min: 60, max: 75 }), (one, years, leavingAge) => {
				const share = shareLeaving(one, { years, leavingAge });
				expect(share).toBeGreaterThanOrEqual(0);
				expect(share).toBeLessThanOrEqual(1 + 1e-9);
				expect(shareLeaving(one, { years: years + 1, leavingAge })).toBeGreaterThanOrEqual(share - 1e-9);
			}),
		);
	});
});

describe("what is lacking", () => {
	it("is the sum of its parts, and what is over covers them in order", () => {
		expect(partsOf({ now: -3, leaving: 2, growth: 2, newTasks: 1 })).toEqual({
			...{ now: 0, leaving: 0, growth: 1, newTasks: 1, total: 2 },
		});
		// Less will be needed: those who leave are not replaced, and what is lacking already is so still.
		expect(partsOf({ now: 3, leaving: 2, growth: -1, newTasks: 0 })).toMatchObject({ now: 3, leaving: 1, total: 4 });
		expect(partsOf({ now: 3, leaving: 2, growth: -4, newTasks: 0 })).toMatchObject({ now: 1, leaving: 0, total: 1 });
		const part = fc.double({ min: -50, max: 50, noNaN: true });
		const gain = fc.double({ min: 0, max: 50, noNaN: true });
		fc.assert(
			fc.property(part, gain, part, gain, (now, leaving, growth, newTasks) => {
				const parts = partsOf({ now, leaving, growth, newTasks });
				for (const value of Object.values(parts)) expect(value).toBeGreaterThanOrEqual(0);
				expect(parts.total).toBeCloseTo(Math.max(0, now + leaving + growth + newTasks));
			}),
		);
	});
	it("grows with those served, and with tasks once they begin", () => {
		const lacking = (years: number, needs: readonly (typeof need | object)[], whatIf = asTold) =>
			lackingOf(
				needs.map((one) => ({ ...need, ...one })),
				[staff],
				{ ...about, years, whatIf },
			);
		expect(lacking(0, [{}])).toMatchObject({ now: 2, total: 2 });
		expect(lacking(2, [{ growth: 10 }]).growth).toBeCloseTo(2.1);
		expect(lacking(2, [{}], { turnover: 10, growth: 10 })).toMatchObject({ now: 2, newTasks: 0 });
		expect(lacking(2, [{}], { turnover: 10, growth: 10 }).leaving).toBeCloseTo(1.52);
		const task = { positions: 3, fromDay: "2029-01-01" };
		expect([lacking(2, [{}, task]).newTasks, lacking(4, [{}, task]).newTasks]).toEqual([0, 3]);
	});
	it("meets what there is in the shared entry, and says nothing where no number is told", () => {
		const named = { id: "n", kind: "education", name: "Sykepleier", nameNn: null, nameEn: null } as const;
		const rest = { basis: "task", users: null, usersEach: null, reason: "Vakt", mappedId: null, version: 1 } as const;
		const all = (unitId: string, entryId: string) => ({ ...need, ...named, ...rest, unitId, entryId });
		const around = { ...about, unitName: (id: string) => id, meets: (id: string) => (id === "own" ? "shared" : id) };
		const gaps = gapsOf([all("a", "shared"), all("b", "shared")], [{ ...staff, unitId: "a", entryId: "own" }], around);
		expect(gaps.map(({ unitId, has, lacking }) => [unitId, has, lacking[0]?.total])).toEqual([
			["a", 8, 2],
			["b", null, undefined],
		]);
	});
});

describe("a need", () => {
	it("is stated in positions, or in those served and how many there are to each", () => {
		const facts = { unitId: "u", entryId: "e", basis: "users", growth: null, fromDay: null, reason: "Norm" } as const;
		const codes = (given: { positions: number | null; users: number | null; usersEach: number | null }) =>
			refuseNeed({ ...facts, ...given }, { units: new Set(["u"]), entries: new Set(["e"]) }).map(({ code }) => code);
		expect(positionsOf({ positions: null, users: 100, usersEach: 3 })).toBe(33.33);
		expect(codes({ positions: null, users: 100, usersEach: 3 })).toEqual([]);
		expect(codes({ positions: 4, users: null, usersEach: null })).toEqual([]);
		expect(codes({ positions: null, users: null, usersEach: null })).toEqual(["positions-or-users"]);
		expect(codes({ positions: 4, users: 100, usersEach: 3 })).toEqual(["positions-or-users"]);
		expect(codes({ positions: null, users: 100, usersEach: null })).toEqual(["users-half-said"]);
	});
});
