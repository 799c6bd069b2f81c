import type { Core } from "../src/core.ts";
import { lastMark } from "../src/solvers/curve.ts";
import type { Network } from "../src/solvers/network.ts";

export interface CoreShape {
	readonly claims: number;
	readonly offers: number;
	/** Shared caps, laid as a forest above the offers. */
	readonly caps: number;
	readonly pairsEach: number;
	readonly costs: number;
	readonly unplaced: number;
	readonly most: number;
}

/** A random core problem of a shape. */
export function randomCore(shape: CoreShape, random: (below: number) => number): Core {
	const limits = shape.offers + shape.caps;
	const parent = new Int32Array(limits).fill(-1);
	for (let k = 0; k < limits; k++) {
		const first = Math.max(k + 1, shape.offers);
		if (first < limits && random(5) > 0) parent[k] = first + random(limits - first);
	}
	const limit = Int32Array.from(
		{ length: limits },
		(_, k) => 1 + random(k < shape.offers ? shape.most : 2 * shape.most),
	);
	const start = new Int32Array(shape.claims + 1);
	const offer: number[] = [];
	const cost: number[] = [];
	for (let i = 0; i < shape.claims; i++) {
		const mine: { offer: number; cost: number }[] = [];
		for (let c = 0; c < shape.pairsEach; c++) {
			const candidate = random(shape.offers);
			if (!mine.some((pair) => pair.offer === candidate)) mine.push({ offer: candidate, cost: random(shape.costs) });
		}
		mine.sort((a, b) => a.cost - b.cost || a.offer - b.offer);
		for (const pair of mine) {
			offer.push(pair.offer);
			cost.push(pair.cost);
		}
		start[i + 1] = offer.length;
	}
	return {
		claims: shape.claims,
		offers: shape.offers,
		limits,
		parent,
		limit,
		start,
		offer: Int32Array.from(offer),
		cost: Float64Array.from(cost),
		unplaced: Float64Array.from({ length: shape.claims }, () => random(shape.unplaced)),
	};
}

/** The core with curves that cost nothing up to each limit. */
export function networkOf(core: Core): Network {
	const mark = new Int32Array(core.limits * (lastMark + 1));
	for (let k = 0; k < core.limits; k++) mark.fill(core.limit[k] ?? 0, 5 * k + 3, 5 * k + 5);
	let closed = 1;
	for (let i = 0; i < core.claims; i++) {
		const cheapest = core.cost[core.start[i] ?? 0] ?? 0;
		closed = Math.max(closed, 1 + (core.unplaced[i] ?? 0) - cheapest);
	}
	return { ...core, curves: { mark, slope: new Float64Array(core.limits * lastMark) }, closed };
}
