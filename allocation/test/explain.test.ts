import { describe, expect, test, vi } from "vitest";
import { type Allocated, allocate, scored } from "../src/allocate.ts";
import { explainerOf } from "../src/explain/explain.ts";
import type { MoveTold } from "../src/explain/outcome.ts";
import { shortagesOf } from "../src/explain/shortage.ts";
import { planFlaws } from "../src/flaws.ts";
import type { Level } from "../src/levels/level.ts";
import { everyOption } from "../src/levels/options.ts";
import type { Problem } from "../src/problem.ts";
import { problemFrom, randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";

// Thousands of instances a test: slow only where many share the machine.
vi.setConfig({ testTimeout: 120_000 });

const orders: Readonly<Record<string, readonly Level[]>> = {
	"a first plan": [
		{ kind: "place" },
		{ kind: "burden", weights: { rank: 10, minutes: 1 } },
		{ kind: "change" },
		{ kind: "ties", seed: "s" },
	],
	"many stages": [
		{ kind: "place" },
		{ kind: "burden", weights: { rank: 1_000_000_000, minutes: 1_000_000 } },
		{ kind: "ties", seed: "s" },
		{ kind: "change" },
	],
	floors: [
		{ kind: "place" },
		{ kind: "floors" },
		{ kind: "burden", weights: { rank: 10, minutes: 1 }, shortfall: 3 },
		{ kind: "ties", seed: "s" },
	],
	bottleneck: [{ kind: "place" }, { kind: "bottleneck", part: "minutes" }, { kind: "burden", weights: { rank: 1 } }],
};

function instance(seed: number): Problem {
	const random = randomOf(seed);
	const shape = {
		claims: 2 + random(9),
		offers: 1 + random(5),
		caps: random(4),
		classes: 2,
		ranks: 4,
		minutes: 40,
		sparse: 4,
		most: 1 + random(3),
	};
	return problemFrom(randomFacts(shape, random));
}

function solved(problem: Problem, levels: readonly Level[]): Allocated {
	const result = allocate(problem, levels);
	if (result.kind === "refused") throw new Error("refused");
	return result;
}

function moved(problem: Problem, plan: Int32Array, moves: readonly MoveTold[]): Int32Array {
	const after = plan.slice();
	for (const move of moves) {
		const i = problem.claimIds.indexOf(move.claim);
		const pair = move.to === null ? -1 : problem.offer.indexOf(problem.limitIds.indexOf(move.to), problem.start[i]);
		after[i] = pair;
	}
	return after;
}

describe.each(Object.entries(orders))("reasons: %s", (name, levels) => {
	const seeds = name === "bottleneck" ? 60 : 300;

	test("what a wish would have cost equals a new allocation with the pair locked, and its moves are a plan", () => {
		let asked = 0;
		for (let seed = 0; seed < seeds; seed++) {
			const problem = instance(seed);
			const best = solved(problem, levels);
			const explainer = explainerOf(problem, levels, best);
			for (let i = 0; i < problem.claims; i++)
				for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) {
					const answer = explainer.whyNot(problem.claimIds[i] ?? "", problem.limitIds[problem.offer[e] ?? 0] ?? "");
					if (answer.kind !== "worse") continue;
					asked++;
					const lock = problem.lock.slice();
					lock[i] = e;
					const locked = solved({ ...problem, lock }, levels);
					const expected = locked.values.map(({ value }, step) => value - (best.values[step]?.value ?? 0));
					expect({ seed, i, e, change: answer.change.map(({ value }) => value) }).toEqual({
						seed,
						i,
						e,
						change: expected,
					});
					const after = moved(problem, best.plan, answer.moves);
					expect(planFlaws(problem, everyOption(problem), after)).toEqual([]);
					expect(scored(problem, levels, after)).toEqual(locked.values);
				}
		}
		expect(asked).toBeGreaterThan(seeds);
	});

	test("what one more place would give equals a new allocation with the place", () => {
		let gains = 0;
		for (let seed = 0; seed < seeds; seed++) {
			const problem = instance(seed);
			const best = solved(problem, levels);
			const explainer = explainerOf(problem, levels, best);
			for (let k = 0; k < problem.limits; k++) {
				const worth = explainer.worthOfOneMore(problem.limitIds[k] ?? "");
				const limit = problem.limit.slice();
				limit[k] = (limit[k] ?? 0) + 1;
				const more = solved({ ...problem, limit }, levels);
				const expected = more.values.map(({ value }, step) => value - (best.values[step]?.value ?? 0));
				expect({ seed, k, change: worth.change.map(({ value }) => value) }).toEqual({ seed, k, change: expected });
				if (worth.moves.length > 0) gains++;
			}
		}
		expect(gains).toBeGreaterThan(seeds / 3);
	});
});

test("why names every offer that the claim would rather have had", () => {
	const problem = problemFrom({
		claims: [
			{ id: "Kari", priority: 0 },
			{ id: "Ola", priority: 1 },
		],
		offers: [
			{ id: "near", capacity: 1 },
			{ id: "far", capacity: 1 },
			{ id: "closed", capacity: 0 },
		],
		pairs: [
			{ claim: "Kari", offer: "near", parts: { minutes: 5 } },
			{ claim: "Ola", offer: "near", parts: { minutes: 10 } },
			{ claim: "Ola", offer: "far", parts: { minutes: 50 } },
			{ claim: "Ola", offer: "closed", parts: { minutes: 1 } },
		],
		prohibitions: [{ claim: "Kari", offer: "far", rule: "previous employer" }],
	});
	const levels: Level[] = [{ kind: "place" }, { kind: "burden", weights: { minutes: 1 } }];
	const explainer = explainerOf(problem, levels, solved(problem, levels));
	expect(explainer.why("Ola")).toEqual({
		claim: "Ola",
		given: "far",
		better: [
			{ offer: "closed", answer: { kind: "no-place" } },
			{
				offer: "near",
				answer: {
					kind: "worse",
					change: [
						{ level: 0, name: "priority 0 unplaced", value: 1 },
						{ level: 0, name: "priority 1 unplaced", value: 0 },
						{ level: 1, name: "burden", value: -45 },
					],
					moves: [
						{ claim: "Ola", from: "far", to: "near", change: [0, 0, -40] },
						{ claim: "Kari", from: "near", to: null, change: [1, 0, -5] },
					],
				},
			},
		],
		removed: [],
	});
	expect(explainer.whyNot("Kari", "far")).toEqual({ kind: "rule", rule: "previous employer" });
	expect(explainer.whyNot("Kari", "closed")).toEqual({ kind: "not-eligible" });
	expect(explainer.whyNot("Kari", "near")).toEqual({ kind: "given" });
});

test("every unplaced claim is in one shortage, and a shortage has more claims than places", () => {
	let shortages = 0;
	for (let seed = 0; seed < 1500; seed++) {
		const problem = instance(seed);
		const { plan } = solved(problem, [{ kind: "place" }, { kind: "burden", weights: { rank: 1 } }]);
		const options = everyOption(problem);
		const told: string[] = [];
		for (const shortage of shortagesOf(problem, plan)) {
			expect(shortage.kind).not.toBe("levels");
			told.push(...shortage.claims.filter((id) => (plan[problem.claimIds.indexOf(id)] ?? 0) < 0));
			if (shortage.kind !== "too-few") continue;
			shortages++;
			expect(shortage.claims.length).toBeGreaterThan(shortage.places);
			const roots = new Set(shortage.limits.map((id) => problem.limitIds.indexOf(id)));
			for (const id of shortage.claims) {
				const i = problem.claimIds.indexOf(id);
				for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) {
					if (options.open[e] !== 1) continue;
					let inside = false;
					for (let k = problem.offer[e] ?? 0; k >= 0; k = problem.parent[k] ?? -1) inside ||= roots.has(k);
					expect({ seed, id, inside }).toEqual({ seed, id, inside: true });
				}
			}
		}
		const unplaced = problem.claimIds.filter((_, i) => (plan[i] ?? 0) < 0);
		expect({ seed, told: told.sort() }).toEqual({ seed, told: unplaced });
	}
	expect(shortages).toBeGreaterThan(200);
});
