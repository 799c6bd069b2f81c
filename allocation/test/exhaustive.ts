import type { Core } from "../src/core.ts";

/** Tries every plan within the limits: the least total cost. For a handful of claims only. */
export function leastCost(core: Core): number {
	const count = new Int32Array(core.limits);
	const around = (offer: number) => {
		const path: number[] = [];
		for (let k = offer; k >= 0; k = core.parent[k] ?? -1) path.push(k);
		return path;
	};
	const from = (claim: number): number => {
		if (claim === core.claims) return 0;
		let best = (core.unplaced[claim] ?? 0) + from(claim + 1);
		for (let e = core.start[claim] ?? 0; e < (core.start[claim + 1] ?? 0); e++) {
			const path = around(core.offer[e] ?? 0);
			if (path.some((k) => (count[k] ?? 0) >= (core.limit[k] ?? 0))) continue;
			for (const k of path) count[k] = (count[k] ?? 0) + 1;
			best = Math.min(best, (core.cost[e] ?? 0) + from(claim + 1));
			for (const k of path) count[k] = (count[k] ?? 0) - 1;
		}
		return best;
	};
	return from(0);
}
