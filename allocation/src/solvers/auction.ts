import type { Core, Priced } from "../core.ts";
import { scarcity } from "./scarcity.ts";
import { seatsOf } from "./seats.ts";
import { settling } from "./settle.ts";

/** Where an auction stands. */
export interface AuctionState {
	readonly phase: number;
	/** The step of the phase: a plan is within this much per claim of the best; 0 while it is made exact. */
	readonly step: number;
	readonly bids: number;
	/** Claims without a settled option. */
	readonly waiting: number;
	/** Set at the end of a phase: a complete plan and prices per limit, as copies. */
	readonly settled?: Priced;
}

/** How the auction goes about it; the result costs the same whatever these are, only the time differs. */
export interface AuctionManner {
	/** Each phase's step is the last one's divided by this. */
	readonly division: number;
	/** Bids between two states. */
	readonly stride: number;
	/** Prices per limit to start from, e.g. those of the plan before; the first step is then `warmStep`. */
	readonly warm?: Float64Array;
	readonly warmStep?: number;
	/** The last step; a part of the range of costs unless stated. */
	readonly last?: number;
}

export const usualManner: AuctionManner = { division: 8, stride: 200_000 };

/** Candidates remembered per claim. */
const kept = 6;

/** Measured: a first step of a quarter of the range, a last one of a thousandth; chains are quicker than smaller steps. */
const firstPart = 4;
const lastPart = 1000;

/**
 * ε-scaling auction with one price per seat and nested limits (after Bertsekas), made exact by chains of moves. Claims bid for the
 * offer that is best for them; each phase repeats the auction with a smaller step, from prices a multiple of the step
 * below the last ones. The first prices are those that scarcity alone explains (`scarcity`); the last plan and its prices are
 * nearly right, and `settling` makes them exact.
 *
 * Yields between strides of bids, after each phase and while settling, so that the caller owns time, progress and cancelling.
 * Returns an optimal plan with the exact prices that prove it.
 */
export function* auction(core: Core, manner: AuctionManner = usualManner): Generator<AuctionState, Priced> {
	const { claims, limits, parent, limit, start, offer, cost, unplaced } = core;
	let range = 0;
	for (let i = 0; i < claims; i++) {
		const first = start[i] ?? 0;
		if (first < (start[i + 1] ?? 0)) range = Math.max(range, (unplaced[i] ?? 0) - (cost[first] ?? 0));
	}
	let phase = 0;
	let epsilon = 0;
	let bids = 0;
	let waiting = claims;
	const state = (settled?: Priced): AuctionState => ({
		phase,
		step: epsilon,
		bids,
		waiting,
		...(settled === undefined ? {} : { settled }),
	});
	const exact = function* (of: Generator<number, Priced>): Generator<AuctionState, Priced> {
		epsilon = 0;
		for (let next = of.next(); ; next = of.next()) {
			if (next.done) return next.value;
			waiting = next.value;
			yield state();
		}
	};

	const seats = seatsOf(core);
	const { own, reserve, count } = seats;
	if (manner.warm !== undefined) reserve.set(manner.warm.map((price) => Math.max(0, Math.floor(price))));
	else {
		const run = scarcity(core);
		let next = run.next();
		for (; !next.done; next = run.next()) yield state();
		if (next.value !== undefined) {
			if (next.value.range <= 1) return yield* exact(settling(core, next.value.guess));
			range = next.value.range;
			reserve.set(next.value.guess.price);
		}
	}

	const flat = parent.every((outer) => outer < 0);
	const taken = new Int32Array(claims).fill(-1);
	const candidate = new Int32Array(claims * kept);
	const candidates = new Int32Array(claims);
	/** Per claim: no pair outside its candidates is worth less than this. */
	const outside = new Float64Array(claims);
	const queue = new Int32Array(claims);
	const nearValue = new Float64Array(kept + 1);
	const nearPair = new Int32Array(kept + 1);
	const priceAt = (j: number): number => {
		let price = own[j] ?? 0;
		if (flat) return price;
		for (let k = parent[j] ?? -1; k >= 0; k = parent[k] ?? -1) {
			const outer = own[k] ?? 0;
			if (outer > price) price = outer;
		}
		return price;
	};

	/** Looks at every pair of a claim and keeps its best candidates. */
	const survey = (i: number) => {
		const end = start[i + 1] ?? 0;
		let size = 0;
		// What costs more than staying unplaced is never taken in this phase: prices only rise.
		let cut = unplaced[i] ?? 0;
		for (let e = start[i] ?? 0; e < end; e++) {
			const base = cost[e] ?? 0;
			if (base >= cut) break;
			const value = base + priceAt(offer[e] ?? 0);
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
	};

	/** Lets claims bid until nobody waits or `most` bids are made. */
	const bidding = (most: number) => {
		let left = most;
		while (waiting > 0 && left > 0) {
			waiting--;
			let i = queue[waiting] ?? 0;
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
						const value = (cost[e] ?? 0) + priceAt(offer[e] ?? 0);
						if (value >= second) continue;
						if (value < best) {
							second = best;
							best = value;
							bestPair = e;
						} else second = value;
					}
					if (second <= (outside[i] ?? 0) || attempt === 1) break;
					survey(i);
				}
				taken[i] = bestPair;
				if (bestPair < 0) break;
				i = seats.take(i, offer[bestPair] ?? 0, second - (cost[bestPair] ?? 0) + epsilon);
			}
		}
		bids += most - left;
	};
	const result = (): Priced => {
		const price = new Float64Array(limits);
		for (let k = limits - 1; k >= 0; k--) price[k] = Math.max(price[parent[k] ?? -1] ?? 0, own[k] ?? 0);
		return { taken: taken.slice(), price };
	};

	const last = Math.max(1, Math.floor(manner.last ?? range / lastPart));
	epsilon = Math.max(last, Math.floor(range / firstPart));
	if (manner.warm !== undefined) epsilon = Math.max(last, Math.min(epsilon, Math.floor(manner.warmStep ?? 1)));
	for (;;) {
		phase++;
		seats.clear();
		outside.fill(Number.NEGATIVE_INFINITY);
		candidates.fill(0);
		waiting = claims;
		for (let i = 0; i < claims; i++) queue[i] = claims - 1 - i;
		while (waiting > 0) {
			bidding(manner.stride);
			if (waiting > 0) yield state();
		}
		const settled = result();
		yield state(settled);
		if (epsilon === last) return yield* exact(settling(core, settled));
		let room = 0;
		for (let k = 0; k < limits; k++) if ((count[k] ?? 0) < (limit[k] ?? 0) && (reserve[k] ?? 0) > 0) room++;
		// Measured: one step down suits rounds where every place is taken, three where many are not.
		const multiple = room * 50 > limits ? 3 : 1;
		for (let k = 0; k < limits; k++) {
			const full = (count[k] ?? 0) >= (limit[k] ?? 0);
			reserve[k] = Math.max(0, (own[k] ?? 0) - (full ? multiple : 4 * multiple) * epsilon);
		}
		epsilon = Math.max(last, Math.floor(epsilon / manner.division));
	}
}
