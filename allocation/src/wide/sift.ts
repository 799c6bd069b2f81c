import type { Plan } from "../problem.ts";
import { among, type LinearSolver, provedBy, relaxed } from "./linear.ts";
import type { PlanModel } from "./model.ts";

/** Pairs per claim to begin with, and most rounds of letting more in. */
const first = 10;
const rounds = 30;

/**
 * Solves a model on few of its columns and proves that the others are not needed: columns enter the linear programme while they
 * have a price below it; the whole numbers are then looked for among the cheapest, and again among all columns that
 * the gap between plan and bound leaves a chance. Undefined when the solver has no solution.
 */
export async function sifted(
	built: PlanModel,
	solver: LinearSolver,
	from: Plan,
	claims: readonly number[],
): Promise<
	{ readonly solution: Float64Array; readonly multiplier: Float64Array; readonly claimed: boolean } | undefined
> {
	const { model, claimOf } = built;
	const size = model.cost.length;
	const kept = Uint8Array.from(claimOf, (claim) => (claim < 0 ? 1 : 0));
	const mine = new Map<number, number[]>(claims.map((i) => [i, []]));
	claimOf.forEach((claim, c) => {
		if (claim >= 0) mine.get(claim)?.push(c);
	});
	for (const columns of mine.values()) {
		columns.sort((a, b) => (model.cost[a] ?? 0) - (model.cost[b] ?? 0) || a - b);
		for (const c of columns.slice(0, first)) kept[c] = 1;
	}
	const full = new Uint8Array(size).fill(1);
	const ask = async (columns: Uint8Array, whole: boolean) => {
		const part = among(model, columns);
		const answer = await solver(whole ? part.model : relaxed(part.model));
		const solution = new Float64Array(size);
		part.columns.forEach((c, at) => {
			solution[c] = answer.solution[at] ?? 0;
		});
		return { ...answer, solution, found: answer.solution.length > 0 };
	};

	let linear = await ask(kept, false);
	// Too few columns may leave no solution where there is one.
	if (linear.status === "infeasible") {
		kept.set(full);
		linear = await ask(kept, false);
	}
	if (linear.status === "infeasible") return undefined;
	let multiplier = linear.dual;
	let proof = provedBy(model, multiplier);
	for (let round = 0; round < rounds; round++) {
		let more = false;
		for (const columns of mine.values()) {
			const cheap = columns.filter((c) => kept[c] === 0 && (proof.reduced[c] ?? 0) < 0);
			cheap.sort((a, b) => (proof.reduced[a] ?? 0) - (proof.reduced[b] ?? 0) || a - b);
			for (const c of cheap.slice(0, first)) {
				kept[c] = 1;
				more = true;
			}
		}
		if (!more) break;
		linear = await ask(kept, false);
		const next = provedBy(model, linear.dual);
		if (next.bound > proof.bound) multiplier = linear.dual;
		proof = next;
	}
	proof = provedBy(model, multiplier);

	const chosen = new Uint8Array(size);
	const order = Array.from({ length: size }, (_, c) => c).filter((c) => (claimOf[c] ?? -1) >= 0);
	order.sort((a, b) => (proof.reduced[a] ?? 0) - (proof.reduced[b] ?? 0) || a - b);
	for (const c of order.slice(0, first * claims.length)) chosen[c] = 1;
	claimOf.forEach((claim, c) => {
		if (claim < 0 || (linear.solution[c] ?? 0) > 0) chosen[c] = 1;
	});
	for (const i of claims)
		for (const c of mine.get(i) ?? []) {
			const one = new Float64Array(size);
			one[c] = 1;
			if ((from[i] ?? -1) >= 0 && built.planOf(one)[i] === from[i]) chosen[c] = 1;
		}
	let best: Float64Array | undefined;
	let claimed = false;
	for (let round = 0; round < rounds; round++) {
		const answer = await ask(chosen, true);
		claimed = answer.status === "optimal";
		if (answer.found) best = answer.solution.map((value, c) => (model.whole[c] === 1 ? Math.round(value) : value));
		const value = best?.reduce((sum, x, c) => sum + x * (model.cost[c] ?? 0), 0) ?? Number.POSITIVE_INFINITY;
		// Stopped before the end: more columns would only make it harder.
		if (!claimed) break;
		const gap = value - proof.bound;
		let more = false;
		for (const c of order)
			if (chosen[c] === 0 && (proof.reduced[c] ?? 0) < gap) {
				chosen[c] = 1;
				more = true;
			}
		if (!more) break;
	}
	return best === undefined ? undefined : { solution: best, multiplier, claimed };
}
