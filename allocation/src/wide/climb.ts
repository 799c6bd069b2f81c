import type { Objective } from "./objective.ts";
import type { Part } from "./part.ts";
import { sharingOf } from "./sharing.ts";

/** Prices of what a part has too little of, in units of the sum; not whole numbers. */
export interface Prices {
	readonly limit: Float64Array;
	readonly crossing: Float64Array;
	/** Per limit: what one at its floor is worth, between 0 and what a missing one costs. */
	readonly floor: Float64Array;
	/** Per floor across limits: likewise. */
	readonly across: Float64Array;
}

export interface Climber {
	/** Raises the bound from the prices given, in place: at each softness so many steps. */
	climb(sum: Objective, prices: Prices, softness: readonly number[], steps: number): Generator<void, void>;
}

/** Steps between two looks at every pair. */
const refresh = 8;
/** No price moves further in a step than so much of the softness, momentum aside: claims see only what cost nearly as little at the last look. */
const mostStep = 0.5;
/** Of so many claims one in `sample` stands for all while they have more options in the mean that are worth looking at than `wide`. */
const many = 4_000;
const sample = 4;
const wide = 12;
/** Steps up at each softness that `softness` gives; each so much less than the one before, down to so much of a unit. */
export const steps = 200;
const division = 3;
const lastSoft = 0.001;
/** A climb at one softness ends when between two looks it gains less than so much of the softness for each claim. */
const little = 3e-5;

export function noPrices(part: Part): Prices {
	const { limits, crossings, across } = part;
	return {
		limit: new Float64Array(limits.length),
		crossing: new Float64Array(crossings.length),
		floor: new Float64Array(limits.length),
		across: new Float64Array(across.length),
	};
}

export function copied({ limit, crossing, floor, across }: Prices): Prices {
	return { limit: limit.slice(), crossing: crossing.slice(), floor: floor.slice(), across: across.slice() };
}

/** Softer first, for prices that have far to go; the unit is the greatest difference of what comes last. */
export function softness(from: number, unit: number): number[] {
	const levels: number[] = [];
	for (let soft = from; ; soft /= division) {
		levels.push(Math.max(soft, lastSoft * unit));
		if (soft <= lastSoft * unit) return levels;
	}
}

/**
 * Prices of limits, floors and crossings at once, without a linear programme: steps up the slope of the dual, made smooth by letting a claim share
 * itself among options that cost nearly the same (the quadratic smoothing of Nesterov, with his momentum; softness is how much more the last of
 * those may cost). Where softness leaves claims many options, one claim in a few tells nearly as much as all. Claims that go together see the mean of what each offer costs them, which is the best share there is. Rules about least numbers and
 * mixtures play no part. The prices are a guess of good quality, and `bounded` says exactly what they prove.
 */
export function climberOf(part: Part): Climber {
	const limits = part.limits.length;
	const crossings = part.crossings.length;
	const sharing = sharingOf(part);
	const { size, ahead, room, used, torn } = sharing;
	const best = new Float64Array(size);
	const before = new Float64Array(size);
	const most = new Float64Array(size);
	const crowd = new Float64Array(size);

	return {
		*climb(sum, prices, softness, steps) {
			best.set(prices.limit);
			best.set(prices.crossing, limits);
			best.set(prices.floor, limits + crossings);
			best.set(prices.across, limits + crossings + limits);
			most.fill(Number.POSITIVE_INFINITY, 0, limits + crossings);
			let hasFloors = false;
			for (let k = 0; k < limits; k++) {
				const short = (part.least[k] ?? 0) > 0 ? (sum.short[k] ?? 0) : 0;
				most[limits + crossings + k] = short;
				if (short > 0) hasFloors = true;
			}
			part.across.forEach((_, f) => {
				const short = sum.across[f] ?? 0;
				most[limits + crossings + limits + f] = short;
				if (short > 0) hasFloors = true;
			});
			// What has no price any longer must not keep one.
			best.forEach((price, k) => {
				best[k] = Math.min(price, most[k] ?? 0);
			});
			let caution = 1;
			let proved = Number.NEGATIVE_INFINITY;
			/** Looks at every pair of one claim in so many; only a look at all of them proves anything. */
			const judge = (soft: number, every: number) => {
				sharing.price(sum, hasFloors);
				const bound = sharing.look(sum, soft, every);
				if (every > 1 || bound <= proved) return;
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
				let since = Number.NEGATIVE_INFINITY;
				let every = 1;
				for (let step = 0; step < turns; step++) {
					if (step % refresh === 0) {
						// What little is left to gain here is less than the next softness gains at once.
						const gained = last - since;
						if (gained >= 0 && gained < little * soft * part.claims.length) break;
						since = last;
						judge(soft, every);
						if (step === 0 && part.claims.length >= many && sharing.width() > wide) {
							every = sample;
							judge(soft, every);
						}
					} else sharing.price(sum, hasFloors);
					const bound = sharing.share(sum, soft);
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
						const inner = floor && k < limits + crossings + limits ? k - limits - crossings : k;
						// A pair is in three rows or so: a step for as many as are torn does not overshoot by much.
						if (inner === k) crowd[k] = Math.max(torn[k] ?? 0, 0.9 * (crowd[k] ?? 0));
						const stride = soft / (3 * caution * ((crowd[inner] ?? 0) + 1));
						const lack = floor ? (room[k] ?? 0) - (used[inner] ?? 0) : (used[k] ?? 0) - (room[k] ?? 0);
						const move = Math.max(-mostStep * soft, Math.min(mostStep * soft, stride * lack));
						const now = Math.min(most[k] ?? 0, Math.max(0, (ahead[k] ?? 0) + move));
						ahead[k] = Math.min(most[k] ?? 0, Math.max(0, now + push * (now - (before[k] ?? 0))));
						before[k] = now;
					}
					yield;
				}
				ahead.set(before);
				judge(soft, 1);
			}
			prices.limit.set(best.subarray(0, limits));
			prices.crossing.set(best.subarray(limits, limits + crossings));
			prices.floor.set(best.subarray(limits + crossings, limits + crossings + limits));
			prices.across.set(best.subarray(limits + crossings + limits));
		},
	};
}
