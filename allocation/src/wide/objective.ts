import type { Row } from "../levels/rows.ts";
import { costsOf, type Weighted } from "../levels/value.ts";
import type { Plan, Problem } from "../problem.ts";
import type { Part } from "./part.ts";

/** One sum over the plans of a part, in whole numbers: what a pair, staying unplaced, and one missing to a floor cost. */
export interface Objective {
	readonly pair: Float64Array;
	readonly alone: Float64Array;
	readonly short: Float64Array;
	/** Per floor across limits: what one missing costs. */
	readonly across: Float64Array;
}

/** A sum that must not end above `most`. */
export interface Budget {
	readonly sum: Objective;
	readonly most: number;
}

/** A plan of a part: per claim a pair of the part, or −1. */
export type PartPlan = Int32Array;

/** Steps with their weights as one sum over a part. */
export function objectiveOf(
	problem: Problem,
	part: Part,
	rows: readonly { readonly row: Row; readonly weight: number }[],
): Objective {
	const costs = costsOf(problem, rows satisfies readonly Weighted[]);
	const pair = new Float64Array(part.pairs.length);
	for (let e = 0; e < pair.length; e++) pair[e] = costs.pair(part.pairs[e] ?? 0);
	return {
		pair,
		alone: Float64Array.from(part.claims, costs.alone),
		short: Float64Array.from(part.limits, (k, at) => ((part.least[at] ?? 0) > 0 ? costs.short(k) : 0)),
		across: Float64Array.from(part.across, ({ weight }) => costs.missing * weight),
	};
}

/** `weight` × one sum added to another. */
export function plus(a: Objective, b: Objective, weight: number): Objective {
	const pair = a.pair.slice();
	for (let e = 0; e < pair.length; e++) pair[e] = (pair[e] ?? 0) + weight * (b.pair[e] ?? 0);
	return {
		pair,
		alone: a.alone.map((value, i) => value + weight * (b.alone[i] ?? 0)),
		short: a.short.map((value, k) => value + weight * (b.short[k] ?? 0)),
		across: a.across.map((value, f) => value + weight * (b.across[f] ?? 0)),
	};
}

export function sumOf(part: Part, { pair, alone, short, across }: Objective, plan: PartPlan): number {
	let sum = 0;
	plan.forEach((e, i) => {
		sum += (e < 0 ? alone[i] : pair[e]) ?? 0;
	});
	if (short.some((each) => each > 0))
		countsBelow(part, plan).forEach((count, k) => {
			sum += (short[k] ?? 0) * Math.max(0, (part.least[k] ?? 0) - count);
		});
	part.across.forEach((floor, f) => {
		const each = across[f] ?? 0;
		if (each > 0) sum += each * missingTo(part, floor, plan);
	});
	return sum;
}

/** How many a plan misses to a floor across limits. */
export function missingTo(part: Part, { pairs, least }: Part["across"][number], plan: PartPlan): number {
	let count = 0;
	for (const e of pairs) if (plan[part.claimOf[e] ?? 0] === e) count++;
	return Math.max(0, least - count);
}

/** How many a plan places at or below each limit. */
export function countsBelow(part: Part, plan: PartPlan): Int32Array {
	const count = new Int32Array(part.limits.length);
	for (const e of plan)
		for (let k = e < 0 ? -1 : (part.offer[e] ?? 0); k >= 0; k = part.parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
	return count;
}

/** The part's share of a plan of the whole. */
export function insidePart(part: Part, plan: Plan): PartPlan {
	const own: PartPlan = new Int32Array(part.claims.length).fill(-1);
	part.claims.forEach((claim, i) => {
		for (let e = part.start[i] ?? 0; e < (part.start[i + 1] ?? 0); e++) if (part.pairs[e] === plan[claim]) own[i] = e;
	});
	return own;
}
