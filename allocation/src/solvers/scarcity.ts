import type { Core, Priced } from "../core.ts";
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
	const { claims, start, cost, unplaced } = core;
	let spread = 0;
	let dearest = Number.NEGATIVE_INFINITY;
	for (let i = 0; i < claims; i++) {
		const first = start[i] ?? 0;
		const end = start[i + 1] ?? 0;
		if (first === end) continue;
		spread = Math.max(spread, (cost[end - 1] ?? 0) - (cost[first] ?? 0));
		dearest = Math.max(dearest, cost[end - 1] ?? 0);
	}
	// Measured: prices that start half a spread high are better than as much too low.
	const roof = dearest - Math.floor(spread / 2);
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
	if (most <= spread / 2) return undefined;
	return { guess: yield* placingMost(core, excess), range };
}

/**
 * Places those first who lose most by going without: whoever finds a place where there is room, then whoever does by the fewest moves. Where
 * no moves help one of them, all that was looked at leads to no room, now or later, and is never looked at again: every pair is seen
 * once, but for those on the way to somebody's place. Its limits are the scarce ones, at the price of what that claim loses.
 */
export function* placingMost(core: Core, worth: Float64Array): Generator<undefined, Priced> {
	const { claims, offers, limits, parent, limit, start, offer } = core;
	const taken = new Int32Array(claims).fill(-1);
	const price = new Float64Array(limits);
	const count = new Int32Array(limits);
	/** Who sits at an offer, as a list: the first per offer, the next and the one before per claim. */
	const head = new Int32Array(offers).fill(-1);
	const next = new Int32Array(claims);
	const previous = new Int32Array(claims);
	const inside: number[][] = Array.from({ length: limits - offers }, () => []);
	for (let k = 0; k < limits; k++) inside[(parent[k] ?? -1) - offers]?.push(k);
	const seen = new Uint8Array(limits);
	const from = new Int32Array(limits);
	const byPair = new Int32Array(limits);
	const byClaim = new Int32Array(limits);
	const queue = new Int32Array(limits);
	let waiting = 0;
	let looked = 0;

	const sit = (i: number, e: number) => {
		const j = offer[e] ?? 0;
		const first = head[j] ?? -1;
		taken[i] = e;
		next[i] = first;
		previous[i] = -1;
		if (first >= 0) previous[first] = i;
		head[j] = i;
	};
	const rise = (i: number) => {
		const left = previous[i] ?? -1;
		const right = next[i] ?? -1;
		if (left >= 0) next[left] = right;
		else head[offer[taken[i] ?? 0] ?? 0] = right;
		if (right >= 0) previous[right] = left;
	};
	const hasRoom = (limitAt: number): boolean => {
		let k = limitAt;
		while (k >= 0 && (count[k] ?? 0) < (limit[k] ?? 0)) k = parent[k] ?? -1;
		return k < 0;
	};
	/** Notes that one more can come to a limit; tells whether there is room for one. */
	const see = (k: number, through: number, pair: number, claim: number): boolean => {
		seen[k] = 1;
		from[k] = through;
		byPair[k] = pair;
		byClaim[k] = claim;
		queue[waiting++] = k;
		return hasRoom(k);
	};
	/** Where room is found by one of the claim's pairs, or −1. */
	const seeAll = (i: number, through: number): number => {
		const first = start[i] ?? 0;
		const end = start[i + 1] ?? 0;
		looked += end - first;
		for (let e = first; e < end; e++) {
			const j = offer[e] ?? 0;
			if (seen[j] === 0 && see(j, through, e, i)) return j;
		}
		return -1;
	};
	/** Where room is found from a limit that one more has come to, or −1. */
	const seeFrom = (k: number): number => {
		const outer = parent[k] ?? -1;
		if (outer >= 0 && seen[outer] === 0 && (count[k] ?? 0) < (limit[k] ?? 0) && see(outer, k, -1, -1)) return outer;
		if (k >= offers) {
			for (const c of inside[k - offers] ?? []) if (seen[c] === 0 && (count[c] ?? 0) > 0 && see(c, k, -1, -1)) return c;
			return -1;
		}
		for (let i = head[k] ?? -1; i >= 0; i = next[i] ?? -1) {
			const found = seeAll(i, k);
			if (found >= 0) return found;
		}
		return -1;
	};
	const move = (last: number) => {
		for (let k = last; k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
		for (let k = last; k >= 0; k = from[k] ?? -1) {
			const who = byClaim[k] ?? -1;
			const through = from[k] ?? -1;
			if (who >= 0) {
				if (through >= 0) rise(who);
				sit(who, byPair[k] ?? 0);
			} else if (parent[through] === k) count[through] = (count[through] ?? 0) + 1;
			else count[k] = (count[k] ?? 0) - 1;
		}
	};
	const search = (i: number) => {
		waiting = 0;
		let found = seeAll(i, -1);
		for (let at = 0; at < waiting && found < 0; at++) found = seeFrom(queue[at] ?? 0);
		if (found >= 0) move(found);
		for (let at = 0; at < waiting; at++) {
			const k = queue[at] ?? 0;
			if (found >= 0) seen[k] = 0;
			else price[k] = worth[i] ?? 0;
		}
	};

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
		for (end = first; end < claims && worth[order[end] ?? 0] === lost; end++) {
			const i = order[end] ?? 0;
			const last = start[i + 1] ?? 0;
			for (let e = start[i] ?? 0; e < last; e++) {
				let k = offer[e] ?? 0;
				if (!hasRoom(k)) continue;
				sit(i, e);
				for (; k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
				break;
			}
		}
		for (let at = first; at < end && lost > 0; at++) {
			const i = order[at] ?? 0;
			if ((taken[i] ?? -1) < 0) search(i);
			if (looked < stride) continue;
			looked = 0;
			yield;
		}
	}
	for (let k = limits - 1; k >= 0; k--) price[k] = Math.max(price[parent[k] ?? -1] ?? 0, price[k] ?? 0);
	return { taken, price };
}
