import type { Plan, Problem } from "../problem.ts";
import { auction } from "../solvers/auction.ts";
import { type Curves, lastMark } from "../solvers/curve.ts";
import { type Network, simplex } from "../solvers/simplex.ts";
import { leastWithin, type Options, placedBelow } from "./options.ts";
import { depthOf, mostMoves, type Row, staysExact } from "./rows.ts";
import { costsOf, type Weighted } from "./value.ts";

export interface StageResult {
	/** Per claim: its pair, or −1. */
	readonly plan: Plan;
	/** Per limit: the price of a place there, limits around included. */
	readonly price: Float64Array;
	/** Whether every claim that must be placed is, and every limit has as many as it must. */
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
		if (staysExact(swingOf(weighted), moves, depth)) return weighted;
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

export function swingOf(weighted: readonly Weighted[]): number {
	return weighted.reduce((sum, { row, weight }) => sum + weight * row.swing, 0);
}

/** Where a stage stands; `plan`, when there is one, is complete and within every limit, not yet the best. */
export interface StageState {
	readonly steps: number;
	readonly plan?: Plan;
}

/** From this many pairs on, which solver is the faster can be felt. */
const enoughPairs = 2_000;

/**
 * Solves one stage exactly: the least weighted cost among the plans that the options allow, starting from a plan within the limits.
 * A claim that must be placed and is not, and a place that must be filled and is not, each cost 1 more than all that the rows
 * can change around a cycle; some plan has none of either, so the best has none. `near`: prices to start from.
 */
export function* solveStage(
	problem: Problem,
	options: Options,
	weighted: readonly Weighted[],
	from: Plan,
	near?: Float64Array,
): Generator<StageState, StageResult> {
	const { claims, offers, limits, parent } = problem;
	const { open, alone, low, high } = options;
	const costs = costsOf(problem, weighted);
	const violation = 1 + swingOf(weighted);
	const start = new Int32Array(claims + 1);
	const chosen: number[] = [];
	for (let i = 0; i < claims; i++) {
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++)
			if (open[e] === 1 && (high[problem.offer[e] ?? 0] ?? 0) > 0) chosen.push(e);
		start[i + 1] = chosen.length;
	}
	const worth = Float64Array.from(chosen, costs.pair);
	const order = new Int32Array(chosen.length);
	for (let i = 0; i < claims; i++) {
		const mine: number[] = [];
		for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at++) mine.push(at);
		if (mine.length > 1) mine.sort((a, b) => (worth[a] ?? 0) - (worth[b] ?? 0) || a - b);
		order.set(mine, start[i]);
	}
	const curves = curvesOf(problem, options, costs.short, violation);
	const network: Network = {
		claims,
		offers,
		limits,
		parent,
		start,
		offer: Int32Array.from(order, (at) => problem.offer[chosen[at] ?? 0] ?? 0),
		cost: Float64Array.from(order, (at) => worth[at] ?? 0),
		unplaced: Float64Array.from({ length: claims }, (_, i) => costs.alone(i) + (alone[i] === 1 ? 0 : violation)),
		curves,
		closed: (2 * depthOf(problem) + 4) * violation,
	};
	const position = new Map<number, number>();
	const begin = new Int32Array(claims).fill(-1);
	for (let i = 0; i < claims; i++) {
		const pair = from[i] ?? -1;
		if (pair < 0) continue;
		for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at++)
			if (chosen[order[at] ?? 0] === pair) position.set(i, at);
		begin[i] = position.get(i) ?? -1;
	}
	const planOf = (taken: Int32Array): Plan => taken.map((at) => (at < 0 ? -1 : (chosen[order[at] ?? 0] ?? -1)));

	// The auction is the faster from nothing. The simplex carries everything, and a plan to begin from; its prices
	// are a corner of those that prove the plan, with nothing to spare.
	const pure =
		near === undefined &&
		chosen.length >= enoughPairs &&
		alone.every((free) => free === 1) &&
		low.every((few) => few === 0);
	if (pure && weighted.every(({ row }) => row.short === 0)) {
		const run = auction({ ...network, limit: high });
		let next = run.next();
		for (; !next.done; next = run.next()) {
			const { bids, settled } = next.value;
			yield { steps: bids, ...(settled === undefined ? {} : { plan: planOf(settled.taken) }) };
		}
		const price = next.value.price.map((value, k) => ((high[k] ?? 0) > 0 ? value : network.closed));
		return { plan: planOf(next.value.taken), price, kept: true };
	}
	const run = simplex(network, begin, near);
	let next = run.next();
	for (; !next.done; next = run.next()) yield { steps: next.value.pivots, plan: planOf(next.value.taken) };
	const plan = planOf(next.value.taken);
	const count = placedBelow(problem, plan);
	return {
		plan,
		price: next.value.price,
		kept: plan.every((pair, i) => pair >= 0 || alone[i] === 1) && low.every((few, k) => (count[k] ?? 0) >= few),
	};
}

function curvesOf(problem: Problem, options: Options, short: (k: number) => number, violation: number): Curves {
	const mark = new Int32Array((lastMark + 1) * problem.limits);
	const slope = new Float64Array(lastMark * problem.limits);
	for (let k = 0; k < problem.limits; k++) {
		const [low, high] = [options.low[k] ?? 0, options.high[k] ?? 0];
		mark.set([0, low, leastWithin(problem, options, k), high, high], (lastMark + 1) * k);
		slope.set([-violation - short(k), -short(k), 0, 0], lastMark * k);
	}
	return { mark, slope };
}
