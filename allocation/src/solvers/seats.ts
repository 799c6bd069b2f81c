import type { Core } from "../core.ts";

/**
 * Who sits where, and at what bid: the state of an auction over a forest of limits.
 *
 * A limit that is full prices its next place at the lowest bid below it; one with room prices it at its reserve. A place at
 * an offer costs the highest of these on the way out, because the lowest bid below the innermost full limit is the one
 * that a newcomer must beat (the lowest element of the circuit that the newcomer closes in a laminar matroid).
 */
export interface Seats {
	/** Per limit: claims placed below it. */
	readonly count: Int32Array;
	/** Per limit: lowest bid below it when full, its reserve otherwise. */
	readonly own: Float64Array;
	/** Per limit: the price while it has room. */
	readonly reserve: Float64Array;
	/** Per claim: its bid while placed. */
	readonly bid: Float64Array;
	/** Per claim: the offer it sits at, or −1. */
	readonly at: Int32Array;
	/** Seats a claim at an offer that it has outbid; gives the claim displaced, or −1. */
	take(claim: number, offer: number, bid: number): number;
	/** Empties every seat and sets each limit's price to its reserve. */
	clear(): void;
}

export function seatsOf(core: Core): Seats {
	const { claims, offers, limits, parent, limit } = core;
	const count = new Int32Array(limits);
	const own = new Float64Array(limits);
	const reserve = new Float64Array(limits);
	const bid = new Float64Array(claims);
	const at = new Int32Array(claims).fill(-1);
	/** Per limit: the claim with the lowest bid below it. */
	const least = new Int32Array(limits).fill(-1);

	// An offer can never seat more than the claims that can reach it, however high its limit.
	const degree = new Int32Array(offers);
	for (let e = 0; e < core.offer.length; e++) degree[core.offer[e] ?? 0] = (degree[core.offer[e] ?? 0] ?? 0) + 1;
	const seatStart = new Int32Array(offers + 1);
	for (let j = 0; j < offers; j++) seatStart[j + 1] = (seatStart[j] ?? 0) + Math.min(limit[j] ?? 0, degree[j] ?? 0);
	const seat = new Int32Array(seatStart[offers] ?? 0);

	// Children of each shared limit, kept as a heap by their lowest bid; place[child] is where the child stands in it.
	const childStart = new Int32Array(limits + 1);
	for (let k = 0; k < limits; k++) {
		const outer = parent[k] ?? -1;
		if (outer >= 0) childStart[outer + 1] = (childStart[outer + 1] ?? 0) + 1;
	}
	for (let k = 0; k < limits; k++) childStart[k + 1] = (childStart[k + 1] ?? 0) + (childStart[k] ?? 0);
	const child = new Int32Array(childStart[limits] ?? 0);
	const place = new Int32Array(limits);
	const filled = childStart.slice();
	for (let k = 0; k < limits; k++) {
		const outer = parent[k] ?? -1;
		if (outer < 0) continue;
		const slot = filled[outer] ?? 0;
		child[slot] = k;
		place[k] = slot;
		filled[outer] = slot + 1;
	}

	/** One order over all bids, ties by claim, so that the lowest below a limit is the lowest all the way down to its seat. */
	const below = (a: number, b: number): boolean => {
		const bidA = bid[a] ?? 0;
		const bidB = bid[b] ?? 0;
		return bidA < bidB || (bidA === bidB && a < b);
	};
	const emptyLast = (a: number, b: number): boolean => a >= 0 && (b < 0 || below(a, b));

	const sinkSeat = (first: number, size: number, from: number, claim: number) => {
		let hole = from;
		for (;;) {
			let next = 2 * hole + 1;
			if (next >= size) break;
			if (next + 1 < size && below(seat[first + next + 1] ?? 0, seat[first + next] ?? 0)) next++;
			const lower = seat[first + next] ?? 0;
			if (!below(lower, claim)) break;
			seat[first + hole] = lower;
			hole = next;
		}
		seat[first + hole] = claim;
	};
	const liftSeat = (first: number, from: number, claim: number) => {
		let hole = from;
		while (hole > 0) {
			const up = (hole - 1) >> 1;
			const upper = seat[first + up] ?? 0;
			if (!below(claim, upper)) break;
			seat[first + hole] = upper;
			hole = up;
		}
		seat[first + hole] = claim;
	};

	const reprice = (k: number) => {
		own[k] = (count[k] ?? 0) >= (limit[k] ?? 0) ? (bid[least[k] ?? 0] ?? 0) : (reserve[k] ?? 0);
	};

	/** After the seats of one offer changed by `change`: brings every limit on the way out up to date. */
	const settle = (offer: number, change: number) => {
		least[offer] = (count[offer] ?? 0) > 0 ? (seat[seatStart[offer] ?? 0] ?? -1) : -1;
		reprice(offer);
		let inner = offer;
		for (let k = parent[offer] ?? -1; k >= 0; k = parent[k] ?? -1) {
			count[k] = (count[k] ?? 0) + change;
			const first = childStart[k] ?? 0;
			const size = (childStart[k + 1] ?? 0) - first;
			const lowest = least[inner] ?? -1;
			let hole = (place[inner] ?? 0) - first;
			while (hole > 0) {
				const up = (hole - 1) >> 1;
				const upper = child[first + up] ?? 0;
				if (!emptyLast(lowest, least[upper] ?? -1)) break;
				child[first + hole] = upper;
				place[upper] = first + hole;
				hole = up;
			}
			for (;;) {
				let next = 2 * hole + 1;
				if (next >= size) break;
				if (
					next + 1 < size &&
					emptyLast(least[child[first + next + 1] ?? 0] ?? -1, least[child[first + next] ?? 0] ?? -1)
				)
					next++;
				const lower = child[first + next] ?? 0;
				if (!emptyLast(least[lower] ?? -1, lowest)) break;
				child[first + hole] = lower;
				place[lower] = first + hole;
				hole = next;
			}
			child[first + hole] = inner;
			place[inner] = first + hole;
			least[k] = least[child[first] ?? 0] ?? -1;
			reprice(k);
			inner = k;
		}
	};

	const removeAt = (offer: number, position: number) => {
		const first = seatStart[offer] ?? 0;
		const size = (count[offer] ?? 0) - 1;
		count[offer] = size;
		if (position < size) {
			const last = seat[first + size] ?? 0;
			sinkSeat(first, size, position, last);
			if (seat[first + position] === last) liftSeat(first, position, last);
		}
	};

	const take = (claim: number, offer: number, offered: number): number => {
		bid[claim] = offered;
		at[claim] = offer;
		const first = seatStart[offer] ?? 0;
		let full = offer;
		while (full >= 0 && (count[full] ?? 0) < (limit[full] ?? 0)) full = parent[full] ?? -1;
		if (full === offer) {
			const displaced = seat[first] ?? -1;
			at[displaced] = -1;
			sinkSeat(first, count[offer] ?? 0, 0, claim);
			settle(offer, 0);
			return displaced;
		}
		let displaced = -1;
		if (full >= 0) {
			displaced = least[full] ?? -1;
			const from = at[displaced] ?? 0;
			at[displaced] = -1;
			removeAt(from, 0);
			settle(from, -1);
		}
		const size = count[offer] ?? 0;
		count[offer] = size + 1;
		liftSeat(first, size, claim);
		settle(offer, 1);
		return displaced;
	};

	const clear = () => {
		count.fill(0);
		least.fill(-1);
		at.fill(-1);
		own.set(reserve);
	};

	return { count, own, reserve, bid, at, take, clear };
}
