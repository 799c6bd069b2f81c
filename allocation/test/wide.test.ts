import { expect, test, vi } from "vitest";
import { highsSolver } from "../adapters/highs.ts";
import { loadedHighs } from "../adapters/solve.ts";
import { regional } from "../bench/regional.ts";
import { findingText } from "../src/facts/finding.ts";
import type { Level } from "../src/levels/level.ts";
import { wideFlaws } from "../src/wide/flaws.ts";
import { broken, indexed, problemUnder, type Rules } from "../src/wide/rules.ts";
import { allocateWide } from "../src/wide/wide.ts";
import { everyPlan, judgeOf } from "./exhaustive.ts";
import { randomOf } from "./random.ts";
import { bestUnder, wideInstance } from "./wide-instance.ts";

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

test("agrees with exhaustive search on 1,500 small instances with crossing caps, groups, minimums and mixtures", async () => {
	let changed = 0;
	let proved = 0;
	for (let seed = 0; seed < 1_500; seed++) {
		const { problem, rules } = wideInstance(seed);
		const known = indexed(problem, rules);
		const best = bestUnder(problem, known.rules, levels);
		const result = await allocateWide(problem, levels, rules, async (model) => highs(model, 10));
		if (best === undefined) {
			expect({ seed, kind: result.kind }).toEqual({ seed, kind: "no-plan" });
			// It says which rules the locks break.
			if (result.kind === "no-plan") expect(result.findings.length).toBeGreaterThan(0);
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

test("what is made for large parts keeps every rule, and its bounds are never above the least", async () => {
	let changed = 0;
	let best = 0;
	let proved = 0;
	for (let seed = 0; seed < 1_500; seed++) {
		const { problem: bare, rules } = wideInstance(seed);
		const problem = problemUnder(bare, rules);
		const known = indexed(problem, rules);
		const judged = judgeOf(problem, levels);
		const all: number[][] = [];
		for (const plan of everyPlan(problem)) if (broken(problem, known.rules, plan).length === 0) all.push(judged(plan));
		const result = await allocateWide(bare, levels, rules, async (model) => highs(model, 10), { whole: 0 });
		if (all.length === 0) {
			expect({ seed, kind: result.kind }).toEqual({ seed, kind: "no-plan" });
			continue;
		}
		if (result.kind !== "allocated") throw new Error(`${seed} ${JSON.stringify(result)}`);
		expect({ seed, flaws: wideFlaws(bare, levels, rules, result) }).toEqual({ seed, flaws: [] });
		if (result.proofs.length === 0) continue;
		changed++;
		const own = result.values.map(({ value }) => value);
		const least = result.bounds.slice(0, -1).map((bound, s) => {
			// Among the plans that are as good on all the steps before.
			const others = all.filter((values) => values.slice(0, s).every((value, before) => value <= (own[before] ?? 0)));
			const here = Math.min(...others.map((values) => values[s] ?? 0));
			if (bound !== null) expect({ seed, s, bound, here }).toSatisfy(() => bound <= here);
			return here;
		});
		if (least.every((here, s) => here === own[s])) best++;
		if (least.every((here, s) => here === result.bounds[s])) proved++;
	}
	expect(changed).toBeGreaterThan(100);
	// It promises no more than its bounds; that it usually finds the best says that it does what it is for.
	expect(best).toBeGreaterThan(changed / 2);
	expect(proved).toBeGreaterThan(20);
});

test("a round of some size comes out the same twice, within a thousandth of its bound, every rule kept", async () => {
	const places = Array.from({ length: 12 }, (_, i) => ({
		latitude: 58 + i,
		longitude: 6 + i,
		people: 10_000 * (12 - i),
	}));
	const { problem, rules } = regional({ claims: 300, pairsEach: 15 }, places, randomOf(7));
	const order: readonly Level[] = [{ kind: "place" }, { kind: "burden", weights: { rank: 60, minutes: 1 } }];
	const run = () => allocateWide(problem, order, rules, async (model) => highs(model, 60), { gap: 0.001, whole: 0 });
	const result = await run();
	if (result.kind !== "allocated") throw new Error(result.kind);
	expect(wideFlaws(problem, order, rules, result)).toEqual([]);
	expect(result.proofs.length).toBeGreaterThan(0);
	const [burden, bound] = [result.values.at(-1)?.value ?? 0, result.bounds.at(-1) ?? 0];
	expect(bound).toBeLessThanOrEqual(burden);
	expect(burden).toBeLessThanOrEqual(bound * 1.001);
	expect(result.values.slice(0, -1).map(({ value }) => value)).toEqual(result.bounds.slice(0, -1));
	expect(await run()).toEqual(result);
});

test("a plan that breaks a rule, or a bound that is not proved, is found out", async () => {
	let tried = 0;
	for (let seed = 0; seed < 40; seed++) {
		const { problem, rules } = wideInstance(seed);
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
	const { problem, rules } = wideInstance(5);
	const here = await allocateWide(problem, levels, rules, async (model) => highs(model, 10));
	const threaded = highsSolver(10);
	const there = await allocateWide(problem, levels, rules, threaded.solver);
	await threaded.close();
	expect(there).toEqual(here);
	const stopped = AbortSignal.abort();
	const seed = [...Array(50).keys()].find((s) => {
		const { problem: other, rules: theirs } = wideInstance(s);
		return broken(other, indexed(other, theirs).rules, Int32Array.from(other.lock)).length === 0;
	});
	const { problem: other } = wideInstance(seed ?? 0);
	const shut: Rules = { crossings: [{ id: "nobody", at: other.limitIds, limit: 0 }] };
	await expect(allocateWide(other, [{ kind: "place" }], shut, highsSolver(10, stopped).solver)).rejects.toThrow(
		"stopped",
	);
});

test("rules that name what is not there are refused, all at once", async () => {
	const { problem } = wideInstance(1);
	const refused = await allocateWide(
		problem,
		levels,
		{ crossings: [{ id: "x", claims: ["nobody"], at: ["nowhere"], limit: -1 }] },
		async (model) => highs(model, 1),
	);
	if (refused.kind !== "refused") throw new Error("accepted");
	expect(refused.findings.map((finding) => findingText(finding, "en"))).toEqual([
		"at of rule “x” refers to “nowhere”, which does not exist. Correct the id or add what is missing.",
		"claims of rule “x” refers to “nobody”, which does not exist. Correct the id or add what is missing.",
		"limit of rule “x” is -1. State a whole number from 0 to 1000000000.",
	]);
});
