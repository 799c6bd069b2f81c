import type { Core, Priced } from "../core.ts";
import { beginAnew, bid, biddingOf } from "./bidding.ts";
import { scarcity } from "./scarcity.ts";
import { clear, type Seats, seatsOf } from "./seats.ts";
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

/** Measured: a first step of a quarter of the range, a last one of a thousandth; chains are quicker than smaller steps. */
const firstPart = 4;
const lastPart = 1000;

/** Measured: where some limits are scarce and others are not, smaller divisions leave fewer places empty at a price, which take long to open. */
const divisionThere = 4;

/** One of so many limits is many. */
const share = 50;

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
	const { claims } = core;
	let range = mostGained(core);
	let { division } = manner;
	/** What scarcity alone explains, where it explains some limits and not others. */
	let scarce: Float64Array | undefined;
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
	const { reserve } = seats;
	if (manner.warm !== undefined) reserve.set(manner.warm.map((price) => Math.max(0, Math.floor(price))));
	else {
		const run = scarcity(core);
		let next = run.next();
		for (; !next.done; next = run.next()) yield state();
		if (next.value !== undefined) {
			if (next.value.range <= 1) return yield* exact(settling(core, next.value.guess));
			range = next.value.range;
			const { price } = next.value.guess;
			reserve.set(price);
			if (explainsSome(price)) {
				scarce = price;
				division = Math.min(division, divisionThere);
			}
		}
	}

	const bidding = biddingOf(core, seats);
	const last = Math.max(1, Math.floor(manner.last ?? range / lastPart));
	epsilon = Math.max(last, Math.floor(range / firstPart));
	if (manner.warm !== undefined) epsilon = Math.max(last, Math.min(epsilon, Math.floor(manner.warmStep ?? 1)));
	for (;;) {
		phase++;
		clear(seats);
		beginAnew(bidding);
		for (;;) {
			bids += bid(bidding, epsilon, manner.stride);
			waiting = bidding.waiting;
			if (waiting === 0) break;
			yield state();
		}
		const settled: Priced = { taken: bidding.taken.slice(), price: pricesOf(seats) };
		yield state(settled);
		if (epsilon === last) return yield* exact(settling(core, settled));
		lower(seats, epsilon, scarce);
		epsilon = Math.max(last, Math.floor(epsilon / division));
	}
}

/** The most that any claim gains by being placed. */
function mostGained({ claims, start, cost, unplaced }: Core): number {
	let most = 0;
	for (let i = 0; i < claims; i++) {
		const first = start[i] ?? 0;
		if (first < (start[i + 1] ?? 0)) most = Math.max(most, (unplaced[i] ?? 0) - (cost[first] ?? 0));
	}
	return most;
}

/** Per limit: what a place there costs, the limits around it included. */
function pricesOf({ own, parent }: Seats): Float64Array {
	const price = own.slice();
	for (let k = price.length - 1; k >= 0; k--) price[k] = Math.max(price[parent[k] ?? -1] ?? 0, price[k] ?? 0);
	return price;
}

/** Whether some limits are scarce and some are not: places there are, but not where everybody can come. */
function explainsSome(price: Float64Array): boolean {
	let free = 0;
	for (const each of price) if (each <= 0) free++;
	return free * share > price.length && free < price.length;
}

/** Where the next phase begins: prices a multiple of the step below the last ones. */
function lower({ count, limit, own, reserve }: Seats, step: number, scarce: Float64Array | undefined): void {
	let room = 0;
	for (let k = 0; k < own.length; k++) if ((count[k] ?? 0) < (limit[k] ?? 0) && (reserve[k] ?? 0) > 0) room++;
	// Measured: one step down suits rounds where every place is taken, three where many are not, and two what is scarce there.
	const multiple = room * share > own.length ? 3 : 1;
	for (let k = 0; k < own.length; k++) {
		const full = (count[k] ?? 0) >= (limit[k] ?? 0);
		const down = full ? multiple - (multiple > 1 && (scarce?.[k] ?? 0) > 0 ? 1 : 0) : 4 * multiple;
		reserve[k] = Math.max(0, (own[k] ?? 0) - down * step);
	}
}
