import { describe, expect, test, vi } from "vitest";
import { allocate, allocation, scored } from "../src/allocate.ts";
import { flawsOf, type Stage } from "../src/certificate.ts";
import { planFlaws } from "../src/flaws.ts";
import type { Level } from "../src/levels/level.ts";
import { everyOption, placedBelow } from "../src/levels/options.ts";
import type { Problem } from "../src/problem.ts";
import { bestValues } from "./exhaustive.ts";
import { problemFrom, randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";

// Thousands of instances a test: slow only where many share the machine.
vi.setConfig({ testTimeout: 120_000 });

const place: Level = { kind: "place" };
const burden = { kind: "burden", weights: { rank: 10, minutes: 1 } } satisfies Level;
const change: Level = { kind: "change" };
const ties: Level = { kind: "ties", seed: "autumn" };

const orders: Readonly<Record<string, readonly Level[]>> = {
	"a first plan": [place, burden, change, ties],
	"a replanned plan": [place, change, burden, ties],
	generous: [place, { kind: "generous", part: "rank" }, burden, ties],
	bottleneck: [place, { kind: "bottleneck", part: "minutes" }, burden, change, ties],
	"bottleneck late": [place, burden, { kind: "bottleneck", part: "minutes" }, ties],
	"floors first": [{ kind: "floors" }, place, burden, ties],
	"floors before the burden": [place, { kind: "floors" }, burden, change, ties],
	"floors at a price": [place, { ...burden, shortfall: 25 }, { kind: "floors" }, ties],
	"floors last": [
		place,
		{ kind: "generous", part: "rank" },
		{ kind: "floors" },
		{ kind: "bottleneck", part: "minutes" },
	],
	"large numbers, one stage each": [
		place,
		{ kind: "burden", weights: { rank: 1_000_000_000, minutes: 1_000_000 } },
		ties,
		change,
	],
};

function instance(seed: number): Problem {
	const random = randomOf(seed);
	return problemFrom(
		randomFacts(
			{
				claims: 1 + random(5),
				offers: 1 + random(4),
				caps: random(3),
				classes: 1 + random(3),
				ranks: 1 + random(4),
				minutes: [2, 60][random(2)] ?? 2,
				sparse: 2 + random(4),
				most: 1 + random(2),
			},
			random,
		),
	);
}

describe.each(Object.entries(orders))("%s", (_, levels) => {
	test("is met exactly, with a certificate that holds, on 2,000 small instances", () => {
		for (let seed = 0; seed < 2000; seed++) {
			const problem = instance(seed);
			const result = allocate(problem, levels);
			if (result.kind === "refused") throw new Error(JSON.stringify(result.findings));
			expect({ seed, values: result.values.map(({ value }) => value) }).toEqual({
				seed,
				values: bestValues(problem, levels),
			});
			expect({ seed, flaws: flawsOf(problem, levels, result.plan, result.certificate) }).toEqual({ seed, flaws: [] });
		}
	});
});

test("a certificate does not hold for a plan worsened by one move", () => {
	let tried = 0;
	for (let seed = 0; seed < 400; seed++) {
		const problem = instance(seed);
		const levels = [place, burden, ties];
		const result = allocate(problem, levels);
		if (result.kind === "refused") throw new Error("refused");
		for (let i = 0; i < problem.claims; i++)
			for (let pair = -1; pair < (problem.start[i + 1] ?? 0); pair = Math.max(pair + 1, problem.start[i] ?? 0)) {
				if (pair === result.plan[i]) continue;
				const worse = result.plan.slice();
				worse[i] = pair;
				tried++;
				expect(flawsOf(problem, levels, worse, result.certificate)).not.toEqual([]);
			}
	}
	expect(tried).toBeGreaterThan(1000);
});

test("a certificate does not hold for a plan in which two claims swap places", () => {
	let tried = 0;
	for (let seed = 0; seed < 1000; seed++) {
		const problem = instance(seed);
		const result = allocate(problem, [place, burden, ties]);
		if (result.kind === "refused") throw new Error("refused");
		const pairTo = (claim: number, offer: number) =>
			problem.offer.findIndex(
				(j, e) => j === offer && e >= (problem.start[claim] ?? 0) && e < (problem.start[claim + 1] ?? 0),
			);
		for (let a = 0; a < problem.claims; a++)
			for (let b = 0; b < a; b++) {
				const [atA = -1, atB = -1] = [result.plan[a], result.plan[b]];
				if (atA < 0 || atB < 0 || problem.offer[atA] === problem.offer[atB]) continue;
				const swapped = result.plan.slice();
				swapped[a] = pairTo(a, problem.offer[atB] ?? 0);
				swapped[b] = pairTo(b, problem.offer[atA] ?? 0);
				if ((swapped[a] ?? -1) < 0 || (swapped[b] ?? -1) < 0) continue;
				tried++;
				expect(flawsOf(problem, [place, burden, ties], swapped, result.certificate)).not.toEqual([]);
			}
	}
	expect(tried).toBeGreaterThan(100);
});

test("a certificate whose price is moved by one either fails or still proves the same bound", () => {
	let failed = 0;
	let tried = 0;
	for (let seed = 0; seed < 400; seed++) {
		const problem = instance(seed);
		// The tightest prices: where all places are taken and somebody is left out, one more or less breaks the bound.
		const levels = [place, burden];
		const result = allocate(problem, levels);
		if (result.kind === "refused") throw new Error("refused");
		const [stage] = result.certificate.stages;
		if (stage?.kind !== "sum") throw new Error("no stage");
		for (let k = 0; k < problem.limits; k++)
			for (const step of [-1, 1]) {
				const moved: Stage = { ...stage, prices: stage.prices.map((price, at) => (at === k ? price + step : price)) };
				const flaws = flawsOf(problem, levels, result.plan, { stages: [moved] });
				// Where nobody is, a price may be anything that keeps people out: only the others can be too tight to move.
				const empty = placedBelow(problem, result.plan)[k] === 0;
				if (!empty) tried++;
				if (!empty && flaws.length > 0) failed++;
				if (flaws.length === 0) expect(slack(problem, result.plan, k, step)).toBe(true);
			}
	}
	expect(failed).toBeGreaterThan(tried / 3);
});

/** A price may move without harm only at a full limit or where nobody can come, or fall where nobody is: elsewhere it must be exactly 0. */
function slack(problem: Problem, plan: Int32Array, k: number, step: number): boolean {
	let count = 0;
	for (const pair of plan)
		for (let at = pair < 0 ? -1 : (problem.offer[pair] ?? 0); at >= 0; at = problem.parent[at] ?? -1)
			if (at === k) count++;
	let shut = false;
	for (let at = k; at >= 0; at = problem.parent[at] ?? -1) shut ||= problem.limit[at] === 0;
	return count === problem.limit[k] || shut || (count === 0 && step < 0);
}

test("every state on the way has a plan within the limits, each no worse than the one before", () => {
	let improved = 0;
	for (let seed = 0; seed < 60; seed++) {
		const random = randomOf(seed);
		const shape = { claims: 40, offers: 8, caps: 3, classes: 2, ranks: 5, minutes: 90, sparse: 3, most: 6 };
		const problem = problemFrom(randomFacts(shape, random));
		const levels = [place, burden, change, ties];
		const run = allocation(problem, levels);
		let before: readonly number[] | undefined;
		for (let next = run.next(); ; next = run.next()) {
			const plan = "kind" in next.value && next.value.kind === "refused" ? undefined : next.value.plan;
			if (plan === undefined) throw new Error("refused");
			expect(planFlaws(problem, everyOption(problem), plan)).toEqual([]);
			const values = scored(problem, levels, plan).map(({ value }) => value);
			if (before !== undefined) {
				const at = values.findIndex((value, step) => value !== before?.[step]);
				if (at >= 0) {
					improved++;
					expect(values[at]).toBeLessThan(before[at] ?? 0);
				}
			}
			before = values;
			if (next.done) break;
		}
	}
	expect(improved).toBeGreaterThan(60);
});
