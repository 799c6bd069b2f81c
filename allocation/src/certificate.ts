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

export type Stage =
	| {
			readonly kind: "sum";
			/** Steps combined in this stage, in order, each with its weight. */
			readonly weights: readonly number[];
			/** Per limit: the price of a place there by itself. */
			readonly prices: readonly number[];
	  }
	| {
			readonly kind: "largest";
			/** The smallest largest value there is; −1 when nobody has a pair. */
			readonly most: number;
			/** A plan that has it. */
			readonly plan: readonly number[];
			/** Per limit: prices that refute every smaller value; empty when some claim has no smaller one. */
			readonly prices: readonly number[];
	  }
	| {
			/** The least value of one step that may give way to later ones; the plan need not have it. */
			readonly kind: "given";
			/** A plan that has it, and prices that prove it. */
			readonly plan: readonly number[];
			readonly prices: readonly number[];
	  }
	| {
			/** What the step after cannot go below while the one before keeps within its tolerance. */
			readonly kind: "trade";
			/** How much the step that gives way weighs, and the one that gains. */
			readonly weights: readonly [number, number];
			readonly prices: readonly number[];
	  };

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

/** The bound of each step that a certificate proves, or what is wrong with it. */
function checkedBounds(
	problem: Problem,
	levels: readonly Level[],
	plan: Plan,
	certificate: Certificate,
): { readonly flaws: readonly Flaw[]; readonly bounds: readonly (number | null)[] } {
	const built = stepsOf(problem, levels);
	if (built.kind === "refused") return { flaws: [{ code: "levels" }], bounds: [] };
	const { steps } = built;
	const options = everyOption(problem);
	const bounds: (number | null)[] = steps.map(() => null);
	const first = planFlaws(problem, options, plan);
	if (first.length > 0) return { flaws: first, bounds };
	let at = 0;
	let budget: { readonly row: Row; readonly most: number } | undefined;
	let traded = false;
	for (const [index, stage] of certificate.stages.entries()) {
		let found: readonly Flaw[];
		const step = steps[at];
		if (step === undefined || traded) return { flaws: [{ code: "shape", stage: index }], bounds };
		if (stage.kind !== "largest" && !priceShape(problem, stage.prices))
			return { flaws: [{ code: "shape", stage: index }], bounds };
		if (stage.kind === "largest") {
			found = largestFlaws(problem, options, plan, index, stage, step, budget);
			bounds[at++] = stage.most;
		} else if ("largest" in step) found = [{ code: "shape", stage: index }];
		else if (stage.kind === "given") {
			const witness = Int32Array.from(stage.plan);
			const value = valueOfRow(problem, step, witness);
			const most = value + step.tolerance;
			const mine = valueOfRow(problem, step, plan);
			found =
				budget !== undefined
					? [{ code: "shape", stage: index }]
					: [
							...planFlaws(problem, options, witness),
							...gapFlaws(problem, options, witness, index, [{ row: step, weight: 1 }], stage.prices),
							...(mine > most ? [{ code: "too-much", stage: index, value: mine, most } as const] : []),
						];
			budget = { row: step, most };
			bounds[at++] = value;
		} else if (stage.kind === "trade") {
			const [onKept, onGain] = stage.weights;
			found =
				[onKept, onGain].every((weight) => Number.isSafeInteger(weight) && weight >= 0) && onGain > 0
					? []
					: [{ code: "weight", stage: index, step: step.name }];
			if (budget === undefined) found = [{ code: "shape", stage: index }];
			else if (found.length === 0) {
				const costs = costsOf(problem, [
					{ row: budget.row, weight: onKept },
					{ row: step, weight: onGain },
				]);
				const room =
					boundOf(problem, options, { ...costs, price: aroundPrices(problem, stage.prices) }) -
					BigInt(onKept) * BigInt(budget.most);
				// Rounded up: values are whole numbers.
				const bound = room > 0n ? (room + BigInt(onGain) - 1n) / BigInt(onGain) : room / BigInt(onGain);
				bounds[at++] = Number(bound);
			}
			traded = true;
		} else {
			const rows = steps.slice(at, at + stage.weights.length);
			found =
				budget === undefined ? sumFlaws(problem, options, plan, index, stage, rows) : [{ code: "shape", stage: index }];
			if (found.length === 0)
				for (const row of rows) bounds[at++] = "largest" in row ? null : valueOfRow(problem, row, plan);
		}
		if (found.length > 0) return { flaws: found, bounds };
	}
	return { flaws: traded || at === steps.length ? [] : [{ code: "levels" }], bounds };
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
	budget: { readonly row: Row; readonly most: number } | undefined,
): Flaw[] {
	if (!("largest" in step)) return [{ code: "shape", stage: index }];
	const witness = Int32Array.from(stage.plan);
	const flaws = planFlaws(problem, options, witness);
	if (flaws.length > 0) return flaws;
	const kept = budget === undefined || valueOfRow(problem, budget.row, witness) <= budget.most;
	if (!kept || largestOf(witness, step.largest) > stage.most) return [{ code: "shape", stage: index }];
	for (const [i, pair] of plan.entries())
		if (pair >= 0 && (step.largest[pair] ?? 0) > stage.most + step.tolerance)
			return [{ code: "not-a-choice", claim: problem.claimIds[i] ?? "" }];
	if (stage.most >= 0) {
		const smaller = within(options, step.largest, stage.most - 1);
		const stuck = problem.claimIds.some((_, i) => {
			if (smaller.alone[i] === 1) return false;
			for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) if (smaller.open[e] === 1) return false;
			return true;
		});
		if (!stuck) {
			if (!priceShape(problem, stage.prices)) return [{ code: "shape", stage: index }];
			const costs = costsOf(problem, budget === undefined ? [] : [{ row: budget.row, weight: 1 }]);
			const bound = boundOf(problem, smaller, { ...costs, price: aroundPrices(problem, stage.prices) });
			if (bound <= BigInt(budget?.most ?? 0)) return [{ code: "not-refuted", stage: index }];
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
