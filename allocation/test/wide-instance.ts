import type { Level } from "../src/levels/level.ts";
import type { Plan, Problem } from "../src/problem.ts";
import { broken, type IndexedRules, type Rules } from "../src/wide/rules.ts";
import { everyPlan, judgeOf } from "./exhaustive.ts";
import { problemFrom, randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";

/** A handful of claims under every kind of rule that crosses. */
export function wideInstance(seed: number): { readonly problem: Problem; readonly rules: Rules } {
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
			floors:
				random(3) > 0
					? []
					: [0, 1].map((n) => ({
							id: `floor ${n}`,
							claims: some(problem.claimIds),
							at: some(offers),
							least: 1 + random(2),
							weight: 1 + random(2),
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

/** The best values of the levels over every plan that keeps the rules and is wanted, in strict order; ties are not looked at. */
export function bestUnder(
	bare: Problem,
	rules: IndexedRules,
	levels: readonly Level[],
	isWanted: (plan: Plan) => boolean = () => true,
): readonly number[] | undefined {
	const problem: Problem = { ...bare, across: rules.floors };
	const judged = judgeOf(problem, levels);
	let best: readonly number[] | undefined;
	for (const plan of everyPlan(problem)) {
		if (!isWanted(plan) || broken(problem, rules, plan).length > 0) continue;
		const values = judged(plan);
		const at = values.findIndex((value, s) => value !== best?.[s]);
		if (best === undefined || (at >= 0 && (values[at] ?? 0) < (best[at] ?? 0))) best = values;
	}
	return best;
}
