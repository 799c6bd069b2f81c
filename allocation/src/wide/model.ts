import type { Options } from "../levels/options.ts";
import type { Plan, Problem } from "../problem.ts";
import { emptyModel, type LinearModel } from "./linear.ts";
import { type IndexedRules, isBelow, pairsOf } from "./rules.ts";

/** One sum over a plan: what a pair, staying unplaced, and a weight missing to a floor cost. */
export interface Sum {
	readonly pair: (pair: number) => number;
	readonly alone: (claim: number) => number;
	readonly short: (limit: number) => number;
}

export interface PlanModel {
	readonly model: LinearModel;
	/** What every plan costs beyond the model: staying unplaced. */
	readonly constant: number;
	/** Per column: its claim, or −1 when it is not a pair. */
	readonly claimOf: Int32Array;
	planOf(solution: Float64Array): Plan;
}

/**
 * The whole problem of some claims as a linear model: pairs as columns, each claim one at most, limits, floors, rules, and sums
 * settled before that must not get worse. The claims outside have nothing to do with these.
 */
export function modelOf(
	problem: Problem,
	options: Options,
	rules: IndexedRules,
	claims: readonly number[],
	sum: Sum,
	settled: readonly { readonly sum: Sum; readonly most: number }[],
): PlanModel {
	const builder = emptyModel();
	const column = new Int32Array(problem.offer.length).fill(-1);
	const entries = (pairs: readonly number[], value: number) =>
		pairs.flatMap((e) => ((column[e] ?? -1) < 0 ? [] : [[column[e] ?? 0, value] as const]));
	let constant = 0;
	for (const i of claims) {
		const alone = sum.alone(i);
		constant += alone;
		for (const e of pairsOf(problem, i))
			if (options.open[e] === 1) column[e] = builder.column(sum.pair(e) - alone, 1, true);
		builder.row(entries(pairsOf(problem, i), 1), options.alone[i] === 1 ? 0 : 1, 1);
	}
	const below: number[][] = Array.from({ length: problem.limits }, () => []);
	for (const i of claims)
		for (const e of pairsOf(problem, i))
			if (options.open[e] === 1)
				for (let k = problem.offer[e] ?? -1; k >= 0; k = problem.parent[k] ?? -1) below[k]?.push(e);
	/** Columns for what is missing to the floors, with their limits. */
	const missing: [column: number, limit: number][] = [];
	below.forEach((pairs, k) => {
		if (pairs.length > (options.high[k] ?? 0)) builder.row(entries(pairs, 1), 0, options.high[k] ?? 0);
		const least = problem.least[k] ?? 0;
		if (pairs.length === 0 || least === 0) return;
		if (sum.short(k) === 0 && settled.every((before) => before.sum.short(k) === 0)) return;
		const short = builder.column(sum.short(k), least, false);
		missing.push([short, k]);
		builder.row([...entries(pairs, 1), [short, 1]], least, Number.POSITIVE_INFINITY);
	});
	for (const { pairs, limit } of rules.crossings) {
		const mine = entries(pairs, 1);
		if (mine.length > limit) builder.row(mine, 0, limit);
	}
	for (const { claims: group } of rules.together)
		for (const [at, i] of group.entries()) {
			const other = group[at + 1];
			if (other === undefined) break;
			const offers = new Map<number, [column: number, value: number][]>();
			for (const [claim, value] of [
				[i, 1],
				[other, -1],
			] as const)
				for (const e of pairsOf(problem, claim)) {
					if ((column[e] ?? -1) < 0) continue;
					const j = problem.offer[e] ?? 0;
					offers.set(j, [...(offers.get(j) ?? []), [column[e] ?? 0, value]]);
				}
			for (const row of offers.values()) builder.row(row, 0, 0);
		}
	for (const { at, least } of rules.minimums) {
		const mine = entries(below[at] ?? [], 1);
		if (least <= 1 || mine.length === 0) continue;
		const used = builder.column(0, 1, true);
		builder.row([...mine, [used, -least]], 0, Number.POSITIVE_INFINITY);
		for (const [one] of mine) builder.row([[one, 1] as const, [used, -1] as const], Number.NEGATIVE_INFINITY, 0);
	}
	for (const { at, kinds, least } of rules.mixtures) {
		const mine = entries(below[at] ?? [], 1);
		if (mine.length === 0 || least === 0) continue;
		const here = new Set([at]);
		const used = builder.column(0, 1, true);
		for (const [one] of mine) builder.row([[one, 1] as const, [used, -1] as const], Number.NEGATIVE_INFINITY, 0);
		const present = kinds.map((kind) => {
			const there = builder.column(0, 1, true);
			const pairs = kind.flatMap((i) => pairsOf(problem, i).filter((e) => isBelow(problem, e, here)));
			builder.row([...entries(pairs, 1), [there, -1]], 0, Number.POSITIVE_INFINITY);
			return [there, 1] as const;
		});
		builder.row([...present, [used, -least]], 0, Number.POSITIVE_INFINITY);
	}
	for (const before of settled) {
		let fixed = 0;
		const row: [number, number][] = [];
		for (const i of claims) {
			const alone = before.sum.alone(i);
			fixed += alone;
			for (const e of pairsOf(problem, i))
				if ((column[e] ?? -1) >= 0) row.push([column[e] ?? 0, before.sum.pair(e) - alone]);
		}
		for (const [short, k] of missing) row.push([short, before.sum.short(k)]);
		builder.row(
			row.filter(([, value]) => value !== 0),
			Number.NEGATIVE_INFINITY,
			before.most - fixed,
		);
	}
	const model = builder.model();
	const claimOf = new Int32Array(model.cost.length).fill(-1);
	for (const i of claims) for (const [c] of entries(pairsOf(problem, i), 1)) claimOf[c] = i;
	const planOf = (solution: Float64Array): Plan => {
		const plan: Plan = new Int32Array(problem.claims).fill(-1);
		for (const i of claims)
			for (const e of pairsOf(problem, i))
				if ((column[e] ?? -1) >= 0 && (solution[column[e] ?? 0] ?? 0) > 0.5) plan[i] = e;
		return plan;
	};
	return { model, constant, claimOf, planOf };
}
