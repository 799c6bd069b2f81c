import { lastMark } from "./curve.ts";
import { outerOf } from "./network.ts";
import { attach, costOf, detach, end, raise, type Tree } from "./tree.ts";

/** How much flow the arc above a node can carry upward, or downward. */
function room(tree: Tree, node: number, upward: boolean): number {
	const { pred, piece, curves, count, flow, network } = tree;
	const { mark } = curves;
	const own = flow.length;
	const arc = pred[node] ?? 0;
	if (arc >= own) {
		const k = arc - own;
		const t = (lastMark + 1) * k + (piece[k] ?? 0);
		return upward === (k === node) ? (mark[t + 1] ?? 0) - (count[k] ?? 0) : (count[k] ?? 0) - (mark[t] ?? 0);
	}
	return upward === node > network.limits ? Number.POSITIVE_INFINITY : (flow[arc] ?? 0);
}

function carry({ pred, count, flow, network }: Tree, node: number, upward: boolean, amount: number): void {
	const own = flow.length;
	const arc = pred[node] ?? 0;
	if (arc >= own) {
		const k = arc - own;
		count[k] = (count[k] ?? 0) + (upward === (k === node) ? amount : -amount);
	} else flow[arc] = (flow[arc] ?? 0) + (upward === node > network.limits ? amount : -amount);
}

/** Where the ways up from two nodes meet. */
function meeting(tree: Tree, a: number, b: number): number {
	const { stamp, up } = tree;
	tree.walk += 2;
	const { walk } = tree;
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
}

/** Hangs the subtree of `leaving` by `node` (inside it) under `above` with an arc, turning round the path between. */
function rehang(tree: Tree, leaving: number, node: number, above: number, arc: number): void {
	const { up, pred, child, path, network } = tree;
	const first = network.limits + 1;
	path.length = 0;
	for (let at = node; ; at = up[at] ?? -1) {
		path.push(at);
		if (at === leaving) break;
	}
	for (const at of path) {
		// A claim is in a list of children only while it has some; detaching its last has taken it out.
		if (at < first || (child[at] ?? -1) >= 0) detach(tree, at);
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
	for (const at of path) if (at < first || (child[at] ?? -1) >= 0) attach(tree, at);
}

/** Lets an arc into the tree; a limit's own arc `upward` (one more) or not (one fewer). */
export function enter(tree: Tree, arc: number, upward: boolean): void {
	const { price, up, pred, curves, piece, basic, flow, count, child, claimOf, network } = tree;
	const { mark, slope } = curves;
	const pairs = claimOf.length;
	const own = flow.length;
	const first = network.limits + 1;
	let source: number;
	let target: number;
	let delta = Number.POSITIVE_INFINITY;
	if (arc >= own) {
		const k = arc - own;
		source = upward ? k : outerOf(network.parent, network.limits, k);
		target = upward ? outerOf(network.parent, network.limits, k) : k;
		if (!upward) piece[k] = (piece[k] ?? 0) - 1;
		const t = (lastMark + 1) * k + (piece[k] ?? 0);
		delta = (mark[t + 1] ?? 0) - (mark[t] ?? 0);
	} else {
		const at = arc < pairs ? (claimOf[arc] ?? 0) : arc - pairs;
		source = first + at;
		target = end(network, arc);
	}
	const join = meeting(tree, source, target);
	// The last arc to block, going round from the join in the direction of the flow, leaves: that keeps the tree strongly feasible.
	let leaving = -1;
	let onSource = false;
	for (let node = source; node !== join; node = up[node] ?? -1) {
		const most = room(tree, node, false);
		if (most < delta) {
			delta = most;
			leaving = node;
			onSource = true;
		}
	}
	for (let node = target; node !== join; node = up[node] ?? -1) {
		const most = room(tree, node, true);
		if (most <= delta) {
			delta = most;
			leaving = node;
			onSource = false;
		}
	}
	if (delta > 0) {
		for (let node = source; node !== join; node = up[node] ?? -1) carry(tree, node, false, delta);
		for (let node = target; node !== join; node = up[node] ?? -1) carry(tree, node, true, delta);
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
		by = inside === k ? each + (price[outside] ?? 0) - (price[k] ?? 0) : (price[k] ?? 0) - each - (price[inside] ?? 0);
	} else if (inside >= first) {
		const was = pred[inside] ?? 0;
		by =
			costOf(network, arc) + (price[end(network, arc)] ?? 0) - costOf(network, was) - (price[end(network, was)] ?? 0);
	} else {
		const was = pred[outside] ?? 0;
		by = costOf(network, was) + (price[end(network, was)] ?? 0) - costOf(network, arc) - (price[inside] ?? 0);
	}
	rehang(tree, leaving, inside, outside, arc);
	if (by !== 0 && (inside < first || (child[inside] ?? -1) >= 0)) raise(tree, inside, by);
}
