import { expect, test, vi } from "vitest";
import { loadedHighs } from "../adapters/solve.ts";
import type { Level } from "../src/levels/level.ts";
import { wideFlaws } from "../src/wide/flaws.ts";
import { broken, indexed, problemUnder } from "../src/wide/rules.ts";
import { allocateWide } from "../src/wide/wide.ts";
import { everyPlan, judgeOf } from "./exhaustive.ts";
import { wideInstance } from "./wide-instance.ts";

const highs = await loadedHighs();

// A model a millisecond or more, thousands of them.
vi.setConfig({ testTimeout: 240_000 });

const place: Level = { kind: "place" };
const weights = { rank: 10, minutes: 1 };
const burden = { kind: "burden", weights } satisfies Level;
const change: Level = { kind: "change" };

/** Every alternative of the objective, and levels that give way, under rules that cross. */
const orders: Readonly<Record<string, readonly Level[]>> = {
	generous: [place, { kind: "generous", part: "rank" }, burden],
	"generous with floors first": [{ kind: "floors" }, place, { kind: "generous", part: "rank" }, change],
	bottleneck: [place, { kind: "bottleneck", part: "minutes" }, burden, change],
	"bottleneck late": [place, burden, { kind: "bottleneck", part: "minutes" }, { kind: "floors" }],
	"bottleneck first": [{ kind: "bottleneck", part: "minutes", tolerance: 12 }, place, burden],
	"floors at a price": [place, { ...burden, shortfall: 25 }, change],
	"burden gives way to change": [place, { ...burden, tolerance: 9 }, change],
	"burden gives way to the largest": [
		place,
		{ ...burden, tolerance: 15 },
		{ kind: "bottleneck", part: "minutes" },
		change,
	],
	"the largest gives way": [place, { kind: "bottleneck", part: "minutes", tolerance: 6 }, burden],
	"unplaced give way": [{ kind: "place", tolerance: 1 }, burden, change],
	"unplaced, burden and change give way": [
		{ kind: "place", tolerance: 1 },
		{ ...burden, tolerance: 9 },
		{ kind: "change", tolerance: 1 },
		{ kind: "floors" },
	],
	"every wish gives way": [
		place,
		{ kind: "generous", part: "rank", tolerance: 1 },
		{ ...burden, tolerance: 5 },
		change,
	],
};

const toleranceOf = (level: Level | undefined) =>
	level !== undefined && "tolerance" in level ? (level.tolerance ?? 0) : 0;

/** Every instance with the plans that keep its rules, looked for once: they are the same for all orders of levels. */
const instances = new Map<number, ReturnType<typeof everyAllowed>>();
function allowed(seed: number) {
	const known = instances.get(seed) ?? everyAllowed(seed);
	instances.set(seed, known);
	return known;
}

function everyAllowed(seed: number) {
	const { problem: bare, rules } = wideInstance(seed);
	const problem = problemUnder(bare, rules);
	const known = indexed(problem, rules);
	const plans: Int32Array[] = [];
	for (const plan of everyPlan(problem)) if (broken(problem, known.rules, plan).length === 0) plans.push(plan.slice());
	return { bare, rules, problem, plans };
}

test.each(Object.entries(orders))(
	"%s: as exhaustive search finds, on 710 instances under rules that cross",
	async (_, levels) => {
		let changed = 0;
		let proved = 0;
		for (let seed = 0; seed < 710; seed++) {
			const { bare, rules, problem, plans } = allowed(seed);
			const result = await allocateWide(bare, levels, rules, async (model) => highs(model, 10));
			if (plans.length === 0) {
				expect({ seed, kind: result.kind }).toEqual({ seed, kind: "no-plan" });
				continue;
			}
			if (result.kind !== "allocated") throw new Error(`${seed} ${JSON.stringify(result)}`);
			expect({ seed, flaws: wideFlaws(bare, levels, rules, result) }).toEqual({ seed, flaws: [] });
			let all = plans.map(judgeOf(problem, levels));
			for (const [s, { value, level }] of result.values.entries()) {
				const least = Math.min(...all.map((row) => row[s] ?? 0));
				const tolerance = toleranceOf(levels[level]);
				all = all.filter((row) => (row[s] ?? 0) <= least + tolerance);
				expect({ seed, s, value, least }).toSatisfy(() => value >= least && value <= least + tolerance);
				const bound = result.bounds[s] ?? null;
				if (bound !== null) expect({ seed, s, bound, least }).toSatisfy(() => bound <= least);
			}
			if (result.proofs.length > 0) changed++;
			if (result.proofs.length > 0 && result.holds === "optimal") proved++;
		}
		expect(changed).toBeGreaterThan(30);
		expect(proved).toBeGreaterThan(10);
	},
);

test.each(Object.entries(orders))(
	"%s: with larger parts in mind, rules are kept and no bound is above the least",
	async (_, levels) => {
		let changed = 0;
		for (let seed = 710; seed < 830; seed++) {
			const { bare, rules, problem, plans } = allowed(seed);
			const manner = { whole: 0, gap: 0.05 };
			const result = await allocateWide(bare, levels, rules, async (model) => highs(model, 10), manner);
			if (plans.length === 0) continue;
			if (result.kind !== "allocated") throw new Error(`${seed} ${JSON.stringify(result)}`);
			expect({ seed, flaws: wideFlaws(bare, levels, rules, result) }).toEqual({ seed, flaws: [] });
			let all = plans.map(judgeOf(problem, levels));
			for (const [s, { value, level }] of result.values.entries()) {
				const least = Math.min(...all.map((row) => row[s] ?? 0));
				const bound = result.bounds[s] ?? null;
				if (bound !== null) expect({ seed, s, bound, least }).toSatisfy(() => bound <= least);
				// What a bound is about: plans in which each step before ends no higher than it may.
				const most = Math.max(value, (bound ?? 0) + toleranceOf(levels[level]));
				all = all.filter((row) => (row[s] ?? 0) <= most);
			}
			if (result.proofs.length > 0) changed++;
		}
		expect(changed).toBeGreaterThan(10);
	},
);
