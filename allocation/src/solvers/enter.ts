import { insideAt } from "../core.ts";
import { type Flow, forget, leastOf, type Search } from "./flow.ts";
import { emptied, nearest, put, type Queue, queueOf } from "./order.ts";
import { rise, sit } from "./sitting.ts";

/** A search for the cheapest chain that one more unit can take. */
export interface Entering {
	readonly state: Flow;
	readonly search: Search;
	readonly queue: Queue;
	best: number;
	/** Where the cheapest chain ends, and who is left unplaced there (−1: nobody). */
	last: number;
	out: number;
}

/** `search` is for its use, and forgotten before each chain. */
export function entering(state: Flow, search: Search): Entering {
	return { state, search, queue: queueOf(state.core.limits, search.distance), best: 0, last: -1, out: -1 };
}

/** Whether a unit that came to a limit stays there, or goes out from there without cost. */
function stays({ core, price, limit, flow, lack }: Flow, k: number): boolean {
	const { parent } = core;
	for (let at = k; ; ) {
		if ((lack[at] ?? 0) > 0) return true;
		if ((flow[at] ?? 0) >= (limit[at] ?? 0)) return false;
		const p = parent[at] ?? -1;
		if (p < 0) return true;
		if (price[p] !== price[at]) return false;
		at = p;
	}
}

function reach(entering: Entering, k: number, value: number, through: number, pair: number, claim: number): void {
	const { search } = entering;
	const { distance, from, byPair, byClaim, touched } = search;
	const known = distance[k] ?? 0;
	if (value >= known) return;
	if (known === Number.POSITIVE_INFINITY) touched[search.reached++] = k;
	distance[k] = value;
	from[k] = through;
	byPair[k] = pair;
	byClaim[k] = claim;
	if (stays(entering.state, k)) {
		entering.best = value;
		entering.last = k;
		entering.out = -1;
	} else put(entering.queue, k);
}

/** Every option of a claim that costs less from `offset` on than the best chain so far. */
function look(entering: Entering, i: number, offset: number, now: number, through: number): void {
	const { state, search } = entering;
	const { core, price } = state;
	const { start, offer, cost, unplaced } = core;
	const { distance } = search;
	const alone = offset + (unplaced[i] ?? 0);
	let best = entering.best;
	if (alone < best) {
		best = alone;
		entering.best = alone;
		entering.last = through;
		entering.out = i;
	}
	const end = start[i + 1] ?? 0;
	for (let e = start[i] ?? 0; e < end; e++) {
		const base = offset + (cost[e] ?? 0);
		if (base >= best) break;
		const j = offer[e] ?? 0;
		const value = base + (price[j] ?? 0);
		if (value >= best || value >= (distance[j] ?? 0) || e === now) continue;
		reach(entering, j, value, through, e, i);
		best = entering.best;
	}
}

function move({ state, search, last, out }: Entering): void {
	const { core, sitting, flow, lack } = state;
	const { parent } = core;
	const { from, byPair, byClaim } = search;
	if (out >= 0) {
		if ((sitting.taken[out] ?? -1) >= 0) rise(sitting, out);
	} else
		for (let k = last; k >= 0; k = parent[k] ?? -1) {
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
			if (through >= 0) rise(sitting, who);
			sit(sitting, who, byPair[k] ?? 0);
		} else if (through >= 0) {
			if (parent[through] === k) flow[through] = (flow[through] ?? 0) + 1;
			else flow[k] = (flow[k] ?? 0) - 1;
		}
	}
}

/**
 * Sends one unit from a claim, or from a limit that has one too many (`atLimit`), along the cheapest chain; gives the limits looked at. A unit at
 * a limit stays when that counts as filled though it is not, goes on to the limit around when there is room, or
 * displaces: at an offer somebody who sits there, at a shared limit somebody at one inside. With prices as
 * potentials every step costs 0 or more (Dijkstra); prices of what lies nearer than the end of the chain rise by the difference.
 */
export function enter(entering: Entering, source: number, atLimit = false): number {
	const { state, search, queue } = entering;
	const { core, sitting, price, limit, flow, inside } = state;
	const { offers, parent, cost } = core;
	const { taken, head, next } = sitting;
	const { distance, touched } = search;
	forget(search);
	emptied(queue);
	entering.best = Number.POSITIVE_INFINITY;
	entering.last = -1;
	entering.out = -1;
	if (atLimit) reach(entering, source, 0, -1, -1, -1);
	else look(entering, source, -leastOf(core, price, source), -1, -1);
	let looked = 1;
	for (let k = nearest(queue); k >= 0; k = nearest(queue)) {
		const value = distance[k] ?? 0;
		if (value >= entering.best) break;
		looked++;
		const here = price[k] ?? 0;
		const p = parent[k] ?? -1;
		if (p >= 0 && (flow[k] ?? 0) < (limit[k] ?? 0)) {
			const up = value + (price[p] ?? 0) - here;
			if (up < entering.best) reach(entering, p, up, k, -1, -1);
		}
		if (k >= offers) {
			for (const c of insideAt(inside, offers, k))
				if ((flow[c] ?? 0) > 0) {
					const down = value + (price[c] ?? 0) - here;
					if (down < entering.best) reach(entering, c, down, k, -1, -1);
				}
			continue;
		}
		for (let i = head[k] ?? -1; i >= 0 && entering.best > value; i = next[i] ?? -1) {
			const now = taken[i] ?? 0;
			look(entering, i, value - here - (cost[now] ?? 0), now, k);
		}
	}
	move(entering);
	const { best } = entering;
	for (let t = 0; t < search.reached; t++) {
		const k = touched[t] ?? 0;
		const nearer = best - (distance[k] ?? 0);
		if (nearer > 0) price[k] = (price[k] ?? 0) + nearer;
	}
	return looked;
}
