import { everyPair, nearbyOf, nearestPairs } from "./nearby.ts";
import type { Network } from "./network.ts";
import { enter } from "./pivot.ts";
import { markMissed, nextArc, type Pricing } from "./pricing.ts";
import { planOf, treeOf } from "./tree.ts";

export interface SimplexState {
	readonly pivots: number;
	/** The plan so far: within every limit, no worse than the one before. */
	readonly taken: Int32Array;
}

/** Pivots before the first state, and the most between two; each wait is twice the last. */
const firstStride = 32;
const longestStride = 32_768;

/**
 * Network simplex (after Cunningham; strongly feasible trees, so it ends). A pair has no bound of its own, because a claim has
 * one place to give; limits have convex curves, whose pieces the tree moves along. Claims that connect nothing carry no price:
 * theirs is read off their option, so a pivot only touches the limits on one side of the tree.
 *
 * Starts from any plan within the limits; the nearer it is, the fewer the pivots. Returns an optimal plan with exact prices.
 */
export function* simplex(
	network: Network,
	from: Int32Array,
	near?: Float64Array,
): Generator<SimplexState, { readonly taken: Int32Array; readonly price: Float64Array }> {
	const marked = near === undefined ? undefined : nearestPairs(network, from, near);
	let nearby = marked === undefined ? everyPair(network) : nearbyOf(network, marked);
	const tree = treeOf(network, nearby, from, near);
	const limitArcs = network.offer.length + network.claims;
	// Measured; where only some pairs are looked at there is less to choose from.
	const block = Math.max(20, Math.ceil(Math.sqrt(nearby.pair.length) / (near === undefined ? 4 : 8)));
	let pricing: Pricing = { network, tree, nearby, block, at: 0, upward: true };
	let pivots = 0;
	let stride = firstStride;
	let pause = firstStride;
	for (;;) {
		const arc = nextArc(pricing);
		if (arc < 0) {
			// Nothing more among the pairs looked at; all the others are looked at now.
			if (marked === undefined || markMissed(network, tree, marked) === 0) break;
			nearby = nearbyOf(network, marked);
			pricing = { network, tree, nearby, block, at: 0, upward: true };
			continue;
		}
		enter(tree, arc, arc < limitArcs || pricing.upward);
		pivots++;
		if (pivots < pause) continue;
		stride = Math.min(longestStride, 2 * stride);
		pause += stride;
		yield { pivots, taken: planOf(tree) };
	}
	return { taken: planOf(tree), price: tree.price.slice(0, network.limits) };
}
