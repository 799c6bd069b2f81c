import type { Stage } from "./certificate.ts";
import {
	aroundPrices,
	largestOf,
	leastWithin,
	narrow,
	type Options,
	ownPrice,
	type PricedStage,
	placedBelow,
	within,
} from "./levels/options.ts";
import type { Row, Step } from "./levels/rows.ts";
import { costsOf, valueOfRow, type Weighted } from "./levels/value.ts";
import type { Plan, Problem } from "./problem.ts";

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

/** A sum that later steps may not make larger than `most`; `within`: nor may a plan that is told of as the best found for a later one. */
export interface Held {
	readonly row: Row;
	readonly most: number;
	readonly within: number;
}

/** What a step is at least within the budgets, by weights and prices; undefined where the weights are none. */
export function heldBound(
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

/** The sums of a plan that are above what they are held within. */
export function beyondBudgets(problem: Problem, budgets: readonly Held[], stage: number, plan: Plan): Flaw[] {
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

/** What is wrong with a stage of sums; what it leaves open is narrowed. */
export function sumFlaws(
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

/** What is wrong with a stage about a largest; what it leaves open is narrowed. */
export function largestFlaws(
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

/** Whether there is a whole number for each limit. */
export const priceShape = (problem: Problem, prices: readonly number[]) =>
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
