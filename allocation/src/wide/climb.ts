import type { Objective } from "./objective.ts";
import type { Part } from "./part.ts";

/** Prices of what a part has too little of, in units of the sum; not whole numbers. */
export interface Prices {
	readonly limit: Float64Array;
	readonly crossing: Float64Array;
	/** Per limit: what one at its floor is worth, between 0 and what a missing one costs. */
	readonly floor: Float64Array;
}

export interface Climber {
	/** Raises the bound from the prices given, in place: at each softness so many steps. */
	climb(sum: Objective, prices: Prices, softness: readonly number[], steps: number): Generator<void, void>;
}

/** Steps between two looks at every pair. */
const refresh = 12;
/** A pair that costs more than the cheapest by so many times the softness is not looked at until then. */
const margin = 3;

export function noPrices(part: Part): Prices {
	const { limits, crossings } = part;
	return {
		limit: new Float64Array(limits.length),
		crossing: new Float64Array(crossings.length),
		floor: new Float64Array(limits.length),
	};
}

/** The crossings of each pair: those of pair e are at[start[e]] … at[start[e+1]−1]. */
export function crossingsOfPairs(part: Part): { readonly start: Int32Array; readonly at: Int32Array } {
	const start = new Int32Array(part.pairs.length + 1);
	for (const { pairs } of part.crossings) for (const e of pairs) start[e + 1] = (start[e + 1] ?? 0) + 1;
	for (let e = 0; e < part.pairs.length; e++) start[e + 1] = (start[e + 1] ?? 0) + (start[e] ?? 0);
	const at = new Int32Array(start[part.pairs.length] ?? 0);
	const next = start.slice();
	part.crossings.forEach(({ pairs }, c) => {
		for (const e of pairs) {
			at[next[e] ?? 0] = c;
			next[e] = (next[e] ?? 0) + 1;
		}
	});
	return { start, at };
}

/**
 * Prices of limits, floors and crossings at once, without a linear programme: steps up the slope of the dual, made smooth by letting a claim share
 * itself among options that cost nearly the same (the quadratic smoothing of Nesterov, with his momentum; softness is how much more the last of
 * those may cost). Claims that go together see the mean of what each offer costs them, which is the best share there is. Rules about least numbers and
 * mixtures play no part. The prices are a guess of good quality, and `bounded` says exactly what they prove.
 */
export function climberOf(part: Part): Climber {
	const claims = part.claims.length;
	const pairs = part.pairs.length;
	const limits = part.limits.length;
	const crossings = part.crossings.length;
	const { start, offer, parent } = part;
	const crossed = crossingsOfPairs(part);
	/** Limits, then crossings, then floors; a floor pulls where the others push. */
	const size = limits + crossings + limits;
	const room = new Float64Array(size);
	part.high.forEach((high, k) => {
		room[k] = high;
		room[limits + crossings + k] = Math.min(part.least[k] ?? 0, high);
	});
	part.crossings.forEach(({ limit }, c) => {
		room[limits + c] = limit;
	});
	const shared = new Uint8Array(pairs);
	for (const { pairs: each } of part.together) for (const e of each) shared[e] = 1;

	const best = new Float64Array(size);
	const ahead = new Float64Array(size + 1);
	const before = new Float64Array(size);
	const most = new Float64Array(size);
	const used = new Float64Array(size + 1);
	const torn = new Float64Array(size + 1);
	const crowd = new Float64Array(size);
	const around = new Float64Array(limits);
	const mean = new Float64Array(pairs);
	const total = new Float64Array(pairs);
	/** Pairs worth looking at, claim by claim, with what the loops below need of them side by side: their only crossing, or where all are looked up. */
	const near = new Int32Array(pairs);
	const nearEnd = new Int32Array(claims);
	const nearCost = new Float64Array(pairs);
	const nearOffer = new Int32Array(pairs);
	const nearRow = new Int32Array(pairs);
	/** Where a pair counts in no crossing; and, as a row, that it counts in several or is a group's. */
	const nowhere = size;
	const several = -1;
	const rowOf = (e: number): number => {
		const first = crossed.start[e] ?? 0;
		const count = (crossed.start[e + 1] ?? 0) - first;
		if (shared[e] === 1 || count > 1) return several;
		return count === 0 ? nowhere : limits + (crossed.at[first] ?? 0);
	};
	let widest = 0;
	for (let i = 0; i < claims; i++) widest = Math.max(widest, (start[i + 1] ?? 0) - (start[i] ?? 0));
	const value = new Float64Array(widest + 1);
	const choice = new Int32Array(widest + 1);
	let hasFloors = false;

	const priceAround = () => {
		for (let k = limits - 1; k >= 0; k--) {
			const outer = parent[k] ?? -1;
			around[k] = (ahead[k] ?? 0) - (hasFloors ? (ahead[limits + crossings + k] ?? 0) : 0) + (around[outer] ?? 0);
		}
	};
	const roomPrice = (): number => {
		let sum = 0;
		for (let k = 0; k < limits + crossings; k++) sum -= (ahead[k] ?? 0) * (room[k] ?? 0);
		for (let k = limits + crossings; k < size; k++) sum += (ahead[k] ?? 0) * (room[k] ?? 0);
		return sum;
	};
	const crossingPrice = (e: number): number => {
		let sum = 0;
		for (let at = crossed.start[e] ?? 0; at < (crossed.start[e + 1] ?? 0); at++)
			sum += ahead[limits + (crossed.at[at] ?? 0)] ?? 0;
		return sum;
	};
	/** What claims that go together see: evenly what they cost beyond staying unplaced. */
	const meanCosts = (sum: Objective) => {
		for (const { claims: group, pairs: all } of part.together) {
			const each = all.length / group.length;
			for (let at = 0; at < each; at++) {
				let more = 0;
				for (let n = 0; n < group.length; n++) {
					const e = all[n * each + at] ?? 0;
					more += (sum.pair[e] ?? 0) - (sum.alone[group[n] ?? 0] ?? 0) + crossingPrice(e);
				}
				more /= group.length;
				for (let n = 0; n < group.length; n++) mean[all[n * each + at] ?? 0] = (sum.alone[group[n] ?? 0] ?? 0) + more;
			}
		}
	};
	const costOf = (sum: Objective, e: number): number =>
		(shared[e] === 1 ? (mean[e] ?? 0) : (sum.pair[e] ?? 0) + crossingPrice(e)) + (around[offer[e] ?? 0] ?? 0);

	/** Looks at every pair, and gives what the prices prove. */
	const look = (sum: Objective, soft: number): number => {
		let bound = roomPrice();
		for (let i = 0; i < claims; i++) {
			const first = start[i] ?? 0;
			const end = start[i + 1] ?? 0;
			let least = part.alone[i] === 1 ? (sum.alone[i] ?? 0) : Number.POSITIVE_INFINITY;
			for (let e = first; e < end; e++) {
				const cost = costOf(sum, e);
				total[e] = cost;
				if (cost < least) least = cost;
			}
			const cut = least + margin * soft;
			let at = first;
			for (let e = first; e < end; e++) {
				if ((total[e] ?? 0) >= cut) continue;
				near[at] = e;
				nearCost[at] = sum.pair[e] ?? 0;
				nearOffer[at] = offer[e] ?? 0;
				nearRow[at++] = rowOf(e);
			}
			nearEnd[i] = at;
			bound += least;
		}
		return bound;
	};

	/** How claims share themselves at the prices; gives the smooth bound. */
	const share = (sum: Objective, soft: number): number => {
		used.fill(0);
		torn.fill(0);
		let bound = roomPrice();
		for (let i = 0; i < claims; i++) {
			let few = 0;
			let least = Number.POSITIVE_INFINITY;
			if (part.alone[i] === 1) {
				value[0] = sum.alone[i] ?? 0;
				choice[0] = -1;
				least = value[0] ?? 0;
				few = 1;
			}
			for (let at = start[i] ?? 0; at < (nearEnd[i] ?? 0); at++) {
				const row = nearRow[at] ?? 0;
				const cost =
					row === several
						? costOf(sum, near[at] ?? 0)
						: (nearCost[at] ?? 0) + (ahead[row] ?? 0) + (around[nearOffer[at] ?? 0] ?? 0);
				if (cost >= least + soft) continue;
				if (cost < least) least = cost;
				value[few] = cost;
				choice[few++] = at;
			}
			// The share of an option is how far it lies below a level; those above it fall out, and the level with them.
			let level = 0;
			for (let count = -1; count !== few; ) {
				count = few;
				let all = soft;
				for (let n = 0; n < count; n++) all += value[n] ?? 0;
				level = all / count;
				few = 0;
				for (let n = 0; n < count; n++) {
					const cost = value[n] ?? 0;
					if (cost >= level) continue;
					value[few] = cost;
					choice[few++] = choice[n] ?? -1;
				}
			}
			for (let n = 0; n < few; n++) {
				const part = (level - (value[n] ?? 0)) / soft;
				bound += part * (value[n] ?? 0) + (soft / 2) * part * part;
				const at = choice[n] ?? -1;
				if (at < 0) continue;
				const tears = few > 1 ? 1 : 0;
				const j = nearOffer[at] ?? 0;
				used[j] = (used[j] ?? 0) + part;
				torn[j] = (torn[j] ?? 0) + tears;
				const row = nearRow[at] ?? 0;
				if (row !== several) {
					used[row] = (used[row] ?? 0) + part;
					torn[row] = (torn[row] ?? 0) + tears;
					continue;
				}
				const e = near[at] ?? 0;
				for (let c = crossed.start[e] ?? 0; c < (crossed.start[e + 1] ?? 0); c++) {
					const each = limits + (crossed.at[c] ?? 0);
					used[each] = (used[each] ?? 0) + part;
					torn[each] = (torn[each] ?? 0) + tears;
				}
			}
		}
		for (let k = 0; k < limits; k++) {
			const outer = parent[k] ?? -1;
			if (outer < 0) continue;
			used[outer] = (used[outer] ?? 0) + (used[k] ?? 0);
			torn[outer] = (torn[outer] ?? 0) + (torn[k] ?? 0);
		}
		return bound;
	};

	return {
		*climb(sum, prices, softness, steps) {
			best.set(prices.limit);
			best.set(prices.crossing, limits);
			best.set(prices.floor, limits + crossings);
			most.fill(Number.POSITIVE_INFINITY, 0, limits + crossings);
			hasFloors = false;
			for (let k = 0; k < limits; k++) {
				const short = (part.least[k] ?? 0) > 0 ? (sum.short[k] ?? 0) : 0;
				most[limits + crossings + k] = short;
				if (short > 0) hasFloors = true;
			}
			let caution = 1;
			let proved = Number.NEGATIVE_INFINITY;
			const judge = (soft: number) => {
				priceAround();
				meanCosts(sum);
				const bound = look(sum, soft);
				if (bound <= proved) return;
				proved = bound;
				best.set(ahead.subarray(0, size));
			};
			for (const soft of softness) {
				ahead.set(best);
				before.set(best);
				let momentum = 1;
				let last = Number.NEGATIVE_INFINITY;
				crowd.fill(0);
				// The first prices have the longest way to go.
				const turns = soft === softness[0] ? 2 * steps : steps;
				for (let step = 0; step < turns; step++) {
					if (step % refresh === 0) judge(soft);
					else {
						priceAround();
						meanCosts(sum);
					}
					const bound = share(sum, soft);
					if (bound < last) {
						momentum = 1;
						caution = Math.min(64, caution * 1.5);
					} else caution = Math.max(1, caution * 0.97);
					last = bound;
					const grown = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
					const push = (momentum - 1) / grown;
					momentum = grown;
					for (let k = 0; k < size; k++) {
						const floor = k >= limits + crossings;
						if (floor && !hasFloors) break;
						const inner = floor ? k - limits - crossings : k;
						// A pair is in three rows or so: a step for as many as are torn does not overshoot by much.
						if (!floor) crowd[k] = Math.max(torn[k] ?? 0, 0.9 * (crowd[k] ?? 0));
						const stride = soft / (3 * caution * ((crowd[inner] ?? 0) + 1));
						const lack = floor ? (room[k] ?? 0) - (used[inner] ?? 0) : (used[k] ?? 0) - (room[k] ?? 0);
						const now = Math.min(most[k] ?? 0, Math.max(0, (ahead[k] ?? 0) + stride * lack));
						ahead[k] = Math.min(most[k] ?? 0, Math.max(0, now + push * (now - (before[k] ?? 0))));
						before[k] = now;
					}
					yield;
				}
				ahead.set(before);
				judge(soft);
			}
			prices.limit.set(best.subarray(0, limits));
			prices.crossing.set(best.subarray(limits, limits + crossings));
			prices.floor.set(best.subarray(limits + crossings));
		},
	};
}
