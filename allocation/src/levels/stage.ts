import type { Core } from "../core.ts";
import type { Plan, Problem } from "../problem.ts";
import { fromNear, fromNothing, fromNothingSuits } from "../solvers/choice.ts";
import { type Curves, lastMark } from "../solvers/curve.ts";
import type { Network } from "../solvers/network.ts";
import { simplex } from "../solvers/simplex.ts";
import { sortRow } from "../solvers/sort.ts";
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
	const { alone, low, high } = options;
	const costs = costsOf(problem, weighted);
	const violation = 1 + swingOf(weighted);
	const unplaced = costsAlone(alone, costs.alone, violation);
	// The simplex carries everything, and a plan to begin from; its prices
	// are a corner of those that prove the plan, with nothing to spare.
	const pure =
		fromNothingSuits({ claims, parent, offer: problem.offer, unplaced }) &&
		weighted.every(({ row }) => row.short === 0) &&
		alone.every((free) => free === 1) &&
		low.every((few) => few === 0);
	const { start, chosen, to, worth } = rowsOf(problem, options, costs.pair, pure || near === undefined);
	const network: Network = {
		claims,
		offers,
		limits,
		parent,
		start,
		offer: to,
		cost: worth,
		unplaced,
		curves: curvesOf(problem, options, costs.short, violation),
		closed: (2 * depthOf(problem) + 4) * violation,
	};
	const planOf = (taken: Int32Array): Plan => taken.map((at) => (at < 0 ? -1 : (chosen[at] ?? -1)));

	if (pure) {
		const core: Core = { claims, offers, limits, parent, limit: high, start, offer: to, cost: worth, unplaced };
		const run =
			near === undefined ? fromNothing(core) : fromNear(core, { taken: among(start, chosen, from), price: near });
		let next = run.next();
		for (; !next.done; next = run.next()) {
			const { bids, settled } = next.value;
			yield { steps: bids, ...(settled === undefined ? {} : { plan: planOf(settled.taken) }) };
		}
		const price = next.value.price.map((value, k) => ((high[k] ?? 0) > 0 ? value : network.closed));
		return { plan: planOf(next.value.taken), price, kept: true };
	}
	const run = simplex(network, among(start, chosen, from), near);
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

/** What staying unplaced costs each claim: a violation more where it is no option. */
function costsAlone(alone: Uint8Array, cost: (claim: number) => number, violation: number): Float64Array {
	const unplaced = new Float64Array(alone.length);
	for (let i = 0; i < alone.length; i++) unplaced[i] = cost(i) + (alone[i] === 1 ? 0 : violation);
	return unplaced;
}

/** A plan of the problem by where its pairs stand among those chosen. */
function among(start: Int32Array, chosen: Int32Array, plan: Plan): Int32Array {
	const places = new Int32Array(plan.length).fill(-1);
	for (let i = 0; i < plan.length; i++) {
		const pair = plan[i] ?? -1;
		if (pair < 0) continue;
		for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at++) if (chosen[at] === pair) places[i] = at;
	}
	return places;
}

/** The pairs that are options, claim by claim, in order each claim's cheapest first, and what they cost. */
function rowsOf(problem: Problem, { open, high }: Options, cost: (pair: number) => number, inOrder: boolean) {
	const { claims, offer } = problem;
	const start = new Int32Array(claims + 1);
	const chosen = new Int32Array(offer.length);
	const key = new Float64Array(offer.length);
	const spare = new Int32Array(offer.length);
	let size = 0;
	for (let i = 0; i < claims; i++) {
		const first = size;
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++)
			if (open[e] === 1 && (high[offer[e] ?? 0] ?? 0) > 0) {
				key[e] = cost(e);
				chosen[size++] = e;
			}
		if (inOrder) sortRow(chosen, first, size, key, spare);
		start[i + 1] = size;
	}
	const to = new Int32Array(size);
	const worth = new Float64Array(size);
	for (let at = 0; at < size; at++) {
		const pair = chosen[at] ?? 0;
		to[at] = offer[pair] ?? 0;
		worth[at] = key[pair] ?? 0;
	}
	return { start, chosen: chosen.subarray(0, size), to, worth };
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
