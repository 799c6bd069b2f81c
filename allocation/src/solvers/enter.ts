import { type Flow, forget, leastOf, type Search } from "./flow.ts";
import { queueOf } from "./order.ts";

/** Sends one unit from a claim, or from a limit that has one too many, along the cheapest chain; gives the limits looked at. */
export type Enter = (source: { readonly claim: number } | { readonly limit: number }) => number;

/**
 * A unit at a limit stays when that counts as filled though it is not, goes on to the limit around when there is room, or
 * displaces: at an offer somebody who sits there, at a shared limit somebody at one inside. With prices as
 * potentials every step costs 0 or more (Dijkstra); prices of what lies nearer than the end of the chain rise by the difference.
 */
export function entering(state: Flow, search: Search): Enter {
	const { core, taken, price, limit, flow, lack, head, next, sit, rise, outer, insideOf } = state;
	const { offers, start, offer, cost, unplaced } = core;
	const { distance, from, byPair, byClaim, touched } = search;
	const queue = queueOf(core.limits, distance);
	let best = 0;
	/** Where the cheapest chain ends, and who is left unplaced there (−1: nobody). */
	let last = -1;
	let out = -1;

	const stays = (k: number): boolean => {
		for (let at = k; ; ) {
			if ((lack[at] ?? 0) > 0) return true;
			if ((flow[at] ?? 0) >= (limit[at] ?? 0)) return false;
			const p = outer(at);
			if (p < 0) return true;
			if (price[p] !== price[at]) return false;
			at = p;
		}
	};
	const reach = (k: number, value: number, through: number, pair: number, claim: number) => {
		const known = distance[k] ?? 0;
		if (value >= known) return;
		if (known === Number.POSITIVE_INFINITY) touched[search.reached++] = k;
		distance[k] = value;
		from[k] = through;
		byPair[k] = pair;
		byClaim[k] = claim;
		if (stays(k)) {
			best = value;
			last = k;
			out = -1;
		} else queue.put(k);
	};
	/** Every option of a claim that costs less from `offset` on than the best chain so far. */
	const look = (i: number, offset: number, now: number, through: number) => {
		const alone = offset + (unplaced[i] ?? 0);
		if (alone < best) {
			best = alone;
			last = through;
			out = i;
		}
		const end = start[i + 1] ?? 0;
		for (let e = start[i] ?? 0; e < end; e++) {
			const base = offset + (cost[e] ?? 0);
			if (base >= best) break;
			const j = offer[e] ?? 0;
			const value = base + (price[j] ?? 0);
			if (value < best && value < (distance[j] ?? 0) && e !== now) reach(j, value, through, e, i);
		}
	};
	const move = () => {
		if (out >= 0) {
			if ((taken[out] ?? -1) >= 0) rise(out);
		} else
			for (let k = last; k >= 0; k = outer(k)) {
				if ((lack[k] ?? 0) > 0) {
					lack[k] = (lack[k] ?? 0) - 1;
					break;
				}
				flow[k] = (flow[k] ?? 0) + 1;
			}
		for (let k = last; k >= 0; k = from[k] ?? -1) {
			const who = byClaim[k] ?? -1;
			const through = from[k] ?? -1;
			if (who >= 0) {
				if (through >= 0) rise(who);
				sit(who, byPair[k] ?? 0);
			} else if (through >= 0) {
				if (outer(through) === k) flow[through] = (flow[through] ?? 0) + 1;
				else flow[k] = (flow[k] ?? 0) - 1;
			}
		}
	};

	return (source) => {
		forget(search);
		queue.clear();
		best = Number.POSITIVE_INFINITY;
		last = -1;
		out = -1;
		if ("claim" in source) look(source.claim, -leastOf(core, price, source.claim), -1, -1);
		else reach(source.limit, 0, -1, -1, -1);
		let looked = 1;
		for (let k = queue.take(); k >= 0; k = queue.take()) {
			const value = distance[k] ?? 0;
			if (value >= best) break;
			looked++;
			const here = price[k] ?? 0;
			const p = outer(k);
			if (p >= 0 && (flow[k] ?? 0) < (limit[k] ?? 0)) {
				const up = value + (price[p] ?? 0) - here;
				if (up < best) reach(p, up, k, -1, -1);
			}
			if (k >= offers) {
				for (const c of insideOf(k))
					if ((flow[c] ?? 0) > 0) {
						const down = value + (price[c] ?? 0) - here;
						if (down < best) reach(c, down, k, -1, -1);
					}
				continue;
			}
			for (let i = head[k] ?? -1; i >= 0 && best > value; i = next[i] ?? -1) {
				const now = taken[i] ?? 0;
				look(i, value - here - (cost[now] ?? 0), now, k);
			}
		}
		move();
		for (let t = 0; t < search.reached; t++) {
			const k = touched[t] ?? 0;
			const nearer = best - (distance[k] ?? 0);
			if (nearer > 0) price[k] = (price[k] ?? 0) + nearer;
		}
		return looked;
	};
}
