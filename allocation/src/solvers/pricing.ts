import { left, right } from "./curve.ts";
import type { Nearby } from "./nearby.ts";
import type { Network } from "./network.ts";
import type { Tree } from "./tree.ts";

/** Looks for an arc worth letting into the tree. */
export interface Pricing {
	/** The arc that gains most in the next block where any gains; −1 when none does, all the way round. */
	next(): number;
	/** Of a limit's own arc: whether one more would gain, rather than one fewer. */
	upward(): boolean;
	/** What a claim's option costs now. */
	worth(claim: number): number;
}

/** Goes round the claims, looking at the pairs nearby, and the limits, `block` of them at a time. */
export function pricingOf(network: Network, tree: Tree, nearby: Nearby, block: number): Pricing {
	const { claims, limits, parent, offer, cost, unplaced } = network;
	const { price, pred, curves, piece, basic } = tree;
	const { start, pair, offer: to, cost: costs } = nearby;
	const pairs = offer.length;
	const rows = claims + limits;
	let at = 0;
	let up = true;
	const worth = (i: number) => {
		const own = pred[limits + 1 + i] ?? 0;
		return own < pairs ? (cost[own] ?? 0) + (price[offer[own] ?? 0] ?? 0) : (unplaced[i] ?? 0);
	};
	const next = (): number => {
		const floor = tree.lowest();
		let gain = 0;
		let arc = -1;
		for (let idle = 0, seen = 0; idle < rows; idle++, seen++) {
			if (seen === block) {
				if (arc >= 0) break;
				seen = 0;
			}
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
				let best = -1;
				for (let slot = start[at] ?? 0; slot < end; slot++) {
					const base = costs[slot] ?? 0;
					if (base >= reach) break;
					const value = base + (price[to[slot] ?? 0] ?? 0);
					if (value < most) {
						most = value;
						best = slot;
					}
				}
				if (best >= 0) arc = pair[best] ?? 0;
				gain = now - most;
			} else {
				const k = at - claims;
				if (basic[k] === 0) {
					const outer = parent[k] ?? -1;
					const own = (price[k] ?? 0) - (price[outer < 0 ? limits : outer] ?? 0);
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
		return arc;
	};
	return { next, upward: () => up, worth };
}
