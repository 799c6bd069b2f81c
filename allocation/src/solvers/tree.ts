import { type Curves, lastMark } from "./curve.ts";
import { hung } from "./hang.ts";
import type { Nearby } from "./nearby.ts";
import type { Network } from "./network.ts";

/**
 * The spanning tree of the network simplex. Nodes: limits 0 … limits−1, the outside (index `limits`), then claims. Arcs: pairs,
 * then staying unplaced (pairs + claim), then each limit's own arc to the limit around it (pairs + claims + limit).
 *
 * `up` is the node above in the tree and `pred` the arc between. A claim with nothing below it is in no list of children, so
 * that walks over a subtree meet only what carries a price. The tree is strongly feasible: from every node some unit of flow
 * can go up.
 */
export interface Tree {
	/** Per node: for limits the price of a place, all around included; 0 outside; unused for claims. */
	readonly price: Float64Array;
	readonly pred: Int32Array;
	readonly curves: Curves;
	/** Per limit: the piece of its curve that its own arc moves along when in the tree, otherwise the mark it stands at. */
	readonly piece: Uint8Array;
	/** Per limit: 1 when its own arc is in the tree. */
	readonly basic: Uint8Array;
	/** No limit's price is lower. */
	low: number;
	readonly network: Network;
	/** Per node: the node above, and the first below; among those below one node, the next and the one before. */
	readonly up: Int32Array;
	readonly child: Int32Array;
	readonly next: Int32Array;
	readonly before: Int32Array;
	/** Per pair and per staying unplaced: 1 when taken. */
	readonly flow: Uint8Array;
	/** Per limit: how many are placed below it. */
	readonly count: Int32Array;
	readonly claimOf: Int32Array;
	/** Who has been met on the way up, by number of the walk. */
	readonly stamp: Int32Array;
	walk: number;
	readonly path: number[];
}

export function treeOf(network: Network, nearby: Nearby, from: Int32Array, near?: Float64Array): Tree {
	const { claims, limits, start, offer } = network;
	const nodes = limits + 1 + claims;
	const { up, pred, count, piece, basic, curves } = hung(network, nearby, from, near);
	const tree: Tree = {
		price: new Float64Array(limits + 1),
		pred,
		curves,
		piece,
		basic,
		low: 0,
		network,
		up,
		child: new Int32Array(nodes).fill(-1),
		next: new Int32Array(nodes).fill(-1),
		before: new Int32Array(nodes).fill(-1),
		flow: takenAtFirst(network, from),
		count,
		claimOf: claimsOf(claims, start, offer.length),
		stamp: new Int32Array(nodes),
		walk: 0,
		path: [],
	};
	for (let k = 0; k < limits; k++) if (pred[k] !== -1) attach(tree, k);
	firstPrices(tree);
	return tree;
}

function takenAtFirst({ claims, offer }: Network, from: Int32Array): Uint8Array {
	const pairs = offer.length;
	const flow = new Uint8Array(pairs + claims);
	for (let i = 0; i < claims; i++) flow[(from[i] ?? -1) < 0 ? pairs + i : (from[i] ?? 0)] = 1;
	return flow;
}

/** Per pair: its claim. */
function claimsOf(claims: number, start: Int32Array, pairs: number): Int32Array {
	const claimOf = new Int32Array(pairs);
	for (let i = 0; i < claims; i++) claimOf.fill(i, start[i], start[i + 1]);
	return claimOf;
}

/** The plan that the tree holds: per claim its pair, or −1. */
export function planOf({ network, flow, claimOf }: Tree): Int32Array {
	const plan = new Int32Array(network.claims).fill(-1);
	for (let e = 0; e < claimOf.length; e++) if (flow[e] === 1) plan[claimOf[e] ?? 0] = e;
	return plan;
}

/** Where the arc of a pair, or of staying unplaced, leads. */
export function end({ offer, limits }: Network, arc: number): number {
	return arc < offer.length ? (offer[arc] ?? 0) : limits;
}

export function costOf({ offer, cost, unplaced }: Network, arc: number): number {
	const pairs = offer.length;
	return (arc < pairs ? cost[arc] : unplaced[arc - pairs]) ?? 0;
}

export function attach(tree: Tree, node: number): void {
	const { up, child, next, before, network } = tree;
	const above = up[node] ?? -1;
	const old = child[above] ?? -1;
	next[node] = old;
	before[node] = -1;
	if (old >= 0) before[old] = node;
	child[above] = node;
	if (old < 0 && above > network.limits) attach(tree, above);
}

export function detach(tree: Tree, node: number): void {
	const { up, child, next, before, network } = tree;
	const above = up[node] ?? -1;
	const after = next[node] ?? -1;
	const ahead = before[node] ?? -1;
	if (after >= 0) before[after] = ahead;
	if (ahead >= 0) next[ahead] = after;
	else {
		child[above] = after;
		if (after < 0 && above > network.limits) detach(tree, above);
	}
}

/** Adds to the prices of every limit at or below a node. */
export function raise(tree: Tree, top: number, by: number): void {
	const { price, up, child, next, network } = tree;
	const { limits } = network;
	let node = top;
	for (;;) {
		if (node <= limits) {
			const raised = (price[node] ?? 0) + by;
			price[node] = raised;
			if (raised < tree.low) tree.low = raised;
		}
		let onward = child[node] ?? -1;
		while (onward < 0) {
			if (node === top) return;
			onward = next[node] ?? -1;
			if (onward < 0) node = up[node] ?? -1;
		}
		node = onward;
	}
}

/** Prices that make every arc of the tree cost nothing, from the outside down. */
function firstPrices(tree: Tree): void {
	const { price, pred, up, child, next, curves, piece, network } = tree;
	const { slope } = curves;
	const { limits } = network;
	const own = tree.flow.length;
	let low = 0;
	for (let k = 0; k < limits; k++) if (pred[k] === -1) price[k] = network.closed;
	let node = child[limits] ?? -1;
	while (node >= 0) {
		if (node <= limits) {
			const arc = pred[node] ?? 0;
			const above = up[node] ?? 0;
			if (arc >= own) {
				const k = arc - own;
				const each = slope[lastMark * k + (piece[k] ?? 0)] ?? 0;
				price[node] = (price[above] ?? 0) + (k === node ? each : -each);
			} else {
				const was = pred[above] ?? 0;
				price[node] = costOf(network, was) + (price[end(network, was)] ?? 0) - costOf(network, arc);
			}
			low = Math.min(low, price[node] ?? 0);
		}
		let onward = child[node] ?? -1;
		while (onward < 0 && node !== limits) {
			onward = next[node] ?? -1;
			if (onward < 0) node = up[node] ?? -1;
		}
		node = onward;
	}
	tree.low = low;
}
