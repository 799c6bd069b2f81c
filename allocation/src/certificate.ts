import {
	beyondBudgets,
	type Flaw,
	type Held,
	heldBound,
	largestFlaws,
	planFlaws,
	priceShape,
	sumFlaws,
} from "./flaws.ts";
import { type Counted, countedBy } from "./levels/counted.ts";
import type { Level } from "./levels/level.ts";
import { everyOption } from "./levels/options.ts";
import { stepsOf } from "./levels/rows.ts";
import { valueOfRow } from "./levels/value.ts";
import type { Plan, Problem } from "./problem.ts";

/**
 * The proof of a plan: for each stage the prices under which nobody would rather have anything else. Anybody can check it in
 * one pass over the pairs per stage, without knowing how it was found (docs/model.md, “The certificate”).
 */
export interface Certificate {
	readonly stages: readonly Stage[];
}

/** Per limit the price of a place there by itself; per priority class that of staying unplaced, where some class may give way. */
interface Prices {
	readonly prices: readonly number[];
	readonly unplaced?: readonly number[];
}

export type Stage =
	| (Prices & {
			readonly kind: "sum";
			/** Steps combined in this stage, in order, each with its weight. */
			readonly weights: readonly number[];
	  })
	| (Prices & {
			readonly kind: "largest";
			/** The smallest largest value that was found; −1 when nobody has a pair. */
			readonly most: number;
			/** What no plan goes below, where that is less. */
			readonly least?: number;
			/** A plan that has it. The prices refute every smaller value; they are empty when some claim has no smaller one. */
			readonly plan: readonly number[];
			/** How much each sum held within a budget weighs in the refutation; not there: the only one, by 1. */
			readonly weights?: readonly number[];
	  })
	| (Prices & {
			/** The least value of one step that may give way to later ones; the plan need not have it. */
			readonly kind: "given";
			/** A plan that has it, or the least that was found. */
			readonly plan: readonly number[];
			/** How much each sum held within a budget weighs, and the step itself; not there: the step alone. */
			readonly weights?: readonly number[];
	  })
	| (Prices & {
			/** What a step cannot go below while those before keep within their budgets. */
			readonly kind: "trade";
			/** How much each sum held within a budget weighs, and the step itself. */
			readonly weights: readonly number[];
	  });

/**
 * Checks a plan and what is said of it: every step at its bound, above it by no more than its tolerance, or, where the last stage is a
 * trade, no more than what is stated not to be proved. Separate from every solver; empty means that all of it holds.
 */
export function flawsOf(
	problem: Problem,
	levels: readonly Level[],
	plan: Plan,
	certificate: Certificate,
	bounds?: readonly (number | null)[],
): Flaw[] {
	const checked = checkedBounds(problem, levels, plan, certificate);
	if (checked.flaws.length > 0 || bounds === undefined) return [...checked.flaws];
	return JSON.stringify(bounds) === JSON.stringify(checked.bounds) ? [] : [{ code: "levels" }];
}

/** What a certificate that holds proves each step to be at least; null where nothing is. */
export function provedBy(
	problem: Problem,
	levels: readonly Level[],
	plan: Plan,
	stages: readonly Stage[],
): readonly (number | null)[] {
	return checkedBounds(problem, levels, plan, { stages }).bounds;
}

/** The bound of each step that a certificate proves, or what is wrong with it. */
function checkedBounds(
	original: Problem,
	levels: readonly Level[],
	given: Plan,
	certificate: Certificate,
): { readonly flaws: readonly Flaw[]; readonly bounds: readonly (number | null)[] } {
	const built = stepsOf(original, levels);
	if (built.kind === "refused") return { flaws: [{ code: "levels" }], bounds: [] };
	const bounds: (number | null)[] = built.steps.map(() => null);
	const first = planFlaws(original, everyOption(original), given);
	if (first.length > 0) return { flaws: first, bounds };
	const counted = countedBy(original, levels, built.steps);
	const { problem, steps, options } = counted;
	const plan = counted.inward(given);
	const budgets: Held[] = [];
	let at = 0;
	for (const [index, written] of certificate.stages.entries()) {
		const shape = [{ code: "shape", stage: index } as const];
		const step = steps[at];
		const prices = counted.joined(written.prices, written.unplaced);
		const unpriced = written.kind === "largest" && written.prices.length === 0;
		if (step === undefined || (!unpriced && !priceShape(problem, prices))) return { flaws: shape, bounds };
		const stage =
			"plan" in written ? { ...written, plan: insideOf(counted, written.plan), prices } : { ...written, prices };
		let found: readonly Flaw[];
		if (stage.kind === "largest") {
			found = largestFlaws(problem, options, plan, index, { ...stage, prices: unpriced ? [] : prices }, step, budgets);
			bounds[at++] = stage.least ?? stage.most;
		} else if ("largest" in step) found = shape;
		else if (stage.kind === "sum") {
			const rows = steps.slice(at, at + stage.weights.length);
			found = budgets.length > 0 ? shape : sumFlaws(problem, options, plan, index, stage, rows);
			if (found.length === 0)
				for (const row of rows) bounds[at++] = "largest" in row ? null : valueOfRow(problem, row, plan);
		} else {
			const weights = stage.weights ?? [1];
			const bound = heldBound(problem, options, budgets, step, weights, prices);
			const value = valueOfRow(problem, step, plan);
			const sound = weights.length === budgets.length + 1 && (stage.kind === "given" || step.tolerance === 0);
			if (bound === undefined) found = [{ code: "weight", stage: index, step: step.name }];
			else if (!sound) found = shape;
			else {
				const witness = stage.kind === "given" ? Int32Array.from(stage.plan) : plan;
				const most = valueOfRow(problem, step, witness) + step.tolerance;
				found = [
					...planFlaws(problem, options, witness),
					...beyondBudgets(problem, budgets, index, witness),
					...(value > most ? [{ code: "too-much", stage: index, value, most } as const] : []),
				];
				const place = step.unplaced === undefined ? -1 : counted.placeOf(step.unplaced);
				if (place >= 0) options.high[place] = Math.min(options.high[place] ?? 0, most);
				else budgets.push({ row: step, most, within: Math.max(value, bound + step.tolerance) });
				bounds[at++] = bound;
			}
		}
		if (found.length > 0) return { flaws: found, bounds };
	}
	// After sums that give way it may end before the last step: of those left nothing is proved.
	return { flaws: at === steps.length || budgets.length > 0 ? [] : [{ code: "levels" }], bounds };
}

function insideOf(counted: Counted, plan: readonly number[]): number[] {
	return Array.from(counted.inward(Int32Array.from(plan)));
}
