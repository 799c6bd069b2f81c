import { left, right } from "./curve.ts";
import type { Nearby } from "./nearby.ts";
import type { Network } from "./network.ts";
import type { Tree } from "./tree.ts";

/** Looks for arcs worth letting into the tree: goes round the claims, looking at the pairs nearby, and the limits, `block` of them at a time. */
export interface Pricing {
	readonly network: Network;
	readonly tree: Tree;
	readonly nearby: Nearby;
	readonly block: number;
	/** Where it stands: a claim, or claims + a limit. */
	at: number;
	/** Of the limit's own arc that was given last: whether one more would gain, rather than one fewer. */
	upward: boolean;
}

/** What a claim's option costs now. */
export function worthOf({ offer, cost, unplaced, limits }: Network, { price, pred }: Tree, claim: number): number {
	const own = pred[limits + 1 + claim] ?? 0;
	return own < offer.length ? (cost[own] ?? 0) + (price[offer[own] ?? 0] ?? 0) : (unplaced[claim] ?? 0);
}

/** The arc that gains most in the next block where any gains; −1 when none does, all the way round. */
export function nextArc(pricing: Pricing): number {
	const { network, tree, nearby, block } = pricing;
	const { claims, limits, parent, offer, unplaced } = network;
	const { price, curves, piece, basic, low } = tree;
	const { start, pair, offer: to, cost: costs } = nearby;
	const pairs = offer.length;
	const rows = claims + limits;
	let { at } = pricing;
	let gain = 0;
	let arc = -1;
	for (let idle = 0, seen = 0; idle < rows; idle++, seen++) {
		if (seen === block) {
			if (arc >= 0) break;
			seen = 0;
		}
		if (at < claims) {
			const now = worthOf(network, tree, at);
			let most = now - gain;
			if ((unplaced[at] ?? 0) < most) {
				most = unplaced[at] ?? 0;
				arc = pairs + at;
			}
			const end = start[at + 1] ?? 0;
			const reach = most - low;
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
					pricing.upward = more > less;
					gain = Math.max(more, less);
					arc = pairs + claims + k;
				}
			}
		}
		at = at + 1 === rows ? 0 : at + 1;
	}
	pricing.at = at;
	return arc;
}

/** Marks every pair that costs its claim less at the tree's prices than what it has; gives how many were not marked. */
export function markMissed(network: Network, tree: Tree, marked: Uint8Array): number {
	const { claims, start, offer, cost } = network;
	const { price } = tree;
	let missed = 0;
	for (let i = 0; i < claims; i++) {
		const own = worthOf(network, tree, i);
		const end = start[i + 1] ?? 0;
		for (let e = start[i] ?? 0; e < end; e++) {
			if ((cost[e] ?? 0) + (price[offer[e] ?? 0] ?? 0) >= own || marked[e] === 1) continue;
			marked[e] = 1;
			missed++;
		}
	}
	return missed;
}
