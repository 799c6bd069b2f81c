import { type Asking, alive } from "./ask.ts";
import { bounded, grain, type Multipliers, noMultipliers, type Shared, shared } from "./bound.ts";
import { chainsOf } from "./chain.ts";
import { climberOf, noPrices, type Prices } from "./climb.ts";
import { withCompany } from "./company.ts";
import { mended } from "./mend.ts";
import { nearest } from "./nearest.ts";
import { type Budget, type PartPlan, sumOf } from "./objective.ts";
import type { Part } from "./part.ts";
import { multipliersAt } from "./priced.ts";
import { idleOf, refined } from "./refine.ts";
import { regionsOf } from "./region.ts";
import { aroundOf, type Relaxed, relaxationOf } from "./relax.ts";
import type { Before, Found, Target } from "./search.ts";
import { standingOf } from "./standing.ts";
import { isCount, spreadOf, weighed, weightsOf } from "./weigh.ts";

/** Steps up at each softness; the first softness in what the weight of a count differs, the last in differences of what comes after it. */
const steps = 60;
const firstSoft = 1.5;
const lastSoft = 0.004;
const division = 3;
/** A price above so much of what a count weighs is taken to come of too few places. */
const scarce = 0.3;
/** Prices that the network betters by so much of the bound are climbed from again. */
const far = 0.002;
/** What the last of several counts weighs, in greatest differences of what comes after it: prices at both tell how they grow with it. */
const scales = [4, 8] as const;
/** Pairs kept per claim for chains, and rounds of mending. */
const kept = 10;
const rounds = 6;
/** Pairs that cost more beyond the bound than so much of the greatest difference are not looked at when claims are solved anew. */
const cutShare = 1 / 48;
/** Multipliers of counts are simple fractions as a rule. */
const fractions = [1, 2, 3, 4, 6, 12, grain];
/** Sums that differ by more are not weighed together. */
const mostSpread = 2 ** 22;

/** Whether sums are of a size that prices in floating point can tell apart. */
export function suitsLarge(part: Part, targets: readonly Pick<Target, "sum">[]): boolean {
	return targets.every(({ sum }) => spreadOf(part, sum) <= mostSpread);
}

/**
 * As `searched`, for parts that are too large to be handed to a solver of linear models whole: prices by climbing, the network solved at them, what
 * it breaks of the rules mended by chains of moves, and claims where much is lost solved anew some at a time. A tolerance is heeded by the bounds of
 * what comes after, which say what it could give; the plan makes no use of it. What is held before is sought anew with all else. Undefined when somebody who must
 * have a place got none, or what is held was not reached and no plan that keeps it is known, neither of which says that there is no plan.
 *
 * @param guides sums that come later, of which nothing is asked but that they be small
 */
export function* searchedLarge(
	part: Part,
	wanted: readonly Target[],
	before: Before = { held: [] },
	guides: readonly Target[] = [],
): Asking<Found | undefined> {
	const { held } = before;
	const targets = [...held.map(({ sum }) => ({ sum, weight: 0, gap: 0, tolerance: 0 })), ...wanted, ...guides];
	const climber = climberOf(part);
	const relaxation = relaxationOf(part);
	const [low, high] = scales.map((scale) => weightsOf(part, targets, scale));
	if (low === undefined || high === undefined) return undefined;
	const sum = weighed(part, targets, high, targets.length);
	const unit = spreadOf(part, targets.at(-1)?.sum ?? sum);
	const count = targets.findLastIndex((target) => isCount(target.sum));
	const prices = noPrices(part);
	let then = prices;
	if (count >= 0) {
		const from = firstSoft * (low[count] ?? 0);
		yield* alive(climber.climb(weighed(part, targets, low, targets.length), prices, softness(from, unit), steps));
		then = copied(prices);
		// Prices that come of too few places grow with what a place is worth; the others stay.
		for (const row of [prices.limit, prices.crossing, prices.floor, prices.across])
			row.forEach((y, k) => {
				if (y > scarce * (low[count] ?? 0)) row[k] = (y * (high[count] ?? 0)) / (low[count] ?? 1);
			});
	}
	let { costs, relaxed } = yield* settled(firstSoft * unit);
	for (let again = 0; again < 2 && relaxed.bound > relaxed.climbed + far * Math.abs(relaxed.bound); again++) {
		// The network found much better prices: those of the rules have far to go yet.
		prices.limit.set(relaxed.limit.map((price) => price / grain));
		({ costs, relaxed } = yield* settled(firstSoft * Math.max(unit, (high[count] ?? 0) - (low[count] ?? 0))));
	}
	// Chains see what each pair costs with all prices.
	const priced = costs.pair.map((cost, e) => (cost + (relaxed.around[part.offer[e] ?? 0] ?? 0)) / grain);
	const alone = costs.alone.map((cost) => cost / grain);
	const near = nearest(part, priced, alone, kept);
	const standing = standingOf(part, sum);
	yield* alive(mended(part, sum, standing, chainsOf(part, sum, standing, near, unit / 64), near, relaxed.plan, rounds));
	if (standing.plan.some((e, i) => e < 0 && part.alone[i] !== 1)) return undefined;
	yield { kind: "working", plan: standing.plan.slice() };
	// What is proved where each count is no more than its bound, as it usually turns out: so it is known when the plan is near enough.
	const first = yield* proved(standing.plan, true);
	let enough = 0.5;
	for (const [g, target] of targets.entries()) {
		const bound = isCount(target.sum) ? first.mosts[g] : first.bounds[g];
		enough += (high[g] ?? 0) * (1 + target.gap) * (bound ?? 0);
	}
	const idle = idleOf(part, standing, relaxed.limit, prices.crossing);
	yield* refined(standing, near, idle, regionsOf(part, sum, standing, near), unit * cutShare, enough);

	let plan: PartPlan = standing.plan.slice();
	const isKept = held.every(({ sum: each, most }) => sumOf(part, each, plan) <= most);
	if (!isKept && before.plan === undefined) return undefined;
	if (before.plan !== undefined && (!isKept || sumOf(part, sum, before.plan) < standing.cost())) plan = before.plan;
	const isAsThought = targets
		.slice(held.length)
		.every(
			({ sum: each, tolerance }, g) =>
				tolerance === 0 && (!isCount(each) || sumOf(part, each, plan) === first.mosts[held.length + g]),
		);
	const { multipliers, mosts } = isAsThought ? first : yield* proved(plan, false);
	const mine = [held.length, held.length + wanted.length] as const;
	return { plan, multipliers: multipliers.slice(...mine), mosts: mosts.slice(...mine), claimed: false };

	/**
	 * Multipliers for every target, and what they prove, the targets before at the values of a plan.
	 * @param hopes whether a count is taken to be no more than its bound
	 */
	function* proved(
		plan: PartPlan,
		hopes: boolean,
	): Asking<{ multipliers: Multipliers[]; bounds: number[]; mosts: number[] }> {
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
			const budgets: Budget[] = targets.slice(0, index).map(({ sum: each }, t) => ({ sum: each, most: mosts[t] ?? 0 }));
			const value = sumOf(part, target.sum, plan) * grain;
			let best = noMultipliers(part, budgets.length);
			let bound = Number.NEGATIVE_INFINITY;
			const consider = (found: Multipliers) => {
				const { bound: now } = bounded(part, shared(part, target.sum, budgets, found), found.limit);
				if (now <= bound) return;
				bound = now;
				best = found;
			};
			const heldBy = (weights: readonly number[]) =>
				weights.slice(0, index).map((weight) => weight / (weights[index] ?? 1));
			consider(best);
			if (bound < value && isCount(target.sum)) {
				// How prices grow with the weight of the counts is what the counts alone would have as prices.
				const grown = (high?.[index] ?? 1) - (low?.[index] ?? 1);
				for (const fraction of fractions) {
					const slope = (now: Float64Array, was: Float64Array) =>
						now.map((y, k) => Math.max(0, Math.round(((y - (was[k] ?? 0)) * fraction) / grown) / fraction));
					const slopes = {
						limit: slope(prices.limit, then.limit),
						crossing: slope(prices.crossing, then.crossing),
						floor: slope(prices.floor, then.floor),
						across: slope(prices.across, then.across),
					};
					consider(multipliersAt(part, target.sum, budgets, heldBy(high ?? []), slopes, 1));
				}
			} else if (bound < value) {
				const at = copied(prices);
				if (index + 1 < targets.length)
					yield* alive(climber.climb(weighed(part, targets, high ?? [], index + 1), at, softness(unit, unit), steps));
				consider(multipliersAt(part, target.sum, budgets, heldBy(high ?? []), at, 1 / (high?.[index] ?? 1)));
				// Where a count before ended above what is proved of it, a smaller weight of it proves more.
				consider(multipliersAt(part, target.sum, budgets, heldBy(low ?? []), then, 1 / (low?.[index] ?? 1)));
				const found = best;
				const polished = yield* alive(
					relaxation.solve(shared(part, target.sum, budgets, found), {
						around: aroundOf(part, found.limit),
						step: 4 * grain,
					}),
				);
				consider({ ...found, limit: polished.limit });
			}
			if (bound < value) consider(withCompany(part, target.sum, budgets, best));
			multipliers.push(best);
			const proves = Math.ceil(bound / grain);
			bounds.push(proves);
			const { tolerance } = target;
			const reached = Math.max(value / grain, tolerance > 0 ? proves + tolerance : 0);
			mosts.push(hopes && isCount(target.sum) && tolerance === 0 ? Math.max(0, proves) : reached);
		}
		return { multipliers, bounds, mosts };
	}

	/** Climbs with all targets weighed together, and solves the network where that ended. */
	function* settled(
		from: number,
	): Asking<{ readonly costs: Shared; readonly relaxed: Relaxed & { readonly climbed: number } }> {
		yield* alive(climber.climb(sum, prices, softness(from, unit), steps));
		const found = multipliersAt(part, sum, [], [], prices, 1);
		const shares = shared(part, sum, [], found);
		const climbed = bounded(part, shares, found.limit).bound;
		const start = { around: aroundOf(part, found.limit), step: 4 * grain };
		return { costs: shares, relaxed: { ...(yield* alive(relaxation.solve(shares, start))), climbed } };
	}
}

/** Softer first, for prices that have far to go. */
function softness(from: number, unit: number): number[] {
	const levels: number[] = [];
	for (let soft = from; ; soft /= division) {
		levels.push(Math.max(soft, lastSoft * unit));
		if (soft <= lastSoft * unit) return levels;
	}
}

function copied({ limit, crossing, floor, across }: Prices): Prices {
	return { limit: limit.slice(), crossing: crossing.slice(), floor: floor.slice(), across: across.slice() };
}
