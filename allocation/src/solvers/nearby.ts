import { sortRow } from "./sort.ts";

/** Pairs that are looked at, claim by claim, cheapest first: those of claim i at start[i] … start[i+1]−1. */
export interface Nearby {
	readonly start: Int32Array;
	readonly pair: Int32Array;
	readonly offer: Int32Array;
	readonly cost: Float64Array;
}

interface Rows {
	readonly claims: number;
	readonly start: Int32Array;
	readonly offer: Int32Array;
	readonly cost: Float64Array;
}

/** Pairs of each claim that are looked at first: measured, 6 to 12 do as well. */
const most = 8;

/** Marks the few cheapest pairs of each claim at some prices, and those of a plan. */
export function nearestPairs({ claims, start, offer, cost }: Rows, plan: Int32Array, price: Float64Array): Uint8Array {
	const marked = new Uint8Array(offer.length);
	if (offer.length < 2 * most * claims) return marked.fill(1);
	const best = new Float64Array(most);
	const bestPair = new Int32Array(most);
	for (let i = 0; i < claims; i++) {
		let size = 0;
		const end = start[i + 1] ?? 0;
		for (let e = start[i] ?? 0; e < end; e++) {
			const value = (cost[e] ?? 0) + (price[offer[e] ?? 0] ?? 0);
			if (size === most && value >= (best[most - 1] ?? 0)) continue;
			let hole = size < most ? size++ : most - 1;
			while (hole > 0 && (best[hole - 1] ?? 0) > value) {
				best[hole] = best[hole - 1] ?? 0;
				bestPair[hole] = bestPair[hole - 1] ?? 0;
				hole--;
			}
			best[hole] = value;
			bestPair[hole] = e;
		}
		for (let c = 0; c < size; c++) marked[bestPair[c] ?? 0] = 1;
		const now = plan[i] ?? -1;
		if (now >= 0) marked[now] = 1;
	}
	return marked;
}

/** The pairs that are marked, each claim's cheapest first. */
export function nearbyOf({ claims, start, offer, cost }: Rows, marked: Uint8Array): Nearby {
	const from = new Int32Array(claims + 1);
	let size = 0;
	for (let i = 0; i < claims; i++) {
		const end = start[i + 1] ?? 0;
		for (let e = start[i] ?? 0; e < end; e++) size += marked[e] ?? 0;
		from[i + 1] = size;
	}
	const pair = new Int32Array(size);
	let at = 0;
	for (let e = 0; e < marked.length; e++) if (marked[e] === 1) pair[at++] = e;
	const spare = new Int32Array(size);
	for (let i = 0; i < claims; i++) sortRow(pair, from[i] ?? 0, from[i + 1] ?? 0, cost, spare);
	const to = new Int32Array(size);
	const costs = new Float64Array(size);
	for (at = 0; at < size; at++) {
		to[at] = offer[pair[at] ?? 0] ?? 0;
		costs[at] = cost[pair[at] ?? 0] ?? 0;
	}
	return { start: from, pair, offer: to, cost: costs };
}

/** Every pair, of rows that are in order. */
export function everyPair({ start, offer, cost }: Rows): Nearby {
	const pair = new Int32Array(offer.length);
	for (let e = 0; e < pair.length; e++) pair[e] = e;
	return { start, pair, offer, cost };
}
