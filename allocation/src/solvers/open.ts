import { insideAt } from "../core.ts";
import { type Flow, forget, priceAt, type Search } from "./flow.ts";
import { emptied, nearest, put, type Queue, queueOf } from "./order.ts";
import { rise, sit } from "./sitting.ts";

/** A search for the cheapest chain by which an empty place comes to the outside, over pairs nearby. */
export interface Opening {
	readonly state: Flow;
	readonly search: Search;
	readonly queue: Queue;
	/** Only pairs within this of their claim's cheapest option were looked at. */
	readonly within: number;
	/** Prices when they were looked at, and the most that any has fallen since. */
	readonly before: Float64Array;
	fallen: number;
	/** Those pairs and their claims by offer, for seeing who could move in: entry[j] … entry[j+1]−1. */
	readonly entry: Int32Array;
	readonly pairAt: Int32Array;
	readonly claimAt: Int32Array;
	best: number;
	/** Where the chain comes in from the outside, and who comes in there from being unplaced, by which pair (−1: nobody). */
	last: number;
	newcomer: number;
	newPair: number;
	/** Limits and pairs looked at for the place opened last. */
	looked: number;
}

/** Looks at every pair once. `search` is for its use. */
export function opening(state: Flow, search: Search, within: number): Opening {
	const { core, sitting, price } = state;
	const { taken } = sitting;
	const { claims, offers, start, offer, cost, unplaced } = core;
	const before = price.slice();
	// A price below 0 stands only where nobody is placed; the margin keeps the pairs that lead there.
	const margin = within - before.reduce((least, here) => Math.min(least, here), 0);
	const entry = new Int32Array(offers + 1);
	let near = new Int32Array(claims);
	let whose = new Int32Array(claims);
	let found = 0;
	for (let i = 0; i < claims; i++) {
		const now = taken[i] ?? -1;
		const worth = now < 0 ? (unplaced[i] ?? 0) : (cost[now] ?? 0) + (before[offer[now] ?? 0] ?? 0);
		const first = start[i] ?? 0;
		const end = start[i + 1] ?? 0;
		if (found + end - first > near.length) {
			near = grown(near, found + end - first);
			whose = grown(whose, found + end - first);
		}
		for (let e = first; e < end; e++) {
			const base = (cost[e] ?? 0) - worth;
			if (base > margin) break;
			const j = offer[e] ?? 0;
			if (base + (before[j] ?? 0) > within) continue;
			near[found] = e;
			whose[found++] = i;
			entry[j + 1] = (entry[j + 1] ?? 0) + 1;
		}
	}
	// The same by offer, for seeing who could move in.
	for (let j = 0; j < offers; j++) entry[j + 1] = (entry[j + 1] ?? 0) + (entry[j] ?? 0);
	const filled = entry.slice();
	const pairAt = new Int32Array(found);
	const claimAt = new Int32Array(found);
	for (let at = 0; at < found; at++) {
		const e = near[at] ?? 0;
		const j = offer[e] ?? 0;
		const slot = filled[j] ?? 0;
		pairAt[slot] = e;
		claimAt[slot] = whose[at] ?? 0;
		filled[j] = slot + 1;
	}
	const queue = queueOf(core.limits, search.distance);
	return {
		state,
		search,
		queue,
		within,
		before,
		fallen: 0,
		entry,
		pairAt,
		claimAt,
		best: 0,
		last: -1,
		newcomer: -1,
		newPair: -1,
		looked: 0,
	};
}

function reach(opening: Opening, k: number, value: number, onto: number, pair: number, claim: number): void {
	const { search } = opening;
	const { distance, from, byPair, byClaim, touched } = search;
	const known = distance[k] ?? 0;
	if (value >= known || value >= opening.best) return;
	if (known === Number.POSITIVE_INFINITY) touched[search.reached++] = k;
	distance[k] = value;
	from[k] = onto;
	byPair[k] = pair;
	byClaim[k] = claim;
	put(opening.queue, k);
}

function look(opening: Opening, k: number, offset: number): void {
	const { state, entry, pairAt, claimAt } = opening;
	const { core, sitting, price } = state;
	const { offer, cost, unplaced } = core;
	const { taken } = sitting;
	const end = entry[k + 1] ?? 0;
	for (let slot = entry[k] ?? 0; slot < end; slot++) {
		const e = pairAt[slot] ?? 0;
		const i = claimAt[slot] ?? 0;
		const now = taken[i] ?? -1;
		const into = offset + (cost[e] ?? 0);
		if (now < 0) {
			const value = into - (unplaced[i] ?? 0);
			if (value >= opening.best) continue;
			opening.best = value;
			opening.last = k;
			opening.newcomer = i;
			opening.newPair = e;
		} else if (now !== e) {
			const a = offer[now] ?? 0;
			reach(opening, a, into - (cost[now] ?? 0) - (price[a] ?? 0), k, e, i);
		}
	}
}

function move({ state, search, last, newcomer, newPair }: Opening): void {
	const { core, sitting, flow } = state;
	const { from, byPair, byClaim } = search;
	if (newcomer >= 0) sit(sitting, newcomer, newPair);
	else flow[last] = (flow[last] ?? 0) - 1;
	for (let k = last; from[k] !== -1; k = from[k] ?? -1) {
		const who = byClaim[k] ?? -1;
		const onto = from[k] ?? -1;
		if (who >= 0) {
			rise(sitting, who);
			sit(sitting, who, byPair[k] ?? 0);
		} else if (core.parent[k] === onto) flow[k] = (flow[k] ?? 0) + 1;
		else flow[onto] = (flow[onto] ?? 0) - 1;
	}
}

/**
 * Opens one place that only counts as filled: the hole at a limit travels along the cheapest chain to the outside. Somebody
 * moves into it and leaves a hole behind, or comes in from being unplaced, or it is given to a limit inside or around. Prices of
 * what lies nearer than the outside fall by the difference.
 *
 * Pairs that were not looked at come nearer only as prices fall, so a chain that costs no more than what then still lies between
 * is the cheapest of all; where that is not sure, nothing is changed, and the answer is no.
 */
export function open(opening: Opening, hole: number): boolean {
	const { state, search, queue, before, entry } = opening;
	const { core, price, limit, flow, inside } = state;
	const { offers, parent } = core;
	const { distance, touched } = search;
	forget(search);
	emptied(queue);
	opening.best = Number.POSITIVE_INFINITY;
	opening.newcomer = -1;
	const sure = opening.within - opening.fallen;
	opening.looked = 0;
	reach(opening, hole, 0, -1, -1, -1);
	for (let k = nearest(queue); k >= 0; k = nearest(queue)) {
		const value = distance[k] ?? 0;
		if (value >= opening.best || value > sure) break;
		opening.looked += k < offers ? 1 + (entry[k + 1] ?? 0) - (entry[k] ?? 0) : 1;
		const here = price[k] ?? 0;
		if ((flow[k] ?? 0) > 0) {
			const p = parent[k] ?? -1;
			const up = value + here - priceAt(price, p);
			if (p >= 0) reach(opening, p, up, k, -1, -1);
			else if (up < opening.best) {
				opening.best = up;
				opening.last = k;
				opening.newcomer = -1;
			}
		}
		if (k < offers) look(opening, k, value + here);
		else
			for (const c of insideAt(inside, offers, k))
				if ((flow[c] ?? 0) < (limit[c] ?? 0)) reach(opening, c, value + here - (price[c] ?? 0), k, -1, -1);
	}
	const { best } = opening;
	if (best > sure) return false;
	move(opening);
	for (let t = 0; t < search.reached; t++) {
		const k = touched[t] ?? 0;
		const nearer = best - (distance[k] ?? 0);
		if (nearer <= 0) continue;
		price[k] = (price[k] ?? 0) - nearer;
		opening.fallen = Math.max(opening.fallen, (before[k] ?? 0) - (price[k] ?? 0));
	}
	return true;
}

/** The same with room for `least` and as much again as there was. */
function grown(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
	const larger = new Int32Array(Math.max(least, 2 * array.length));
	larger.set(array);
	return larger;
}
