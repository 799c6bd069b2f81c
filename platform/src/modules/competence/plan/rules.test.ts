import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureKinds, measureStatuses } from "../measure/codes.ts";
import type { Measure, MeasureFacts } from "../measure/contract.ts";
import { grantNeedsOf, isLate, ordersOf, refuseMeasure, supervisorNeedsOf } from "../measure/rules.ts";
import type { Gap } from "../need/contract.ts";
import { changesBetween, isRewritten } from "./changes.ts";
import type { PlanContent, PlanFacts, PlanStepFacts } from "./contract.ts";
import { contentOf, gapsOfPlan, isToReview, refusePlan, refusePlanStep, sumsOf } from "./rules.ts";

const facts: MeasureFacts = {
	...{ planId: "p", kind: "recruit", title: "Rekruttere to", unitId: null, entryId: "e", closes: 2, persons: 2 },
	...{ cost: 100_000, financing: "state-grant", substitutePositions: null, priority: 1, status: "proposed" },
	...{ dueOn: "2027-06-01", ownerName: "Silje", ownerEmail: null, deputyName: "Per", deputyEmail: null, note: "" },
};
const measure = (given: Partial<Measure> = {}): Measure => ({
	...facts,
	...{ id: "m", number: 1, planTitle: "Plan", unitName: null, entryName: "Sykepleier", entryNameNn: null },
	...{ entryNameEn: null, mappedId: null, studies: 0, version: 1 },
	...given,
});
const parts = (total: number) => ({ now: total, leaving: 0, growth: 0, newTasks: 0, total });
const gap = (entryId: string, unitId: string, lacking: number | null): Gap => ({
	...{ unitId, unitName: unitId, entryId, name: entryId, nameNn: null, nameEn: null, required: 5 },
	has: lacking === null ? null : 5 - lacking,
	lacking: [0, 1, 2, 4].map((more) => (lacking === null ? null : parts(lacking + more))),
});
const plan = {
	...{ organisationId: "o", id: "p", title: "Plan", sector: null, firstDay: "2027-01-01", lastDay: "2030-12-31" },
	...{ introduction: "", reviewMonths: 12, ownerName: "Silje", ownerEmail: null, deputyName: "", deputyEmail: null },
	...({ state: "draft", reviewOn: null, version: 1 } as const),
};

describe("what a plan lacks and does about it", () => {
	it("adds units that have told together, and says how many have", () => {
		const gaps = [gap("e", "a", 1.5), gap("e", "b", 1), gap("e", "c", null), gap("f", "a", 4)];
		const found = gapsOfPlan(gaps, [
			...[measure(), measure({ id: "own", entryId: "x", mappedId: "e", closes: 0.5 })],
			measure({ id: "given-up", status: "dropped" }),
		]);
		expect(
			found.map(({ entryId, now, ahead, units, known, closed }) => [entryId, now, ahead, units, known, closed]),
		).toEqual([
			["e", 2.5, 6.5, 3, 2, 2.5],
			["f", 4, 6, 1, 1, 0],
		]);
	});

	it("counts what is told alone, and leaves out what was given up", () => {
		const all = [measure(), measure({ cost: null, substitutePositions: 0.5 }), measure({ status: "dropped" })];
		expect(sumsOf([...all, measure({ status: "done" })])).toEqual({
			...{ measures: 3, open: 2, cost: 200_000, costless: 1, substitutes: 0.5 },
		});
	});

	it("orders what is open: education, supervisors and grants", () => {
		const every = measureKinds.flatMap((kind) => measureStatuses.map((status) => measure({ kind, status })));
		const [orders, supervisors, grants] = [ordersOf(every), supervisorNeedsOf(every), grantNeedsOf(every)];
		expect([orders.length, supervisors.length, grants.length]).toEqual([12, 3, 21]);
		for (const one of supervisors) expect(orders).toContain(one);
		expect(isLate(measure(), "2027-06-02")).toBe(true);
		expect(isLate(measure({ status: "done" }), "2027-06-02")).toBe(false);
	});
});

describe("what has changed", () => {
	it("is told field by field, and numbers of what is lacking are not a rewriting", () => {
		const before = contentOf(plan, gapsOfPlan([gap("e", "a", 1)], []), [measure(), measure({ id: "gone" })]);
		const after: PlanContent = {
			...contentOf({ ...plan, introduction: "Ny" }, gapsOfPlan([gap("e", "a", 2), gap("f", "a", 1)], []), [
				...[measure({ cost: 150_000, status: "under-way" }), measure({ id: "new" })],
			]),
		};
		const changes = changesBetween(before, after);
		expect(changes.facts.map(({ field }) => field)).toEqual(["introduction"]);
		expect([changes.added[0]?.id, changes.removed[0]?.id]).toEqual(["new", "gone"]);
		expect(changes.changed[0]?.fields).toEqual([
			{ field: "cost", from: 100_000, to: 150_000 },
			{ field: "status", from: "proposed", to: "under-way" },
		]);
		expect(changes.gaps.map(({ from, to }) => [from, to])).toEqual([
			[3, 4],
			[null, 3],
		]);
		expect(isRewritten(changesBetween(before, { ...before, gaps: [] }))).toBe(false);
		expect(isRewritten(changes)).toBe(true);
	});

	it("is nothing between the same, and is undone by going back", () => {
		const one = fc.record({
			id: fc.constantFrom("a", "b", "c"),
			cost: fc.nat(3),
			priority: fc.integer({ min: 1, max: 3 }),
		});
		const content = fc.uniqueArray(one, { selector: ({ id }) => id }).map((list) =>
			contentOf(
				plan,
				[],
				list.map((given) => measure(given)),
			),
		);
		fc.assert(
			fc.property(content, content, (before, after) => {
				expect(isRewritten(changesBetween(before, before))).toBe(false);
				const [there, back] = [changesBetween(before, after), changesBetween(after, before)];
				expect(there.added.map(({ id }) => id).sort()).toEqual(back.removed.map(({ id }) => id).sort());
				expect(there.changed.length).toBe(back.changed.length);
			}),
		);
	});
});

it("refuses a measure that says what cannot be, and an owner who stands in for themselves", () => {
	const around = { plans: new Set(["p"]), units: new Set(["u"]), entries: new Set(["e"]) };
	const codes = (given: Partial<MeasureFacts>) => refuseMeasure({ ...facts, ...given }, around).map(({ code }) => code);
	expect(codes({})).toEqual([]);
	expect(codes({ planId: "x", unitId: "x", entryId: "x" })).toEqual(["plan-unknown", "unit-unknown", "entry-unknown"]);
	expect(codes({ entryId: null })).toEqual(["closes-what"]);
	expect(codes({ deputyName: "silje" })).toEqual(["owner-twice"]);
	expect(codes({ status: "dropped" })).toEqual(["dropped-why"]);
});

it("takes a plan forward with a decision and something to decide, in the order of days", () => {
	const given: PlanStepFacts = { step: "adopted", onDay: "2026-11-01", decision: "PS 4/26", note: "" };
	const about = { today: "2026-11-23", steps: [{ onDay: "2026-11-23" }, { onDay: "2026-10-20" }], measures: 1 };
	const codes = (facts: Partial<PlanStepFacts>, rest: Partial<typeof about> = {}) =>
		refusePlanStep(plan, { ...given, ...facts }, { ...about, ...rest }).map(({ code }) => code);
	expect(codes({})).toEqual([]);
	expect(codes({ decision: "" }, { measures: 0 })).toEqual(["decision-missing", "nothing-to-adopt"]);
	expect(codes({ onDay: "2026-10-01" })).toEqual(["step-before-last"]);
	expect(codes({ onDay: "2026-12-01" })).toEqual(["ahead-of-today"]);
	expect(codes({ step: "reviewed" })).toEqual(["step-not-next"]);
	const own: PlanFacts = plan;
	expect(refusePlan({ ...own, sector: "x", lastDay: "2026-01-01", deputyName: "Silje" }, new Set()).length).toBe(3);
	expect(isToReview({ state: "adopted", reviewOn: "2026-11-23" }, "2026-11-23")).toBe(true);
});
