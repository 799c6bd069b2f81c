import type { Plan, Problem } from "../problem.ts";

/** Which options remain when the levels so far are held at their best. */
export interface Options {
	/** Per pair: 1 while it is an option. */
	readonly open: Uint8Array;
	/** Per claim: 1 while staying unplaced is an option. */
	readonly alone: Uint8Array;
	/** Per limit: every plan that is best so far places at least `low` and at most `high` there. */
	readonly low: Int32Array;
	readonly high: Int32Array;
}

/** Every eligible pair, less what locks take: a locked claim has one option, and nobody enters where locks fill a limit. */
export function everyOption(problem: Problem): Options {
	const open = new Uint8Array(problem.offer.length).fill(1);
	const alone = new Uint8Array(problem.claims).fill(1);
	const left = problem.limit.slice();
	const around = (pair: number, visit: (k: number) => void) => {
		for (let k = problem.offer[pair] ?? 0; k >= 0; k = problem.parent[k] ?? -1) visit(k);
	};
	problem.lock.forEach((pair) => {
		if (pair >= 0)
			around(pair, (k) => {
				left[k] = (left[k] ?? 0) - 1;
			});
	});
	// Nobody enters an offer where some limit on the way out is taken by locks.
	for (let k = problem.limits - 1; k >= 0; k--)
		left[k] = Math.min(left[k] ?? 0, left[problem.parent[k] ?? -1] ?? Number.POSITIVE_INFINITY);
	const isFull = left.subarray(0, problem.offers).some((places) => places <= 0);
	for (let i = 0; i < problem.claims; i++) {
		const lock = problem.lock[i] ?? -1;
		if (lock >= 0) alone[i] = 0;
		else if (!isFull) continue;
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++)
			if (lock >= 0 ? e !== lock : (left[problem.offer[e] ?? 0] ?? 0) <= 0) open[e] = 0;
	}
	const high = problem.limit.slice();
	for (let k = problem.limits - 1; k >= 0; k--) {
		const outer = problem.parent[k] ?? -1;
		if (outer >= 0 && high[outer] === 0) high[k] = 0;
	}
	return { open, alone, low: new Int32Array(problem.limits), high };
}

/** A stage of cost on options: what a pair and staying unplaced cost, and the price of a place at each limit, all around it included. */
export interface PricedStage {
	readonly pair: (pair: number) => number;
	readonly alone: (claim: number) => number;
	/** What each place missing to a limit's floor costs. */
	readonly short: (limit: number) => number;
	readonly price: Float64Array;
}

/** Narrows options to those of the plans that are best: tight pairs, and the counts that suit each limit's price. */
export function narrow(problem: Problem, options: Options, stage: PricedStage): void {
	const { open, alone, low, high } = options;
	const { start, offer } = problem;
	const values: number[] = [];
	for (let i = 0; i < problem.claims; i++) {
		const first = start[i] ?? 0;
		const end = start[i + 1] ?? 0;
		const staying = alone[i] === 1 ? stage.alone(i) : Number.POSITIVE_INFINITY;
		let best = staying;
		for (let e = first; e < end; e++) {
			if (open[e] !== 1) continue;
			const value = stage.pair(e) + (stage.price[offer[e] ?? 0] ?? 0);
			values[e - first] = value;
			if (value < best) best = value;
		}
		if (staying > best) alone[i] = 0;
		for (let e = first; e < end; e++) if (open[e] === 1 && (values[e - first] ?? 0) > best) open[e] = 0;
	}
	for (let k = 0; k < problem.limits; k++) {
		const own = ownPrice(problem, stage.price, k);
		const least = leastWithin(problem, options, k);
		const short = stage.short(k);
		// Below the floor one more saves `short`, above it nothing: the count goes as far as the price is worth it.
		const [from, to] = [low[k] ?? 0, high[k] ?? 0];
		low[k] = own > 0 ? to : own > -short ? least : from;
		high[k] = own < -short ? from : own < 0 ? least : to;
	}
}

/** A limit's floor, brought within the counts that are possible there. */
export function leastWithin(problem: Problem, options: Options, k: number): number {
	return Math.max(options.low[k] ?? 0, Math.min(options.high[k] ?? 0, problem.least[k] ?? 0));
}

/** The price of a limit by itself, given prices that include the limits around. */
export function ownPrice(problem: { readonly parent: Int32Array }, price: Float64Array, k: number): number {
	const outer = problem.parent[k] ?? -1;
	return (price[k] ?? 0) - (outer < 0 ? 0 : (price[outer] ?? 0));
}

/** Per limit: its own price and those of all limits around. */
export function aroundPrices(problem: Problem, prices: readonly number[]): Float64Array {
	const around = new Float64Array(problem.limits);
	for (let k = problem.limits - 1; k >= 0; k--) {
		const outer = problem.parent[k] ?? -1;
		around[k] = (prices[k] ?? 0) + (outer < 0 ? 0 : (around[outer] ?? 0));
	}
	return around;
}

/** Keeps only pairs whose part is at most a threshold. */
export function within(options: Options, largest: Int32Array, most: number): Options {
	return { ...options, open: options.open.map((open, e) => (open === 1 && (largest[e] ?? 0) <= most ? 1 : 0)) };
}

/** The largest part among the pairs that a plan takes; −1 when it takes none. */
export function largestOf(plan: Plan, largest: Int32Array): number {
	let most = -1;
	for (const pair of plan) if (pair >= 0) most = Math.max(most, largest[pair] ?? 0);
	return most;
}

/** How many a plan places below each limit. */
export function placedBelow(problem: Problem, plan: Plan): Int32Array {
	const count = new Int32Array(problem.limits);
	for (const pair of plan)
		for (let k = pair < 0 ? -1 : (problem.offer[pair] ?? 0); k >= 0; k = problem.parent[k] ?? -1)
			count[k] = (count[k] ?? 0) + 1;
	return count;
}
