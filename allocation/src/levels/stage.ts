import type { Core } from "../core.ts";
import type { Plan, Problem } from "../problem.ts";
import { auction } from "../solvers/auction.ts";
import type { Options } from "./options.ts";
import { depthOf, mostMoves, type Row, staysExact } from "./rows.ts";

export interface Weighted {
	readonly row: Row;
	readonly weight: number;
}

export interface StageResult {
	/** Per claim: its pair, or −1. */
	readonly plan: Plan;
	/** Per limit: the price of a place there, limits around included; a limit that must be full may have a negative price of its own. */
	readonly price: Float64Array;
	/** Whether every claim that must be placed is, and every limit that must be full is. */
	readonly kept: boolean;
}

/**
 * Weights that make one cost of as many rows as stay exact, the first row weightiest: each weight outdoes all that the later
 * rows can change around any simple cycle of moves.
 */
export function combine(problem: Problem, rows: readonly Row[], depth: number): Weighted[] {
	const moves = mostMoves(problem);
	for (let count = rows.length; count > 1; count--) {
		const weighted = weigh(rows.slice(0, count));
		const swing = weighted.reduce((sum, { row, weight }) => sum + weight * row.swing, 0);
		if (staysExact(swing, moves, depth)) return weighted;
	}
	return weigh(rows.slice(0, 1));
}

function weigh(rows: readonly Row[]): Weighted[] {
	const weighted: Weighted[] = [];
	let below = 0;
	for (const row of rows.toReversed()) {
		const weight = 1 + below;
		weighted.push({ row, weight });
		below += weight * row.swing;
	}
	return weighted.reverse();
}

/**
 * What each claim that must be placed and is not, and each place that must be filled and is not, has to cost. Some plan
 * has none of either, so one weight above every change in the rows is enough for both.
 */
const violationOf = (swing: number) => 1 + swing;

/** Where a stage stands; `plan` at the end of a phase: complete and within every limit, not yet the best. */
export interface StageState {
	readonly bids: number;
	readonly waiting: number;
	readonly plan?: Plan;
}

/** Solves one stage exactly: the least weighted cost among the plans that the options allow. */
export function* solveStage(
	problem: Problem,
	options: Options,
	weighted: readonly Weighted[],
): Generator<StageState, StageResult> {
	const { open, alone, full } = options;
	const { parent } = problem;
	const swing = weighted.reduce((sum, { row, weight }) => sum + weight * row.swing, 0);
	const violation = violationOf(swing);
	const fills = new Int32Array(problem.limits);
	for (let k = problem.limits - 1; k >= 0; k--)
		fills[k] = (full[k] ?? 0) + ((parent[k] ?? -1) < 0 ? 0 : (fills[parent[k] ?? 0] ?? 0));
	const cost = (e: number) => {
		let sum = -violation * (fills[problem.offer[e] ?? 0] ?? 0);
		for (const { row, weight } of weighted) sum += weight * row.pair(e);
		return sum;
	};
	const aloneCost = (i: number) => {
		let sum = alone[i] === 1 ? 0 : violation;
		for (const { row, weight } of weighted) sum += weight * row.alone(i);
		return sum;
	};

	// A claim with one option takes it; the rest compete for what is left.
	const plan = new Int32Array(problem.claims).fill(-1);
	const left = problem.limit.slice();
	const competing: number[] = [];
	const start: number[] = [0];
	const pairs: number[] = [];
	let unplaceable = false;
	for (let i = 0; i < problem.claims; i++) {
		const first = pairs.length;
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) if (open[e] === 1) pairs.push(e);
		const only = pairs[first];
		if (only === undefined) unplaceable ||= alone[i] !== 1;
		else if (pairs.length === first + 1 && alone[i] !== 1) {
			plan[i] = only;
			pairs.length = first;
			for (let k = problem.offer[only] ?? 0; k >= 0; k = parent[k] ?? -1) left[k] = (left[k] ?? 0) - 1;
		} else {
			competing.push(i);
			start.push(pairs.length);
		}
	}
	if (unplaceable) return { plan, price: new Float64Array(problem.limits), kept: false };
	const crowded = left.findIndex((places) => places < 0);
	if (crowded >= 0) return { plan, price: priceOfOne(problem, crowded), kept: false };

	// Nobody can enter a limit that those take up: such pairs go, so that the core meets only limits with places.
	const free = new Uint8Array(problem.limits);
	for (let k = problem.limits - 1; k >= 0; k--)
		free[k] = (left[k] ?? 0) > 0 && ((parent[k] ?? -1) < 0 || free[parent[k] ?? 0] === 1) ? 1 : 0;
	const order: number[] = [];
	const costs = pairs.map(cost);
	const starts = new Int32Array(competing.length + 1);
	for (let c = 0; c < competing.length; c++) {
		const mine: number[] = [];
		for (let p = start[c] ?? 0; p < (start[c + 1] ?? 0); p++)
			if (free[problem.offer[pairs[p] ?? 0] ?? 0] === 1) mine.push(p);
		mine.sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b);
		for (const p of mine) order.push(p);
		starts[c + 1] = order.length;
	}
	const core: Core = {
		claims: competing.length,
		offers: problem.offers,
		limits: problem.limits,
		parent,
		limit: left,
		start: starts,
		offer: Int32Array.from(order, (p) => problem.offer[pairs[p] ?? 0] ?? 0),
		cost: Float64Array.from(order, (p) => costs[p] ?? 0),
		unplaced: Float64Array.from(competing, aloneCost),
	};
	const planOf = (taken: Int32Array): Plan => {
		const all = plan.slice();
		competing.forEach((i, c) => {
			const pair = taken[c] ?? -1;
			all[i] = pair < 0 ? -1 : (pairs[order[pair] ?? 0] ?? -1);
		});
		return all;
	};
	const run = auction(core);
	let next = run.next();
	for (; !next.done; next = run.next()) {
		const { bids, waiting, settled } = next.value;
		yield { bids, waiting, ...(settled === undefined ? {} : { plan: planOf(settled.taken) }) };
	}
	const solved = next.value;
	const found = planOf(solved.taken);
	let kept = competing.every((i) => (found[i] ?? -1) >= 0 || alone[i] === 1);
	for (let c = 0; c < core.claims; c++)
		for (let k = core.offer[solved.taken[c] ?? -1] ?? -1; k >= 0; k = parent[k] ?? -1) left[k] = (left[k] ?? 0) - 1;
	for (let k = 0; k < problem.limits; k++) if (full[k] === 1 && (left[k] ?? 0) > 0) kept = false;
	return {
		plan: found,
		price: stagePrices(problem, options, solved.price, free, fills, violation, (2 * depthOf(problem) + 4) * violation),
		kept,
	};
}

/**
 * Prices of the stage from those of its core. What was paid for filling a limit comes off its price; a limit whose places
 * were all taken by claims without a choice gets a price that keeps everybody else out (it is full, so that costs nothing).
 */
function stagePrices(
	problem: Problem,
	options: Options,
	corePrice: Float64Array,
	free: Uint8Array,
	fills: Int32Array,
	fill: number,
	closed: number,
): Float64Array {
	const price = new Float64Array(problem.limits);
	for (let k = problem.limits - 1; k >= 0; k--) {
		const outer = problem.parent[k] ?? -1;
		const outerFree = outer < 0 || free[outer] === 1;
		const above = outer < 0 ? 0 : (price[outer] ?? 0);
		if (free[k] === 1) price[k] = (corePrice[k] ?? 0) - fill * (fills[k] ?? 0);
		else price[k] = above + (outerFree ? closed : 0) - fill * (options.full[k] ?? 0);
	}
	return price;
}

/** Prices of 1 for a place at one limit and 0 elsewhere: enough to refute a plan that has more there than there are places. */
function priceOfOne(problem: Problem, limit: number): Float64Array {
	const price = new Float64Array(problem.limits);
	for (let k = problem.limits - 1; k >= 0; k--) {
		const outer = problem.parent[k] ?? -1;
		price[k] = (outer < 0 ? 0 : (price[outer] ?? 0)) + (k === limit ? 1 : 0);
	}
	return price;
}
