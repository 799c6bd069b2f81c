import { type Asking, alive, answered } from "./ask.ts";
import { bounded, grain, type Multipliers, noMultipliers, shared } from "./bound.ts";
import { climberOf, noPrices } from "./climb.ts";
import { columnsOf } from "./columns.ts";
import { dualOf } from "./dual.ts";
import { modelOf } from "./model.ts";
import { type Budget, type Objective, type PartPlan, plus, sumOf } from "./objective.ts";
import type { Method } from "./order.ts";
import type { Part } from "./part.ts";
import { multipliersAt } from "./priced.ts";
import { countFrom } from "./proofs.ts";
import { relaxationOf } from "./relax.ts";
import type { Found, Target } from "./search.ts";
import { isCount } from "./weigh.ts";

/** After so many looks for a plan that ended with neither a plan nor the word that there is none, what is known has to do. */
const mostInVain = 2;
/** Prices of one more claim are climbed to at these softnesses, with so many steps each. */
const softness = [1.5, 0.5, 0.15, 0.05, 0.015];
const steps = 60;

/** The pairs with less than some value, with what is held and what is to be found on them. */
export interface Closed {
	readonly closed: Part;
	readonly held: readonly Budget[];
	readonly targets: readonly Target[];
	readonly guides: readonly Target[];
}

export interface Smallest {
	readonly plan: PartPlan;
	readonly most: number;
	/** Multipliers that show that somebody must have `from` or more. */
	readonly proof?: { readonly multipliers: Multipliers; readonly from: number };
	/** Whether the solver says of everything smaller that there is no plan. */
	readonly claimed: boolean;
	/** Where it was found along with the sums that follow: on these pairs. */
	readonly rest?: { readonly part: Part; readonly found: Found };
}

/**
 * The smallest largest value among the plans that keep what is settled. First it is bounded from below, halving the values: by the network without rules,
 * and what that leaves with prices of rules. Then a plan is looked for at the bound, and further and further above it; between what was refused and
 * what was found the values are halved. The last resort is the plan there was.
 */
export function* smallestUnder(
	part: Part,
	largest: Int32Array,
	{ held, plan }: { readonly held: readonly Budget[]; readonly plan: PartPlan },
	method: Method,
	without: (from: number) => Closed,
): Asking<Smallest> {
	const relaxation = relaxationOf(part);
	const mostOf = (of: PartPlan) =>
		of.reduce((most, e) => Math.max(most, e < 0 ? -1 : (largest[part.pairs[e] ?? 0] ?? 0)), -1);
	const values = [...new Set(Array.from(part.pairs, (e) => largest[e] ?? 0))].sort((a, b) => a - b);
	const at = (index: number) => values[index] ?? 0;
	let proof: { multipliers: Multipliers; from: number } | undefined;
	const none = noMultipliers(part, held.length);
	// Who is unplaced counts as much as who has too much: that is all the network has to be told.
	const even = { ...none, budget: Float64Array.from(held, ({ sum }) => (isCount(sum) ? grain : 0)) };
	/** Whether the network alone shows that somebody must have values[index] or more; likewise with prices of rules. */
	const barred = function* (index: number): Asking<boolean> {
		const sum = countFrom(part, largest, at(index));
		const found = yield* alive(relaxation.solve(shared(part, sum, held, even)));
		return found.bound > 0 && takes(index, { ...even, limit: found.limit });
	};
	const barredByRules = function* (index: number): Asking<boolean> {
		const sum = countFrom(part, largest, at(index));
		if (method.isLarge(part)) return yield* barredByClimbing(index, sum);
		const columns = columnsOf(part);
		const start = yield* alive(relaxation.solve(shared(part, sum, held, even)));
		columns.admit(start.reduced, Number.POSITIVE_INFINITY, 6);
		columns.admitPlan(best);
		const found = yield* dualOf(part, relaxation, sum, held, columns, 0, (bound) => bound > 0);
		return found !== undefined && found.relaxed.bound > 0 && takes(index, found.multipliers);
	};
	const climber = climberOf(part);
	const prices = noPrices(part);
	/** By climbing, everybody unplaced counting as one too many, for as long as it takes. */
	const barredByClimbing = function* (index: number, sum: Objective): Asking<boolean> {
		// What shows it of a smaller value may show it of this one.
		if (proof !== undefined && takes(index, proof.multipliers)) return true;
		const both = held.reduce((all, { sum: each }) => (isCount(each) ? plus(all, each, 1) : all), sum);
		const weights = held.map(({ sum: each }) => (isCount(each) ? 1 : 0));
		let found: Multipliers = even;
		for (const soft of softness) {
			yield* alive(climber.climb(both, prices, [soft], steps));
			found = multipliersAt(part, sum, held, weights, prices, 1);
			if (takes(index, found)) return true;
		}
		const better = yield* alive(relaxation.solve(shared(part, sum, held, found)));
		return takes(index, { ...found, limit: better.limit });
	};
	function takes(index: number, multipliers: Multipliers): boolean {
		const sum = countFrom(part, largest, at(index));
		if (!(boundOf(part, sum, held, multipliers) > 0)) return false;
		if (proof === undefined || at(index) > proof.from) proof = { multipliers, from: at(index) };
		return true;
	}

	let best = plan;
	let claimed = true;
	let rest: Smallest["rest"];
	/** A plan with values[high − 1] is known; there is none without values[low − 1] or more, or none was found. */
	let low = 0;
	let high = values.indexOf(mostOf(best)) + 1;
	for (let top = high; low < top; ) {
		const middle = (low + top - 1) >> 1;
		if (yield* barred(middle)) low = middle + 1;
		else top = middle;
	}
	for (let top = high; low < top; ) {
		const middle = (low + top - 1) >> 1;
		if (yield* barredByRules(middle)) low = middle + 1;
		else top = middle;
	}
	let inVain = 0;
	let stride = 1;
	let isBetween = false;
	while (low < high && inVain < mostInVain) {
		const middle = isBetween ? (low + high - 1) >> 1 : Math.min(low + stride, high) - 1;
		const next = without(at(middle));
		const found = yield* planIn(next, method);
		if (found.plan === undefined) {
			claimed &&= found.claimed;
			if (!found.claimed) inVain++;
			low = middle + 1;
			stride *= 2;
			continue;
		}
		best = outwardFrom(next.closed, part, found.plan);
		rest = found.rest === undefined ? undefined : { part: next.closed, found: found.rest };
		isBetween = true;
		high = values.indexOf(mostOf(best)) + 1;
	}
	if (low < high) claimed = false;
	return {
		plan: best,
		most: mostOf(best),
		claimed,
		...(proof === undefined ? {} : { proof }),
		...(rest === undefined ? {} : { rest }),
	};
}

function boundOf(part: Part, sum: Objective, held: readonly Budget[], multipliers: Multipliers): number {
	return bounded(part, shared(part, sum, held, multipliers), multipliers.limit).bound;
}

/** A plan of one part as one of another that has all of its pairs. */
function outwardFrom(closed: Part, part: Part, plan: PartPlan): PartPlan {
	return plan.map((inner, i) => {
		const pair = closed.pairs[inner] ?? -1;
		for (let e = part.start[i] ?? 0; pair >= 0 && e < (part.start[i + 1] ?? 0); e++)
			if (part.pairs[e] === pair) return e;
		return -1;
	});
}

/** Any plan that keeps what is held; `claimed`: the solver says that there is none. In a large part along with the sums that follow. */
function* planIn(
	{ closed: part, held, targets, guides }: Closed,
	method: Method,
): Asking<{ readonly plan?: PartPlan; readonly rest?: Found; readonly claimed: boolean }> {
	const isKept = (plan: PartPlan) => held.every(({ sum, most }) => sumOf(part, sum, plan) <= most);
	if (part.pairs.length === 0) {
		const nobody = new Int32Array(part.claims.length).fill(-1);
		return part.alone.every((free) => free === 1) && isKept(nobody)
			? { plan: nobody, claimed: true }
			: { claimed: true };
	}
	if (method.isLarge(part)) {
		const found = yield* method.solve(part, targets, { held }, guides);
		if (found !== undefined) return { plan: found.plan, rest: found, claimed: true };
		if (!method.fits(part)) return { claimed: false };
	}
	// The sum held last leads the way; how small it gets is of no matter.
	const sum = held.at(-1)?.sum ?? countFrom(part, new Int32Array(0), 1);
	const built = modelOf(part, sum, held, () => true);
	const answer = yield* answered(built.inWhole(2 ** 40));
	if (answer.solution.length === 0) return { claimed: answer.status === "infeasible" };
	const plan = built.planOf(answer.solution);
	return isKept(plan) ? { plan, claimed: true } : { claimed: false };
}
