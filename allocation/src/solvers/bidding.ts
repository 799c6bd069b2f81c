import type { Core } from "../core.ts";
import { type Seats, take } from "./seats.ts";

/** Candidates remembered per claim. */
const kept = 6;

/** Claims that bid for seats: what each knows of its options, and who waits. */
export interface Bidding {
	readonly core: Core;
	readonly seats: Seats;
	/** No limit lies around another. */
	readonly flat: boolean;
	/** Per claim: the pair it has, or −1. */
	readonly taken: Int32Array;
	/** The best few pairs of each claim when it last looked at all, and how many. */
	readonly candidate: Int32Array;
	readonly candidates: Int32Array;
	/** Per claim: no pair outside its candidates is worth less than this. */
	readonly outside: Float64Array;
	/** The first `waiting` of these wait for a turn. */
	readonly queue: Int32Array;
	waiting: number;
	readonly nearValue: Float64Array;
	readonly nearPair: Int32Array;
}

export function biddingOf(core: Core, seats: Seats): Bidding {
	const { claims, parent } = core;
	return {
		core,
		seats,
		flat: parent.every((outer) => outer < 0),
		taken: new Int32Array(claims).fill(-1),
		candidate: new Int32Array(claims * kept),
		candidates: new Int32Array(claims),
		outside: new Float64Array(claims),
		queue: new Int32Array(claims),
		waiting: claims,
		nearValue: new Float64Array(kept + 1),
		nearPair: new Int32Array(kept + 1),
	};
}

/** Everybody waits, and nobody remembers a candidate. */
export function beginAnew(bidding: Bidding): void {
	const { core, outside, candidates, queue } = bidding;
	outside.fill(Number.NEGATIVE_INFINITY);
	candidates.fill(0);
	bidding.waiting = core.claims;
	for (let i = 0; i < core.claims; i++) queue[i] = core.claims - 1 - i;
}

function priceAt(own: Float64Array, parent: Int32Array, flat: boolean, j: number): number {
	let price = own[j] ?? 0;
	if (flat) return price;
	for (let k = parent[j] ?? -1; k >= 0; k = parent[k] ?? -1) {
		const outer = own[k] ?? 0;
		if (outer > price) price = outer;
	}
	return price;
}

/** Looks at every pair of a claim and keeps its best candidates. */
function survey({ core, seats, flat, candidate, candidates, outside, nearValue, nearPair }: Bidding, i: number): void {
	const { start, offer, cost, unplaced, parent } = core;
	const { own } = seats;
	const end = start[i + 1] ?? 0;
	let size = 0;
	// What costs more than staying unplaced is never taken in this phase: prices only rise.
	let cut = unplaced[i] ?? 0;
	for (let e = start[i] ?? 0; e < end; e++) {
		const base = cost[e] ?? 0;
		if (base >= cut) break;
		const value = base + priceAt(own, parent, flat, offer[e] ?? 0);
		if (value >= cut) continue;
		let hole = size;
		while (hole > 0 && (nearValue[hole - 1] ?? 0) > value) {
			nearValue[hole] = nearValue[hole - 1] ?? 0;
			nearPair[hole] = nearPair[hole - 1] ?? 0;
			hole--;
		}
		nearValue[hole] = value;
		nearPair[hole] = e;
		if (size < kept) size++;
		else cut = nearValue[kept] ?? 0;
	}
	const first = i * kept;
	for (let c = 0; c < size; c++) candidate[first + c] = nearPair[c] ?? 0;
	candidates[i] = size;
	outside[i] = cut;
}

/** Lets claims bid, `epsilon` more than what makes their second best as good, until nobody waits or `most` bids are made. Gives how many were. */
export function bid(bidding: Bidding, epsilon: number, most: number): number {
	const { core, seats, flat, taken, candidate, candidates, outside, queue } = bidding;
	const { offer, cost, unplaced, parent } = core;
	const { own } = seats;
	let left = most;
	while (bidding.waiting > 0 && left > 0) {
		bidding.waiting--;
		let i = queue[bidding.waiting] ?? 0;
		while (i >= 0) {
			left--;
			const alone = unplaced[i] ?? 0;
			const first = i * kept;
			let bestPair = -1;
			let best = alone;
			let second = alone;
			for (let attempt = 0; attempt < 2; attempt++) {
				const last = first + (candidates[i] ?? 0);
				bestPair = -1;
				best = alone;
				second = alone;
				for (let c = first; c < last; c++) {
					const e = candidate[c] ?? 0;
					const value = (cost[e] ?? 0) + priceAt(own, parent, flat, offer[e] ?? 0);
					if (value >= second) continue;
					if (value < best) {
						second = best;
						best = value;
						bestPair = e;
					} else second = value;
				}
				if (second <= (outside[i] ?? 0) || attempt === 1) break;
				survey(bidding, i);
			}
			taken[i] = bestPair;
			if (bestPair < 0) break;
			i = take(seats, i, offer[bestPair] ?? 0, second - (cost[bestPair] ?? 0) + epsilon);
		}
	}
	return most - left;
}
