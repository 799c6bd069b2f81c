import { type Asking, alive } from "./ask.ts";
import { bounded, grain, type Shared, shared } from "./bound.ts";
import { chainsOf } from "./chain.ts";
import { climberOf, copied, noPrices, softness, steps } from "./climb.ts";
import { mended } from "./mend.ts";
import { nearest } from "./nearest.ts";
import { type PartPlan, sumOf } from "./objective.ts";
import type { Part } from "./part.ts";
import { multipliersAt } from "./priced.ts";
import { proverOf } from "./prove.ts";
import { idleOf, refined } from "./refine.ts";
import { regionsOf } from "./region.ts";
import { aroundOf, type Relaxed, relaxationOf } from "./relax.ts";
import type { Before, Found, Target } from "./search.ts";
import { standingOf } from "./standing.ts";
import { isCount, spreadOf, weighed, weightsOf } from "./weigh.ts";

/** The first softness in what the weight of a count differs. */
const firstSoft = 1.5;
/** A price above so much of what a count weighs is taken to come of too few places. */
const scarce = 0.3;
/** Prices that the network betters by so much of the bound are climbed from again. */
const far = 0.002;
/** What the last of several counts weighs, in greatest differences of what comes after it: prices at both tell how they grow with it. */
const scales = [4, 8] as const;
/** Pairs kept per claim for chains, and rounds of mending. */
export const kept = 10;
export const rounds = 6;
/** Pairs that cost more beyond the bound than so much of the greatest difference are not looked at when claims are solved anew. */
const cutShare = 1 / 48;
/** Sums that differ by more are not weighed together. */
const mostSpread = 2 ** 22;

/** Whether sums are of a size that prices in floating point can tell apart. */
export function suitsLarge(part: Part, targets: readonly Pick<Target, "sum">[]): boolean {
	return targets.every(({ sum }) => spreadOf(part, sum) <= mostSpread);
}

/**
 * As `searched`, for parts that are too large to be handed to a solver of linear models whole: prices by climbing, the network solved at them, what
 * it breaks of the rules mended by chains of moves, and claims where much is lost solved anew some at a time. A tolerance is heeded by the bounds of
 * what comes after, which say what it could give; the plan makes no use of it. What is held before is sought anew with all else. Undefined when no plan that keeps
 * what is held is known, and somebody who must have a place got none or what is held was not reached, neither of which says that there is no plan.
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
	if (standing.plan.some((e, i) => e < 0 && part.alone[i] !== 1)) {
		// Chains found no place for somebody who must have one. The plan that is known has all that is asked for.
		if (before.plan === undefined) return undefined;
		before.plan.forEach((e, i) => {
			standing.move(i, e);
		});
	}
	yield { kind: "working", plan: standing.plan.slice() };
	// What is proved where each count is no more than its bound, as it usually turns out: so it is known when the plan is near enough.
	const prove = proverOf(part, targets, held, { high, low, prices, then, unit, climber, relaxation });
	const first = yield* prove(standing.plan, true);
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
	const { multipliers, mosts } = isAsThought ? first : yield* prove(plan, false);
	const mine = [held.length, held.length + wanted.length] as const;
	return { plan, multipliers: multipliers.slice(...mine), mosts: mosts.slice(...mine), claimed: false };

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
