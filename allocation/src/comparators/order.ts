import { everyOption } from "../levels/options.ts";
import { mixed, textHash } from "../levels/seed.ts";
import type { Plan, Problem } from "../problem.ts";

/**
 * What happens when claims simply choose in turn: each takes the cheapest pair that still has a place. Locked claims have
 * their places beforehand. `burden` is the cost of a pair; equal costs go to the lower pair index.
 */
export function inOrder(problem: Problem, turn: readonly number[], burden: (pair: number) => number): Plan {
	const { open } = everyOption(problem);
	const plan = Int32Array.from(problem.lock);
	const left = problem.limit.slice();
	const take = (pair: number) => {
		for (let k = problem.offer[pair] ?? 0; k >= 0; k = problem.parent[k] ?? -1) left[k] = (left[k] ?? 0) - 1;
	};
	const hasRoom = (pair: number) => {
		for (let k = problem.offer[pair] ?? 0; k >= 0; k = problem.parent[k] ?? -1) if ((left[k] ?? 0) <= 0) return false;
		return true;
	};
	for (const pair of plan) if (pair >= 0) take(pair);
	for (const i of turn) {
		if ((problem.lock[i] ?? -1) >= 0) continue;
		let best = -1;
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++)
			if (open[e] === 1 && (best < 0 || burden(e) < burden(best)) && hasRoom(e)) best = e;
		plan[i] = best;
		if (best >= 0) take(best);
	}
	return plan;
}

/** Claims by lottery, drawn from a published seed and the claim's id: lower priority classes draw after higher ones if `byClass`. */
export function lotteryTurn(problem: Problem, seed: string, byClass: boolean): number[] {
	const draw = problem.claimIds.map((id) => mixed(textHash(seed), textHash(id)));
	return problem.claimIds
		.map((_, i) => i)
		.sort(
			(a, b) =>
				(byClass ? (problem.priority[a] ?? 0) - (problem.priority[b] ?? 0) : 0) ||
				(draw[a] ?? 0) - (draw[b] ?? 0) ||
				a - b,
		);
}

/** Claims in the order in which they came, by id; claims not named come last. */
export function arrivalTurn(problem: Problem, arrived: readonly string[]): number[] {
	const place = new Map(arrived.map((id, index) => [id, index] as const));
	const of = (i: number) => place.get(problem.claimIds[i] ?? "") ?? arrived.length;
	return problem.claimIds.map((_, i) => i).sort((a, b) => of(a) - of(b) || a - b);
}
