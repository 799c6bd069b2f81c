import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Measure } from "../programme/contract.ts";
import type { Goal, GoalFacts } from "./contract.ts";
import { progressOf, refuseGoal, refuseMeasurement, refuseServing, vaguenessOf, worded } from "./rules.ts";

const today = "2026-11-23";

const facts: GoalFacts = {
	...{ servesId: null, measuredAsId: null },
	...{ kind: "result", wording: "Færre besøk", indicator: "Besøk uten hjelp gitt", definition: "Mellom 23 og 07" },
	...{ measuredIn: "i uken", baseline: 80, baselineOn: "2026-05-01", baselineSource: "Journal", target: 20 },
	dueOn: "2027-05-01",
};
const goal: Goal = { ...facts, projectId: "p", id: "g" };

const codes = (given: Partial<GoalFacts>, before: Goal | null = null, measuredOn: readonly string[] = []) =>
	refuseGoal({ ...facts, ...given }, { today, before, measuredOn }).map(({ code, field }) => [code, field]);

const measured = (value: number, measuredOn = "2026-09-01", undoneAt: string | null = null) => ({
	...{ value, measuredOn, undoneAt },
});

describe("a goal as it is stated", () => {
	it("is refused with the field that is wrong", () => {
		expect(codes({})).toEqual([]);
		expect(codes({ baselineSource: "" })).toEqual([["baseline-half-said", "baselineSource"]]);
		expect(codes({ baseline: null })).toEqual([["baseline-half-said", "baseline"]]);
		expect(codes({ measuredIn: "" })).toEqual([["not-measurable", "measuredIn"]]);
		expect(codes({ indicator: "" })).toEqual([["not-measurable", "indicator"]]);
		expect(codes({ baselineOn: "2026-11-24" })).toEqual([["ahead-of-today", "baselineOn"]]);
	});

	it("keeps what it is measured against once it is measured", () => {
		const days = ["2026-09-01"];
		expect(codes({ baseline: 90 }, goal, days)).toEqual([["baseline-locked", "baseline"]]);
		expect(codes({ measuredIn: "prosent" }, goal, days)).toEqual([["baseline-locked", "measuredIn"]]);
		expect(codes({ definition: "Hele døgnet" }, goal, days)).toEqual([["baseline-locked", "definition"]]);
		// Its own words, and how far one wants to go, are the project's.
		expect(codes({ wording: "Færre som vekkes", target: 10, kind: "effect" }, goal, days)).toEqual([]);
		expect(codes({ baseline: 90 }, goal, [])).toEqual([]);
	});

	it("takes a baseline late only from before what was measured", () => {
		const without = { ...goal, baseline: null, baselineOn: null, baselineSource: "" };
		expect(codes({}, without, ["2026-09-01"])).toEqual([]);
		expect(codes({}, without, ["2026-05-01"])).toEqual([["baseline-after-measurement", "baselineOn"]]);
	});

	it("says what it leaves open", () => {
		expect(vaguenessOf(facts)).toEqual([]);
		expect(vaguenessOf({ ...facts, indicator: "", measuredIn: "", baseline: null, target: null, dueOn: null })).toEqual(
			[...["no-indicator", "no-target", "no-due", "no-baseline"]],
		);
	});
});

describe("a measurement", () => {
	it("is of what can be measured, after the baseline and not ahead", () => {
		const of = (measuredOn: string, one: Goal = goal) =>
			refuseMeasurement(one, { value: 1, measuredOn, source: "s", note: "" }, today).map(({ code }) => code);
		expect(of("2026-09-01")).toEqual([]);
		expect(of("2026-05-01")).toEqual(["before-baseline"]);
		expect(of("2026-11-24")).toEqual(["ahead-of-today"]);
		expect(of("2026-09-01", { ...goal, measuredIn: "" })).toEqual(["not-measurable"]);
	});
});

describe("how a goal stands", () => {
	it("is how much of the way is gone by the last value that counts", () => {
		expect(progressOf(goal, [])).toEqual({ standing: "unmeasured", value: null, percent: null });
		expect(progressOf(goal, [measured(50, "2026-10-01"), measured(65)])).toMatchObject({
			standing: "on-way",
			percent: 50,
		});
		expect(progressOf(goal, [measured(65), measured(5, "2026-10-01", "now")])).toMatchObject({
			value: 65,
			percent: 25,
		});
		expect(progressOf(goal, [measured(95)])).toMatchObject({ standing: "worse", percent: -25 });
		expect(progressOf(goal, [measured(20)])).toMatchObject({ standing: "reached", percent: 100 });
		expect(progressOf({ ...goal, target: null }, [measured(20)])).toMatchObject({ standing: "no-target" });
	});

	it("never shows a change without a baseline, and never more than the values say", () => {
		const value = fc.integer({ min: -1000, max: 1000 });
		fc.assert(
			fc.property(fc.option(value), fc.option(value), fc.array(value), (baseline, target, values) => {
				const list = values.map((one, at) => measured(one, `2026-09-${String((at % 28) + 1).padStart(2, "0")}`));
				const { standing, percent } = progressOf({ ...goal, baseline, target }, list);
				if (baseline === null || target === null || values.length === 0) expect(percent).toBeNull();
				else expect(standing === "reached").toBe((percent ?? 0) >= 100);
				if (baseline === null) expect(standing).toBe("no-baseline");
			}),
		);
	});
});

describe("a goal that serves one of a programme", () => {
	const measure: Measure = {
		...{ id: "m", goalId: "pg", number: 1, indicator: "Fall", definition: "Med skade", measuredIn: "fall i måneden" },
		...{ adds: "sum", fromDay: "2026-01-01" },
	};
	const served = { goals: [{ id: "pg" }, { id: "other" }], measures: [measure] };
	const serving = (servesId: string | null, measuredAsId: string | null, of: typeof served | null = served) =>
		refuseServing({ servesId, measuredAsId }, of).map(({ code }) => code);

	it("is one of the programme it is part of, measured as that goal is", () => {
		expect(serving("pg", "m")).toEqual([]);
		expect(serving("pg", null)).toEqual([]);
		expect(serving(null, null, null)).toEqual([]);
		expect(serving("pg", null, null)).toEqual(["serves-unknown"]);
		expect(serving("elsewhere", null)).toEqual(["serves-unknown"]);
		expect(serving("other", "m")).toEqual(["measure-of-another"]);
		expect(serving(null, "m")).toEqual(["measure-of-another"]);
	});

	it("keeps every word of its own, and gets the programme's only where it has none", () => {
		const words = fc.constantFrom("", "Fall", "Noe annet", "i uken");
		fc.assert(
			fc.property(words, words, words, fc.constantFrom("m", "n", null), (indicator, definition, measuredIn, as) => {
				const given = { ...facts, indicator, definition, measuredIn, measuredAsId: as };
				const written = worded(given, [measure]);
				for (const one of ["indicator", "definition", "measuredIn"] as const)
					expect(written[one]).toBe(given[one] === "" && as === "m" ? measure[one] : given[one]);
				const { indicator: _i, definition: _d, measuredIn: _m, ...rest } = written;
				expect({ ...rest, indicator, definition, measuredIn }).toEqual(given);
			}),
		);
	});
});
