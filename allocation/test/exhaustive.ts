import type { Core } from "../src/core.ts";
import type { Level } from "../src/levels/level.ts";
import { stepsOf } from "../src/levels/rows.ts";
import { valuesOf } from "../src/levels/value.ts";
import type { Plan, Problem } from "../src/problem.ts";

/** Tries every plan within the limits: the least total cost. For a handful of claims only. */
export function leastCost(core: Core): number {
	const count = new Int32Array(core.limits);
	const around = (offer: number) => {
		const path: number[] = [];
		for (let k = offer; k >= 0; k = core.parent[k] ?? -1) path.push(k);
		return path;
	};
	const from = (claim: number): number => {
		if (claim === core.claims) return 0;
		let best = (core.unplaced[claim] ?? 0) + from(claim + 1);
		for (let e = core.start[claim] ?? 0; e < (core.start[claim + 1] ?? 0); e++) {
			const path = around(core.offer[e] ?? 0);
			if (path.some((k) => (count[k] ?? 0) >= (core.limit[k] ?? 0))) continue;
			for (const k of path) count[k] = (count[k] ?? 0) + 1;
			best = Math.min(best, (core.cost[e] ?? 0) + from(claim + 1));
			for (const k of path) count[k] = (count[k] ?? 0) - 1;
		}
		return best;
	};
	return from(0);
}

/** Every plan that a problem allows: locks kept, limits kept. For a handful of claims only. */
export function* everyPlan(problem: Problem): Generator<Int32Array> {
	const plan = new Int32Array(problem.claims).fill(-1);
	const count = new Int32Array(problem.limits);
	const shift = (pair: number, change: number) => {
		for (let k = problem.offer[pair] ?? 0; k >= 0; k = problem.parent[k] ?? -1) count[k] = (count[k] ?? 0) + change;
	};
	function* from(claim: number): Generator<Int32Array> {
		if (claim === problem.claims) {
			if (problem.limit.every((places, k) => (count[k] ?? 0) <= places)) yield plan;
			return;
		}
		const lock = problem.lock[claim] ?? -1;
		plan[claim] = -1;
		if (lock < 0) yield* from(claim + 1);
		for (let e = problem.start[claim] ?? 0; e < (problem.start[claim + 1] ?? 0); e++) {
			if (lock >= 0 && e !== lock) continue;
			plan[claim] = e;
			shift(e, 1);
			yield* from(claim + 1);
			shift(e, -1);
		}
		plan[claim] = -1;
	}
	yield* from(0);
}

/** What the levels say of plans of one problem. Their steps are made once: what every plan is judged by is most of the time otherwise. */
export function judgeOf(problem: Problem, levels: readonly Level[]): (plan: Plan) => number[] {
	const built = stepsOf(problem, levels);
	if (built.kind === "refused") throw new Error(JSON.stringify(built.findings));
	return (plan) => valuesOf(problem, built.steps, plan).map(({ value }) => value);
}

/** The best values of the levels over every plan, in strict order. */
export function bestValues(problem: Problem, levels: readonly Level[]): number[] {
	const judged = judgeOf(problem, levels);
	let best: number[] | undefined;
	for (const plan of everyPlan(problem)) {
		const values = judged(plan);
		if (best === undefined || isLess(values, best)) best = values;
	}
	return best ?? [];
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
	for (const [index, value] of a.entries()) if (value !== b[index]) return value < (b[index] ?? 0);
	return false;
}
