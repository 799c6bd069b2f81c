import { type Asking, alive } from "./ask.ts";
import { bounded, grain, type Multipliers, noMultipliers, shared } from "./bound.ts";
import { type Climber, copied, type Prices, softness, steps } from "./climb.ts";
import { withCompany } from "./company.ts";
import { type Budget, type PartPlan, sumOf } from "./objective.ts";
import type { Part } from "./part.ts";
import { multipliersAt } from "./priced.ts";
import { aroundOf, type Relaxation } from "./relax.ts";
import type { Target } from "./search.ts";
import { isCount, weighed } from "./weigh.ts";

/** Multipliers of counts are simple fractions as a rule. */
const fractions = [1, 2, 3, 4, 6, 12, grain];

/** Multipliers for every target, what they prove of it, and what it is held at for those after it. */
export interface Proved {
	readonly multipliers: Multipliers[];
	readonly bounds: number[];
	readonly mosts: number[];
}

/** The targets before are held at the values of a plan; `hopes`: a count is taken to be no more than its bound. */
export type Prover = (plan: PartPlan, hopes: boolean) => Asking<Proved>;

/** Prices at two weights of the last count, and what it takes to better them. */
export interface Ground {
	readonly high: readonly number[];
	readonly low: readonly number[];
	/** At the high weights, and at the low ones. */
	readonly prices: Prices;
	readonly then: Prices;
	readonly unit: number;
	readonly climber: Climber;
	readonly relaxation: Relaxation;
}

interface Tried {
	readonly multipliers: Multipliers;
	readonly bound: number;
	/** Whether the network and the places that want company have been asked what is best beside the other prices. */
	readonly isPolished: boolean;
}

/** Bounds every target by prices that were found with all of them weighed together. Asked again, it only counts anew what it found the first time. */
export function proverOf(
	part: Part,
	targets: readonly Target[],
	held: readonly Budget[],
	{ high, low, prices, then, unit, climber, relaxation }: Ground,
): Prover {
	/** Per target: what was tried, and what the targets before were held at. */
	const known: { readonly tried: readonly Tried[]; readonly mosts: readonly number[] }[] = [];
	const heldBy = (weights: readonly number[], index: number) =>
		weights.slice(0, index).map((weight) => weight / (weights[index] ?? 1));

	return function* prove(plan, hopes) {
		const multipliers: Multipliers[] = [];
		const bounds: number[] = [];
		const mosts: number[] = [];
		for (const [index, target] of targets.entries()) {
			const { most } = held[index] ?? {};
			if (most !== undefined) {
				multipliers.push(noMultipliers(part, index));
				bounds.push(most);
				mosts.push(most);
				continue;
			}
			const value = sumOf(part, target.sum, plan);
			const best = yield* bestOf(index, target, value, mosts.slice());
			multipliers.push(best.multipliers);
			const proves = Math.ceil(best.bound / grain);
			bounds.push(proves);
			const { tolerance } = target;
			const reached = Math.max(value, tolerance > 0 ? proves + tolerance : 0);
			mosts.push(hopes && isCount(target.sum) && tolerance === 0 ? Math.max(0, proves) : reached);
		}
		return { multipliers, bounds, mosts };
	};

	function* bestOf(index: number, { sum }: Target, value: number, mosts: readonly number[]): Asking<Tried> {
		const budgets: Budget[] = mosts.map((most, t) => ({ sum: targets[t]?.sum ?? sum, most }));
		const tried: Tried[] = [];
		const consider = (found: Multipliers, isPolished = false) => {
			const { bound } = bounded(part, shared(part, sum, budgets, found), found.limit);
			tried.push({ multipliers: found, bound, isPolished });
		};
		const best = () => tried.reduce((most, each) => (each.bound >= most.bound ? each : most));
		/** No more than the plan has can be proved. */
		const isEnough = () => Math.ceil(best().bound / grain) >= value;
		const before = known[index];
		if (before !== undefined) {
			// Only what the sums before may amount to is another: each unit more is worth its price.
			for (const one of before.tried)
				tried.push({
					...one,
					bound:
						one.bound -
						mosts.reduce((all, most, b) => all + (one.multipliers.budget[b] ?? 0) * (most - (before.mosts[b] ?? 0)), 0),
				});
		}
		if (tried.length === 0) consider(noMultipliers(part, index));
		if (isEnough()) return best();
		const isNew = before === undefined;
		if (isCount(sum)) {
			// How prices grow with the weight of the counts is what the counts alone would have as prices.
			const grown = (high[index] ?? 1) - (low[index] ?? 1);
			for (const fraction of isNew ? fractions : []) {
				const slope = (now: Float64Array, was: Float64Array) =>
					now.map((y, k) => Math.max(0, Math.round(((y - (was[k] ?? 0)) * fraction) / grown) / fraction));
				const slopes = {
					limit: slope(prices.limit, then.limit),
					crossing: slope(prices.crossing, then.crossing),
					floor: slope(prices.floor, then.floor),
					across: slope(prices.across, then.across),
				};
				consider(multipliersAt(part, sum, budgets, heldBy(high, index), slopes, 1));
				if (isEnough()) break;
			}
		} else {
			if (isNew) {
				const at = copied(prices);
				if (index + 1 < targets.length)
					yield* alive(climber.climb(weighed(part, targets, high, index + 1), at, softness(unit, unit), steps));
				consider(multipliersAt(part, sum, budgets, heldBy(high, index), at, 1 / (high[index] ?? 1)));
				// Where a count before ended above what is proved of it, a smaller weight of it proves more.
				consider(multipliersAt(part, sum, budgets, heldBy(low, index), then, 1 / (low[index] ?? 1)));
			}
			const { multipliers: found, isPolished } = best();
			if (!isPolished) {
				const polished = yield* alive(
					relaxation.solve(shared(part, sum, budgets, found), { around: aroundOf(part, found.limit), step: 4 * grain }),
				);
				consider({ ...found, limit: polished.limit }, true);
			}
		}
		if (isNew || !best().isPolished) {
			if (!isEnough()) consider(withCompany(part, sum, budgets, best().multipliers), true);
		}
		const top = best();
		// Of a count the others are never better: they are paid as much for the counts before.
		known[index] = { tried: tried.filter((one, n) => n === 0 || one === top || !isCount(sum)), mosts };
		return top;
	}
}
