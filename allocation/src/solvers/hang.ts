import { type Curves, lastMark, markedAt } from "./curve.ts";
import type { Nearby } from "./nearby.ts";
import type { Network } from "./network.ts";
import { emptyOrder } from "./order.ts";

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
	const { claims, offers, limits, parent, offer, cost, unplaced } = network;
	const pairs = offer.length;
	const root = limits;
	const first = limits + 1;
	const own = pairs + claims;
	const up = new Int32Array(first + claims).fill(-1);
	const pred = new Int32Array(first + claims).fill(-1);
	const piece = new Uint8Array(limits);
	const basic = new Uint8Array(limits);
	const count = new Int32Array(limits);
	const outer = (k: number) => {
		const above = parent[k] ?? -1;
		return above < 0 ? root : above;
	};
	for (let i = 0; i < claims; i++) {
		const pair = from[i] ?? -1;
		pred[first + i] = pair < 0 ? pairs + i : pair;
		up[first + i] = pair < 0 ? root : (offer[pair] ?? 0);
		for (let k = pair < 0 ? -1 : (offer[pair] ?? 0); k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
	}
	const curves = markedAt(network.curves, count);
	const { mark } = curves;
	const most = (k: number) => mark[(lastMark + 1) * k + lastMark] ?? 0;
	let crowded = 0;
	for (let k = 0; k < limits; k++) {
		const marks = (lastMark + 1) * k;
		let t = 0;
		while (t < lastMark && (mark[marks + t + 1] ?? 0) <= (count[k] ?? 0)) t++;
		piece[k] = t;
		if (t < lastMark) {
			pred[k] = own + k;
			up[k] = outer(k);
		} else if (most(k) > 0) crowded++;
		if (t < lastMark || most(k) === 0) basic[k] = 1;
	}
	const tree = { up, pred, piece, basic, count, curves };
	if (crowded === 0) return tree;

	const priceAt = (k: number) => (k === root || near === undefined ? 0 : (near[k] ?? 0));
	const entry = new Int32Array(offers + 1);
	for (const e of nearby.pair) entry[(offer[e] ?? 0) + 1] = (entry[(offer[e] ?? 0) + 1] ?? 0) + 1;
	for (let j = 0; j < offers; j++) entry[j + 1] = (entry[j + 1] ?? 0) + (entry[j] ?? 0);
	const filled = entry.slice();
	const pairAt = new Int32Array(nearby.pair.length);
	const claimAt = new Int32Array(nearby.pair.length);
	for (let i = 0; i < claims; i++)
		for (let c = nearby.start[i] ?? 0; c < (nearby.start[i + 1] ?? 0); c++) {
			const e = nearby.pair[c] ?? 0;
			const slot = filled[offer[e] ?? 0] ?? 0;
			pairAt[slot] = e;
			claimAt[slot] = i;
			filled[offer[e] ?? 0] = slot + 1;
		}
	const inner: number[][] = Array.from({ length: first }, () => []);
	for (let k = 0; k < limits; k++) inner[outer(k)]?.push(k);

	const distance = new Float64Array(first).fill(Number.POSITIVE_INFINITY);
	const settled = new Uint8Array(first);
	/** How a node goes on: by its own arc (−2), down the own arc of a limit inside (−3 − limit), or by a claim's other arc. */
	const onward = new Int32Array(first).fill(-1);
	const mover = new Int32Array(first).fill(-1);
	const order = emptyOrder();
	const reach = (node: number, value: number, how: number, who: number) => {
		if (settled[node] === 1 || value >= (distance[node] ?? 0)) return;
		distance[node] = value;
		onward[node] = how;
		mover[node] = who;
		order.push(node, value);
	};
	reach(root, 0, -1, -1);
	for (let i = 0; i < claims; i++) {
		const pair = from[i] ?? -1;
		if (pair < 0) continue;
		const j = offer[pair] ?? 0;
		reach(j, Math.max(0, (unplaced[i] ?? 0) - (cost[pair] ?? 0) - priceAt(j)), pairs + i, i);
	}
	for (let node = order.pop(); node >= 0; node = order.pop()) {
		if (settled[node] === 1) continue;
		settled[node] = 1;
		const value = distance[node] ?? 0;
		for (const k of inner[node] ?? [])
			if ((count[k] ?? 0) < most(k)) reach(k, value + Math.max(0, priceAt(node) - priceAt(k)), -2, -1);
		if (node === root) continue;
		if ((count[node] ?? 0) > 0 && outer(node) !== root)
			reach(outer(node), value + Math.max(0, priceAt(node) - priceAt(outer(node))), -3 - node, -1);
		if (node >= offers) continue;
		for (let slot = entry[node] ?? 0; slot < (entry[node + 1] ?? 0); slot++) {
			const i = claimAt[slot] ?? 0;
			const now = from[i] ?? -1;
			const e = pairAt[slot] ?? 0;
			if (now < 0 || now === e) continue;
			const j = offer[now] ?? 0;
			if (settled[j] === 1) continue;
			const worse = (cost[e] ?? 0) + priceAt(node) - (cost[now] ?? 0) - priceAt(j);
			reach(j, value + Math.max(0, worse), e, i);
		}
	}
	for (let k = 0; k < limits; k++) if (most(k) > 0) basic[k] = 0;
	for (let k = 0; k < limits; k++) {
		const how = onward[k] ?? -1;
		if (how === -2) {
			pred[k] = own + k;
			up[k] = outer(k);
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
			up[first + i] = how < pairs ? (offer[how] ?? 0) : root;
		}
	}
	return tree;
}
