import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextStates, payers, type StudyState, studyReasons, studyStates } from "./codes.ts";
import type { StepFacts, StudyFacts } from "./contract.ts";
import { countInEducation, refuseStep, refuseStudy, refuseUndo, standing, stateOn } from "./rules.ts";

const day = (number: number) =>
	`2026-${String(1 + Math.floor(number / 28)).padStart(2, "0")}-${String(1 + (number % 28)).padStart(2, "0")}`;
const step = (state: StudyState, onDay: string, undoneAt: string | null = null) => ({ state, onDay, undoneAt });
const today = "2026-12-28";
const taken = (state: StudyState, onDay: string, rest: Partial<StepFacts> = {}): StepFacts => ({
	...{ state, onDay, reason: null, note: "" },
	...rest,
});

describe("how a study stands on a day", () => {
	it("is the last step that counts and has come", () => {
		const steps = [
			step("planned", "2026-01-10"),
			step("started", "2026-08-20"),
			step("dropped-out", "2026-09-01", "x"),
		];
		expect(["2026-01-09", "2026-01-10", "2026-08-20", "2026-12-01"].map((on) => stateOn(steps, on))).toEqual([
			...[null, "planned", "started", "started"],
		]);
	});

	it("never goes where no step leads, however steps are tried", () => {
		const tried = fc.array(fc.record({ state: fc.constantFrom(...studyStates), at: fc.nat(335) }), { maxLength: 12 });
		fc.assert(
			fc.property(tried, (tries) => {
				const steps = [step("planned", day(0))];
				for (const { state, at } of tries) {
					const wanted = taken(state, day(at), { reason: "travel" });
					if (refuseStep(steps, wanted, today).length === 0) steps.push(step(state, day(at)));
				}
				const counting = standing(steps);
				// As noted is as happened, each leads on from the one before, and an end is an end.
				expect(counting).toEqual(steps);
				for (const [at, one] of counting.entries()) {
					const before = counting[at - 1];
					if (before) expect(nextStates[before.state]).toContain(one.state);
				}
			}),
		);
	});

	it("takes a day that has come, not before the last, and a reason where it stops", () => {
		const steps = [step("planned", "2026-03-01")];
		const codes = (facts: StepFacts) => refuseStep(steps, facts, today).map(({ code }) => code);
		expect(codes(taken("admitted", "2027-01-01"))).toEqual(["ahead-of-today"]);
		expect(codes(taken("admitted", "2026-02-01"))).toEqual(["step-before-last"]);
		expect(codes(taken("completed", "2026-04-01"))).toEqual(["step-not-next"]);
		expect(codes(taken("dropped-out", "2026-04-01"))).toEqual(["reason-missing"]);
		expect(codes(taken("deferred", "2026-04-01", { reason: "other" }))).toEqual(["note-missing"]);
		for (const reason of studyReasons)
			expect(codes(taken("deferred", "2026-04-01", { reason, note: "Ny start" }))).toEqual([]);
	});

	it("undoes the last step alone, and not the first", () => {
		const whole = (id: string, state: StudyState, onDay: string) => ({
			...{ ...step(state, onDay), id, reason: null, note: "", recordedAt: "", recordedBy: "", undoneBy: null },
		});
		const steps = [whole("a", "planned", "2026-01-01"), whole("b", "started", "2026-02-01")];
		expect(["a", "b", "c"].map((id) => refuseUndo(steps, id))).toEqual(["has-gone-on", null, "missing"]);
		expect(refuseUndo(steps.slice(0, 1), "a")).toBe("first-step");
	});
});

describe("how many are in education", () => {
	const paid = (payer: (typeof payers)[number], fundingRef: string | null = null) => ({
		...{ id: "f", payer, kroner: 1, note: "", fundingRef },
	});
	const whole = { reason: null, note: "", recordedAt: "", recordedBy: "", undoneBy: null };
	const one = (number: number, email: string | null, finance: ReturnType<typeof paid>[], from = "2026-08-01") => ({
		...{ number, name: email, email, finance, steps: [{ ...whole, id: "s", ...step("started", from) }] },
	});

	it("counts a person once, a place without a name each, and by who pays", () => {
		const studies = [
			one(1, "kari@example.no", [paid("state-grant", "award")]),
			one(2, "Kari@example.no", [paid("own-budget")]),
			one(3, null, [paid("state-grant"), paid("state-grant")]),
			one(4, null, [], "2026-09-01"),
		];
		expect(countInEducation(studies, "2026-08-15")).toEqual({ persons: 2, studies: 3 });
		expect(countInEducation(studies, "2026-09-15")).toEqual({ persons: 3, studies: 4 });
		expect(countInEducation(studies, "2026-09-15", { payer: "state-grant" })).toEqual({ persons: 2, studies: 2 });
		expect(countInEducation(studies, "2026-09-15", { award: "award" })).toEqual({ persons: 1, studies: 1 });
		expect(countInEducation(studies, "2026-07-31")).toEqual({ persons: 0, studies: 0 });
	});

	it("is never more on a narrower basis, and the payers together reach all that are paid for", () => {
		const study = fc.record({
			...{ number: fc.nat(9), email: fc.option(fc.constantFrom("a@b.no", "c@d.no")) },
			payer: fc.option(fc.constantFrom(...payers)),
		});
		fc.assert(
			fc.property(fc.array(study, { maxLength: 12 }), (given) => {
				const studies = given.map(({ number, email, payer }) =>
					one(number, email, payer === null ? [] : [paid(payer)]),
				);
				const all = countInEducation(studies, "2026-10-01");
				const by = payers.map((payer) => countInEducation(studies, "2026-10-01", { payer }));
				for (const count of by) expect(count.persons).toBeLessThanOrEqual(all.persons);
				const paidFor = studies.filter(({ finance }) => finance.length > 0).length;
				expect(by.reduce((sum, count) => sum + count.studies, 0)).toBe(paidFor);
			}),
		);
	});
});

it("states a study with known unit and competence, and names only where they are kept", () => {
	const facts: StudyFacts = {
		...{ name: null, email: null, unitId: "u", entryId: "e", title: "AKS", provider: "", measureId: null },
		...{ firstDay: null, lastDay: null, leave: "none", leaveShare: null, leaveFrom: null, leaveUntil: null },
		...{ substitute: "none", substituteShare: null, substituteCost: null },
	};
	const around = { units: new Set(["u"]), entries: new Set(["e"]), measures: new Set(["m"]), named: false };
	const codes = (given: Partial<StudyFacts>, named = false) =>
		refuseStudy({ ...facts, ...given }, { ...around, named }).map(({ code }) => code);
	expect(codes({})).toEqual([]);
	expect(codes({ name: "Kari" })).toEqual(["names-not-kept"]);
	expect(codes({ name: "Kari", email: "kari@example.no", measureId: "m" }, true)).toEqual([]);
	expect(codes({ email: "kari@example.no" }, true)).toEqual(["name-missing"]);
	expect(codes({ unitId: "x", entryId: "x", measureId: "x" })).toEqual([
		...["unit-unknown", "entry-unknown", "measure-unknown"],
	]);
	expect(codes({ leaveShare: 40 })).toEqual(["leave-half-said"]);
	expect(codes({ substituteCost: 40 })).toEqual(["substitute-half-said"]);
	expect(codes({ firstDay: "2026-02-01", lastDay: "2026-01-01" })).toEqual(["ends-before-start"]);
	expect(codes({ leave: "secured", leaveFrom: "2026-02-01", leaveUntil: "2026-01-01" })).toEqual(["ends-before-start"]);
});
