import type { Plan, Problem } from "../problem.ts";
import { largestOf, placedBelow } from "./options.ts";
import type { Row, Step } from "./rows.ts";

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
		pair: (e: number) => {
			let sum = 0;
			for (const { row, weight } of weighted) sum += weight * row.pair(e);
			return sum;
		},
		alone: (i: number) => {
			let sum = 0;
			for (const { row, weight } of weighted) sum += weight * row.alone(i);
			return sum;
		},
		short: (k: number) => missing * (problem.leastWeight[k] ?? 0),
	};
}

export function valueOfRow(problem: Problem, row: Row, plan: Plan): number {
	let value = 0;
	plan.forEach((pair, i) => {
		value += pair < 0 ? row.alone(i) : row.pair(pair);
	});
	return row.short === 0 ? value : value + row.short * missingToFloors(problem, plan);
}

/** Σ weight × how many are missing, over the floors. */
function missingToFloors(problem: Problem, plan: Plan): number {
	let missing = 0;
	placedBelow(problem, plan).forEach((count, k) => {
		missing += (problem.leastWeight[k] ?? 0) * Math.max(0, (problem.least[k] ?? 0) - count);
	});
	return missing;
}

export function valuesOf(problem: Problem, steps: readonly Step[], plan: Plan): StepValue[] {
	return steps.map((step) => ({
		level: step.level,
		name: step.name,
		value: "largest" in step ? largestOf(plan, step.largest) : valueOfRow(problem, step, plan),
	}));
}
