import type { Core, Priced } from "../core.ts";
import { enter, entering } from "./enter.ts";
import { comeOf, flowOf, pricedOf, searchOf } from "./flow.ts";

/** Limits looked at between two yields. */
const stride = 20_000;

/** A round of parts no larger than this has no long chains either. */
const smallPart = 64;

/** Limits looked at before it is given up, for each claim that enters and beyond: measured, 3 to 9 for each where there are plenty of places. */
const mostEach = 15;
const mostBeyond = 1_000;

/** Of the claims, how many may find nothing left by first come: measured, at most 1 in 45 where chains stay short, at least 1 in 14 where they do not. */
const fewLeft = 1 / 20;

/**
 * The plan that chains of moves begin with, if they are worth beginning with: there are places for all, near enough that first come leaves few
 * without one, or the claims fall apart into small parts. Measured at 10,000, chains and what follows ÷ the auction from nothing: 0.4 with 1.2 places a
 * claim, 0.6 with 1.06, 0.8 with as many as claims, but 1.4 with 0.99, 3 with 0.97, and 6 with as many places as claims but too far away for a tenth.
 */
export function beginningOfChains(core: Core): Int32Array | undefined {
	const apart = fallsApart(core);
	if (!apart && placesOf(core) < core.claims) return undefined;
	const taken = firstCome(core);
	const left = taken.reduce((sum, pair) => sum + (pair < 0 ? 1 : 0), 0);
	return apart || left <= fewLeft * core.claims ? taken : undefined;
}

/** What chains came to; `whole` when everybody has entered, so that the plan is optimal. */
interface Chained {
	readonly priced: Priced;
	readonly whole: boolean;
}

/**
 * Solves by chains alone from a plan in which each claim has its cheapest place that was left (`firstCome`): those for whom that is not the cheapest of all enter
 * one by one along the cheapest chain of moves. Prices begin at 0, so every limit that costs something is full, and the end is optimal.
 * Stops when chains turn out to be long; the prices are then a good beginning for an auction.
 *
 * Yields the number of claims still to enter.
 */
export function* chains(core: Core, taken: Int32Array = firstCome(core)): Generator<number, Chained> {
	const state = flowOf(core, { taken, price: new Float64Array(core.limits) });
	const { entering: waiting } = state;
	const entry = entering(state, searchOf(core.limits));
	const most = mostEach * waiting.length + mostBeyond;
	let looked = 0;
	let told = 0;
	let at = waiting.length - 1;
	for (; at >= 0 && looked <= most; at--) {
		looked += enter(entry, waiting[at] ?? 0);
		if (looked - told < stride) continue;
		told = looked;
		yield at;
	}
	return { priced: pricedOf(state), whole: at < 0 };
}

/** Each claim in turn takes its cheapest pair that is left. */
export function firstCome(core: Core): Int32Array {
	const { claims, start, offer, limits, limit, parent } = core;
	const taken = new Int32Array(claims).fill(-1);
	const count = new Int32Array(limits);
	for (let i = 0; i < claims; i++)
		for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0) && taken[i] === -1; e++) {
			let k = offer[e] ?? 0;
			while (k >= 0 && (count[k] ?? 0) < (limit[k] ?? 0)) k = parent[k] ?? -1;
			if (k >= 0) continue;
			taken[i] = e;
			for (k = offer[e] ?? 0; k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
		}
	return taken;
}

/** How many places there are that somebody can come to, shared limits counted. */
function placesOf(core: Core): number {
	const { limits, parent, limit } = core;
	const inside = new Float64Array(limits);
	inside.set(comeOf(core));
	let places = 0;
	for (let k = 0; k < limits; k++) {
		const free = Math.min(limit[k] ?? 0, inside[k] ?? 0);
		const outer = parent[k] ?? -1;
		if (outer < 0) places += free;
		else inside[outer] = (inside[outer] ?? 0) + free;
	}
	return places;
}

/** Whether no part of the claims, joined by the limits they can reach, is larger than a small one. Ends at the first that is. */
function fallsApart({ claims, limits, parent, start, offer }: Core): boolean {
	const joined = new Int32Array(limits);
	for (let k = 0; k < limits; k++) joined[k] = k;
	const size = new Int32Array(limits);
	const partOf = (k: number): number => {
		let at = k;
		while (joined[at] !== at) {
			joined[at] = joined[joined[at] ?? 0] ?? 0;
			at = joined[at] ?? 0;
		}
		return at;
	};
	const join = (a: number, b: number): number => {
		if (a === b) return a;
		joined[b] = a;
		size[a] = (size[a] ?? 0) + (size[b] ?? 0);
		return a;
	};
	for (let k = 0; k < limits; k++) if ((parent[k] ?? -1) >= 0) join(partOf(parent[k] ?? 0), partOf(k));
	for (let i = 0; i < claims; i++) {
		const first = start[i] ?? 0;
		const end = start[i + 1] ?? 0;
		if (first === end) continue;
		let part = partOf(offer[first] ?? 0);
		for (let e = first + 1; e < end; e++) part = join(part, partOf(offer[e] ?? 0));
		size[part] = (size[part] ?? 0) + 1;
		if ((size[part] ?? 0) > smallPart) return false;
	}
	return true;
}
