import { expect, test, vi } from "vitest";
import { loadedHighs } from "../adapters/solve.ts";
import { regional } from "../bench/regional.ts";
import { brokenInFew, repairing } from "../bench/repair.ts";
import type { Level } from "../src/levels/level.ts";
import { allocateWide } from "../src/wide/wide.ts";
import { randomOf } from "./random.ts";

const highs = await loadedHighs();

vi.setConfig({ testTimeout: 240_000 });

const levels: readonly Level[] = [{ kind: "place" }, { kind: "burden", weights: { rank: 60, minutes: 1 } }];
const towns = Array.from({ length: 12 }, (_, i) => ({
	latitude: 58 + i / 4,
	longitude: 6 + i / 4,
	people: 10_000 * (12 - i),
}));

test("a plan that breaks rules in a few places is repaired there: few move, and it costs nearly the least", async () => {
	for (let seed = 0; seed < 6; seed++) {
		const { problem, rules: all } = regional({ claims: 100, pairsEach: 8 }, towns, randomOf(seed));
		const rules = brokenInFew(problem, levels, all, 3);
		const round = repairing(problem, levels, rules);
		expect({ seed, broken: round.breaches(round.pure).length }).toEqual({ seed, broken: 3 });
		const plan = round.repair();
		expect({ seed, breaches: round.breaches(plan) }).toEqual({ seed, breaches: [] });
		const moved = plan.filter((pair, i) => pair !== round.pure[i]).length;
		const best = await allocateWide(problem, levels, rules, async (model) => highs(model, 60), { gap: 0 });
		if (best.kind !== "allocated") throw new Error(best.kind);
		const least = round.costOf(best.plan.map((pair) => round.part.pairs.indexOf(pair)));
		expect({ seed, cost: round.costOf(plan), least }).toSatisfy(({ cost }) => cost >= least && cost <= 1.01 * least);
		expect({ seed, moved }).toSatisfy(() => moved >= 3 && moved <= 25);
	}
});

test("a plan that keeps all rules and is the best is left as it is", () => {
	for (let seed = 0; seed < 12; seed++) {
		const { problem, rules: all } = regional({ claims: 100, pairsEach: 8 }, towns, randomOf(seed));
		const round = repairing(problem, levels, brokenInFew(problem, levels, all, 0));
		expect(round.breaches(round.pure)).toEqual([]);
		expect({ seed, plan: round.repair() }).toEqual({ seed, plan: round.pure });
	}
});

test("where much is broken, whatever comes of it keeps all rules, groups included", () => {
	let broken = 0;
	for (let seed = 0; seed < 12; seed++) {
		const { problem, rules } = regional({ claims: 100, pairsEach: 8 }, towns, randomOf(seed));
		const round = repairing(problem, levels, rules);
		broken += round.breaches(round.pure).length;
		const plan = round.repair();
		expect({ seed, breaches: round.breaches(plan) }).toEqual({ seed, breaches: [] });
	}
	expect(broken).toBeGreaterThan(60);
});
