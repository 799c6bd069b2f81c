import type { Plan, Problem } from "../problem.ts";
import { largestOf, placedBelow } from "./options.ts";
import { nothing, type Row, type Step } from "./rows.ts";

/** The value of one step of a level under a plan. */
export interface StepValue {
	readonly level: number;
	readonly name: string;
	readonly value: number;
}

export interface Weighted {
	readonly row: Row;
	readonly weight: number;
}

/** What one option costs, and what is missing to a floor, in all the rows of a stage. */
export function costsOf(problem: Problem, weighted: readonly Weighted[]) {
	const missing = weighted.reduce((sum, { row, weight }) => sum + weight * row.short, 0);
	return {
		pair: summed(weighted.map(({ row, weight }) => ({ of: row.pair, weight }))),
		alone: summed(weighted.map(({ row, weight }) => ({ of: row.alone, weight }))),
		short: (k: number) => missing * (problem.leastWeight[k] ?? 0),
		/** What one of weight 1 missing to a floor costs. */
		missing,
	};
}

/** One function for a weighted sum of functions; those that are always 0 are not asked. */
function summed(terms: readonly { readonly of: (at: number) => number; readonly weight: number }[]) {
	const [first, second, ...others] = terms.filter(({ of }) => of !== nothing);
	if (first === undefined) return nothing;
	if (second === undefined) return (at: number) => first.weight * first.of(at);
	if (others.length === 0) return (at: number) => first.weight * first.of(at) + second.weight * second.of(at);
	return (at: number) => {
		let sum = first.weight * first.of(at) + second.weight * second.of(at);
		for (const { of, weight } of others) sum += weight * of(at);
		return sum;
	};
}

export function valueOfRow(problem: Problem, row: Row, plan: Plan): number {
	const { pair, alone } = row;
	let value = 0;
	for (let i = 0; i < plan.length; i++) {
		const e = plan[i] ?? -1;
		if (e < 0) value += alone(i);
		else if (pair !== nothing) value += pair(e);
	}
	return row.short === 0 ? value : value + row.short * missingToFloors(problem, plan);
}

/** Σ weight × how many are missing, over the floors. */
function missingToFloors(problem: Problem, plan: Plan): number {
	let missing = 0;
	placedBelow(problem, plan).forEach((count, k) => {
		missing += (problem.leastWeight[k] ?? 0) * Math.max(0, (problem.least[k] ?? 0) - count);
	});
	return missing + missingAcross(problem, plan);
}

/** The same over floors that no limit holds together. */
export function missingAcross({ across = [] }: Problem, plan: Plan): number {
	if (across.length === 0) return 0;
	const taken = new Set(plan);
	return across.reduce((sum, { pairs, least, weight }) => {
		let count = 0;
		for (const e of pairs) if (taken.has(e)) count++;
		return sum + weight * Math.max(0, least - count);
	}, 0);
}

export function valuesOf(problem: Problem, steps: readonly Step[], plan: Plan): StepValue[] {
	return steps.map((step) => ({ level: step.level, name: step.name, value: valueOfStep(problem, step, plan) }));
}

/** Whether a plan is better than another, the steps in order. */
export function isBetter(problem: Problem, steps: readonly Step[], plan: Plan, other: Plan): boolean {
	for (const step of steps) {
		const less = valueOfStep(problem, step, other) - valueOfStep(problem, step, plan);
		if (less !== 0) return less > 0;
	}
	return false;
}

function valueOfStep(problem: Problem, step: Step, plan: Plan): number {
	return "largest" in step ? largestOf(plan, step.largest) : valueOfRow(problem, step, plan);
}
