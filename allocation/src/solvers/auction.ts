import { type Core, countsOf, cycleLength, type Priced } from "../core.ts";
import { placesOf } from "./places.ts";
import { exactPrices } from "./prices.ts";
import { seatsOf } from "./seats.ts";

/** Where an auction stands. */
export interface AuctionState {
	readonly phase: number;
	/** The step of the phase relative to one unit of cost: below 1/cycleLength the plan is optimal. */
	readonly step: number;
	readonly bids: number;
	/** Claims without a settled option. */
	readonly waiting: number;
	/** Set at the end of a phase: a complete plan and prices per limit in units of cost, as copies. */
	readonly settled?: { readonly taken: Int32Array; readonly price: Float64Array };
}

/** How the auction goes about it; the result does not depend on these, only the time. */
export interface AuctionManner {
	/** Each phase's step is the last one's divided by this. */
	readonly division: number;
	/** Bids between two states. */
	readonly stride: number;
	/** Prices per limit in units of cost to start from, e.g. those of the plan before; the first step is then `warmStep`. */
	readonly warm?: Float64Array;
	readonly warmStep?: number;
}

export const usualManner: AuctionManner = { division: 8, stride: 200_000 };

/** Candidates remembered per claim. */
const kept = 6;

/**
 * ε-scaling auction with one price per seat and nested limits (after Bertsekas). Claims bid for the offer that is best for
 * them; each phase repeats the auction with a smaller step, from prices a multiple of the step below the last ones.
 *
 * A limit that ends with room must cost no more than the limit around it. Those that do cost more are first taken as
 * full; their places are then opened one by one along cheapest chains (`placesOf`), exactly, until one more gains nothing.
 *
 * Yields between strides of bids and after each phase, so that the caller owns time, progress and cancelling.
 * Returns an optimal plan with the exact prices that prove it.
 */
export function* auction(core: Core, manner: AuctionManner = usualManner): Generator<AuctionState, Priced> {
	const { claims, limits, parent, limit, start, offer } = core;
	const scale = cycleLength(core);
	const cost = core.cost.map((value) => value * scale);
	const unplaced = core.unplaced.map((value) => value * scale);
	const seats = seatsOf(core);
	const { own, reserve, count } = seats;

	const taken = new Int32Array(claims).fill(-1);
	const candidate = new Int32Array(claims * kept);
	const candidates = new Int32Array(claims);
	/** Per claim: no pair outside its candidates is worth less than this. */
	const outside = new Float64Array(claims);
	const queue = new Int32Array(claims);
	let waiting = 0;
	let bids = 0;
	let epsilon = 1;
	const nearValue = new Float64Array(kept + 1);
	const nearPair = new Int32Array(kept + 1);

	/** Looks at every pair of a claim and keeps its best candidates. */
	const survey = (i: number) => {
		const end = start[i + 1] ?? 0;
		let size = 0;
		// What costs more than staying unplaced is never taken in this phase: prices only rise.
		let cut = unplaced[i] ?? 0;
		for (let e = start[i] ?? 0; e < end; e++) {
			const base = cost[e] ?? 0;
			if (base >= cut) break;
			let value = base;
			const j = offer[e] ?? 0;
			let price = own[j] ?? 0;
			for (let k = parent[j] ?? -1; k >= 0; k = parent[k] ?? -1) {
				const outer = own[k] ?? 0;
				if (outer > price) price = outer;
			}
			value += price;
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
				let bestPair = -1;
				let best = alone;
				let second = alone;
				for (let attempt = 0; attempt < 2; attempt++) {
					const first = i * kept;
					const last = first + (candidates[i] ?? 0);
					bestPair = -1;
					best = alone;
					second = alone;
					for (let c = first; c < last; c++) {
						const e = candidate[c] ?? 0;
						const j = offer[e] ?? 0;
						let price = own[j] ?? 0;
						for (let k = parent[j] ?? -1; k >= 0; k = parent[k] ?? -1) {
							const outer = own[k] ?? 0;
							if (outer > price) price = outer;
						}
						const value = (cost[e] ?? 0) + price;
						if (value < second) {
							if (value < best) {
								second = best;
								best = value;
								bestPair = e;
							} else second = value;
						}
					}
					if (second <= (outside[i] ?? 0) || attempt === 1) break;
					survey(i);
				}
				taken[i] = bestPair;
				if (bestPair < 0) break;
				const displaced = seats.take(i, offer[bestPair] ?? 0, second - (cost[bestPair] ?? 0) + epsilon);
				i = displaced;
			}
		}
		bids += most - left;
	};

	const state = (phase: number, settled: boolean): AuctionState => ({
		phase,
		step: epsilon / scale,
		bids,
		waiting,
		...(settled ? { settled: result() } : {}),
	});
	const result = () => {
		const price = new Float64Array(limits);
		for (let k = limits - 1; k >= 0; k--) {
			const outer = parent[k] ?? -1;
			const above = outer < 0 ? 0 : (price[outer] ?? 0);
			price[k] = Math.max(above, Math.floor((own[k] ?? 0) / scale));
		}
		return { taken: taken.slice(), price };
	};

	/** Limits that have room yet cost more than the limit around them, outer ones first. */
	const pricedWithRoom = (): number[] => {
		const found: number[] = [];
		for (let k = limits - 1; k >= 0; k--) {
			const outer = parent[k] ?? -1;
			if ((count[k] ?? 0) < (limit[k] ?? 0) && (own[k] ?? 0) > (outer < 0 ? 0 : seats.priceOf(outer))) found.push(k);
		}
		return found;
	};

	let range = 0;
	for (let i = 0; i < claims; i++) {
		const first = start[i] ?? 0;
		if (first < (start[i + 1] ?? 0)) range = Math.max(range, (unplaced[i] ?? 0) - (cost[first] ?? 0));
	}
	epsilon = Math.max(1, Math.floor(range / 4));
	if (manner.warm !== undefined) {
		for (let k = 0; k < limits; k++) reserve[k] = (manner.warm[k] ?? 0) * scale;
		epsilon = Math.min(epsilon, Math.max(1, Math.floor((manner.warmStep ?? 1) * scale)));
	}
	for (let phase = 1; ; phase++) {
		seats.clear();
		outside.fill(Number.NEGATIVE_INFINITY);
		candidates.fill(0);
		waiting = claims;
		for (let i = 0; i < claims; i++) queue[i] = claims - 1 - i;
		while (waiting > 0) {
			bidding(manner.stride);
			if (waiting > 0) yield state(phase, false);
		}
		yield state(phase, true);
		if (epsilon === 1) return openAll(core, result(), pricedWithRoom());
		let room = 0;
		for (let k = 0; k < limits; k++) if ((count[k] ?? 0) < (limit[k] ?? 0) && (reserve[k] ?? 0) > 0) room++;
		// Measured: one step down suits rounds where every place is taken, three where many are not.
		const multiple = room * 50 > limits ? 3 : 1;
		for (let k = 0; k < limits; k++) {
			const full = (count[k] ?? 0) >= (limit[k] ?? 0);
			reserve[k] = Math.max(0, (own[k] ?? 0) - (full ? multiple : 4 * multiple) * epsilon);
		}
		epsilon = Math.max(1, Math.floor(epsilon / manner.division));
	}
}

/** Takes the `closed` limits as full, makes the prices exact, and opens their places one by one until none has a price. */
function openAll(
	core: Core,
	found: { readonly taken: Int32Array; readonly price: Float64Array },
	closed: readonly number[],
): Priced {
	const { parent } = core;
	const count = countsOf(core, found.taken);
	const limit = core.limit.slice();
	for (const k of closed) limit[k] = count[k] ?? 0;
	const priced = exactPrices({ ...core, limit }, found.taken, found.price);
	if (priced === undefined) throw new Error("the auction ended in a plan that is not optimal");
	if (closed.length === 0) return priced;
	const places = placesOf(core, limit, priced);
	const hasPrice = (k: number) =>
		(priced.price[k] ?? 0) > ((parent[k] ?? -1) < 0 ? 0 : (priced.price[parent[k] ?? 0] ?? 0));
	// Opening one limit can put a price on another again, so go round until no closed place has one.
	for (let open = true; open; ) {
		open = false;
		for (const k of closed)
			while ((limit[k] ?? 0) < (core.limit[k] ?? 0) && hasPrice(k)) {
				places.add(k);
				open = true;
			}
	}
	return priced;
}
