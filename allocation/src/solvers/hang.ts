import { insideAt, insideOf } from "../core.ts";
import { type Curves, lastMark, markedAt } from "./curve.ts";
import type { Nearby } from "./nearby.ts";
import { type Network, outerOf } from "./network.ts";
import { emptyOrder, type Order, pop, push } from "./order.ts";

/** A first tree over a plan: per node the node above and the arc between, and per limit the piece or mark it stands at. */
export interface Hung {
	readonly up: Int32Array;
	readonly pred: Int32Array;
	readonly piece: Uint8Array;
	readonly basic: Uint8Array;
	readonly count: Int32Array;
	/** The network's curves with a mark where each count stands, so that any arc may stay outside the tree. */
	readonly curves: Curves;
}

/**
 * Hangs every limit where a unit of flow can go up. A limit with room hangs from the one around it. A full one cannot send more
 * outward: it hangs by the cheapest chain of moves that empties one of its places, at prices near the right ones (Dijkstra's method
 * from the outside; where the prices are wrong, a move counts as 0). With exact prices of an optimal plan the tree is optimal at once.
 */
export function hung(network: Network, nearby: Nearby, from: Int32Array, near?: Float64Array): Hung {
	const { claims, limits } = network;
	const first = limits + 1;
	const up = new Int32Array(first + claims).fill(-1);
	const pred = new Int32Array(first + claims).fill(-1);
	const count = countsAsTaken(network, from, up, pred);
	const tree: Hung = {
		up,
		pred,
		piece: new Uint8Array(limits),
		basic: new Uint8Array(limits),
		count,
		curves: markedAt(network.curves, count),
	};
	if (hangThoseWithRoom(network, tree) > 0) {
		const ways = waysOut(network, tree, entriesOf(network, nearby), from, near);
		hangTheFull(network, tree, ways, from);
	}
	return tree;
}

/** Hangs each claim by what it has; gives the number placed below each limit. */
function countsAsTaken(network: Network, from: Int32Array, up: Int32Array, pred: Int32Array): Int32Array {
	const { claims, limits, parent, offer } = network;
	const pairs = offer.length;
	const first = limits + 1;
	const count = new Int32Array(limits);
	for (let i = 0; i < claims; i++) {
		const pair = from[i] ?? -1;
		pred[first + i] = pair < 0 ? pairs + i : pair;
		up[first + i] = pair < 0 ? limits : (offer[pair] ?? 0);
		for (let k = pair < 0 ? -1 : (offer[pair] ?? 0); k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
	}
	return count;
}

/** The most that a limit can have. */
function mostAt({ mark }: Curves, k: number): number {
	return mark[(lastMark + 1) * k + lastMark] ?? 0;
}

/** Hangs every limit with room from the one around it; gives how many others there are. */
function hangThoseWithRoom({ claims, limits, parent, offer }: Network, tree: Hung): number {
	const { up, pred, piece, basic, count, curves } = tree;
	const { mark } = curves;
	const own = offer.length + claims;
	let crowded = 0;
	for (let k = 0; k < limits; k++) {
		const marks = (lastMark + 1) * k;
		let t = 0;
		while (t < lastMark && (mark[marks + t + 1] ?? 0) <= (count[k] ?? 0)) t++;
		piece[k] = t;
		if (t < lastMark) {
			pred[k] = own + k;
			up[k] = outerOf(parent, limits, k);
		} else if (mostAt(curves, k) > 0) crowded++;
		if (t < lastMark || mostAt(curves, k) === 0) basic[k] = 1;
	}
	return crowded;
}

/** The pairs nearby, and their claims, by offer: those of offer j at entry[j] … entry[j+1]−1. */
interface Entries {
	readonly entry: Int32Array;
	readonly pairAt: Int32Array;
	readonly claimAt: Int32Array;
}

function entriesOf({ claims, offers }: Network, { start, pair, offer }: Nearby): Entries {
	const entry = new Int32Array(offers + 1);
	for (let c = 0; c < pair.length; c++) entry[(offer[c] ?? 0) + 1] = (entry[(offer[c] ?? 0) + 1] ?? 0) + 1;
	for (let j = 0; j < offers; j++) entry[j + 1] = (entry[j + 1] ?? 0) + (entry[j] ?? 0);
	const filled = entry.slice();
	const pairAt = new Int32Array(pair.length);
	const claimAt = new Int32Array(pair.length);
	for (let i = 0; i < claims; i++)
		for (let c = start[i] ?? 0; c < (start[i + 1] ?? 0); c++) {
			const slot = filled[offer[c] ?? 0] ?? 0;
			pairAt[slot] = pair[c] ?? 0;
			claimAt[slot] = i;
			filled[offer[c] ?? 0] = slot + 1;
		}
	return { entry, pairAt, claimAt };
}

/** The cheapest way from each limit to the outside, as far as it is known. */
interface Ways {
	readonly distance: Float64Array;
	readonly settled: Uint8Array;
	/** How a node goes on: by its own arc (−2), down the own arc of a limit inside (−3 − limit), or by a claim's other arc. */
	readonly onward: Int32Array;
	readonly mover: Int32Array;
	readonly order: Order;
}

function reach(ways: Ways, node: number, value: number, how: number, who: number): void {
	const { distance, settled, onward, mover, order } = ways;
	if (settled[node] === 1 || value >= (distance[node] ?? 0)) return;
	distance[node] = value;
	onward[node] = how;
	mover[node] = who;
	push(order, node, value);
}

/** Dijkstra's method from the outside. */
function waysOut(network: Network, tree: Hung, entries: Entries, from: Int32Array, near?: Float64Array): Ways {
	const { offers, limits, parent, offer, cost } = network;
	const { count, curves } = tree;
	const { entry, pairAt, claimAt } = entries;
	const root = limits;
	const ways: Ways = {
		distance: new Float64Array(limits + 1).fill(Number.POSITIVE_INFINITY),
		settled: new Uint8Array(limits + 1),
		onward: new Int32Array(limits + 1).fill(-1),
		mover: new Int32Array(limits + 1).fill(-1),
		order: emptyOrder(),
	};
	const { distance, settled } = ways;
	const inside = insideOf(network);
	const outermost = outermostOf(network);
	const price = new Float64Array(limits + 1);
	if (near !== undefined) price.set(near);
	reach(ways, root, 0, -1, -1);
	leaveFrom(network, ways, from, price);
	for (let node = pop(ways.order); node >= 0; node = pop(ways.order)) {
		if (settled[node] === 1) continue;
		settled[node] = 1;
		const value = distance[node] ?? 0;
		const here = price[node] ?? 0;
		for (const k of node === root ? outermost : insideAt(inside, offers, node))
			if ((count[k] ?? 0) < mostAt(curves, k)) reach(ways, k, value + Math.max(0, here - (price[k] ?? 0)), -2, -1);
		if (node === root) continue;
		const outer = parent[node] ?? -1;
		if ((count[node] ?? 0) > 0 && outer >= 0)
			reach(ways, outer, value + Math.max(0, here - (price[outer] ?? 0)), -3 - node, -1);
		if (node >= offers) continue;
		for (let slot = entry[node] ?? 0; slot < (entry[node + 1] ?? 0); slot++) {
			const i = claimAt[slot] ?? 0;
			const now = from[i] ?? -1;
			const e = pairAt[slot] ?? 0;
			if (now < 0 || now === e) continue;
			const j = offer[now] ?? 0;
			if (settled[j] === 1) continue;
			const worse = (cost[e] ?? 0) + here - (cost[now] ?? 0) - (price[j] ?? 0);
			reach(ways, j, value + Math.max(0, worse), e, i);
		}
	}
	return ways;
}

function outermostOf({ limits, parent }: Network): number[] {
	const outermost: number[] = [];
	for (let k = 0; k < limits; k++) if ((parent[k] ?? -1) < 0) outermost.push(k);
	return outermost;
}

/** Who is placed could leave for being unplaced. */
function leaveFrom(network: Network, ways: Ways, from: Int32Array, price: Float64Array): void {
	const { claims, offer, cost, unplaced } = network;
	for (let i = 0; i < claims; i++) {
		const pair = from[i] ?? -1;
		if (pair < 0) continue;
		const j = offer[pair] ?? 0;
		const worse = (unplaced[i] ?? 0) - (cost[pair] ?? 0) - (price[j] ?? 0);
		reach(ways, j, Math.max(0, worse), offer.length + i, i);
	}
}

/** Hangs every limit by the way that was found. */
function hangTheFull(network: Network, tree: Hung, { onward, mover }: Ways, from: Int32Array): void {
	const { claims, limits, parent, offer } = network;
	const { up, pred, piece, basic, count, curves } = tree;
	const { mark } = curves;
	const pairs = offer.length;
	const own = pairs + claims;
	const first = limits + 1;
	for (let k = 0; k < limits; k++) if (mostAt(curves, k) > 0) basic[k] = 0;
	for (let k = 0; k < limits; k++) {
		const how = onward[k] ?? -1;
		if (how === -2) {
			pred[k] = own + k;
			up[k] = outerOf(parent, limits, k);
			basic[k] = 1;
		} else if (how <= -3) {
			const below = -3 - how;
			pred[k] = own + below;
			up[k] = below;
			basic[below] = 1;
			// Flow must be able to turn back along the arc, so the arc moves along the piece that ends at or after where it stands.
			let t = 0;
			while ((mark[(lastMark + 1) * below + t + 1] ?? 0) < (count[below] ?? 0)) t++;
			piece[below] = t;
		} else if (how >= 0) {
			const i = mover[k] ?? 0;
			pred[k] = from[i] ?? 0;
			up[k] = first + i;
			pred[first + i] = how;
			up[first + i] = how < pairs ? (offer[how] ?? 0) : limits;
		}
	}
}
