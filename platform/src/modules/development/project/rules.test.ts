import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../day.ts";
import type { Goal } from "../goal/contract.ts";
import { baselineDays } from "./codes.ts";
import type { ProjectFacts } from "./contract.ts";
import { lackingDecider, lacksUnion, type Pulse, refuseProject, refuseStart, repeats, stallsOf } from "./rules.ts";

const today = "2026-11-23";

const facts: ProjectFacts = {
	...{ title: "Tilsyn om natten", need: "Mange våkner.", purpose: "Folk skal bo trygt hjemme lenger." },
	...{ noticed: "Jeg får sove.", anchoredIn: "Helseplanen", novelty: "here", buildsOn: "", unitId: null },
	...{ breadth: "unit", changesWork: false, decidedBy: null, decidedOn: null, decision: "" },
	...{ leaderName: "Kari", leaderEmail: null, leaderShare: null, deputyName: "", deputyEmail: null },
	...{ ownerName: "Ola", ownerEmail: null, firstDay: "2026-01-01", lastDay: "2026-12-31", statusDays: 42 },
	...{ hours: null, kroner: null, followUp: "", spread: "" },
};

const project = {
	...{ ...facts, organisationId: "o", id: "p", number: 1, startedOn: null, version: 1 },
	state: "draft" as const,
};

const goal: Goal = {
	...{ projectId: "p", id: "g", kind: "result", wording: "Færre besøk om natten", indicator: "Besøk" },
	...{ definition: "", measuredIn: "i uken", baseline: null, baselineOn: null, baselineSource: "" },
	...{ target: null, dueOn: null },
};

const codes = (given: Partial<ProjectFacts>, goals: readonly Pick<Goal, "wording">[] = []) =>
	refuseProject({ ...facts, ...given }, { units: new Set(["u"]), goals, today }).map(({ code, field }) => [
		code,
		field,
	]);

describe("a project as it is stated", () => {
	it("is refused with the field that is wrong", () => {
		expect(codes({})).toEqual([]);
		expect(codes({ unitId: "other" })).toEqual([["unit-unknown", "unitId"]]);
		expect(codes({ novelty: "builds-on" })).toEqual([["builds-on-missing", "buildsOn"]]);
		expect(codes({ decidedBy: "council" })).toEqual([["decision-half-said", "decidedOn"]]);
		expect(codes({ decidedOn: today })).toEqual([["decision-half-said", "decidedBy"]]);
		expect(codes({ decidedBy: "council", decidedOn: "2026-11-24" })).toEqual([["ahead-of-today", "decidedOn"]]);
		expect(codes({ lastDay: "2025-12-31" })).toEqual([["ends-before-start", "lastDay"]]);
		expect(codes({ deputyName: "kari" })).toEqual([["leader-twice", "deputyName"]]);
	});

	it("has a purpose that is something else than a goal", () => {
		const purpose = "Vi skal redusere sykefraværet i hjemmetjenesten";
		expect(codes({ purpose }, [{ wording: "Redusere sykefraværet med 2 prosent" }])).toEqual([
			["purpose-repeats-goal", "purpose"],
		]);
		expect(codes({}, [{ wording: "Færre unødvendige besøk om natten" }])).toEqual([]);
		expect(repeats("Folk skal bo trygt hjemme lenger", "Flere bor hjemme lenger")).toBe(false);
		expect(repeats(`${purpose}, så de som får hjelp møter de samme hver dag`, "Redusere sykefraværet")).toBe(false);
		expect(repeats("Ro", "ro")).toBe(true);
		expect(repeats("Ro", "Fred")).toBe(false);
	});

	it("never takes a purpose that is a goal word for word", () => {
		fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => repeats(text, text)));
	});
});

describe("a project starts", () => {
	it("when somebody high enough for what it touches has decided it, and it has a goal", () => {
		const of = (breadth: ProjectFacts["breadth"], decidedBy: ProjectFacts["decidedBy"]) =>
			lackingDecider({ breadth, decidedBy });
		expect(of("unit", null)).toBe("unit-leader");
		expect(of("unit", "unit-leader")).toBeNull();
		expect(of("units", "unit-leader")).toBe("sector-head");
		expect(of("organisation", "sector-head")).toBe("chief-executive");
		expect(of("organisation", "council")).toBeNull();
		expect(refuseStart(project, []).map(({ code }) => code)).toEqual(["no-goal", "not-anchored"]);
		expect(refuseStart({ ...project, decidedBy: "unit-leader" }, [goal])).toEqual([]);
		expect(refuseStart({ ...project, state: "running" }, [goal]).map(({ code }) => code)).toEqual(["not-draft"]);
	});

	it("without its unions only where it changes no work", () => {
		expect(lacksUnion({ changesWork: true }, [])).toBe(true);
		expect(lacksUnion({ changesWork: true }, [{ role: "union", phase: "plan", on: today }])).toBe(false);
		expect(lacksUnion({ changesWork: false }, [])).toBe(false);
	});
});

/** A running project that has told of itself on some days, the first when it started. */
const history = fc
	.record({
		statusDays: fc.integer({ min: 7, max: 180 }),
		between: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 12 }),
		silence: fc.integer({ min: 0, max: 400 }),
		baseline: fc.boolean(),
	})
	.map(({ statusDays, between, silence, baseline }) => {
		const age = between.reduce((sum, one) => sum + one, 0) + silence;
		const startedOn = addDays(today, -age);
		let on = startedOn;
		const days = between.map((one) => {
			on = addDays(on, one);
			return on;
		});
		const pulse: Pulse = {
			project: { state: "running", startedOn, statusDays, lastDay: "2030-01-01" },
			goals: [{ ...goal, baseline: baseline ? 1 : null }],
			statuses: days.reverse().map((onDay) => ({ onDay, standing: "as-planned", kronerUsed: null })),
			measurements: 0,
		};
		return { pulse, silence, age, baseline };
	});

describe("a project that stalls", () => {
	it("is found within seven days of breaking its own rule, and none is that has told of itself in time", () => {
		fc.assert(
			fc.property(history, ({ pulse, silence, age, baseline }) => {
				const found = stallsOf(pulse, today);
				const { statusDays } = pulse.project;
				expect(found.includes("no-status")).toBe(silence > statusDays);
				expect(found.includes("no-baseline")).toBe(!baseline && age > baselineDays);
				if (silence <= statusDays && baseline) expect(found).toEqual([]);
			}),
			{ numRuns: 1000 },
		);
	});

	it("says that it is stuck, over its time, or spends without measuring, the most pressing first", () => {
		const pulse: Pulse = {
			project: { state: "running", startedOn: "2026-11-01", statusDays: 42, lastDay: "2026-11-20" },
			goals: [goal],
			statuses: [{ onDay: "2026-11-10", standing: "stuck", kronerUsed: 5000 }],
			measurements: 0,
		};
		expect(stallsOf(pulse, today)).toEqual(["stuck", "over-end", "spent-unmeasured"]);
		expect(stallsOf({ ...pulse, project: { ...pulse.project, state: "ended" } }, today)).toEqual([]);
		expect(stallsOf({ ...pulse, project: { ...pulse.project, state: "draft", startedOn: null } }, today)).toEqual([]);
	});
});
