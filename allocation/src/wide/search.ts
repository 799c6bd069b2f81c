import { type Asking, alive, answered } from "./ask.ts";
import { grain, type Multipliers, noMultipliers, shared } from "./bound.ts";
import { columnsOf } from "./columns.ts";
import { type Dual, dualOf, type Guide } from "./dual.ts";
import { modelOf } from "./model.ts";
import { type Budget, type Objective, type PartPlan, plus, sumOf } from "./objective.ts";
import type { Part } from "./part.ts";
import { relaxationOf } from "./relax.ts";

/** Steps settled as one: their sum, and how far above its bound the plan may end. */
export interface Target {
	readonly sum: Objective;
	/** What the sum counts for beside later ones while a first plan is looked for; any number is right, some are quicker. */
	readonly weight: number;
	/** How much above the bound is near enough, as a part of the bound; 0 asks for the least. */
	readonly gap: number;
	/** How far above its least it may end for the sake of later ones. */
	readonly tolerance: number;
}

/** What is settled before: sums that are held, and a plan that keeps them where one is known. */
export interface Before {
	readonly held: readonly Budget[];
	readonly plan?: PartPlan;
}

export interface Found {
	readonly plan: PartPlan;
	/** Per target: the multipliers of its bound, under budgets of what is held and of the targets before. */
	readonly multipliers: readonly Multipliers[];
	/** Per target: how large it may be while later ones are looked for. */
	readonly mosts: readonly number[];
	/** Whether the solver says of every target that nothing better is left. */
	readonly claimed: boolean;
}

/** Pairs per claim in a first linear programme, and for whole numbers round by round, beyond those of the linear programme. */
const first = 6;
const widths = [0.8, 1.6, 4];
/** So few pairs are all looked at together. */
export const few = 3_000;
/** How much more a count is weighed when its bound is missed. */
const raise = 16;

/**
 * The best plan of a part that it finds, with a bound for each target. First all targets weighed together; then, target by target, what the bound
 * leaves to gain is looked for, the targets before held.
 */
export function* searched(part: Part, targets: readonly Target[], before?: Before): Asking<Found | undefined> {
	const { held } = before ?? { held: [] };
	if (part.pairs.length === 0) {
		const plan = new Int32Array(part.claims.length).fill(-1);
		const multipliers = targets.map((_, index) => noMultipliers(part, held.length + index));
		const mosts = targets.map(({ sum, tolerance }) => sumOf(part, sum, plan) + tolerance);
		return part.alone.every((free) => free === 1) ? { plan, multipliers, mosts, claimed: true } : undefined;
	}
	const relaxation = relaxationOf(part);
	const columns = columnsOf(part);
	const none = noMultipliers(part, 0);
	const weights = targets.map(({ weight }) => weight);
	const weighed = (from: number): Objective => {
		let all: Objective = {
			pair: new Float64Array(part.pairs.length),
			alone: new Float64Array(part.claims.length),
			short: new Float64Array(part.limits.length),
			across: new Float64Array(part.across.length),
		};
		targets.forEach(({ sum }, index) => {
			if (index >= from) all = plus(all, sum, weights[index] ?? 0);
		});
		return all;
	};
	/** What each target settled so far may be, set when the next one is looked at. */
	const mosts: number[] = [];
	const budgetsBefore = (index: number, plan: PartPlan): Budget[] => [
		...held,
		...targets.slice(0, index).map(({ sum }, t) => ({ sum, most: mosts[t] ?? sumOf(part, sum, plan) })),
	];
	const slackOf = (from: number, plan: PartPlan) => {
		let slack = 0;
		targets.forEach(({ sum, gap }, index) => {
			if (index >= from) slack += (weights[index] ?? 0) * Math.floor(gap * sumOf(part, sum, plan));
		});
		return slack;
	};

	const start = yield* alive(relaxation.solve(shared(part, weighed(0), [], none)));
	columns.admit(start.reduced, Number.POSITIVE_INFINITY, first);
	let plan: PartPlan | undefined = before?.plan;
	let claimed = true;
	const multipliers: Multipliers[] = [];
	/** From here on a target may be as large as this: so much more than it is, if that is the least; else so much more than is proved. */
	const settle = ({ sum, tolerance }: Target, at: PartPlan, bound: number, isLeast: boolean) => {
		const value = sumOf(part, sum, at);
		mosts.push(isLeast || tolerance === 0 ? value + tolerance : Math.max(value, Math.ceil(bound / grain) + tolerance));
	};

	/** Looks for a better plan by everything from one target on. */
	const look = function* (from: number): Asking<boolean> {
		const sum = weighed(from);
		const budgets = plan === undefined ? held : budgetsBefore(from, plan);
		if (plan !== undefined) columns.admitPlan(plan);
		const slack = slackOf(from, plan ?? start.plan);
		const dual = yield* dualOf(part, relaxation, sum, budgets, columns, slack / 8);
		if (dual === undefined) return false;
		const better = yield* descended(part, sum, budgets, dual, plan, slack);
		if (better.plan !== undefined) plan = better.plan;
		return better.plan !== undefined;
	};
	/** A target, and all later ones with so little weight that they cannot outdo one of it. */
	const guided = (index: number, at: PartPlan): Guide | undefined => {
		const later = weighed(index + 1);
		const most = sumOf(part, later, at);
		const times = 4 * most + 1;
		const sum = targets[index]?.sum;
		return sum === undefined ? undefined : { sum: plus(later, sum, times), times, later: most };
	};
	yield* look(0);
	if (plan === undefined) return undefined;

	for (const [index, target] of targets.entries()) {
		const now: PartPlan = plan;
		const budgets = budgetsBefore(index, now);
		const value = sumOf(part, target.sum, now);
		const enough = (bound: number) => value <= Math.ceil(bound / grain) * (1 + target.gap);
		// Without any rule the bound may be good enough already.
		const free = { ...none, budget: new Float64Array(budgets.length) };
		const plain = yield* alive(relaxation.solve(shared(part, target.sum, budgets, free)));
		let bound: Dual = {
			multipliers: { ...free, limit: plain.limit },
			relaxed: plain,
			part: new Float64Array(part.pairs.length),
		};
		if (!enough(plain.bound)) {
			columns.admitPlan(now);
			const near = (target.gap * value) / 8;
			const guide = target.sum.pair.every((cost) => cost === 0) ? guided(index, now) : undefined;
			const found = yield* dualOf(part, relaxation, target.sum, budgets, columns, near, enough, guide);
			if (found !== undefined && found.relaxed.bound > bound.relaxed.bound) bound = found;
		}
		multipliers.push(bound.multipliers);
		const proved = bound.relaxed.bound;
		if (enough(proved)) {
			settle(target, now, proved, target.gap === 0);
			continue;
		}
		if (part.pairs.length > few && target.sum.pair.every((cost) => cost === 0)) {
			// Every pair could be in a plan with a better count. The count alone tells no pair from another, so later targets guide.
			weights[index] = (weights[index] ?? 0) * raise;
			yield* look(index);
			const isLeast = sumOf(part, target.sum, plan) <= Math.ceil(proved / grain);
			claimed &&= isLeast;
			settle(target, plan, proved, isLeast);
			continue;
		}
		const slack = Math.floor((value * target.gap) / (1 + target.gap));
		const better = yield* descended(part, target.sum, budgets, bound, now, slack);
		claimed &&= better.claimed;
		const isBetter = better.plan !== undefined && sumOf(part, target.sum, better.plan) < value;
		if (better.plan !== undefined && isBetter) plan = better.plan;
		settle(target, plan, proved, better.claimed && slack === 0);
		if (isBetter && index + 1 < targets.length) yield* look(index + 1);
	}
	return { plan, multipliers, mosts, claimed };
}

/**
 * Whole numbers on the pairs that are cheapest beyond the bound, more and more of them, until the plan is near enough to it or no other pair could
 * be in a better plan.
 */
function* descended(
	part: Part,
	sum: Objective,
	budgets: readonly Budget[],
	dual: Dual,
	from: PartPlan | undefined,
	slack: number,
): Asking<{ readonly plan: PartPlan | undefined; readonly claimed: boolean }> {
	const { reduced, bound } = dual.relaxed;
	const order = reduced.toSorted();
	let plan = from;
	let claimed = false;
	for (let round = 0; ; round++) {
		const gap = plan === undefined ? Number.POSITIVE_INFINITY : sumOf(part, sum, plan) * grain - bound;
		if (gap <= slack * grain) break;
		const wide = Math.round((1 + (widths[round] ?? Number.POSITIVE_INFINITY)) * part.claims.length);
		const cut = wide < order.length && order.length > few ? (order[wide] ?? gap) : gap;
		const columns = columnsOf(part);
		columns.admit(reduced, Math.min(cut, gap), Number.POSITIVE_INFINITY);
		columns.admit(
			dual.part.map((x) => -x),
			-1e-6,
			Number.POSITIVE_INFINITY,
		);
		if (plan !== undefined) columns.admitPlan(plan);
		if (columns.count() === 0) {
			claimed = plan !== undefined;
			break;
		}
		const built = modelOf(part, sum, budgets, columns.has);
		const answer = yield* answered(built.inWhole(Math.max(0, slack / 2), plan));
		if (answer.solution.length > 0) {
			const other = built.planOf(answer.solution);
			if (plan === undefined || sumOf(part, sum, other) < sumOf(part, sum, plan)) plan = other;
		}
		yield plan === undefined ? { kind: "working" } : { kind: "working", plan };
		const left = plan === undefined ? Number.POSITIVE_INFINITY : sumOf(part, sum, plan) * grain - bound;
		// No pair that was left out could be in a plan as good as this one.
		const complete = cut >= left;
		claimed = answer.status === "optimal" && complete && slack === 0;
		if (left <= slack * grain) claimed = true;
		if (complete || left <= slack * grain || (plan !== undefined && answer.status !== "optimal")) break;
	}
	return { plan, claimed };
}
