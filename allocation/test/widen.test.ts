import { expect, test, vi } from "vitest";
import { type Allocated, allocate } from "../src/allocate.ts";
import { flawsOf } from "../src/certificate.ts";
import type { Level } from "../src/levels/level.ts";
import type { Problem } from "../src/problem.ts";
import { beginningFrom } from "../src/replan.ts";
import { missedBy } from "../src/widen.ts";
import { problemFrom, randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";

// Thousands of instances a test: slow only where many share the machine.
vi.setConfig({ testTimeout: 120_000 });

const place: Level = { kind: "place" };
const burden = { kind: "burden", weights: { rank: 10, minutes: 1 } } satisfies Level;
const change: Level = { kind: "change" };
const ties: Level = { kind: "ties", seed: "s" };
const orders: Readonly<Record<string, readonly Level[]>> = {
	"a first plan": [place, burden, change, ties],
	"a replanned plan": [place, change, burden, ties],
	"the fewest at the worst wish": [place, { kind: "generous", part: "rank" }, burden, ties],
	"the smallest largest": [place, { kind: "bottleneck", part: "minutes" }, burden, change, ties],
	"floors first": [{ kind: "floors" }, place, burden, ties],
	"floors at a price": [place, { ...burden, shortfall: 25 }, change, ties],
	"a burden that gives way": [place, { ...burden, tolerance: 15 }, change],
	"a burden that gives way to the largest": [
		place,
		{ ...burden, tolerance: 15 },
		{ kind: "bottleneck", part: "minutes" },
	],
	"everything gives way": [
		{ kind: "place", tolerance: 1 },
		{ ...burden, tolerance: 15 },
		{ kind: "bottleneck", part: "minutes", tolerance: 3 },
		{ kind: "change", tolerance: 1 },
		{ kind: "floors" },
	],
};

function instance(seed: number): Problem {
	const random = randomOf(seed);
	const shape = { claims: 2 + random(8), offers: 2 + random(6), caps: random(4), classes: 2, ranks: 4, minutes: 40 };
	return problemFrom(randomFacts({ ...shape, sparse: 6, most: 1 + random(3) }, random));
}

/** The problem with some of its pairs. */
function only(problem: Problem, keep: Uint8Array): Problem {
	const kept = Array.from(keep.keys()).filter((e) => keep[e] === 1);
	const at = new Map(kept.map((e, index) => [e, index] as const));
	const start = problem.start.map((first) => kept.filter((e) => e < first).length);
	return {
		...problem,
		start,
		offer: Int32Array.from(kept, (e) => problem.offer[e] ?? 0),
		parts: new Map([...problem.parts].map(([name, part]) => [name, Int32Array.from(kept, (e) => part[e] ?? 0)])),
		lock: problem.lock.map((e) => at.get(e) ?? -1),
	};
}

/** Claims from … to−1 alone with all their pairs; nobody of them locked, as a locked claim has its one pair. */
function share(problem: Problem, from: number, to: number): Problem {
	const [first, end] = [problem.start[from] ?? 0, problem.start[to] ?? 0];
	return {
		...problem,
		claims: to - from,
		claimIds: problem.claimIds.slice(from, to),
		priority: problem.priority.slice(from, to),
		previous: problem.previous.slice(from, to),
		start: problem.start.slice(from, to + 1).map((e) => e - first),
		offer: problem.offer.slice(first, end),
		parts: new Map([...problem.parts].map(([name, part]) => [name, part.slice(first, end)])),
		lock: new Int32Array(to - from).fill(-1),
	};
}

/** The pairs to begin with: one in three, those locked, all of a locked claim, and the dearest of all. */
function begun(problem: Problem, random: (below: number) => number): Uint8Array {
	const keep = Uint8Array.from(problem.offer, () => (random(3) === 0 ? 1 : 0));
	const cost = (e: number) => 10 * (problem.parts.get("rank")?.[e] ?? 0) + (problem.parts.get("minutes")?.[e] ?? 0);
	const dearest = Array.from(keep.keys()).sort((a, b) => cost(b) - cost(a))[0];
	if (dearest !== undefined) keep[dearest] = 1;
	problem.lock.forEach((lock, i) => {
		if (lock >= 0) keep.fill(1, problem.start[i], problem.start[i + 1]);
	});
	return keep;
}

function solved(problem: Problem, levels: readonly Level[], before?: { problem: Problem; allocated: Allocated }) {
	const from = before === undefined ? undefined : beginningFrom(problem, before.problem, before.allocated);
	const allocated = allocate(problem, levels, from);
	if (allocated.kind === "refused") throw new Error(JSON.stringify(allocated.findings));
	return allocated;
}

test.each(Object.entries(orders))(
	"%s: when no pair is missed, the proof is one for every pair, on 600 instances",
	(_, levels) => {
		let [named, never] = [0, 0];
		for (let seed = 0; seed < 600; seed++) {
			const problem = instance(seed);
			const random = randomOf(seed + 1_000_000);
			const keep = begun(problem, random);
			const half = random(problem.claims + 1);
			let few = only(problem, keep);
			let allocated = solved(few, levels);
			for (;;) {
				// Claims may be looked at some at a time.
				const missed = [[0, half] as const, [half, problem.claims] as const].flatMap(([from, to]) => {
					const first = problem.start[from] ?? 0;
					const known = keep.slice(first, problem.start[to]);
					return missedBy(few, levels, allocated.certificate, share(problem, from, to), known).map((e) => e + first);
				});
				for (const e of missed) {
					expect(keep[e], `seed ${seed}: pair ${e} is there already`).toBe(0);
					keep[e] = 1;
				}
				named += missed.length;
				if (missed.length === 0) break;
				const before = { problem: few, allocated };
				few = only(problem, keep);
				allocated = solved(few, levels, before);
			}
			never += keep.filter((there) => there === 0).length;
			const back = Array.from(keep.keys()).filter((e) => keep[e] === 1);
			const plan = allocated.plan.map((e) => back[e] ?? -1);
			const stages = allocated.certificate.stages.map((stage) =>
				"plan" in stage ? { ...stage, plan: stage.plan.map((e) => back[e] ?? -1) } : stage,
			);
			expect({ seed, flaws: flawsOf(problem, levels, plan, { stages }) }).toEqual({ seed, flaws: [] });
			expect({ seed, bounds: allocated.bounds }).toEqual({ seed, bounds: solved(problem, levels).bounds });
		}
		expect(named).toBeGreaterThan(0);
		expect(never).toBeGreaterThan(0);
	},
);
