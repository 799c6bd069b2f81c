import { type Core, insideOf, type Priced } from "../core.ts";
import { type Sitting, sit, sittingOf } from "./sitting.ts";

/**
 * A plan and prices as a flow that may be out of balance, but that no chain of moves improves at its prices. Units flow from
 * each claim through its offer and the limits around it to the outside.
 */
export interface Flow {
	readonly core: Core;
	readonly sitting: Sitting;
	/** Per limit: the price of a place there, outer limits included. */
	readonly price: Float64Array;
	/** Per limit: how many may pass; one more than could ever come where the limit cannot be reached. */
	readonly limit: Int32Array;
	/** Per limit: how many pass outwards, or count as passing. */
	readonly flow: Int32Array;
	/** Per limit: how many of those that count as passing are still missing; below 0, how many came that cannot pass. */
	readonly lack: Int32Array;
	/** Claims that gave up their option, or had none, and want one. */
	readonly entering: readonly number[];
	/** Per shared limit, from the first on: the limits directly inside it. */
	readonly inside: readonly (readonly number[])[];
}

/** The price of a place at a limit; 0 outside (−1). */
export function priceAt(price: Float64Array, limit: number): number {
	return limit < 0 ? 0 : (price[limit] ?? 0);
}

/**
 * Takes from a plan within its limits what holds at the prices: a claim whose option is not among its cheapest gives it up, and
 * a limit that costs more than the limit around it counts as full.
 */
export function flowOf(core: Core, guess: Priced): Flow {
	const { claims, limits, parent, offer, cost, unplaced } = core;
	const price = guess.price.slice();

	const come = new Int32Array(limits);
	come.set(comeOf(core));
	const limit = core.limit.slice();
	for (let k = 0; k < limits; k++) {
		const most = come[k] ?? 0;
		const p = parent[k] ?? -1;
		if (p >= 0) come[p] = (come[p] ?? 0) + Math.min(most, limit[k] ?? 0);
		if (most <= (limit[k] ?? 0)) limit[k] = most + 1;
	}
	for (let k = limits - 1; k >= 0; k--) {
		const above = priceAt(price, parent[k] ?? -1);
		price[k] = (limit[k] ?? 0) > (come[k] ?? 0) ? above : Math.max(above, price[k] ?? 0);
	}

	const sitting = sittingOf(core);
	const flow = new Int32Array(limits);
	const lack = new Int32Array(limits);
	const entering: number[] = [];
	for (let i = 0; i < claims; i++) {
		const now = guess.taken[i] ?? -1;
		const least = leastOf(core, price, i);
		if (now >= 0 && (cost[now] ?? 0) + (price[offer[now] ?? 0] ?? 0) === least) {
			sit(sitting, i, now);
			lack[offer[now] ?? 0] = (lack[offer[now] ?? 0] ?? 0) - 1;
		} else if (least < (unplaced[i] ?? 0)) entering.push(i);
	}
	for (let k = 0; k < limits; k++) {
		const p = parent[k] ?? -1;
		const came = -(lack[k] ?? 0);
		const passing = (price[k] ?? 0) > priceAt(price, p) ? (limit[k] ?? 0) : Math.min(limit[k] ?? 0, came);
		flow[k] = passing;
		lack[k] = passing - came;
		if (p >= 0) lack[p] = (lack[p] ?? 0) - passing;
	}

	return { core, sitting, price, limit, flow, lack, entering, inside: insideOf(core) };
}

/** Per offer: how many pairs lead there. */
export function comeOf({ offers, offer }: Core): Int32Array {
	const come = new Int32Array(offers);
	for (let e = 0; e < offer.length; e++) come[offer[e] ?? 0] = (come[offer[e] ?? 0] ?? 0) + 1;
	return come;
}

/** The plan and its prices, once the flow is in balance. No place costs less than one at the limit around it: where nobody is placed, it may have fallen behind. */
export function pricedOf({ core, sitting, price }: Flow): Priced {
	for (let k = core.limits - 1; k >= 0; k--) price[k] = Math.max(priceAt(price, core.parent[k] ?? -1), price[k] ?? 0);
	return { taken: sitting.taken, price };
}

/** What a claim's cheapest option costs at the prices. */
export function leastOf(core: Core, price: Float64Array, claim: number): number {
	const { start, offer, cost, unplaced } = core;
	let least = unplaced[claim] ?? 0;
	const end = start[claim + 1] ?? 0;
	for (let e = start[claim] ?? 0; e < end; e++) {
		const base = cost[e] ?? 0;
		if (base >= least) break;
		const value = base + (price[offer[e] ?? 0] ?? 0);
		if (value < least) least = value;
	}
	return least;
}

/** Labels of a search over the limits. */
export interface Search {
	readonly distance: Float64Array;
	readonly from: Int32Array;
	/** The pair and the claim that lead here; −1 where a limit does. */
	readonly byPair: Int32Array;
	readonly byClaim: Int32Array;
	/** The first `reached` limits have a distance. */
	readonly touched: Int32Array;
	reached: number;
}

export function searchOf(limits: number): Search {
	return {
		distance: new Float64Array(limits).fill(Number.POSITIVE_INFINITY),
		from: new Int32Array(limits),
		byPair: new Int32Array(limits),
		byClaim: new Int32Array(limits),
		touched: new Int32Array(limits),
		reached: 0,
	};
}

export function forget(search: Search): void {
	for (let t = 0; t < search.reached; t++) search.distance[search.touched[t] ?? 0] = Number.POSITIVE_INFINITY;
	search.reached = 0;
}
