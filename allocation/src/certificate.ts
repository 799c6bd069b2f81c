import type { Level } from "./levels/level.ts";
import { everyOption, narrow, type Options, ownPrice, within } from "./levels/options.ts";
import { mostMoves, type Row, type Step, stepsOf } from "./levels/rows.ts";
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
			/** The largest value that the plan has; −1 when nobody has a pair. */
			readonly most: number;
			/** Per limit: prices that refute every smaller value; empty when some claim has no smaller one. */
			readonly prices: readonly number[];
	  };

/** What is wrong with a certificate or its plan. */
export type Flaw =
	| { readonly code: "levels" }
	| { readonly code: "shape"; readonly stage: number }
	| { readonly code: "not-a-choice"; readonly claim: string }
	| { readonly code: "over-limit"; readonly limit: string; readonly count: number; readonly places: number }
	| { readonly code: "weight"; readonly stage: number; readonly step: string }
	| { readonly code: "negative-price"; readonly stage: number; readonly limit: string }
	| { readonly code: "gap"; readonly stage: number; readonly value: string; readonly bound: string }
	| { readonly code: "not-refuted"; readonly stage: number };

/** Checks that a plan is the best there is by the levels. Separate from every solver; empty means proved. */
export function flawsOf(problem: Problem, levels: readonly Level[], plan: Plan, certificate: Certificate): Flaw[] {
	const built = stepsOf(problem, levels);
	if (built.kind === "refused") return [{ code: "levels" }];
	const options = everyOption(problem);
	const flaws = planFlaws(problem, options, plan);
	if (flaws.length > 0) return flaws;
	let at = 0;
	for (const [index, stage] of certificate.stages.entries()) {
		const found =
			stage.kind === "sum"
				? sumFlaws(problem, options, plan, index, stage, built.steps.slice(at))
				: largestFlaws(problem, options, plan, index, stage, built.steps[at]);
		if (found.length > 0) return found;
		at += stage.kind === "sum" ? stage.weights.length : 1;
	}
	return at === built.steps.length ? [] : [{ code: "levels" }];
}

/** Whether the plan is one at all: options only, and no limit exceeded. */
export function planFlaws(problem: Problem, options: Options, plan: Plan): Flaw[] {
	const flaws: Flaw[] = [];
	const count = new Int32Array(problem.limits);
	if (plan.length !== problem.claims) return [{ code: "levels" }];
	plan.forEach((pair, i) => {
		const mine = pair >= (problem.start[i] ?? 0) && pair < (problem.start[i + 1] ?? 0) && options.open[pair] === 1;
		if (pair < 0 ? options.alone[i] !== 1 : !mine)
			flaws.push({ code: "not-a-choice", claim: problem.claimIds[i] ?? "" });
		else if (pair >= 0)
			for (let k = problem.offer[pair] ?? 0; k >= 0; k = problem.parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
	});
	for (let k = 0; k < problem.limits; k++)
		if ((count[k] ?? 0) > (problem.limit[k] ?? 0))
			flaws.push({
				code: "over-limit",
				limit: problem.limitIds[k] ?? "",
				count: count[k] ?? 0,
				places: problem.limit[k] ?? 0,
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
	const rows: Row[] = [];
	for (const step of steps.slice(0, stage.weights.length)) {
		if ("largest" in step) return [{ code: "shape", stage: index }];
		rows.push(step);
	}
	if (rows.length === 0 || rows.length < stage.weights.length || !priceShape(problem, stage.prices))
		return [{ code: "shape", stage: index }];
	const moves = mostMoves(problem);
	let below = 0;
	for (let r = rows.length - 1; r >= 0; r--) {
		const row = rows[r];
		const weight = stage.weights[r] ?? 0;
		if (row === undefined || !Number.isSafeInteger(weight) || weight <= below || row.swing > row.spread * moves)
			return [{ code: "weight", stage: index, step: row?.name ?? "" }];
		below += weight * row.swing;
	}
	const flaws = negativePrices(problem, options, index, stage.prices);
	if (flaws.length > 0) return flaws;
	const pair = (e: number) => rows.reduce((sum, row, r) => sum + (stage.weights[r] ?? 0) * row.pair(e), 0);
	const alone = (i: number) => rows.reduce((sum, row, r) => sum + (stage.weights[r] ?? 0) * row.alone(i), 0);
	const price = aroundPrices(problem, stage.prices);
	let value = 0n;
	plan.forEach((taken, i) => {
		value += BigInt(taken < 0 ? alone(i) : pair(taken));
	});
	const bound = boundOf(problem, options, pair, alone, price);
	if (value !== bound) return [{ code: "gap", stage: index, value: String(value), bound: String(bound) }];
	narrow(problem, options, { pair, alone, price });
	return [];
}

function largestFlaws(
	problem: Problem,
	options: Options,
	plan: Plan,
	index: number,
	stage: Extract<Stage, { kind: "largest" }>,
	step: Step | undefined,
): Flaw[] {
	if (step === undefined || !("largest" in step)) return [{ code: "shape", stage: index }];
	for (const [i, pair] of plan.entries())
		if (pair >= 0 && (step.largest[pair] ?? 0) > stage.most)
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
			const flaws = negativePrices(problem, options, index, stage.prices);
			if (flaws.length > 0) return flaws;
			const free = () => 0;
			if (boundOf(problem, smaller, free, free, aroundPrices(problem, stage.prices)) <= 0n)
				return [{ code: "not-refuted", stage: index }];
		}
	}
	options.open.set(within(options, step.largest, stage.most).open);
	return [];
}

const priceShape = (problem: Problem, prices: readonly number[]) =>
	prices.length === problem.limits && prices.every((price) => Number.isSafeInteger(price));

/** A place may cost less than nothing only where every plan so far fills the limit. */
function negativePrices(problem: Problem, options: Options, stage: number, prices: readonly number[]): Flaw[] {
	return prices.flatMap((price, k): Flaw[] =>
		price < 0 && options.full[k] !== 1 ? [{ code: "negative-price", stage, limit: problem.limitIds[k] ?? "" }] : [],
	);
}

function aroundPrices(problem: Problem, prices: readonly number[]): Float64Array {
	const around = new Float64Array(problem.limits);
	for (let k = problem.limits - 1; k >= 0; k--) {
		const outer = problem.parent[k] ?? -1;
		around[k] = (prices[k] ?? 0) + (outer < 0 ? 0 : (around[outer] ?? 0));
	}
	return around;
}

/** The dual value: what every plan that the options allow costs at least. */
export function boundOf(
	problem: Problem,
	options: Options,
	pair: (pair: number) => number,
	alone: (claim: number) => number,
	price: Float64Array,
): bigint {
	let bound = 0n;
	for (let i = 0; i < problem.claims; i++) {
		let best = options.alone[i] === 1 ? alone(i) : Number.POSITIVE_INFINITY;
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++)
			if (options.open[e] === 1) best = Math.min(best, pair(e) + (price[problem.offer[e] ?? 0] ?? 0));
		if (Number.isFinite(best)) bound += BigInt(best);
	}
	for (let k = 0; k < problem.limits; k++) bound -= BigInt(problem.limit[k] ?? 0) * BigInt(ownPrice(problem, price, k));
	return bound;
}
