import { type Curves, left, right } from "./curve.ts";
import { treeOf } from "./tree.ts";

/**
 * The core problem with a curve per limit: every claim takes one option, at the least total of options and curves. Pairs of
 * claim i are start[i] … start[i+1]−1, cheapest first. No pair may lead into a limit whose curve ends at 0, or that lies in one.
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
	const { claims, limits, parent, start, offer, cost, unplaced } = network;
	const tree = treeOf(network, from, near);
	const { price, pred, curves, piece, basic, enter } = tree;
	const pairs = offer.length;
	const root = limits;
	const priceOut = (k: number) => {
		const outer = parent[k] ?? -1;
		return price[outer < 0 ? root : outer] ?? 0;
	};
	const rows = claims + limits;
	const block = Math.max(20, Math.ceil(Math.sqrt(pairs) / 4));
	let pivots = 0;
	let stride = firstStride;
	let pause = firstStride;
	let at = 0;
	for (let idle = 0; idle < rows; ) {
		let gain = 0;
		let arc = -1;
		let up = true;
		const floor = tree.lowest();
		for (let seen = 0; seen < block && idle < rows; seen++, idle++) {
			if (at < claims) {
				const own = pred[limits + 1 + at] ?? 0;
				const now = own < pairs ? (cost[own] ?? 0) + (price[offer[own] ?? 0] ?? 0) : (unplaced[at] ?? 0);
				let most = now - gain;
				if ((unplaced[at] ?? 0) < most) {
					most = unplaced[at] ?? 0;
					arc = pairs + at;
				}
				const end = start[at + 1] ?? 0;
				const reach = most - floor;
				for (let e = start[at] ?? 0; e < end; e++) {
					const base = cost[e] ?? 0;
					if (base >= reach) break;
					const value = base + (price[offer[e] ?? 0] ?? 0);
					if (value < most) {
						most = value;
						arc = e;
					}
				}
				gain = now - most;
			} else {
				const k = at - claims;
				if (basic[k] === 0) {
					const own = (price[k] ?? 0) - priceOut(k);
					const more = own - right(curves, k, piece[k] ?? 0);
					const less = left(curves, k, piece[k] ?? 0) - own;
					if (more > gain || less > gain) {
						up = more > less;
						gain = up ? more : less;
						arc = pairs + claims + k;
					}
				}
			}
			at = at + 1 === rows ? 0 : at + 1;
		}
		if (arc < 0) continue;
		idle = 0;
		enter(arc, arc < pairs + claims || up);
		pivots++;
		if (pivots < pause) continue;
		stride = Math.min(longestStride, 2 * stride);
		pause += stride;
		yield { pivots, taken: tree.taken() };
	}
	return { taken: tree.taken(), price: price.slice(0, limits) };
}
