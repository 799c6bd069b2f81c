import { type Core, insideAt, insideOf, type Priced, spreadOf } from "../core.ts";
import { rise, type Sitting, sit, sittingOf } from "./sitting.ts";
import { sortRow } from "./sort.ts";

/** Where an auction can start. */
export interface Start {
	/** A plan that places the most (by what staying unplaced costs above all else), regardless of what pairs cost. */
	readonly guess: Priced;
	/** The most that a claim's options differ by, beyond the prices. */
	readonly range: number;
}

/** Pairs looked at between two yields. */
const stride = 1_000_000;

/**
 * Staying unplaced often costs far more than any difference between pairs. Then prices rise, where places are scarce, to near
 * that cost, and bidding that high takes long. So the excess is taken off first: as if pairs cost nothing, who
 * must go without, and which limits does that make scarce (König's cover, Hall's deficient sets)? Their prices start at the excess.
 *
 * Gives nothing when no claim's cost of staying unplaced stands out. Yields from time to time.
 */
export function* scarcity(core: Core): Generator<undefined, Start | undefined> {
	const found = excessOf(core);
	return found === undefined ? undefined : { guess: yield* placingMost(core, found.excess), range: found.range };
}

/** What each claim loses by going without beyond what pairs can make up for, if that stands out. */
function excessOf(core: Core): { readonly excess: Float64Array; readonly range: number } | undefined {
	const { claims, start, cost, unplaced } = core;
	const spread = spreadOf(core);
	// Measured: prices that start half a spread high are better than as much too low.
	const roof = dearestOf(core) - Math.floor(spread / 2);
	const excess = new Float64Array(claims);
	let range = 0;
	let most = 0;
	for (let i = 0; i < claims; i++) {
		const over = Math.max(0, (unplaced[i] ?? 0) - roof);
		excess[i] = over;
		const first = start[i] ?? 0;
		if (first === (start[i + 1] ?? 0)) continue;
		range = Math.max(range, (unplaced[i] ?? 0) - over - (cost[first] ?? 0));
		most = Math.max(most, over);
	}
	return most <= spread / 2 ? undefined : { excess, range };
}

function dearestOf({ claims, start, cost }: Core): number {
	let dearest = Number.NEGATIVE_INFINITY;
	for (let i = 0; i < claims; i++) {
		const end = start[i + 1] ?? 0;
		if ((start[i] ?? 0) < end) dearest = Math.max(dearest, cost[end - 1] ?? 0);
	}
	return dearest;
}

/** A plan that places the most, as far as it is made, and the search for room. */
interface Placing {
	readonly core: Core;
	readonly sitting: Sitting;
	readonly inside: readonly (readonly number[])[];
	readonly count: Int32Array;
	/** Limits that a chain has come to, and how it came there. */
	readonly seen: Uint8Array;
	readonly from: Int32Array;
	readonly byPair: Int32Array;
	readonly byClaim: Int32Array;
	/** The first `waiting` of these have been seen. */
	readonly queue: Int32Array;
	waiting: number;
	/** Pairs looked at. */
	looked: number;
}

function hasRoom({ parent, limit }: Core, count: Int32Array, limitAt: number): boolean {
	let k = limitAt;
	while (k >= 0 && (count[k] ?? 0) < (limit[k] ?? 0)) k = parent[k] ?? -1;
	return k < 0;
}

/** Notes that one more can come to a limit; tells whether there is room for one. */
function see(placing: Placing, k: number, through: number, pair: number, claim: number): boolean {
	const { core, count, seen, from, byPair, byClaim, queue } = placing;
	seen[k] = 1;
	from[k] = through;
	byPair[k] = pair;
	byClaim[k] = claim;
	queue[placing.waiting++] = k;
	return hasRoom(core, count, k);
}

/** Where room is found by one of the claim's pairs, or −1. */
function seeAll(placing: Placing, i: number, through: number): number {
	const { core, seen } = placing;
	const { start, offer } = core;
	const first = start[i] ?? 0;
	const end = start[i + 1] ?? 0;
	placing.looked += end - first;
	for (let e = first; e < end; e++) {
		const j = offer[e] ?? 0;
		if (seen[j] === 0 && see(placing, j, through, e, i)) return j;
	}
	return -1;
}

/** Where room is found from a limit that one more has come to, or −1. */
function seeFrom(placing: Placing, k: number): number {
	const { core, sitting, inside, count, seen } = placing;
	const { offers, parent, limit } = core;
	const { head, next } = sitting;
	const outer = parent[k] ?? -1;
	if (outer >= 0 && seen[outer] === 0 && (count[k] ?? 0) < (limit[k] ?? 0) && see(placing, outer, k, -1, -1))
		return outer;
	for (const c of insideAt(inside, offers, k))
		if (seen[c] === 0 && (count[c] ?? 0) > 0 && see(placing, c, k, -1, -1)) return c;
	if (k >= offers) return -1;
	for (let i = head[k] ?? -1; i >= 0; i = next[i] ?? -1) {
		const found = seeAll(placing, i, k);
		if (found >= 0) return found;
	}
	return -1;
}

function move({ core, sitting, count, from, byPair, byClaim }: Placing, last: number): void {
	const { parent } = core;
	for (let k = last; k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
	for (let k = last; k >= 0; k = from[k] ?? -1) {
		const who = byClaim[k] ?? -1;
		const through = from[k] ?? -1;
		if (who >= 0) {
			if (through >= 0) rise(sitting, who);
			sit(sitting, who, byPair[k] ?? 0);
		} else if (parent[through] === k) count[through] = (count[through] ?? 0) + 1;
		else count[k] = (count[k] ?? 0) - 1;
	}
}

/** Places a claim by the fewest moves; where none help, what was seen costs what it loses, from now on. */
function search(placing: Placing, i: number, lost: number, price: Float64Array): void {
	const { queue, seen } = placing;
	placing.waiting = 0;
	let found = seeAll(placing, i, -1);
	for (let at = 0; at < placing.waiting && found < 0; at++) found = seeFrom(placing, queue[at] ?? 0);
	if (found >= 0) move(placing, found);
	for (let at = 0; at < placing.waiting; at++) {
		const k = queue[at] ?? 0;
		if (found >= 0) seen[k] = 0;
		else price[k] = lost;
	}
}

/** Gives a claim the first of its pairs where there is room, if there is any. */
function placeAtOnce({ core, sitting, count }: Placing, i: number): void {
	const { parent, start, offer } = core;
	const last = start[i + 1] ?? 0;
	for (let e = start[i] ?? 0; e < last; e++) {
		let k = offer[e] ?? 0;
		if (!hasRoom(core, count, k)) continue;
		sit(sitting, i, e);
		for (; k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
		break;
	}
}

/**
 * Places those first who lose most by going without: whoever finds a place where there is room, then whoever does by the fewest moves. Where
 * no moves help one of them, all that was looked at leads to no room, now or later, and is never looked at again: every pair is seen
 * once, but for those on the way to somebody's place. Its limits are the scarce ones, at the price of what that claim loses.
 */
export function* placingMost(core: Core, worth: Float64Array): Generator<undefined, Priced> {
	const { claims, limits, parent } = core;
	const price = new Float64Array(limits);
	const sitting = sittingOf(core);
	const placing: Placing = {
		core,
		sitting,
		inside: insideOf(core),
		count: new Int32Array(limits),
		seen: new Uint8Array(limits),
		from: new Int32Array(limits),
		byPair: new Int32Array(limits),
		byClaim: new Int32Array(limits),
		queue: new Int32Array(limits),
		waiting: 0,
		looked: 0,
	};
	const { taken } = sitting;
	const order = new Int32Array(claims);
	for (let i = 0; i < claims; i++) order[i] = i;
	if (worth.some((value) => value !== worth[0]))
		sortRow(
			order,
			0,
			claims,
			worth.map((value) => -value),
			new Int32Array(claims),
		);
	for (let first = 0, end = 0; first < claims; first = end) {
		const lost = worth[order[first] ?? 0] ?? 0;
		for (end = first; end < claims && worth[order[end] ?? 0] === lost; end++) placeAtOnce(placing, order[end] ?? 0);
		for (let at = first; at < end && lost > 0; at++) {
			const i = order[at] ?? 0;
			if ((taken[i] ?? -1) < 0) search(placing, i, lost, price);
			if (placing.looked < stride) continue;
			placing.looked = 0;
			yield;
		}
	}
	for (let k = limits - 1; k >= 0; k--) price[k] = Math.max(price[parent[k] ?? -1] ?? 0, price[k] ?? 0);
	return { taken, price };
}
