import type { Curves } from "./curve.ts";

/**
 * The core problem with a curve per limit: every claim takes one option, at the least total of options and curves. Pairs of
 * claim i are start[i] … start[i+1]−1, cheapest first unless prices are known. No pair may lead into a limit whose curve ends at 0, or that lies in one.
 */
export interface Network {
	readonly claims: number;
	readonly offers: number;
	readonly limits: number;
	readonly parent: Int32Array;
	readonly start: Int32Array;
	readonly offer: Int32Array;
	readonly cost: Float64Array;
	readonly unplaced: Float64Array;
	readonly curves: Curves;
	/** What a place costs where nobody can enter: more than any option gains. */
	readonly closed: number;
}

/** Where a limit's own arc leads: to the limit around it, or to the outside, whose number is that of the limits. */
export function outerOf(parent: Int32Array, limits: number, k: number): number {
	const above = parent[k] ?? -1;
	return above < 0 ? limits : above;
}
