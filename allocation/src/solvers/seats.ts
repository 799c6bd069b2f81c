import type { Core } from "../core.ts";

/**
 * Who sits where, and at what bid: the state of an auction over a forest of limits.
 *
 * A limit that is full prices its next place at the lowest bid below it; one with room prices it at its reserve. A place at
 * an offer costs the highest of these on the way out, because the lowest bid below the innermost full limit is the one
 * that a newcomer must beat (the lowest element of the circuit that the newcomer closes in a laminar matroid).
 */
export interface Seats {
	readonly parent: Int32Array;
	readonly limit: Int32Array;
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
	/** Per limit: the claim with the lowest bid below it. */
	readonly least: Int32Array;
	/** Who sits at offer j: a heap by lowest bid, from seatStart[j] on. */
	readonly seatStart: Int32Array;
	readonly seat: Int32Array;
	/** Children of each shared limit, a heap by their lowest bid; place[child] is where the child stands in it. */
	readonly childStart: Int32Array;
	readonly child: Int32Array;
	readonly place: Int32Array;
}

export function seatsOf(core: Core): Seats {
	const { claims, offers, limits, parent, limit } = core;
	const count = new Int32Array(limits);
	const own = new Float64Array(limits);
	const reserve = new Float64Array(limits);
	const bid = new Float64Array(claims);
	const at = new Int32Array(claims).fill(-1);
	const least = new Int32Array(limits).fill(-1);

	// An offer can never seat more than the claims that can reach it, however high its limit.
	const degree = new Int32Array(offers);
	for (let e = 0; e < core.offer.length; e++) degree[core.offer[e] ?? 0] = (degree[core.offer[e] ?? 0] ?? 0) + 1;
	const seatStart = new Int32Array(offers + 1);
	for (let j = 0; j < offers; j++) seatStart[j + 1] = (seatStart[j] ?? 0) + Math.min(limit[j] ?? 0, degree[j] ?? 0);
	const seat = new Int32Array(seatStart[offers] ?? 0);

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
	return { parent, limit, count, own, reserve, bid, at, least, seatStart, seat, childStart, child, place };
}

/** One order over all bids, ties by claim, so that the lowest below a limit is the lowest all the way down to its seat. */
function below(bid: Float64Array, a: number, b: number): boolean {
	const bidA = bid[a] ?? 0;
	const bidB = bid[b] ?? 0;
	return bidA < bidB || (bidA === bidB && a < b);
}

function emptyLast(bid: Float64Array, a: number, b: number): boolean {
	return a >= 0 && (b < 0 || below(bid, a, b));
}

function sinkSeat({ seat, bid }: Seats, first: number, size: number, from: number, claim: number): void {
	let hole = from;
	for (;;) {
		let next = 2 * hole + 1;
		if (next >= size) break;
		if (next + 1 < size && below(bid, seat[first + next + 1] ?? 0, seat[first + next] ?? 0)) next++;
		const lower = seat[first + next] ?? 0;
		if (!below(bid, lower, claim)) break;
		seat[first + hole] = lower;
		hole = next;
	}
	seat[first + hole] = claim;
}

function liftSeat({ seat, bid }: Seats, first: number, from: number, claim: number): void {
	let hole = from;
	while (hole > 0) {
		const up = (hole - 1) >> 1;
		const upper = seat[first + up] ?? 0;
		if (!below(bid, claim, upper)) break;
		seat[first + hole] = upper;
		hole = up;
	}
	seat[first + hole] = claim;
}

function reprice({ count, limit, own, bid, least, reserve }: Seats, k: number): void {
	own[k] = (count[k] ?? 0) >= (limit[k] ?? 0) ? (bid[least[k] ?? 0] ?? 0) : (reserve[k] ?? 0);
}

/** After the seats of one offer changed by `change`: brings every limit on the way out up to date. */
function settle(seats: Seats, offer: number, change: number): void {
	const { parent, count, bid, least, seatStart, seat, childStart, child, place } = seats;
	least[offer] = (count[offer] ?? 0) > 0 ? (seat[seatStart[offer] ?? 0] ?? -1) : -1;
	reprice(seats, offer);
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
			if (!emptyLast(bid, lowest, least[upper] ?? -1)) break;
			child[first + hole] = upper;
			place[upper] = first + hole;
			hole = up;
		}
		for (;;) {
			let next = 2 * hole + 1;
			if (next >= size) break;
			const right = next + 1 < size ? (least[child[first + next + 1] ?? 0] ?? -1) : -1;
			if (emptyLast(bid, right, least[child[first + next] ?? 0] ?? -1)) next++;
			const lower = child[first + next] ?? 0;
			if (!emptyLast(bid, least[lower] ?? -1, lowest)) break;
			child[first + hole] = lower;
			place[lower] = first + hole;
			hole = next;
		}
		child[first + hole] = inner;
		place[inner] = first + hole;
		least[k] = least[child[first] ?? 0] ?? -1;
		reprice(seats, k);
		inner = k;
	}
}

/** Takes out the lowest bid at an offer. */
function removeLowest(seats: Seats, offer: number): void {
	const { count, seatStart, seat } = seats;
	const first = seatStart[offer] ?? 0;
	const size = (count[offer] ?? 0) - 1;
	count[offer] = size;
	if (size > 0) sinkSeat(seats, first, size, 0, seat[first + size] ?? 0);
}

/** Seats a claim at an offer that it has outbid; gives the claim displaced, or −1. */
export function take(seats: Seats, claim: number, offer: number, offered: number): number {
	const { parent, limit, count, bid, at, least, seatStart, seat } = seats;
	bid[claim] = offered;
	at[claim] = offer;
	const first = seatStart[offer] ?? 0;
	let full = offer;
	while (full >= 0 && (count[full] ?? 0) < (limit[full] ?? 0)) full = parent[full] ?? -1;
	if (full === offer) {
		const displaced = seat[first] ?? -1;
		at[displaced] = -1;
		sinkSeat(seats, first, count[offer] ?? 0, 0, claim);
		settle(seats, offer, 0);
		return displaced;
	}
	let displaced = -1;
	if (full >= 0) {
		displaced = least[full] ?? -1;
		const from = at[displaced] ?? 0;
		at[displaced] = -1;
		removeLowest(seats, from);
		settle(seats, from, -1);
	}
	const size = count[offer] ?? 0;
	count[offer] = size + 1;
	liftSeat(seats, first, size, claim);
	settle(seats, offer, 1);
	return displaced;
}

/** Empties every seat and sets each limit's price to its reserve. */
export function clear({ count, least, at, own, reserve }: Seats): void {
	count.fill(0);
	least.fill(-1);
	at.fill(-1);
	own.set(reserve);
}
