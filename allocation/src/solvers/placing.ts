import type { Core, Priced } from "../core.ts";
import { closed, placeAtOnce, placingOf, spread, unseen } from "./room.ts";
import { sortRow } from "./sort.ts";
import { search } from "./way.ts";

/** Pairs looked at between two yields. */
const stride = 1_000_000;

/**
 * Places those first who lose most by going without: whoever finds a place where there is room, then whoever does by moves: in rounds, each of as
 * many ways of the fewest steps as there are (Hopcroft and Karp). In the round that finds no room, all that was come to
 * leads to none, now or later, and is never looked at again. Its limits are the scarce ones, at the price of what those claims lose.
 */
export function* placingMost(core: Core, worth: Float64Array): Generator<undefined, Priced> {
	const { claims, limits, parent } = core;
	const price = new Float64Array(limits);
	const placing = placingOf(core);
	const { level, queue } = placing;
	const { taken } = placing.sitting;
	const order = new Int32Array(claims);
	for (let i = 0; i < claims; i++) order[i] = i;
	if (worth.some((value) => value !== worth[0]))
		sortRow(
			order,
			0,
			claims,
			worth.map((value) => -value),
			new Int32Array(claims),
		);
	for (let first = 0, end = 0; first < claims; first = end) {
		const lost = worth[order[first] ?? 0] ?? 0;
		for (end = first; end < claims && worth[order[end] ?? 0] === lost; end++) placeAtOnce(placing, order[end] ?? 0);
		if (lost <= 0) continue;
		for (let found = true; found; ) {
			const waiting = order.subarray(first, end).filter((i) => (taken[i] ?? -1) < 0);
			found = spread(placing, waiting);
			if (found) for (const i of waiting) search(placing, i);
			for (let at = 0; at < placing.waiting; at++) {
				const k = queue[at] ?? 0;
				level[k] = found ? unseen : closed;
				if (!found) price[k] = lost;
			}
			if (placing.looked < stride) continue;
			placing.looked = 0;
			yield;
		}
	}
	for (let k = limits - 1; k >= 0; k--) price[k] = Math.max(price[parent[k] ?? -1] ?? 0, price[k] ?? 0);
	return { taken, price };
}
