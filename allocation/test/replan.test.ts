import { describe, expect, test, vi } from "vitest";
import { type Allocated, allocate, allocation, type Beginning } from "../src/allocate.ts";
import { flawsOf } from "../src/certificate.ts";
import { explainerOf } from "../src/explain/explain.ts";
import type { Facts } from "../src/facts/facts.ts";
import { planFlaws } from "../src/flaws.ts";
import { type Level, replanningLevels } from "../src/levels/level.ts";
import { everyOption } from "../src/levels/options.ts";
import type { Problem } from "../src/problem.ts";
import { beginningFrom } from "../src/replan.ts";
import { everyPlan } from "./exhaustive.ts";
import { problemFrom, randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";

// Thousands of instances a test: slow only where many share the machine.
vi.setConfig({ testTimeout: 120_000 });

const weights = { rank: 10, minutes: 1 };

const orders: Readonly<Record<string, readonly Level[]>> = {
	replanning: replanningLevels(weights, "s"),
	"with floors": [
		{ kind: "place" },
		{ kind: "change" },
		{ kind: "floors" },
		{ kind: "burden", weights: { rank: 1_000_000_000, minutes: 1_000_000 } },
		{ kind: "ties", seed: "s" },
	],
	bottleneck: [{ kind: "place" }, { kind: "bottleneck", part: "minutes" }, { kind: "change" }],
};

function factsOf(seed: number, claims: number): Facts {
	const random = randomOf(seed);
	return randomFacts(
		{ claims, offers: 2 + random(5), caps: random(4), classes: 2, ranks: 4, minutes: 40, sparse: 4, most: 3 },
		random,
	);
}

function solved(problem: Problem, levels: readonly Level[], beginning?: Beginning): Allocated {
	const result = allocate(problem, levels, beginning);
	if (result.kind === "refused") throw new Error("refused");
	return result;
}

const changeOf = (before: Allocated, after: Allocated) =>
	after.values.map(({ value }, step) => value - (before.values[step]?.value ?? 0));

function without(facts: Facts, id: string): Facts {
	const stays = (row: { readonly claim: string }) => row.claim !== id;
	return {
		...facts,
		claims: facts.claims.filter((claim) => claim.id !== id),
		pairs: facts.pairs.filter(stays),
		prohibitions: (facts.prohibitions ?? []).filter(stays),
		locks: (facts.locks ?? []).filter(stays),
		previous: (facts.previous ?? []).filter(stays),
	};
}

describe.each(Object.entries(orders))("one event, %s", (name, levels) => {
	const seeds = name === "bottleneck" ? 80 : 300;

	test("a withdrawal changes what a new allocation without the claim changes", () => {
		let moved = 0;
		for (let seed = 0; seed < seeds; seed++) {
			const facts = factsOf(seed, 3 + (seed % 7));
			const problem = problemFrom(facts);
			const before = solved(problem, levels);
			const explainer = explainerOf(problem, levels, before);
			for (const { id } of facts.claims) {
				const after = solved(problemFrom(without(facts, id)), levels);
				const byName = new Map(after.values.map((row) => [`${row.level} ${row.name}`, row.value]));
				const expected = before.values.map((row) => (byName.get(`${row.level} ${row.name}`) ?? 0) - row.value);
				const worth = explainer.withdrawal(id);
				expect({ seed, id, change: worth.change.map(({ value }) => value) }).toEqual({ seed, id, change: expected });
				moved += worth.moves.length;
			}
		}
		expect(moved).toBeGreaterThan(seeds / 2);
	});

	test("a lost place changes what a new allocation without the place changes", () => {
		let moved = 0;
		for (let seed = 0; seed < seeds; seed++) {
			const problem = problemFrom(factsOf(seed, 3 + (seed % 7)));
			const before = solved(problem, levels);
			const explainer = explainerOf(problem, levels, before);
			problem.limitIds.forEach((id, k) => {
				const worth = explainer.lossOfOne(id);
				if (worth === undefined || problem.limit[k] === 0) return;
				const limit = problem.limit.slice();
				limit[k] = (limit[k] ?? 0) - 1;
				const changed = { ...problem, limit };
				expect({ seed, k, change: worth.change.map(({ value }) => value) }).toEqual({
					seed,
					k,
					change: changeOf(before, solved(changed, levels)),
				});
				const after = before.plan.slice();
				for (const { claim, to } of worth.moves) {
					const i = problem.claimIds.indexOf(claim);
					after[i] = to === null ? -1 : problem.offer.indexOf(problem.limitIds.indexOf(to), problem.start[i]);
				}
				expect(planFlaws(changed, everyOption(changed), after)).toEqual([]);
				moved += worth.moves.length;
			});
		}
		expect(moved).toBeGreaterThan(seeds / 2);
	});
});

test.each([
	["the simplex", { caps: 4, classes: 2 }, replanningLevels(weights, "s")],
	[
		"chains from the prices before",
		{ caps: 0, classes: 1 },
		[{ kind: "place" }, { kind: "burden", weights }] satisfies Level[],
	],
])(
	"beginning from the plan before gives what beginning from nothing gives, with a proof, in fewer steps: %s",
	(_, kind, levels) => {
		let cold = 0;
		let warm = 0;
		for (let seed = 0; seed < 40; seed++) {
			const random = randomOf(seed);
			const shape = { ...kind, claims: 150, offers: 40, ranks: 4, minutes: 40, sparse: 2, most: 4 };
			const facts = randomFacts(shape, random);
			const before = problemFrom(facts);
			const first = solved(before, levels);
			const previous = before.claimIds.flatMap((claim, i) => {
				const pair = first.plan[i] ?? -1;
				return pair < 0 ? [] : [{ claim, offer: before.limitIds[before.offer[pair] ?? 0] ?? "" }];
			});
			const gone = before.claimIds[random(before.claims)] ?? "";
			const less = random(facts.offers.length);
			const newcomer = "newcomer";
			const changed = problemFrom({
				...without(facts, gone),
				locks: [],
				previous,
				claims: [...facts.claims.filter(({ id }) => id !== gone), { id: newcomer, priority: 0 }],
				offers: facts.offers.map((offer, j) =>
					j === less ? { ...offer, capacity: Math.max(0, offer.capacity - 1) } : offer,
				),
				pairs: [
					...facts.pairs.filter(({ claim }) => claim !== gone),
					...facts.offers.map(({ id }) => ({ claim: newcomer, offer: id, parts: { rank: 1, minutes: random(40) } })),
				],
			});
			const count = (run: ReturnType<typeof allocation>) => {
				let steps = 0;
				for (let next = run.next(); ; next = run.next()) {
					if (!next.done) {
						steps += 1;
						continue;
					}
					if (next.value.kind === "refused") throw new Error("refused");
					return { result: next.value, steps };
				}
			};
			const anew = count(allocation(changed, levels));
			const again = count(allocation(changed, levels, beginningFrom(changed, before, first)));
			expect({ seed, values: again.result.values }).toEqual({ seed, values: anew.result.values });
			// Without ties several plans may be as good.
			if (levels.at(-1)?.kind === "ties")
				expect({ seed, plan: again.result.plan }).toEqual({ seed, plan: anew.result.plan });
			expect(flawsOf(changed, levels, again.result.plan, again.result.certificate, again.result.bounds)).toEqual([]);
			cold += anew.steps;
			warm += again.steps;
		}
		expect(warm).toBeLessThan(cold);
	},
);

test("after k cancellations no more students move than any plan makes necessary, against exhaustive search, 300 instances", () => {
	let [moved, stayed] = [0, 0];
	const levels: readonly Level[] = [{ kind: "place" }, { kind: "change" }, { kind: "burden", weights }];
	for (let seed = 0; seed < 300; seed++) {
		const random = randomOf(seed);
		const shape = { claims: 8, offers: 5, caps: random(2), classes: 2, ranks: 3, minutes: 40 };
		// Plain facts: locks would say who must not move.
		const facts = { ...randomFacts({ ...shape, sparse: 2, most: 2 }, random), locks: [] };
		const before = problemFrom(facts);
		const first = solved(before, levels);
		const at = new Map(
			before.claimIds.flatMap((claim, i) => {
				const pair = first.plan[i] ?? -1;
				return pair < 0 ? [] : [[claim, before.limitIds[before.offer[pair] ?? 0] ?? ""] as const];
			}),
		);
		let fewer: Facts = { ...facts, previous: [...at].map(([claim, offer]) => ({ claim, offer })) };
		for (let k = 1 + random(3); k > 0; k--) fewer = without(fewer, fewer.claims[random(fewer.claims.length)]?.id ?? "");
		const problem = problemFrom(fewer);
		const again = solved(problem, levels, beginningFrom(problem, before, first));
		const movesOf = (plan: Int32Array) =>
			problem.claimIds.filter((claim, i) => {
				const pair = plan[i] ?? -1;
				return at.has(claim) && (pair < 0 || problem.limitIds[problem.offer[pair] ?? 0] !== at.get(claim));
			}).length;
		const placedIn = (plan: Int32Array) =>
			[0, 1].map((each) => plan.filter((pair, i) => pair >= 0 && problem.priority[i] === each).length);
		const placed = placedIn(again.plan);
		let least = Number.POSITIVE_INFINITY;
		for (const plan of everyPlan(problem))
			if (placedIn(plan).every((count, each) => count === placed[each])) least = Math.min(least, movesOf(plan));
		expect({ seed, moves: movesOf(again.plan) }).toEqual({ seed, moves: least });
		if (least > 0) moved++;
		else stayed++;
	}
	expect(moved).toBeGreaterThan(15);
	expect(stayed).toBeGreaterThan(20);
});
