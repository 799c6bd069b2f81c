import type { Stage } from "../certificate.ts";
import type { Plan, Problem } from "../problem.ts";
import { largestOf, type Options, ownPrice, within } from "./options.ts";
import type { Row, Step } from "./rows.ts";
import { type StageState, solveStage } from "./stage.ts";
import { valueOfRow } from "./value.ts";

/**
 * The smallest largest part: halves the values between none and the plan's own, asking each time whether the levels so far can be
 * kept within it, a sum that may give way within its budget. The last refusal is the proof that nothing smaller will do.
 * Closes the pairs that are larger than the smallest and its tolerance.
 */
export function* smallest<T>(
	problem: Problem,
	options: Options,
	plan: Plan,
	step: Extract<Step, { largest: Int32Array }>,
	budget: { readonly row: Row; readonly most: number } | undefined,
	tell: (state: StageState) => T,
): Generator<T, { readonly plan: Plan; readonly stage: Extract<Stage, { kind: "largest" }> }> {
	const { largest } = step;
	const weighted = budget === undefined ? [] : [{ row: budget.row, weight: 1 }];
	const values = [...new Set(largest)].filter((value) => value < largestOf(plan, largest)).sort((a, b) => a - b);
	let best = plan;
	let prices: readonly number[] = [];
	// Also with no pair at all a plan may keep the levels so far: −1 stands for that.
	const thresholds = [-1, ...values];
	let low = 0;
	let high = thresholds.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const most = thresholds[middle] ?? 0;
		const from = best.map((pair) => (pair >= 0 && (largest[pair] ?? 0) > most ? -1 : pair));
		const run = solveStage(problem, within(options, largest, most), weighted, from);
		let next = run.next();
		for (; !next.done; next = run.next()) yield tell({ steps: next.value.steps });
		const found = next.value;
		if (found.kept && (budget === undefined || valueOfRow(problem, budget.row, found.plan) <= budget.most)) {
			best = found.plan;
			high = middle;
		} else {
			prices = Array.from(found.price, (_, k) => ownPrice(problem, found.price, k));
			low = middle + 1;
		}
	}
	const most = largestOf(best, largest);
	options.open.set(within(options, largest, most + step.tolerance).open);
	return {
		plan: best,
		stage: { kind: "largest", most, prices: most < 0 ? [] : prices, plan: Array.from(best) },
	};
}
