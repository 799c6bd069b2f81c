import { type Core, type Priced, spreadOf } from "../core.ts";
import { placingMost } from "./placing.ts";

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
 * Gives nothing when no claim's cost of staying unplaced stands out. Yields from time to time.
 */
export function* scarcity(core: Core): Generator<undefined, Start | undefined> {
	const found = excessOf(core);
	return found === undefined ? undefined : { guess: yield* placingMost(core, found.excess), range: found.range };
}

/** What each claim loses by going without beyond what pairs can make up for, if that stands out. */
function excessOf(core: Core): { readonly excess: Float64Array; readonly range: number } | undefined {
	const { claims, start, cost, unplaced } = core;
	const spread = spreadOf(core);
	// Measured: prices that start half a spread high are better than as much too low.
	const roof = dearestOf(core) - Math.floor(spread / 2);
	const excess = new Float64Array(claims);
	let range = 0;
	let most = 0;
	for (let i = 0; i < claims; i++) {
		const over = Math.max(0, (unplaced[i] ?? 0) - roof);
		excess[i] = over;
		const first = start[i] ?? 0;
		if (first === (start[i + 1] ?? 0)) continue;
		range = Math.max(range, (unplaced[i] ?? 0) - over - (cost[first] ?? 0));
		most = Math.max(most, over);
	}
	return most <= spread / 2 ? undefined : { excess, range };
}

function dearestOf({ claims, start, cost }: Core): number {
	let dearest = Number.NEGATIVE_INFINITY;
	for (let i = 0; i < claims; i++) {
		const end = start[i + 1] ?? 0;
		if ((start[i] ?? 0) < end) dearest = Math.max(dearest, cost[end - 1] ?? 0);
	}
	return dearest;
}
