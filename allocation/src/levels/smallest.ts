import type { Stage } from "../certificate.ts";
import type { Plan, Problem } from "../problem.ts";
import type { Budget } from "./budget.ts";
import { largestOf, type Options, ownPrice, within } from "./options.ts";
import type { Step } from "./rows.ts";
import { type StageState, solveStage } from "./stage.ts";
import { traded } from "./trade.ts";
import { valueOfRow } from "./value.ts";

/**
 * The smallest largest part: halves the values between none and the plan's own, asking each time whether the levels so far can be
 * kept within it, sums that may give way within their budgets. The last refusal is the proof that nothing smaller will do; with several
 * budgets a value may be neither reached nor refused, and the proof is then of a smaller one. Closes the pairs that are larger than the
 * smallest and its tolerance.
 */
export function* smallest<T>(
	problem: Problem,
	options: Options,
	plan: Plan,
	step: Extract<Step, { largest: Int32Array }>,
	budgets: readonly Budget[],
	tell: (state: StageState) => T,
): Generator<T, { readonly plan: Plan; readonly stage: Extract<Stage, { kind: "largest" }> }> {
	const { largest } = step;
	const values = [...new Set(largest)].filter((value) => value < largestOf(plan, largest)).sort((a, b) => a - b);
	let best = plan;
	let proof: Refused = { weights: budgets.map(() => 0), price: new Float64Array(problem.limits) };
	let refused = -1;
	// Also with no pair at all a plan may keep the levels so far: −1 stands for that.
	const thresholds = [...new Set([-1, ...values])];
	let low = 0;
	let high = thresholds.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const most = thresholds[middle] ?? 0;
		const from = best.map((pair) => (pair >= 0 && (largest[pair] ?? 0) > most ? -1 : pair));
		const found = yield* kept(problem, within(options, largest, most), from, budgets, tell);
		if (found.plan !== undefined) {
			best = found.plan;
			high = middle;
			continue;
		}
		low = middle + 1;
		if (found.refused === undefined || middle < refused) continue;
		refused = middle;
		proof = found.refused;
	}
	const most = largestOf(best, largest);
	options.open.set(within(options, largest, most + step.tolerance).open);
	const least = refused + 1 < thresholds.length ? Math.min(most, thresholds[refused + 1] ?? most) : most;
	return {
		plan: best,
		stage: {
			...{ kind: "largest", most },
			...(least < most ? { least } : {}),
			prices: least < 0 ? [] : Array.from(proof.price, (_, k) => ownPrice(problem, proof.price, k)),
			plan: Array.from(best),
			...(budgets.length > 1 ? { weights: proof.weights } : {}),
		},
	};
}

interface Refused {
	readonly weights: readonly number[];
	readonly price: Float64Array;
}

/** A plan within every budget, made budget by budget; or weights and prices by which there is none; or neither. */
function* kept<T>(
	problem: Problem,
	options: Options,
	from: Plan,
	budgets: readonly Budget[],
	tell: (state: StageState) => T,
): Generator<T, { readonly plan?: Plan; readonly refused?: Refused }> {
	const [first] = budgets;
	const run = solveStage(problem, options, first === undefined ? [] : [{ row: first.row, weight: 1 }], from);
	let next = run.next();
	for (; !next.done; next = run.next()) yield tell({ steps: next.value.steps });
	let { plan } = next.value;
	const value = first === undefined ? 0 : valueOfRow(problem, first.row, plan);
	if (!next.value.kept || value > (first?.proved ?? 0))
		return { refused: { weights: budgets.map((_, b) => (b === 0 ? 1 : 0)), price: next.value.price } };
	if (first !== undefined && value > first.most) return {};
	for (const [index, budget] of budgets.entries()) {
		if (index === 0 || valueOfRow(problem, budget.row, plan) <= budget.most) continue;
		const found = yield* traded(problem, options, plan, budgets.slice(0, index), [budget.row], tell);
		if (found.bound > budget.proved)
			return {
				refused: { weights: budgets.map((_, b) => found.weights[b] ?? 0), price: found.price },
			};
		if (valueOfRow(problem, budget.row, found.plan) > budget.most) return {};
		({ plan } = found);
	}
	return { plan };
}
