/**
 * The core problem: every claim takes exactly one option, a pair or staying unplaced, at the least total cost, within a
 * forest of limits. Costs are integers of any sign; limits are positive wherever a pair leads.
 *
 *   min Σ_i cost(option of i)   such that   for every limit k: the number of claims placed below k ≤ limit_k
 *
 * Its dual has one price ≥ 0 per limit. With θ_j the sum of the prices of offer j and of every limit around it,
 *
 *   max Σ_i min(unplaced_i, min_e cost_e + θ_offer(e)) − Σ_k limit_k · price_k
 */
export interface Core {
	readonly claims: number;
	readonly offers: number;
	readonly limits: number;
	/** Per limit: the limit around it, a higher index, or −1. */
	readonly parent: Int32Array;
	readonly limit: Int32Array;
	/** Pairs of claim i are start[i] … start[i+1]−1, cheapest first. */
	readonly start: Int32Array;
	readonly offer: Int32Array;
	readonly cost: Float64Array;
	readonly unplaced: Float64Array;
}

/** A plan with prices that prove it: θ per limit (its own price and those around it), exact integers. */
export interface Priced {
	/** Per claim: a pair index of the core, or −1. */
	readonly taken: Int32Array;
	/** Per limit: the price of a place there, outer limits included. */
	readonly price: Float64Array;
}

/** Rough total of a plan; exact while it stays below 2^53. */
export function costOf(core: Core, taken: Int32Array): number {
	let total = 0;
	for (let i = 0; i < core.claims; i++) {
		const pair = taken[i] ?? -1;
		total += (pair < 0 ? core.unplaced[i] : core.cost[pair]) ?? 0;
	}
	return total;
}

/** Per limit: the claims that a plan places below it. */
export function countsOf(core: Core, taken: Int32Array): Int32Array {
	const count = new Int32Array(core.limits);
	for (let i = 0; i < core.claims; i++) {
		const pair = taken[i] ?? -1;
		if (pair >= 0)
			for (let k = core.offer[pair] ?? -1; k >= 0; k = core.parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
	}
	return count;
}

/** Per shared limit, from the first on: the limits directly inside it. */
export function insideOf({ offers, limits, parent }: Pick<Core, "offers" | "limits" | "parent">): number[][] {
	const inside: number[][] = Array.from({ length: limits - offers }, () => []);
	for (let k = 0; k < limits; k++) {
		const outer = parent[k] ?? -1;
		if (outer >= 0) inside[outer - offers]?.push(k);
	}
	return inside;
}

const none: readonly number[] = [];

/** Those inside one limit, of `insideOf`: none for an offer. */
export function insideAt(inside: readonly (readonly number[])[], offers: number, limit: number): readonly number[] {
	return limit < offers ? none : (inside[limit - offers] ?? none);
}

/** The most that the costs of one claim's pairs differ by. */
export function spreadOf(core: Core): number {
	let spread = 0;
	for (let i = 0; i < core.claims; i++) {
		const first = core.start[i] ?? 0;
		const end = core.start[i + 1] ?? 0;
		if (first < end) spread = Math.max(spread, (core.cost[end - 1] ?? 0) - (core.cost[first] ?? 0));
	}
	return spread;
}
