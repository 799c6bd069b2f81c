import { expect, test, vi } from "vitest";
import { highsSolver } from "../adapters/highs.ts";
import { loadedHighs } from "../adapters/solve.ts";
import { scored } from "../src/allocate.ts";
import type { Level } from "../src/levels/level.ts";
import type { Problem } from "../src/problem.ts";
import { broken, indexed, type Rules } from "../src/wide/rules.ts";
import { allocateWide, wideFlaws } from "../src/wide/wide.ts";
import { everyPlan } from "./exhaustive.ts";
import { problemFrom, randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";

const highs = await loadedHighs();

// A model a millisecond or more, thousands of them.
vi.setConfig({ testTimeout: 240_000 });

const levels: readonly Level[] = [
	{ kind: "place" },
	{ kind: "floors" },
	{ kind: "burden", weights: { rank: 10, minutes: 1 } },
	{ kind: "change" },
	{ kind: "ties", seed: "s" },
];

function instance(seed: number): { readonly problem: Problem; readonly rules: Rules } {
	const random = randomOf(seed);
	const shape = {
		claims: 2 + random(4),
		offers: 2 + random(3),
		caps: random(3),
		classes: 1 + random(2),
		ranks: 3,
		minutes: 40,
		sparse: 5,
		most: 3,
	};
	const problem = problemFrom(randomFacts(shape, random));
	const some = (ids: readonly string[]) => ids.filter(() => random(2) === 0);
	const one = () => problem.limitIds[random(problem.limits)] ?? "";
	const offers = problem.limitIds.slice(0, problem.offers);
	return {
		problem,
		rules: {
			crossings: [0, 1].map((n) => ({
				id: `crossing ${n}`,
				claims: some(problem.claimIds),
				at: some(offers),
				limit: random(3),
			})),
			together: random(2) === 0 ? [] : [{ id: "pair", claims: problem.claimIds.slice(0, 2) }],
			minimums: random(2) === 0 ? [] : [{ id: "none or two", at: one(), least: 2 }],
			mixtures:
				random(3) > 0
					? []
					: [
							{
								id: "professions",
								at: one(),
								kinds: [0, 1].map((kind) => problem.claimIds.filter((_, i) => i % 2 === kind)),
								least: 2,
							},
						],
		},
	};
}

test("agrees with exhaustive search on 1,500 small instances with crossing caps, groups, minimums and mixtures", async () => {
	let changed = 0;
	let proved = 0;
	for (let seed = 0; seed < 1_500; seed++) {
		const { problem, rules } = instance(seed);
		const known = indexed(problem, rules);
		let best: number[] | undefined;
		for (const plan of everyPlan(problem)) {
			if (broken(problem, known.rules, plan).length > 0) continue;
			const values = scored(problem, levels, plan).map(({ value }) => value);
			const at = values.findIndex((value, s) => value !== best?.[s]);
			if (best === undefined || (at >= 0 && (values[at] ?? 0) < (best[at] ?? 0))) best = values;
		}
		const result = await allocateWide(problem, levels, rules, async (model) => highs(model, 10));
		if (best === undefined) {
			expect({ seed, kind: result.kind }).toEqual({ seed, kind: "no-plan" });
			continue;
		}
		if (result.kind !== "allocated") throw new Error(`${seed} ${JSON.stringify(result)}`);
		const least = best;
		expect({ seed, flaws: wideFlaws(problem, levels, rules, result) }).toEqual({ seed, flaws: [] });
		// Ties are left as they fall.
		expect({ seed, values: result.values.slice(0, -1).map(({ value }) => value) }).toEqual({
			seed,
			values: least.slice(0, -1),
		});
		result.bounds.slice(0, -1).forEach((bound, s) => {
			if (bound !== null) expect({ seed, s, bound }).toSatisfy(() => bound <= (least[s] ?? 0));
		});
		if (result.proofs.length > 0) {
			changed++;
			if (result.bounds.slice(0, -1).every((bound, s) => bound === least[s])) proved++;
		}
	}
	expect(changed).toBeGreaterThan(100);
	expect(proved).toBeGreaterThan(30);
});

test("a plan that breaks a rule, or a bound that is not proved, is found out", async () => {
	let tried = 0;
	for (let seed = 0; seed < 40; seed++) {
		const { problem, rules } = instance(seed);
		const result = await allocateWide(problem, levels, rules, async (model) => highs(model, 10));
		if (result.kind !== "allocated" || result.proofs.length === 0) continue;
		tried++;
		const bounds = result.bounds.map((bound) => (bound === null ? null : bound + 1));
		expect(wideFlaws(problem, levels, rules, { ...result, bounds })).not.toEqual([]);
		const proofs = result.proofs.map((proof) => ({
			...proof,
			multipliers: { ...proof.multipliers, limit: [...proof.multipliers.limit, -1] },
		}));
		const lost = wideFlaws(problem, levels, rules, { ...result, proofs });
		expect(lost.length).toBeGreaterThan(0);
		expect(lost.every(({ code }) => code === "bound")).toBe(true);
	}
	expect(tried).toBeGreaterThan(8);
});

test("the solver in a thread gives the same plan, and an abort ends it", async () => {
	const { problem, rules } = instance(5);
	const here = await allocateWide(problem, levels, rules, async (model) => highs(model, 10));
	const threaded = highsSolver(10);
	const there = await allocateWide(problem, levels, rules, threaded.solver);
	await threaded.close();
	expect(there).toEqual(here);
	const stopped = AbortSignal.abort();
	const seed = [...Array(50).keys()].find((s) => {
		const { problem: other, rules: theirs } = instance(s);
		return broken(other, indexed(other, theirs).rules, Int32Array.from(other.lock)).length === 0;
	});
	const { problem: other } = instance(seed ?? 0);
	const shut: Rules = { crossings: [{ id: "nobody", at: other.limitIds, limit: 0 }] };
	await expect(allocateWide(other, [{ kind: "place" }], shut, highsSolver(10, stopped).solver)).rejects.toThrow(
		"stopped",
	);
});

test("rules that name what is not there are refused, all at once", async () => {
	const { problem } = instance(1);
	const refused = await allocateWide(
		problem,
		levels,
		{ crossings: [{ id: "x", claims: ["nobody"], at: ["nowhere"], limit: -1 }] },
		async (model) => highs(model, 1),
	);
	if (refused.kind !== "rules-refused") throw new Error("accepted");
	expect(refused.findings.map(({ code }) => code)).toEqual(["unknown-limit", "unknown-claim", "bad-number"]);
});
