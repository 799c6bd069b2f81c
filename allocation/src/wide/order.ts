import { largestOf, type Options, within } from "../levels/options.ts";
import type { Plan, Problem } from "../problem.ts";
import type { Asking } from "./ask.ts";
import { type Multipliers, noMultipliers } from "./bound.ts";
import type { Group } from "./groups.ts";
import { type Budget, insidePart, objectiveOf, type PartPlan } from "./objective.ts";
import { type Part, partOf } from "./part.ts";
import type { IndexedRules } from "./rules.ts";
import type { Before, Found, Target } from "./search.ts";
import { smallestUnder } from "./smallest.ts";

/** How the sums of a part are solved. */
export interface Method {
	/** @param guides sums that come after these, but not right after: who cannot tell plans apart by these may go by those */
	solve(
		part: Part,
		targets: readonly Target[],
		before: Before | undefined,
		guides: readonly Target[],
	): Asking<Found | undefined>;
	/** Whether a part is solved without being handed to a solver whole. */
	isLarge(part: Part): boolean;
	/** Whether a solver can still hold it. */
	fits(part: Part): boolean;
}

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
	const before = () => (plan === undefined ? undefined : { held: heldOn(part), plan: insidePart(part, plan) });
	/** The sums from one group on: those up to the next largest, and all after it. */
	const targetsFrom = (on: Part, from: number): readonly [targets: Target[], guides: Target[]] => {
		const end = sumsEnd(groups, from);
		const of = (at: number) => (groups[at]?.largest === undefined ? [targetOf(on, at)] : []);
		const each = groups.map((_, at) => at);
		return [each.slice(from, end).flatMap(of), each.slice(end).flatMap(of)];
	};
	/** The largest values looked for, what each is at least, and at what larger pairs are closed. */
	const looked: { readonly largest: Int32Array; readonly least: number; closed: number }[] = [];
	/** Closes what is larger than a plan's own values and what is proved of them, and tells whether that was open. */
	const closesMore = (of: Plan): boolean => {
		let closes = false;
		for (const one of looked) {
			const most = Math.max(largestOf(of, one.largest), one.least);
			if (most >= one.closed) continue;
			one.closed = most;
			options = within(options, one.largest, most);
			closes = true;
		}
		return closes;
	};
	/** Found along with a largest, for the sums that follow it. */
	let ready: Found | undefined;
	const take = (inner: PartPlan) => {
		const next: Plan = plan?.slice() ?? new Int32Array(problem.claims).fill(-1);
		part.claims.forEach((claim, i) => {
			next[claim] = part.pairs[inner[i] ?? -1] ?? -1;
		});
		plan = next;
		return next;
	};
	for (let g = 0; g < groups.length || plan === undefined; ) {
		const end = sumsEnd(groups, g);
		if (end > g || plan === undefined) {
			const [targets, guides] = targetsFrom(part, g);
			const next: Found | undefined = ready ?? (yield* method.solve(part, targets, before(), guides));
			ready = undefined;
			if (next === undefined) return undefined;
			claimed &&= next.claimed;
			const taken = take(next.plan);
			// A plan may turn out to have a smaller largest than was found by looking for it. What follows is then proved of no larger pairs.
			if (closesMore(taken)) {
				part = partOf(problem, options, rules, claims);
				continue;
			}
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
		const next = yield* smallestUnder(part, largest, now, method, (from) => {
			const closed = partOf(problem, within(options, largest, from - 1), rules, claims);
			const [targets, guides] = targetsFrom(closed, g + 1);
			return { closed, held: heldOn(closed), targets, guides };
		});
		claimed &&= next.claimed;
		take(next.plan);
		found.push({ group: g, ...(next.proof ?? { multipliers: noMultipliers(part, now.held.length) }) });
		const closed = next.most + group.tolerance;
		options = within(options, largest, closed);
		looked.push({ largest, closed, least: (next.proof?.from ?? -1) + group.tolerance });
		part = partOf(problem, options, rules, claims);
		// The same pairs are left: what was found on them is what would be found.
		if (next.rest?.part.pairs.length === part.pairs.length && sumsEnd(groups, g + 1) > g + 1) ready = next.rest.found;
		g++;
	}
	return plan === undefined ? undefined : { plan, multipliers: found, claimed };
}

/** Where the sums that begin at a group end: at the next largest. */
function sumsEnd(groups: readonly Group[], from: number): number {
	let end = from;
	while (end < groups.length && groups[end]?.largest === undefined) end++;
	return end;
}
