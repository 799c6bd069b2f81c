import { type Counted, countedBy } from "./levels/counted.ts";
import type { Level } from "./levels/level.ts";
import {
	aroundPrices,
	everyOption,
	largestOf,
	leastWithin,
	narrow,
	type Options,
	ownPrice,
	type PricedStage,
	placedBelow,
	within,
} from "./levels/options.ts";
import { type Row, type Step, stepsOf } from "./levels/rows.ts";
import { costsOf, valueOfRow, type Weighted } from "./levels/value.ts";
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

/** What is wrong with a certificate or its plan. */
export type Flaw =
	| { readonly code: "levels" }
	| { readonly code: "shape"; readonly stage: number }
	| { readonly code: "not-a-choice"; readonly claim: string }
	| { readonly code: "over-limit"; readonly limit: string; readonly count: number; readonly places: number }
	| { readonly code: "under-limit"; readonly limit: string; readonly count: number; readonly places: number }
	| { readonly code: "weight"; readonly stage: number; readonly step: string }
	/** Above the least by more than the level's tolerance, or than the bound that is stated. */
	| { readonly code: "too-much"; readonly stage: number; readonly value: number; readonly most: number }
	| { readonly code: "gap"; readonly stage: number; readonly value: string; readonly bound: string }
	| { readonly code: "not-refuted"; readonly stage: number };

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

/** A sum that later steps may not make larger than `most`; `within`: nor may a plan that is told of as the best found for a later one. */
interface Held {
	readonly row: Row;
	readonly most: number;
	readonly within: number;
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

/** What a step is at least within the budgets, by weights and prices; undefined where the weights are none. */
function heldBound(
	problem: Problem,
	options: Options,
	budgets: readonly Held[],
	step: Row,
	weights: readonly number[],
	prices: readonly number[],
): number | undefined {
	const onGain = weights.at(-1) ?? 0;
	if (!weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0) || onGain === 0) return undefined;
	const rows = [...budgets.map(({ row }) => row), step];
	const costs = costsOf(
		problem,
		weights.map((weight, r) => ({ row: rows[r] ?? step, weight })),
	);
	let room = boundOf(problem, options, { ...costs, price: aroundPrices(problem, prices) });
	for (const [b, { most }] of budgets.entries()) room -= BigInt(weights[b] ?? 0) * BigInt(most);
	// Rounded up: values are whole numbers.
	return Number(room > 0n ? (room + BigInt(onGain) - 1n) / BigInt(onGain) : room / BigInt(onGain));
}

function beyondBudgets(problem: Problem, budgets: readonly Held[], stage: number, plan: Plan): Flaw[] {
	return budgets.flatMap(({ row, within: most }) => {
		const value = valueOfRow(problem, row, plan);
		return value > most ? [{ code: "too-much", stage, value, most } as const] : [];
	});
}

/** Whether the plan is one at all: options only, and every limit within its counts. */
export function planFlaws(problem: Problem, options: Options, plan: Plan): Flaw[] {
	const flaws: Flaw[] = [];
	if (plan.length !== problem.claims) return [{ code: "levels" }];
	plan.forEach((pair, i) => {
		const mine = pair >= (problem.start[i] ?? 0) && pair < (problem.start[i + 1] ?? 0) && options.open[pair] === 1;
		if (pair < 0 ? options.alone[i] !== 1 : !mine)
			flaws.push({ code: "not-a-choice", claim: problem.claimIds[i] ?? "" });
	});
	if (flaws.length > 0) return flaws;
	placedBelow(problem, plan).forEach((count, k) => {
		const limit = problem.limitIds[k] ?? "";
		const [low, high] = [options.low[k] ?? 0, options.high[k] ?? 0];
		if (count > high) flaws.push({ code: "over-limit", limit, count, places: high });
		else if (count < low) flaws.push({ code: "under-limit", limit, count, places: low });
	});
	return flaws;
}

function sumFlaws(
	problem: Problem,
	options: Options,
	plan: Plan,
	index: number,
	stage: Extract<Stage, { kind: "sum" }>,
	steps: readonly Step[],
): Flaw[] {
	const weighted: Weighted[] = [];
	let below = 0;
	for (let r = stage.weights.length - 1; r >= 0; r--) {
		const step = steps[r];
		const weight = stage.weights[r] ?? 0;
		if (step === undefined || "largest" in step || step.tolerance > 0) return [{ code: "shape", stage: index }];
		if (!Number.isSafeInteger(weight) || weight <= below) return [{ code: "weight", stage: index, step: step.name }];
		weighted.unshift({ row: step, weight });
		below += weight * step.swing;
	}
	if (weighted.length === 0) return [{ code: "shape", stage: index }];
	const flaws = gapFlaws(problem, options, plan, index, weighted, stage.prices);
	if (flaws.length > 0) return flaws;
	narrow(problem, options, { ...costsOf(problem, weighted), price: aroundPrices(problem, stage.prices) });
	return planFlaws(problem, options, plan);
}

/** A plan whose value is not what the prices prove every plan to cost at least. */
function gapFlaws(
	problem: Problem,
	options: Options,
	plan: Plan,
	stage: number,
	weighted: readonly Weighted[],
	prices: readonly number[],
): Flaw[] {
	let value = 0n;
	for (const { row, weight } of weighted) value += BigInt(weight) * BigInt(valueOfRow(problem, row, plan));
	const price = aroundPrices(problem, prices);
	const bound = boundOf(problem, options, { ...costsOf(problem, weighted), price });
	return value === bound ? [] : [{ code: "gap", stage, value: String(value), bound: String(bound) }];
}

function largestFlaws(
	problem: Problem,
	options: Options,
	plan: Plan,
	index: number,
	stage: Extract<Stage, { kind: "largest" }>,
	step: Step,
	budgets: readonly Held[],
): Flaw[] {
	const weights = stage.weights ?? budgets.map(() => 1);
	const shape = [{ code: "shape", stage: index } as const];
	if (!("largest" in step) || weights.length !== budgets.length) return shape;
	if (!weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)) return shape;
	const witness = Int32Array.from(stage.plan);
	const flaws = [...planFlaws(problem, options, witness), ...beyondBudgets(problem, budgets, index, witness)];
	if (flaws.length > 0) return flaws;
	if (largestOf(witness, step.largest) > stage.most) return shape;
	for (const [i, pair] of plan.entries())
		if (pair >= 0 && (step.largest[pair] ?? 0) > stage.most + step.tolerance)
			return [{ code: "not-a-choice", claim: problem.claimIds[i] ?? "" }];
	const least = stage.least ?? stage.most;
	if (least >= 0) {
		const smaller = within(options, step.largest, least - 1);
		const stuck = problem.claimIds.some((_, i) => {
			if (smaller.alone[i] === 1) return false;
			for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) if (smaller.open[e] === 1) return false;
			return true;
		});
		if (!stuck) {
			if (!priceShape(problem, stage.prices)) return shape;
			const costs = costsOf(
				problem,
				budgets.map(({ row }, b) => ({ row, weight: weights[b] ?? 0 })),
			);
			const bound = boundOf(problem, smaller, { ...costs, price: aroundPrices(problem, stage.prices) });
			const most = budgets.reduce((sum, { most: each }, b) => sum + BigInt(weights[b] ?? 0) * BigInt(each), 0n);
			if (bound <= most) return [{ code: "not-refuted", stage: index }];
		}
	}
	options.open.set(within(options, step.largest, stage.most + step.tolerance).open);
	return [];
}

const priceShape = (problem: Problem, prices: readonly number[]) =>
	prices.length === problem.limits && prices.every((price) => Number.isSafeInteger(price));

/** The dual value: what every plan that the options allow costs at least, whatever the prices. */
function boundOf(problem: Problem, options: Options, stage: PricedStage): bigint {
	let bound = 0n;
	for (let i = 0; i < problem.claims; i++) {
		let best = options.alone[i] === 1 ? stage.alone(i) : Number.POSITIVE_INFINITY;
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++)
			if (options.open[e] === 1) best = Math.min(best, stage.pair(e) + (stage.price[problem.offer[e] ?? 0] ?? 0));
		if (Number.isFinite(best)) bound += BigInt(best);
	}
	for (let k = 0; k < problem.limits; k++) {
		const own = BigInt(ownPrice(problem, stage.price, k));
		const short = BigInt(stage.short(k));
		const floor = BigInt(problem.least[k] ?? 0);
		let least: bigint | undefined;
		// What the limit keeps of its price at a count is linear between these three.
		for (const count of [options.low[k] ?? 0, leastWithin(problem, options, k), options.high[k] ?? 0]) {
			const missing = floor > BigInt(count) ? floor - BigInt(count) : 0n;
			const value = short * missing - own * BigInt(count);
			if (least === undefined || value < least) least = value;
		}
		bound += least ?? 0n;
	}
	return bound;
}
