import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "../../../day.ts";
import type { Goal } from "../goal/contract.ts";
import { baselineDays, comparableLeast, leaderDays } from "./codes.ts";
import type { ProjectFacts } from "./contract.ts";
import {
	lackingDecider,
	lacksUnion,
	overfull,
	type Pulse,
	refuseProject,
	refuseStart,
	repeats,
	stallsOf,
} from "./rules.ts";

const today = "2026-11-23";

const facts: ProjectFacts = {
	admissionId: null,
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
	...{ servesId: null, measuredAsId: null },
	...{ projectId: "p", id: "g", kind: "result", wording: "Færre besøk om natten", indicator: "Besøk" },
	...{ definition: "", measuredIn: "i uken", baseline: null, baselineOn: null, baselineSource: "" },
	...{ target: null, dueOn: null },
};

const codes = (given: Partial<ProjectFacts>, goals: readonly Pick<Goal, "wording">[] = []) =>
	refuseProject({ ...facts, ...given }, { units: new Set(["u"]), places: new Set(["a"]), goals, today }).map(
		({ code, field }) => [code, field],
	);

describe("a project as it is stated", () => {
	it("is refused with the field that is wrong", () => {
		expect(codes({})).toEqual([]);
		expect(codes({ admissionId: "a" })).toEqual([]);
		expect(codes({ admissionId: "b" })).toEqual([["place-unknown", "admissionId"]]);
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

/** What breaks each rule of a running project, by the day it is broken, and that it is kept until then. */
const history = fc
	.record({
		statusDays: fc.integer({ min: 7, max: 180 }),
		between: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 12 }),
		silence: fc.integer({ min: 0, max: 400 }),
		baseline: fc.boolean(),
		leader: fc.option(fc.integer({ min: 0, max: 400 })),
		comparable: fc.array(fc.integer({ min: 30, max: 900 }), { maxLength: 20 }),
		ends: fc.integer({ min: -200, max: 400 }),
		spends: fc.boolean(),
		stuck: fc.boolean(),
	})
	.map(({ statusDays, between, silence, baseline, leader, comparable, ends, spends, stuck }) => {
		const age = between.reduce((sum, one) => sum + one, 0) + silence;
		const startedOn = addDays(today, -age);
		let on = startedOn;
		const days = between.map((one) => {
			on = addDays(on, one);
			return on;
		});
		const pulse: Pulse = {
			project: { state: "running", startedOn, statusDays, lastDay: addDays(today, ends) },
			goals: [{ ...goal, baseline: baseline ? 1 : null }],
			statuses: days.reverse().map((onDay) => ({
				...{ onDay, standing: stuck ? ("stuck" as const) : ("as-planned" as const) },
				kronerUsed: spends ? 5000 : null,
			})),
			measurements: 0,
			leaderOn: leader === null ? null : addDays(today, -leader),
			comparable,
		};
		// How many of ten took so long: said as the rule says it in words, and counted another way.
		const longest = comparable.filter((one) => one < age).length;
		const breaks: Record<string, boolean> = {
			stuck: stuck && between.length > 0,
			"spent-unmeasured": spends && between.length > 0 && !baseline,
			"over-end": ends < 0,
			"no-status": silence > statusDays,
			"no-baseline": !baseline && age > baselineDays,
			"no-leader": Math.min(leader ?? age, age) > leaderDays,
			"longer-than-others": comparable.length >= comparableLeast && longest >= comparable.length * 0.9,
		};
		return { pulse, breaks };
	});

describe("a project that stalls", () => {
	it("is found within seven days of breaking any of its rules, and none is that has kept them", () => {
		fc.assert(
			fc.property(history, ({ pulse, breaks }) => {
				const expected = Object.entries(breaks).flatMap(([stall, broken]) => (broken ? [stall] : []));
				expect([...stallsOf(pulse, today)].sort()).toEqual(expected.sort());
				const inAWeek = stallsOf(pulse, addDays(today, 7));
				for (const stall of expected) expect(inAWeek).toContain(stall);
				const { statuses, project } = pulse;
				const last = statuses[0]?.onDay ?? project.startedOn ?? today;
				// One with a current status is never told that it lacks one.
				if (daysBetween(last, today) <= project.statusDays) expect(stallsOf(pulse, today)).not.toContain("no-status");
			}),
			{ numRuns: 1000 },
		);
	});

	it("says that it is stuck, over its time, or spends without measuring, the most pressing first", () => {
		const pulse: Pulse = {
			project: { state: "running", startedOn: "2026-11-01", statusDays: 42, lastDay: "2026-11-20" },
			goals: [goal],
			statuses: [{ onDay: "2026-11-10", standing: "stuck", kronerUsed: 5000 }],
			...{ measurements: 0, leaderOn: null, comparable: [] },
		};
		expect(stallsOf(pulse, today)).toEqual(["stuck", "over-end", "spent-unmeasured"]);
		expect(stallsOf({ ...pulse, project: { ...pulse.project, state: "ended" } }, today)).toEqual([]);
		expect(stallsOf({ ...pulse, project: { ...pulse.project, state: "draft", startedOn: null } }, today)).toEqual([]);
	});
});

describe("what one leader is to lead", () => {
	const share = (id: string, leaderShare: number, leaderEmail: string | null = "kari@example.no") => ({
		...{ id, title: id, leaderName: "Kari Lian", leaderEmail, leaderShare },
	});
	it("is told where it is more than a whole position, of one person alone", () => {
		const all = [share("a", 60), share("b", 40)];
		expect(overfull(share("a", 60), all)).toBeNull();
		expect(overfull(share("a", 60), [...all, share("c", 5, "KARI@example.no")])).toMatchObject({ percent: 105 });
		// Somebody of the same name with another address is somebody else; without an address it is the name that tells.
		expect(overfull(share("a", 60), [...all, share("c", 5, "annen@example.no")])).toBeNull();
		expect(overfull(share("a", 60), [...all, share("c", 5, null)])).toMatchObject({ percent: 105 });
	});
});
