import type { Core, Priced } from "../core.ts";

/**
 * Exact integer prices that prove a plan optimal, or nothing when the plan is not optimal.
 *
 * The price of a full limit is at most what it costs to empty one of its places: the cheapest move of somebody below it,
 * at the prices of where they would go. Starting from prices that are too high, each pass lowers them to that; the passes end
 * at the highest prices that hold, in at most as many passes as a chain of moves is long, and in two or three from
 * prices that an auction left.
 */
export function exactPrices(core: Core, taken: Int32Array, near?: Float64Array): Priced | undefined {
	if (near !== undefined) {
		const close = descend(
			core,
			taken,
			near.map((price) => price + 1),
		);
		if (close !== undefined) return close;
	}
	let most = 0;
	for (let i = 0; i < core.claims; i++) {
		const first = core.start[i] ?? 0;
		if (first < (core.start[i + 1] ?? 0)) most = Math.max(most, (core.unplaced[i] ?? 0) - (core.cost[first] ?? 0));
	}
	return descend(core, taken, new Float64Array(core.limits).fill(most));
}

function descend(core: Core, taken: Int32Array, from: Float64Array): Priced | undefined {
	const { claims, limits, parent, limit, start, offer, cost, unplaced } = core;
	const count = new Int32Array(limits);
	for (let i = 0; i < claims; i++) {
		const pair = taken[i] ?? -1;
		if (pair >= 0) for (let k = offer[pair] ?? -1; k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
	}
	const price = from.slice();
	const vacate = new Float64Array(limits);
	for (let k = 0; k < limits; k++) if ((count[k] ?? 0) > (limit[k] ?? 0)) return undefined;

	/** Outer limits first: a limit with room costs what the limit around it costs. */
	const spread = (): boolean => {
		let changed = false;
		for (let k = limits - 1; k >= 0; k--) {
			const outer = parent[k] ?? -1;
			const above = outer < 0 ? 0 : (price[outer] ?? 0);
			const now = (count[k] ?? 0) < (limit[k] ?? 0) ? above : Math.min(price[k] ?? 0, vacate[k] ?? 0);
			if (now !== price[k]) changed = true;
			price[k] = now;
		}
		return changed;
	};
	vacate.fill(Number.POSITIVE_INFINITY);
	spread();
	for (let changed = true; changed; ) {
		vacate.fill(Number.POSITIVE_INFINITY);
		for (let i = 0; i < claims; i++) {
			const pair = taken[i] ?? -1;
			let best = unplaced[i] ?? 0;
			const end = start[i + 1] ?? 0;
			for (let e = start[i] ?? 0; e < end; e++) {
				const base = cost[e] ?? 0;
				if (base >= best) break;
				const value = base + (price[offer[e] ?? 0] ?? 0);
				if (value < best) best = value;
			}
			// A negative price or a better option than staying unplaced is an improving chain: the plan is not optimal.
			if (pair < 0) {
				if (best < (unplaced[i] ?? 0)) return undefined;
				continue;
			}
			const j = offer[pair] ?? 0;
			const out = best - (cost[pair] ?? 0);
			if (out < 0) return undefined;
			if (out < (vacate[j] ?? 0)) vacate[j] = out;
		}
		for (let k = 0; k < limits; k++) {
			const outer = parent[k] ?? -1;
			if (outer >= 0 && (count[k] ?? 0) > 0 && (vacate[k] ?? 0) < (vacate[outer] ?? 0)) vacate[outer] = vacate[k] ?? 0;
		}
		changed = spread();
	}
	for (let k = 0; k < limits; k++) {
		const outer = parent[k] ?? -1;
		if ((price[k] ?? 0) < (outer < 0 ? 0 : (price[outer] ?? 0))) return undefined;
	}
	return { taken, price };
}
