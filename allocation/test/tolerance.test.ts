import { expect, test, vi } from "vitest";
import { allocate } from "../src/allocate.ts";
import { flawsOf } from "../src/certificate.ts";
import type { Level } from "../src/levels/level.ts";
import { everyPlan, judgeOf } from "./exhaustive.ts";
import { problemFrom, randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";

// Thousands of instances a test: slow only where many share the machine.
vi.setConfig({ testTimeout: 120_000 });

const weights = { rank: 10, minutes: 1 };
const orders: Readonly<Record<string, (tolerance: number) => readonly Level[]>> = {
	"burden gives way to change": (tolerance) => [
		{ kind: "place" },
		{ kind: "burden", weights, tolerance },
		{ kind: "change" },
		{ kind: "ties", seed: "s" },
	],
	"burden gives way to floors": (tolerance) => [
		{ kind: "place" },
		{ kind: "burden", weights, tolerance },
		{ kind: "floors" },
	],
	"floors give way to burden": (tolerance) => [
		{ kind: "place" },
		{ kind: "floors", tolerance: Math.min(2, tolerance) },
		{ kind: "burden", weights },
	],
	"burden gives way to the largest, then to change": (tolerance) => [
		{ kind: "place" },
		{ kind: "burden", weights, tolerance },
		{ kind: "bottleneck", part: "minutes" },
		{ kind: "change" },
	],
	"the largest gives way to burden": (tolerance) => [
		{ kind: "place" },
		{ kind: "bottleneck", part: "minutes", tolerance },
		{ kind: "burden", weights },
	],
};

/** Several levels that give way; of counts a few at most. */
const several: Readonly<Record<string, { levels: (tolerance: number) => readonly Level[]; exact: boolean }>> = {
	"unplaced give way to burden": {
		levels: (tolerance) => [
			{ kind: "place", tolerance: tolerance % 3 },
			{ kind: "burden", weights },
			{ kind: "change" },
		],
		exact: true,
	},
	"unplaced and the largest give way": {
		levels: (tolerance) => [
			{ kind: "place", tolerance: tolerance % 3 },
			{ kind: "bottleneck", part: "minutes", tolerance },
			{ kind: "generous", part: "rank" },
			{ kind: "burden", weights },
			{ kind: "ties", seed: "s" },
		],
		exact: true,
	},
	"unplaced, burden and change give way": {
		levels: (tolerance) => [
			{ kind: "place", tolerance: tolerance % 2 },
			{ kind: "burden", weights, tolerance },
			{ kind: "change", tolerance: tolerance % 3 },
			{ kind: "floors" },
		],
		exact: false,
	},
	"burden and change give way to the largest": {
		levels: (tolerance) => [
			{ kind: "place" },
			{ kind: "burden", weights, tolerance },
			{ kind: "change", tolerance: 1 },
			{ kind: "bottleneck", part: "minutes", tolerance: tolerance % 4 },
			{ kind: "floors" },
		],
		exact: false,
	},
	"every wish and the burden give way": {
		levels: (tolerance) => [
			{ kind: "place" },
			{ kind: "generous", part: "rank", tolerance: tolerance % 2 },
			{ kind: "burden", weights, tolerance },
			{ kind: "change" },
		],
		exact: false,
	},
	"floors and change give way to who is placed and the burden": {
		levels: (tolerance) => [
			{ kind: "floors", tolerance: tolerance % 2 },
			{ kind: "change", tolerance: 1 },
			{ kind: "place", tolerance: tolerance % 3 },
			{ kind: "burden", weights, shortfall: 25 },
		],
		exact: false,
	},
};

function instance(seed: number) {
	const random = randomOf(seed);
	const shape = {
		claims: 2 + random(4),
		offers: 1 + random(4),
		caps: random(3),
		classes: 1 + random(2),
		ranks: 3,
		minutes: 40,
		sparse: 4,
		most: 1 + random(2),
	};
	return { problem: problemFrom(randomFacts(shape, random)), tolerance: random(3) * random(20) };
}

/** The least value of each step among the plans that keep the steps before within their tolerance. */
function leastWithin(values: readonly (readonly number[])[], tolerances: readonly number[]): number[] {
	let kept = values;
	return tolerances.map((tolerance, step) => {
		const least = Math.min(...kept.map((row) => row[step] ?? 0));
		kept = kept.filter((row) => (row[step] ?? 0) <= least + tolerance);
		return least;
	});
}

interface Held {
	/** Instances in which everything is proved, and in which a step gained by a tolerance before it. */
	readonly proved: number;
	readonly gained: number;
}

/** Every instance within its tolerances, never below a bound, no bound above the least. */
function heldOn(count: number, levelsOf: (tolerance: number) => readonly Level[]): Held {
	let proved = 0;
	let gained = 0;
	for (let seed = 0; seed < count; seed++) {
		const { problem, tolerance } = instance(seed);
		const levels = levelsOf(tolerance);
		const result = allocate(problem, levels);
		if (result.kind === "refused") throw new Error(JSON.stringify(result.findings));
		expect({
			seed,
			flaws: flawsOf(problem, levels, result.plan, result.certificate, result.bounds),
		}).toEqual({ seed, flaws: [] });
		const judged = judgeOf(problem, levels);
		const all: number[][] = [];
		for (const plan of everyPlan(problem)) all.push(judged(plan));
		const tolerances = result.values.map(({ level }) => {
			const stated = levels[level];
			return stated !== undefined && "tolerance" in stated ? (stated.tolerance ?? 0) : 0;
		});
		const least = leastWithin(all, tolerances);
		const strict = leastWithin(
			all,
			tolerances.map(() => 0),
		);
		let exact = true;
		let proves = true;
		result.values.forEach(({ value }, step) => {
			const bound = result.bounds[step] ?? null;
			if (exact && bound !== null) expect({ seed, step, bound }).toSatisfy(() => bound <= (least[step] ?? 0));
			// A step that is within its tolerance of the bound is so of the least.
			if (exact) expect({ seed, step, value }).toSatisfy(() => value >= Math.min(bound ?? 0, least[step] ?? 0));
			if (bound === null || value > bound + (tolerances[step] ?? 0)) exact = false;
			if (bound !== least[step]) proves = false;
			if (exact && proves) expect({ seed, step, value }).toSatisfy(() => value >= (least[step] ?? 0));
			if (exact && value < (strict[step] ?? 0)) gained++;
		});
		expect({ seed, holds: result.holds }).toEqual({ seed, holds: exact ? "optimal" : "feasible" });
		if (exact) proved++;
	}
	return { proved, gained };
}

test.each(Object.entries(orders))("%s: within the tolerance, never below the bound, 1,500 instances", (_, levelsOf) => {
	const { proved, gained } = heldOn(1500, levelsOf);
	expect(proved).toBeGreaterThan(300);
	expect(gained).toBeGreaterThan(5);
});

test.each(Object.entries(several))("%s: within every tolerance, 1,500 instances", (_, { levels, exact }) => {
	const { proved, gained } = heldOn(1500, levels);
	expect(proved).toBeGreaterThanOrEqual(exact ? 1500 : 1450);
	expect(gained).toBeGreaterThan(50);
});

test("a tolerance that is not a whole number is refused, on every level that has one", () => {
	const { problem } = instance(1);
	const result = allocate(problem, [
		{ kind: "place", tolerance: -1 },
		{ kind: "burden", weights, tolerance: 3 },
		{ kind: "change", tolerance: 1 },
		{ kind: "generous", part: "rank", tolerance: 1.5 },
		{ kind: "floors", tolerance: 0.5 },
	]);
	if (result.kind !== "refused") throw new Error("accepted");
	expect(result.findings.map(({ code }) => code)).toEqual(["bad-level", "bad-level", "bad-level"]);
});
