import { type Options, within } from "../levels/options.ts";
import type { Plan, Problem } from "../problem.ts";
import { type Asking, alive, answered } from "./ask.ts";
import { type Multipliers, noMultipliers, shared } from "./bound.ts";
import { columnsOf } from "./columns.ts";
import { type Dual, dualOf } from "./dual.ts";
import type { Group } from "./groups.ts";
import { modelOf } from "./model.ts";
import { type Budget, insidePart, objectiveOf, type PartPlan, sumOf } from "./objective.ts";
import { type Part, partOf } from "./part.ts";
import { countFrom } from "./proofs.ts";
import { relaxationOf } from "./relax.ts";
import type { IndexedRules } from "./rules.ts";
import type { Before, Found, Target } from "./search.ts";

/** How the sums of a part are solved; `before`: what is settled, and a plan that keeps it. */
export type Method = (part: Part, targets: readonly Target[], before?: Before) => Asking<Found | undefined>;

export interface Ordered {
	/** Per claim of the problem; only those solved for are told. */
	readonly plan: Plan;
	readonly multipliers: readonly {
		readonly group: number;
		readonly multipliers: Multipliers;
		readonly from?: number;
	}[];
	readonly claimed: boolean;
}

/**
 * Solves groups of steps in their order for some claims, a part of the problem that nothing else touches. Sums in a row are handed to the method together;
 * a largest value is looked for by itself, and pairs that are larger than it and its tolerance are closed after that. Undefined when there is no plan.
 */
export function* solvedInOrder(
	problem: Problem,
	every: Options,
	rules: IndexedRules,
	claims: readonly number[],
	groups: readonly Group[],
	targetOf: (part: Part, group: number) => Target,
	method: Method,
): Asking<Ordered | undefined> {
	let options = every;
	let part = partOf(problem, options, rules, claims);
	let plan: Plan | undefined;
	let claimed = true;
	const found: { group: number; multipliers: Multipliers; from?: number }[] = [];
	const settled: { readonly group: Group; readonly most: number }[] = [];
	const heldOn = (on: Part): Budget[] =>
		settled.map(({ group: { rows }, most }) => ({ sum: objectiveOf(problem, on, rows), most }));
	const before = (): Before | undefined =>
		plan === undefined ? undefined : { held: heldOn(part), plan: insidePart(part, plan) };
	const take = (inner: PartPlan) => {
		const next: Plan = plan?.slice() ?? new Int32Array(problem.claims).fill(-1);
		part.claims.forEach((claim, i) => {
			next[claim] = part.pairs[inner[i] ?? -1] ?? -1;
		});
		plan = next;
	};
	for (let g = 0; g < groups.length || plan === undefined; ) {
		let end = g;
		while (end < groups.length && groups[end]?.largest === undefined) end++;
		if (end > g || plan === undefined) {
			const targets = groups.slice(g, end).map((_, n) => targetOf(part, g + n));
			const next = yield* method(part, targets, before());
			if (next === undefined) return undefined;
			claimed &&= next.claimed;
			take(next.plan);
			for (const [n, multipliers] of next.multipliers.entries()) {
				found.push({ group: g + n, multipliers });
				const group = groups[g + n];
				if (group !== undefined) settled.push({ group, most: next.mosts[n] ?? 0 });
			}
			g = end;
			continue;
		}
		const group = groups[g];
		const now = before();
		if (group?.largest === undefined || now === undefined) break;
		const { largest } = group;
		const next = yield* smallestUnder(part, largest, now, (from) => {
			const closed = partOf(problem, within(options, largest, from - 1), rules, claims);
			return { closed, held: heldOn(closed) };
		});
		claimed &&= next.claimed;
		take(next.plan);
		found.push({ group: g, ...(next.proof ?? { multipliers: noMultipliers(part, now.held.length) }) });
		options = within(options, group.largest, next.most + group.tolerance);
		part = partOf(problem, options, rules, claims);
		g++;
	}
	return plan === undefined ? undefined : { plan, multipliers: found, claimed };
}

/**
 * The smallest largest value among the plans that keep what is settled: halves the values. Nothing smaller will do where a bound says that somebody
 * must have as much; else any plan is asked for on the pairs with less, `without` them.
 */
function* smallestUnder(
	part: Part,
	largest: Int32Array,
	{ held, plan }: Before,
	without: (from: number) => { readonly closed: Part; readonly held: readonly Budget[] },
): Asking<{
	readonly plan: PartPlan;
	readonly most: number;
	readonly proof?: { readonly multipliers: Multipliers; readonly from: number };
	readonly claimed: boolean;
}> {
	const relaxation = relaxationOf(part);
	const mostOf = (of: PartPlan) =>
		of.reduce((most, e) => Math.max(most, e < 0 ? -1 : (largest[part.pairs[e] ?? 0] ?? 0)), -1);
	const values = [...new Set(Array.from(part.pairs, (e) => largest[e] ?? 0))].sort((a, b) => a - b);
	let best = plan;
	let proof: { multipliers: Multipliers; from: number } | undefined;
	let claimed = true;
	/** Whether a plan exists without any of values[at] or more is asked of each; 0: nobody is placed. */
	let low = 0;
	let high = values.indexOf(mostOf(best)) + 1;
	// A plan with values[high − 1] is known; none without values[low − 1] or more.
	while (low < high) {
		const middle = (low + high - 1) >> 1;
		const from = values[middle] ?? 0;
		const sum = countFrom(part, largest, from);
		const none = noMultipliers(part, held.length);
		const plain = yield* alive(relaxation.solve(shared(part, sum, held, none)));
		let dual: Dual = {
			multipliers: { ...none, limit: plain.limit },
			relaxed: plain,
			part: new Float64Array(part.pairs.length),
		};
		if (plain.bound <= 0) {
			const columns = columnsOf(part);
			columns.admit(plain.reduced, Number.POSITIVE_INFINITY, 6);
			columns.admitPlan(best);
			const better = yield* dualOf(part, relaxation, sum, held, columns, 0, (bound) => bound > 0);
			if (better !== undefined && better.relaxed.bound > plain.bound) dual = better;
		}
		if (dual.relaxed.bound > 0) {
			if (proof === undefined || from > proof.from) proof = { multipliers: dual.multipliers, from };
			low = middle + 1;
			continue;
		}
		const less = without(from);
		const found = yield* anyPlan(less.closed, less.held);
		if (found.plan === undefined) {
			claimed &&= found.claimed;
			low = middle + 1;
			continue;
		}
		const { plan: inner } = found;
		const own: PartPlan = new Int32Array(part.claims.length).fill(-1);
		own.forEach((_, i) => {
			const pair = less.closed.pairs[inner[i] ?? -1] ?? -1;
			for (let e = part.start[i] ?? 0; e < (part.start[i + 1] ?? 0); e++) if (part.pairs[e] === pair) own[i] = e;
		});
		best = own;
		high = values.indexOf(mostOf(best)) + 1;
	}
	return { plan: best, most: mostOf(best), claimed, ...(proof === undefined ? {} : { proof }) };
}

/** Any plan that keeps what is held; `claimed`: the solver says that there is none. */
function* anyPlan(
	part: Part,
	held: readonly Budget[],
): Asking<{ readonly plan?: PartPlan; readonly claimed: boolean }> {
	const nobody = new Int32Array(part.claims.length).fill(-1);
	const isKept = (plan: PartPlan) => held.every(({ sum, most }) => sumOf(part, sum, plan) <= most);
	if (part.pairs.length === 0)
		return part.alone.every((free) => free === 1) && isKept(nobody)
			? { plan: nobody, claimed: true }
			: { claimed: true };
	// The sum held last leads the way; how small it gets is of no matter.
	const sum = held.at(-1)?.sum ?? countFrom(part, new Int32Array(0), 1);
	const built = modelOf(part, sum, held, () => true);
	const answer = yield* answered(built.inWhole(2 ** 40));
	if (answer.solution.length === 0) return { claimed: answer.status === "infeasible" };
	const plan = built.planOf(answer.solution);
	return isKept(plan) ? { plan, claimed: true } : { claimed: false };
}
