import { expect, test, vi } from "vitest";
import { allocate, scored } from "../src/allocate.ts";
import { flawsOf } from "../src/certificate.ts";
import type { Level } from "../src/levels/level.ts";
import { everyPlan } from "./exhaustive.ts";
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

test.each(Object.entries(orders))("%s: within the tolerance, never below the bound, 1,500 instances", (_, levelsOf) => {
	let proved = 0;
	let gained = 0;
	for (let seed = 0; seed < 1500; seed++) {
		const { problem, tolerance } = instance(seed);
		const levels = levelsOf(tolerance);
		const result = allocate(problem, levels);
		if (result.kind === "refused") throw new Error(JSON.stringify(result.findings));
		expect({
			seed,
			flaws: flawsOf(problem, levels, result.plan, result.certificate, result.bounds),
		}).toEqual({ seed, flaws: [] });
		const all: number[][] = [];
		for (const plan of everyPlan(problem)) all.push(scored(problem, levels, plan).map(({ value }) => value));
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
		result.values.forEach(({ value }, step) => {
			const bound = result.bounds[step] ?? null;
			if (exact && bound !== null) {
				expect({ seed, step, bound }).toSatisfy(() => bound <= (least[step] ?? 0));
				if (result.holds === "optimal") expect({ seed, step, bound }).toEqual({ seed, step, bound: least[step] });
			}
			if (exact) expect({ seed, step, value }).toSatisfy(() => value >= (least[step] ?? 0));
			if (bound === null || value > bound + (tolerances[step] ?? 0)) exact = false;
			if (exact && value < (strict[step] ?? 0)) gained++;
		});
		if (exact) {
			expect(result.holds).toBe("optimal");
			proved++;
		} else expect(result.holds).toBe("feasible");
	}
	expect(proved).toBeGreaterThan(300);
	expect(gained).toBeGreaterThan(5);
});

test("a second sum with a tolerance is refused, and a tolerance that is not a whole number", () => {
	const { problem } = instance(1);
	const result = allocate(problem, [
		{ kind: "burden", weights, tolerance: 3 },
		{ kind: "change", tolerance: 1 },
		{ kind: "floors", tolerance: 0.5 },
	]);
	if (result.kind !== "refused") throw new Error("accepted");
	expect(result.findings.map(({ code }) => code)).toEqual(["two-tolerances", "bad-level", "two-tolerances"]);
});
