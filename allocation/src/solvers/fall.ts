import { insideAt } from "../core.ts";
import { type Flow, priceAt } from "./flow.ts";
import { nearest, put, queueOf } from "./order.ts";

/**
 * Lowers all prices at once by their distance from the outside, but by no more than that of the farthest place that only counts as
 * filled. After that every such place can be reached by moves that cost nothing. `distance` is for its use.
 */
export function fall(state: Flow, distance: Float64Array): void {
	const { core, sitting, price, limit, flow, lack, inside } = state;
	const { claims, offers, limits, parent, start, offer, cost, unplaced } = core;
	const { taken, head, next } = sitting;
	for (let k = limits - 1; k >= 0; k--) price[k] = Math.max(priceAt(price, parent[k] ?? -1), price[k] ?? 0);
	let left = 0;
	for (let k = 0; k < limits; k++) {
		if ((lack[k] ?? 0) > 0) left++;
		distance[k] = price[k] ?? 0;
	}
	for (let i = 0; i < claims; i++) {
		if ((taken[i] ?? 0) >= 0) continue;
		const end = start[i + 1] ?? 0;
		for (let e = start[i] ?? 0; e < end; e++) {
			const base = (cost[e] ?? 0) - (unplaced[i] ?? 0);
			if (base >= 0) break;
			const j = offer[e] ?? 0;
			const value = base + (price[j] ?? 0);
			if (value < (distance[j] ?? 0)) distance[j] = value;
		}
	}
	const queue = queueOf(limits, distance);
	for (let k = 0; k < limits; k++) put(queue, k);
	const reach = (k: number, value: number) => {
		if (value >= (distance[k] ?? 0)) return;
		distance[k] = value;
		put(queue, k);
	};
	let farthest = 0;
	for (let k = nearest(queue); k >= 0 && left > 0; k = nearest(queue)) {
		const value = distance[k] ?? 0;
		const here = price[k] ?? 0;
		if ((lack[k] ?? 0) > 0) {
			farthest = value;
			left--;
		}
		const p = parent[k] ?? -1;
		if (p >= 0 && (flow[k] ?? 0) < (limit[k] ?? 0)) reach(p, value + (price[p] ?? 0) - here);
		if (k >= offers) {
			for (const c of insideAt(inside, offers, k)) if ((flow[c] ?? 0) > 0) reach(c, value + (price[c] ?? 0) - here);
			continue;
		}
		for (let i = head[k] ?? -1; i >= 0; i = next[i] ?? -1) {
			const offset = value - here - (cost[taken[i] ?? 0] ?? 0);
			const end = start[i + 1] ?? 0;
			for (let e = start[i] ?? 0; e < end; e++) {
				const base = offset + (cost[e] ?? 0);
				// No limit is farther from the outside than its own price.
				if (base >= 0) break;
				const j = offer[e] ?? 0;
				const value = base + (price[j] ?? 0);
				if (value < (distance[j] ?? 0)) reach(j, value);
			}
		}
	}
	for (let k = 0; k < limits; k++) price[k] = (price[k] ?? 0) - Math.min(distance[k] ?? 0, farthest);
}
