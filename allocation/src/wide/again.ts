import type { Level } from "../levels/level.ts";
import { everyOption } from "../levels/options.ts";
import type { Step } from "../levels/rows.ts";
import type { Plan, Problem } from "../problem.ts";
import type { Asking } from "./ask.ts";
import { bounded, grain, type Multipliers, noMultipliers, type Shared, shared } from "./bound.ts";
import { type Group, groupsOf, weightsOf } from "./groups.ts";
import { type Objective, objectiveOf, type PartPlan, sumOf } from "./objective.ts";
import { solvedInOrder } from "./order.ts";
import { type Part, partOf } from "./part.ts";
import { relaxationOf } from "./relax.ts";
import type { IndexedRules } from "./rules.ts";
import { searched } from "./search.ts";

/** A plan asked for beside the one there is: some claims held to a pair (−1: to none), or other limits and rules than before. */
export interface Wanted {
	readonly problem: Problem;
	readonly rules: IndexedRules;
	readonly held: ReadonlyMap<number, number>;
}

/**
 * The best plan of some claims, a part that nothing else touches, when only those that are `free` or held may have another place than in the plan
 * there is. Undefined when there is none. `claimed`: the solver says that none such is better.
 */
export function* solvedAgain(
	{ problem, rules, held }: Wanted,
	levels: readonly Level[],
	steps: readonly Step[],
	claims: readonly number[],
	plan: Plan,
	free: (claim: number) => boolean,
): Asking<{ readonly plan: Plan; readonly claimed: boolean } | undefined> {
	const lock = problem.lock.slice();
	const without: number[] = [];
	for (const i of claims) {
		const to = held.get(i) ?? (free(i) ? undefined : (plan[i] ?? -1));
		if (to === undefined) continue;
		lock[i] = to;
		if (to < 0) without.push(i);
	}
	const options = everyOption({ ...problem, lock });
	for (const i of without) options.open.fill(0, problem.start[i], problem.start[i + 1]);
	const part = partOf(problem, options, rules, claims);
	// A claim whose only pair no plan can use makes the whole impossible.
	for (let i = 0; i < part.claims.length; i++)
		if (part.alone[i] === 0 && part.start[i] === part.start[i + 1]) return undefined;
	const groups = groupsOf(problem, levels, steps);
	const weights = weightsOf(problem, groups);
	const found = yield* solvedInOrder(
		...([problem, options, rules, claims, groups] as const),
		(inner, g) => ({
			sum: objectiveOf(problem, inner, groups[g]?.rows ?? []),
			weight: weights[g] ?? 0,
			gap: 0,
			tolerance: groups[g]?.tolerance ?? 0,
		}),
		{ solve: searched, isLarge: () => false, fits: () => true },
	);
	if (found === undefined) return undefined;
	const after = plan.slice();
	for (const claim of claims) after[claim] = found.plan[claim] ?? -1;
	return { plan: after, claimed: found.claimed };
}

/** What proofs say of a plan asked for, in a part of the problem, group by group. */
export interface Proved {
	readonly part: Part;
	readonly sums: readonly Objective[];
	readonly multipliers: readonly Multipliers[];
}

/** The part as the proofs see it. `multipliers`: those of the proofs, or none where nothing was proved of the part. */
export function provedPart(
	{ problem, rules }: Pick<Wanted, "problem" | "rules">,
	groups: readonly Group[],
	claims: readonly number[],
	multipliers: readonly (Multipliers | undefined)[],
): Proved {
	const part = partOf(problem, everyOption(problem), rules, claims);
	return {
		part,
		sums: groups.map(({ rows }) => objectiveOf(problem, part, rows)),
		multipliers: groups.map((_, g) => multipliers[g] ?? noMultipliers(part, g)),
	};
}

/**
 * What each group's sum is at least in every plan that holds what is held and is as good as `after` on the groups before; −∞ where nothing is
 * known. Any multipliers bound it: prices of limits are made to suit what is held.
 */
export function leastHolding(
	{ part, sums, multipliers }: Proved,
	held: ReadonlyMap<number, number>,
	after: PartPlan,
): number[] {
	const relaxation = relaxationOf(part);
	return sums.map((sum, g) => {
		const budgets = sums.slice(0, g).map((before) => ({ sum: before, most: sumOf(part, before, after) }));
		const own = multipliers[g] ?? noMultipliers(part, g);
		const costs = holding(part, shared(part, sum, budgets, own), held);
		if (!Number.isFinite(costs.rules)) return Number.NEGATIVE_INFINITY;
		const around = own.limit.slice();
		for (let k = around.length - 1; k >= 0; k--) around[k] = (around[k] ?? 0) + (around[part.parent[k] ?? -1] ?? 0);
		const run = relaxation.solve(costs, { around, step: grain });
		let next = run.next();
		while (!next.done) next = run.next();
		const before = bounded(part, costs, own.limit).bound;
		return Math.ceil(Math.max(next.value.bound, before) / grain);
	});
}

/** What is not held costs so much more than anything else that no plan gains by it; a bound that counts so is one for plans that hold it. */
function holding(part: Part, costs: Shared, held: ReadonlyMap<number, number>): Shared {
	if (!part.claims.some((claim) => held.has(claim))) return costs;
	let far = 1;
	for (const cost of costs.pair) far = Math.max(far, Math.abs(cost));
	for (const cost of costs.alone) far = Math.max(far, Math.abs(cost));
	const pair = costs.pair.slice();
	const alone = costs.alone.slice();
	part.claims.forEach((claim, i) => {
		const to = held.get(claim);
		if (to === undefined) return;
		for (let e = part.start[i] ?? 0; e < (part.start[i + 1] ?? 0); e++)
			if (part.pairs[e] !== to) pair[e] = (pair[e] ?? 0) + 8 * far;
		if (to >= 0) alone[i] = (alone[i] ?? 0) + 8 * far;
	});
	return { ...costs, pair, alone };
}
