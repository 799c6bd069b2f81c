import { everyOption, largestOf, type Options, within } from "../levels/options.ts";
import type { Step } from "../levels/rows.ts";
import { valueOfRow } from "../levels/value.ts";
import type { Plan, Problem } from "../problem.ts";
import { bounded, grain, readMultipliers, shared, type WrittenMultipliers } from "./bound.ts";
import type { Group } from "./groups.ts";
import { type Budget, insidePart, type Objective, objectiveOf, sumOf } from "./objective.ts";
import { type Part, partOf } from "./part.ts";
import type { IndexedRules } from "./rules.ts";

/** Multipliers that bound one group of steps from below on some of the claims, a part of the problem that nothing else touches. */
export interface PartProof {
	readonly group: number;
	readonly claims: readonly number[];
	/** As plain lists, to be written down; see `Multipliers`. */
	readonly multipliers: WrittenMultipliers;
	/** Of a largest value: what no plan goes below. The multipliers bound how many claims have as much. */
	readonly from?: number;
}

/** What counts the pairs of a part that have at least so much. */
export function countFrom(part: Part, largest: Int32Array, from: number): Objective {
	return {
		pair: Float64Array.from(part.pairs, (e) => ((largest[e] ?? 0) >= from ? 1 : 0)),
		alone: new Float64Array(part.claims.length),
		short: new Float64Array(part.limits.length),
		across: new Float64Array(part.across.length),
	};
}

/**
 * What the proofs bound each step at. A step is bounded among the plans in which each group before ends no higher than it may: at the plan's
 * own value, or its bound and its tolerance if that is more.
 */
export function boundsOf(
	problem: Problem,
	groups: readonly Group[],
	steps: readonly Step[],
	rules: IndexedRules,
	plan: Plan,
	proofs: readonly PartProof[],
): (number | null)[] {
	const bounds: (number | null)[] = steps.map(() => null);
	const above = groups.map(() => 0);
	const largest = groups.map((): number | null => null);
	const claimsOf = new Map(proofs.map(({ claims }) => [claims[0] ?? -1, claims] as const));
	for (const [first, claims] of claimsOf) {
		const mine = new Map(proofs.flatMap((proof) => (proof.claims[0] === first ? [[proof.group, proof] as const] : [])));
		let options: Options = everyOption(problem);
		let part = partOf(problem, options, rules, claims);
		const held: { readonly group: Group; readonly most: number }[] = [];
		for (const [g, group] of groups.entries()) {
			const proof = mine.get(g);
			const own = insidePart(part, plan);
			const budgets: Budget[] = held.map(({ group: { rows }, most }) => ({
				sum: objectiveOf(problem, part, rows),
				most,
			}));
			const boundOn = (sum: Objective) => {
				if (proof === undefined) return Number.NEGATIVE_INFINITY;
				const read = readMultipliers(proof.multipliers);
				return Math.ceil(bounded(part, shared(part, sum, budgets, read), read.limit).bound / grain);
			};
			if (group.largest === undefined) {
				const sum = objectiveOf(problem, part, group.rows);
				const value = sumOf(part, sum, own);
				const bound = boundOn(sum);
				above[g] = (above[g] ?? 0) + Math.max(0, value - bound);
				held.push({ group, most: group.tolerance > 0 ? Math.max(value, bound + group.tolerance) : value });
				continue;
			}
			const value = largestOf(plan, group.largest);
			const from = Math.min(value, proof?.from ?? -1);
			const least = from >= 0 && boundOn(countFrom(part, group.largest, from)) > 0 ? from : -1;
			largest[g] = least;
			options = within(options, group.largest, Math.max(value, least + group.tolerance));
			part = partOf(problem, options, rules, claims);
		}
	}
	groups.forEach((group, index) => {
		if (group.largest !== undefined) {
			bounds[group.first] = largest[index] ?? null;
			return;
		}
		// Where nothing was proved anew, the plan is the best without the rules: its own value bounds it.
		const value = group.rows.reduce((total, { row, weight }) => total + weight * valueOfRow(problem, row, plan), 0);
		let left = value - (above[index] ?? 0);
		// Each weight outdoes all that the later steps can amount to, so the bound tells the first steps as its leading digits.
		for (const [r, { row, weight }] of group.rows.entries()) {
			if (!Number.isFinite(left)) break;
			const own = valueOfRow(problem, row, plan);
			const least = r === group.rows.length - 1 ? left : Math.floor(left / weight);
			bounds[group.first + r] = Math.min(own, Math.max(0, least));
			if (least < own) break;
			left -= weight * own;
		}
	});
	return bounds;
}
