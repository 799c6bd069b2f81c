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
	lowest(): number;
	/** Lets an arc into the tree; a limit's own arc `upward` (one more) or not (one fewer). */
	enter(arc: number, upward: boolean): void;
	taken(): Int32Array;
}

export function treeOf(network: Network, nearby: Nearby, from: Int32Array, near?: Float64Array): Tree {
	const { claims, limits, parent, start, offer, cost, unplaced } = network;
	const pairs = offer.length;
	const root = limits;
	const first = limits + 1;
	const own = pairs + claims;
	const nodes = first + claims;
	const price = new Float64Array(first);
	const { up, pred, count, piece, basic, curves } = hung(network, nearby, from, near);
	const { mark, slope } = curves;
	const child = new Int32Array(nodes).fill(-1);
	const next = new Int32Array(nodes).fill(-1);
	const before = new Int32Array(nodes).fill(-1);
	/** Per pair and per staying unplaced: 1 when taken. */
	const flow = new Uint8Array(own);
	const outer = (k: number) => {
		const above = parent[k] ?? -1;
		return above < 0 ? root : above;
	};
	const end = (arc: number) => (arc < pairs ? (offer[arc] ?? 0) : root);
	const costOf = (arc: number) => (arc < pairs ? cost[arc] : unplaced[arc - pairs]) ?? 0;
	let low = 0;

	const attach = (node: number) => {
		const above = up[node] ?? -1;
		const old = child[above] ?? -1;
		next[node] = old;
		before[node] = -1;
		if (old >= 0) before[old] = node;
		child[above] = node;
		if (old < 0 && above >= first) attach(above);
	};
	const detach = (node: number) => {
		const above = up[node] ?? -1;
		const after = next[node] ?? -1;
		const ahead = before[node] ?? -1;
		if (after >= 0) before[after] = ahead;
		if (ahead >= 0) next[ahead] = after;
		else {
			child[above] = after;
			if (after < 0 && above >= first) detach(above);
		}
	};
	/** Adds to the prices of every limit at or below a node. */
	const raise = (top: number, by: number) => {
		let node = top;
		for (;;) {
			if (node < first) {
				const raised = (price[node] ?? 0) + by;
				price[node] = raised;
				if (raised < low) low = raised;
			}
			let onward = child[node] ?? -1;
			while (onward < 0) {
				if (node === top) return;
				onward = next[node] ?? -1;
				if (onward < 0) node = up[node] ?? -1;
			}
			node = onward;
		}
	};

	/** How much flow the arc above a node can carry upward, or downward. */
	const room = (node: number, upward: boolean): number => {
		const arc = pred[node] ?? 0;
		if (arc >= own) {
			const k = arc - own;
			const t = (lastMark + 1) * k + (piece[k] ?? 0);
			return upward === (k === node) ? (mark[t + 1] ?? 0) - (count[k] ?? 0) : (count[k] ?? 0) - (mark[t] ?? 0);
		}
		return upward === node >= first ? Number.POSITIVE_INFINITY : (flow[arc] ?? 0);
	};
	const carry = (node: number, upward: boolean, amount: number) => {
		const arc = pred[node] ?? 0;
		if (arc >= own) {
			const k = arc - own;
			count[k] = (count[k] ?? 0) + (upward === (k === node) ? amount : -amount);
		} else flow[arc] = (flow[arc] ?? 0) + (upward === node >= first ? amount : -amount);
	};

	const stamp = new Int32Array(nodes);
	let walk = 0;
	const meeting = (a: number, b: number): number => {
		walk += 2;
		let x = a;
		let y = b;
		for (;;) {
			if (x >= 0) {
				if (stamp[x] === walk + 1) return x;
				stamp[x] = walk;
				x = up[x] ?? -1;
			}
			if (y >= 0) {
				if (stamp[y] === walk) return y;
				stamp[y] = walk + 1;
				y = up[y] ?? -1;
			}
		}
	};

	/** Hangs the subtree of `leaving` by `node` (inside it) under `above` with an arc, turning round the path between. */
	const path: number[] = [];
	const rehang = (leaving: number, node: number, above: number, arc: number) => {
		path.length = 0;
		for (let at = node; ; at = up[at] ?? -1) {
			path.push(at);
			if (at === leaving) break;
		}
		for (const at of path) {
			// A claim is in a list of children only while it has some; detaching its last has taken it out.
			if (at < first || (child[at] ?? -1) >= 0) detach(at);
		}
		let newUp = above;
		let newArc = arc;
		for (const at of path) {
			const oldArc = pred[at] ?? 0;
			up[at] = newUp;
			pred[at] = newArc;
			newUp = at;
			newArc = oldArc;
		}
		for (const at of path) if (at < first || (child[at] ?? -1) >= 0) attach(at);
	};

	const enter = (arc: number, upward: boolean) => {
		let source: number;
		let target: number;
		let delta = Number.POSITIVE_INFINITY;
		if (arc >= own) {
			const k = arc - own;
			source = upward ? k : outer(k);
			target = upward ? outer(k) : k;
			if (!upward) piece[k] = (piece[k] ?? 0) - 1;
			const t = (lastMark + 1) * k + (piece[k] ?? 0);
			delta = (mark[t + 1] ?? 0) - (mark[t] ?? 0);
		} else {
			const at = arc < pairs ? claimOf(arc) : arc - pairs;
			source = first + at;
			target = end(arc);
		}
		const join = meeting(source, target);
		// The last arc to block, going round from the join in the direction of the flow, leaves: that keeps the tree strongly feasible.
		let leaving = -1;
		let onSource = false;
		for (let node = source; node !== join; node = up[node] ?? -1) {
			const most = room(node, false);
			if (most < delta) {
				delta = most;
				leaving = node;
				onSource = true;
			}
		}
		for (let node = target; node !== join; node = up[node] ?? -1) {
			const most = room(node, true);
			if (most <= delta) {
				delta = most;
				leaving = node;
				onSource = false;
			}
		}
		if (delta > 0) {
			for (let node = source; node !== join; node = up[node] ?? -1) carry(node, false, delta);
			for (let node = target; node !== join; node = up[node] ?? -1) carry(node, true, delta);
			if (arc < own) flow[arc] = (flow[arc] ?? 0) + delta;
			else count[arc - own] = (count[arc - own] ?? 0) + (upward ? delta : -delta);
		}
		if (leaving < 0) {
			// The curve's own piece blocked: its limit now stands at the next mark.
			if (upward) piece[arc - own] = (piece[arc - own] ?? 0) + 1;
			return;
		}
		const gone = pred[leaving] ?? 0;
		if (gone >= own) {
			const k = gone - own;
			basic[k] = 0;
			const t = piece[k] ?? 0;
			// It was blocked at one end of its piece; it stands at that mark now.
			const atEnd = (onSource ? leaving !== k : leaving === k) ? 1 : 0;
			piece[k] = t + atEnd;
		}
		const inside = onSource ? source : target;
		const outside = onSource ? target : source;
		let by: number;
		if (arc >= own) {
			const k = arc - own;
			basic[k] = 1;
			const each = slope[lastMark * k + (piece[k] ?? 0)] ?? 0;
			by =
				inside === k ? each + (price[outside] ?? 0) - (price[k] ?? 0) : (price[k] ?? 0) - each - (price[inside] ?? 0);
		} else if (inside >= first) {
			const was = pred[inside] ?? 0;
			by = costOf(arc) + (price[end(arc)] ?? 0) - costOf(was) - (price[end(was)] ?? 0);
		} else {
			const was = pred[outside] ?? 0;
			by = costOf(was) + (price[end(was)] ?? 0) - costOf(arc) - (price[inside] ?? 0);
		}
		rehang(leaving, inside, outside, arc);
		if (by !== 0 && (inside < first || (child[inside] ?? -1) >= 0)) raise(inside, by);
	};

	const claimOfPair = new Int32Array(pairs);
	for (let i = 0; i < claims; i++) claimOfPair.fill(i, start[i], start[i + 1]);
	const claimOf = (pair: number) => claimOfPair[pair] ?? 0;

	for (let i = 0; i < claims; i++) flow[(from[i] ?? -1) < 0 ? pairs + i : (from[i] ?? 0)] = 1;
	for (let k = 0; k < limits; k++) if (pred[k] !== -1) attach(k);
	firstPrices();

	function firstPrices(): void {
		for (let k = 0; k < limits; k++) if (pred[k] === -1) price[k] = network.closed;
		let node = child[root] ?? -1;
		while (node >= 0) {
			if (node < first) {
				const arc = pred[node] ?? 0;
				const above = up[node] ?? 0;
				if (arc >= own) {
					const k = arc - own;
					const each = slope[lastMark * k + (piece[k] ?? 0)] ?? 0;
					price[node] = (price[above] ?? 0) + (k === node ? each : -each);
				} else {
					const was = pred[above] ?? 0;
					price[node] = costOf(was) + (price[end(was)] ?? 0) - costOf(arc);
				}
				low = Math.min(low, price[node] ?? 0);
			}
			let onward = child[node] ?? -1;
			while (onward < 0 && node !== root) {
				onward = next[node] ?? -1;
				if (onward < 0) node = up[node] ?? -1;
			}
			node = onward;
		}
	}
	function taken(): Int32Array {
		const plan = new Int32Array(claims).fill(-1);
		for (let e = 0; e < pairs; e++) if (flow[e] === 1) plan[claimOf(e)] = e;
		return plan;
	}
	return { price, pred, curves, piece, basic, lowest: () => low, enter, taken };
}
