import type { Core, Priced } from "../core.ts";
import { auction, usualManner } from "../solvers/auction.ts";
import { type Bounded, bounded, type Shared } from "./bound.ts";
import type { PartPlan } from "./objective.ts";
import type { Part } from "./part.ts";

/** What a part costs at least at some multipliers, with the plan that claims and limits alone would then choose. */
export interface Relaxed extends Bounded {
	readonly plan: PartPlan;
	/** Per limit: its own price, and with the limits around. */
	readonly limit: Float64Array;
	readonly around: Float64Array;
}

/** Prices with those of the limits around. */
export function aroundOf(part: Part, limit: Float64Array): Float64Array {
	const around = limit.slice();
	for (let k = around.length - 1; k >= 0; k--) around[k] = (around[k] ?? 0) + (around[part.parent[k] ?? -1] ?? 0);
	return around;
}

/** Solves the network of a part again and again, for costs that change little from time to time. */
export interface Relaxation {
	solve(costs: Shared, warm?: { readonly around: Float64Array; readonly step: number }): Generator<void, Relaxed>;
}

export function relaxationOf(part: Part): Relaxation {
	const claims = part.claims.length;
	const pairs = part.pairs.length;
	/** Pairs claim by claim, cheapest first; nearly so again when the costs have changed little. */
	const order = Int32Array.from({ length: pairs }, (_, e) => e);
	const cost = new Float64Array(pairs);
	const offer = new Int32Array(pairs);
	const sort = (costs: Float64Array) => {
		for (let i = 0; i < claims; i++) {
			const first = part.start[i] ?? 0;
			const end = part.start[i + 1] ?? 0;
			for (let at = first; at < end; at++) {
				const e = order[at] ?? 0;
				const mine = costs[e] ?? 0;
				let hole = at;
				for (; hole > first; hole--) {
					const before = order[hole - 1] ?? 0;
					const theirs = costs[before] ?? 0;
					if (theirs < mine || (theirs === mine && before < e)) break;
					order[hole] = before;
				}
				order[hole] = e;
			}
			for (let at = first; at < end; at++) {
				cost[at] = costs[order[at] ?? 0] ?? 0;
				offer[at] = part.offer[order[at] ?? 0] ?? 0;
			}
		}
	};
	return {
		*solve(costs, warm) {
			sort(costs.pair);
			// A claim that must be placed is so dear to leave that it stays unless nothing else will do; the bound does not depend on it.
			let dearest = 1;
			for (let i = 0; i < claims; i++) {
				const [first, end] = [part.start[i] ?? 0, part.start[i + 1] ?? 0];
				const [low, high] = [cost[first] ?? 0, cost[end - 1] ?? 0];
				if (first < end) dearest = Math.max(dearest, high - low, part.alone[i] === 1 ? (costs.alone[i] ?? 0) - low : 0);
			}
			const unplaced = costs.alone.map((each, i) =>
				part.alone[i] === 1 ? each : (cost[(part.start[i + 1] ?? 0) - 1] ?? 0) + 4 * dearest,
			);
			const core: Core = {
				claims,
				offers: part.offers,
				limits: part.limits.length,
				parent: part.parent,
				limit: part.high,
				start: part.start,
				offer,
				cost,
				unplaced,
			};
			const manner =
				warm === undefined ? usualManner : { ...usualManner, warm: warm.around, warmStep: warm.step, last: warm.step };
			const run = auction(core, manner);
			let next = run.next();
			for (; !next.done; next = run.next()) yield;
			const { taken, price }: Priced = next.value;
			const limit = price.map((around, k) => around - (price[part.parent[k] ?? -1] ?? 0));
			return {
				...bounded(part, costs, limit),
				plan: taken.map((at) => (at < 0 ? -1 : (order[at] ?? -1))),
				limit,
				around: price,
			};
		},
	};
}
