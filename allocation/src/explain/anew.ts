import { allocate, scored } from "../allocate.ts";
import type { Level } from "../levels/level.ts";
import type { StepValue } from "../levels/value.ts";
import type { Plan, Problem } from "../problem.ts";
import type { Move } from "../solvers/places.ts";

/** How the value of each step changes from one plan to another: also what an edit by hand costs. */
export function changed(problem: Problem, levels: readonly Level[], before: Plan, after: Plan): StepValue[] {
	const was = scored(problem, levels, before);
	return scored(problem, levels, after).map((step, index) => ({
		...step,
		value: step.value - (was[index]?.value ?? 0),
	}));
}

/** The moves that a new allocation makes when a claim is locked to a pair. */
export function movesByLock(
	problem: Problem,
	levels: readonly Level[],
	plan: Plan,
	claim: number,
	pair: number,
): Move[] {
	const lock = problem.lock.slice();
	lock[claim] = pair;
	return difference(plan, anew({ ...problem, lock }, levels));
}

/** The moves that a new allocation makes when there is one more place at a limit; none when it changes no value. */
export function movesByPlace(problem: Problem, levels: readonly Level[], plan: Plan, k: number): Move[] {
	const limit = problem.limit.slice();
	limit[k] = (limit[k] ?? 0) + 1;
	const after = anew({ ...problem, limit }, levels);
	const change = changed(problem, levels, plan, after);
	return change.some(({ value }) => value !== 0) ? difference(plan, after) : [];
}

export function anew(problem: Problem, levels: readonly Level[]): Plan {
	const result = allocate(problem, levels);
	if (result.kind === "refused") throw new Error("levels that were refused have no reasons");
	return result.plan;
}

/** The best plan when a claim has no pairs and no lock; it counts as unplaced. */
export function planWithout(problem: Problem, levels: readonly Level[], claim: number): Plan {
	const first = problem.start[claim] ?? 0;
	const size = (problem.start[claim + 1] ?? 0) - first;
	const keep = (_: number, e: number) => e < first || e >= first + size;
	const plan = anew(
		{
			...problem,
			start: problem.start.map((at, i) => (i > claim ? at - size : at)),
			lock: problem.lock.map((pair, i) => (i === claim ? -1 : pair >= first ? pair - size : pair)),
			offer: problem.offer.filter(keep),
			parts: new Map([...problem.parts].map(([name, values]) => [name, values.filter(keep)] as const)),
		},
		levels,
	);
	return plan.map((pair) => (pair >= first ? pair + size : pair));
}

export function difference(before: Plan, after: Plan): Move[] {
	const moves: Move[] = [];
	after.forEach((pair, claim) => {
		if (pair !== before[claim]) moves.push({ claim, pair });
	});
	return moves;
}
