import type { Core, Priced } from "../core.ts";
import { emptyOrder } from "./order.ts";

/** One claim's move: the pair it takes, or −1 for staying unplaced. */
export interface Move {
	readonly claim: number;
	readonly pair: number;
}

export interface Places {
	/** What one more place at a limit would save in all, and by which moves; nothing is changed. */
	worth(limit: number): { readonly saved: number; readonly moves: readonly Move[] };
	/** Adds one place to a limit and mends the plan and its prices; gives what that saved. */
	add(limit: number): number;
}

/**
 * One more place at a time, over a plan with exact prices; `priced` and `limit` are changed in place by `add`.
 *
 * A hole (a place that could be used) at limit k travels along the cheapest chain: somebody moves into it and leaves a
 * hole behind, or it is given up to the limit around (at the price of the place), or passed to a limit with room inside.
 * It ends where the limit around k, or the outside, receives it. With prices as potentials every step costs 0 or
 * more, so Dijkstra's method finds it and the prices stay exact.
 */
export function placesOf(core: Core, limit: Int32Array, priced: Priced): Places {
	const { claims, offers, limits, parent, start, offer, cost, unplaced } = core;
	const { taken, price } = priced;
	const root = limits;
	const outer = (k: number) => {
		const above = parent[k] ?? -1;
		return above < 0 ? root : above;
	};
	const priceAt = (k: number) => (k === root ? 0 : (price[k] ?? 0));

	const count = new Int32Array(limits);
	const shift = (pair: number, change: number) => {
		if (pair >= 0) for (let k = offer[pair] ?? 0; k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + change;
	};
	for (let i = 0; i < claims; i++) shift(taken[i] ?? -1, 1);

	// Pairs by offer, for seeing who could move in.
	const entry = new Int32Array(offers + 1);
	for (let e = 0; e < offer.length; e++) entry[(offer[e] ?? 0) + 1] = (entry[(offer[e] ?? 0) + 1] ?? 0) + 1;
	for (let j = 0; j < offers; j++) entry[j + 1] = (entry[j + 1] ?? 0) + (entry[j] ?? 0);
	const next = entry.slice();
	const pairAt = new Int32Array(offer.length);
	const claimAt = new Int32Array(offer.length);
	for (let i = 0; i < claims; i++)
		for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
			const slot = next[offer[e] ?? 0] ?? 0;
			pairAt[slot] = e;
			claimAt[slot] = i;
			next[offer[e] ?? 0] = slot + 1;
		}
	const inner: number[][] = Array.from({ length: limits + 1 }, () => []);
	for (let k = 0; k < limits; k++) inner[outer(k)]?.push(k);
	const flat = limits === offers;

	const distance = new Float64Array(limits + 1).fill(Number.POSITIVE_INFINITY);
	const from = new Int32Array(limits + 1);
	const byPair = new Int32Array(limits + 1);
	const byClaim = new Int32Array(limits + 1);
	const touched: number[] = [];

	const search = (k: number): number => {
		for (const node of touched) distance[node] = Number.POSITIVE_INFINITY;
		touched.length = 0;
		const order = emptyOrder();
		const target = outer(k);
		const reach = (node: number, value: number, source: number, pair: number, claim: number) => {
			if (value >= (distance[node] ?? 0) || value > most || value >= (distance[target] ?? 0)) return;
			if (distance[node] === Number.POSITIVE_INFINITY) touched.push(node);
			distance[node] = value;
			from[node] = source;
			byPair[node] = pair;
			byClaim[node] = claim;
			order.push(node, value);
		};
		const most = priceAt(k) - priceAt(target);
		reach(k, 0, -1, -1, -1);
		for (let node = order.pop(); node >= 0; node = order.pop()) {
			const value = distance[node] ?? 0;
			if (order.lastKey() > value) continue;
			// Nothing later can be cheaper than what is settled now, so a chain that ends at the same cost is a cheapest one.
			if ((distance[target] ?? 0) <= value) return value;
			if (node !== root) reach(outer(node), value + priceAt(node) - priceAt(outer(node)), node, -1, -1);
			// In a flat problem every limit lies at the outside, which is the target.
			if (node >= offers && !flat)
				for (const child of inner[node] ?? [])
					if ((count[child] ?? 0) < (limit[child] ?? 0)) reach(child, value, node, -1, -1);
			// Staying unplaced always has room outside every limit: anybody may step out, leaving a hole.
			if (node === root)
				for (let i = 0; i < claims; i++) {
					const now = taken[i] ?? -1;
					if (now < 0) continue;
					const a = offer[now] ?? 0;
					reach(a, value + (unplaced[i] ?? 0) - (cost[now] ?? 0) - priceAt(a), node, -1, i);
				}
			if (node >= offers) continue;
			const here = priceAt(node);
			for (let slot = entry[node] ?? 0; slot < (entry[node + 1] ?? 0); slot++) {
				const e = pairAt[slot] ?? 0;
				const i = claimAt[slot] ?? 0;
				const now = taken[i] ?? -1;
				if (now === e) continue;
				const enter = value + (cost[e] ?? 0) + here;
				if (now < 0) reach(root, enter - (unplaced[i] ?? 0), node, e, i);
				else {
					const a = offer[now] ?? 0;
					reach(a, enter - (cost[now] ?? 0) - priceAt(a), node, e, i);
				}
				if ((distance[target] ?? 0) <= value) return value;
			}
		}
		return most;
	};

	const movesTo = (target: number): Move[] => {
		const moves: Move[] = [];
		for (let node = target; node >= 0; node = from[node] ?? -1)
			if ((byClaim[node] ?? -1) >= 0) moves.push({ claim: byClaim[node] ?? 0, pair: byPair[node] ?? -1 });
		return moves.reverse();
	};

	const worth = (k: number) => {
		const target = outer(k);
		const cheapest = search(k);
		return { saved: priceAt(k) - priceAt(target) - cheapest, moves: movesTo(target) };
	};

	const add = (k: number): number => {
		const target = outer(k);
		const cheapest = search(k);
		const saved = priceAt(k) - priceAt(target) - cheapest;
		for (const move of movesTo(target)) {
			shift(taken[move.claim] ?? -1, -1);
			taken[move.claim] = move.pair;
			shift(move.pair, 1);
		}
		const rise = Math.max(0, cheapest - (distance[root] ?? 0));
		for (const node of touched)
			if (node !== root) price[node] = (price[node] ?? 0) - Math.max(0, cheapest - (distance[node] ?? 0));
		if (rise > 0) for (let node = 0; node < limits; node++) price[node] = (price[node] ?? 0) + rise;
		limit[k] = (limit[k] ?? 0) + 1;
		return saved;
	};
	return { worth, add };
}
