import type { Core, Priced } from "../core.ts";
import { firstCome } from "./chains.ts";
import { settling } from "./settle.ts";

/** Where an auction can start. */
export interface Start {
	/** A plan that places the most (by what staying unplaced costs above all else), regardless of what pairs cost. */
	readonly guess: Priced;
	/** The most that a claim's options differ by, beyond the prices. */
	readonly range: number;
}

/**
 * Staying unplaced often costs far more than any difference between pairs. Then prices rise, where places are scarce, to near
 * that cost, and bidding that high takes long. So the excess is taken off first: as if pairs cost nothing, who
 * must go without, and which limits does that make scarce (König's cover, Hall's deficient sets)? Their prices start at the excess.
 *
 * Gives nothing when no claim's cost of staying unplaced stands out.
 */
export function* scarcity(core: Core): Generator<number, Start | undefined> {
	const { claims, limits, start, cost, unplaced } = core;
	let spread = 0;
	let dearest = Number.NEGATIVE_INFINITY;
	for (let i = 0; i < claims; i++) {
		const first = start[i] ?? 0;
		const end = start[i + 1] ?? 0;
		if (first === end) continue;
		spread = Math.max(spread, (cost[end - 1] ?? 0) - (cost[first] ?? 0));
		dearest = Math.max(dearest, cost[end - 1] ?? 0);
	}
	// Measured: prices that start half a spread high are better than as much too low.
	const roof = dearest - Math.floor(spread / 2);
	const excess = unplaced.map((value) => Math.max(0, value - roof));
	let range = 0;
	let most = 0;
	for (let i = 0; i < claims; i++) {
		const first = start[i] ?? 0;
		if (first === (start[i + 1] ?? 0)) continue;
		range = Math.max(range, (unplaced[i] ?? 0) - (excess[i] ?? 0) - (cost[first] ?? 0));
		most = Math.max(most, excess[i] ?? 0);
	}
	if (most <= spread / 2) return undefined;
	const guess = yield* settling(
		{ ...core, cost: new Float64Array(cost.length), unplaced: excess },
		{ taken: firstCome(core), price: new Float64Array(limits) },
	);
	return { guess, range };
}
