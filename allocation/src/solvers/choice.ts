import type { Core, Priced } from "../core.ts";
import { auction } from "./auction.ts";
import { lastMark } from "./curve.ts";
import { type Network, simplex } from "./simplex.ts";

/**
 * Solves a core from nothing by the faster of the two (measured; see docs/bench.md): the auction where no caps are shared, the
 * network simplex where some are.
 */
export function solving(core: Core): Generator<unknown, Priced> {
	return core.limits === core.offers ? auction(core) : simplex(networkOf(core), new Int32Array(core.claims).fill(-1));
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
