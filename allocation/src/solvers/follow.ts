import { insideAt } from "../core.ts";
import type { Flow, Search } from "./flow.ts";
import { rise, sit } from "./sitting.ts";

/** A search in depth along moves that cost nothing. */
export interface Following {
	readonly state: Flow;
	readonly search: Search;
	readonly seen: Uint8Array;
	/** Per offer: the claim and the pair that the search has come to. */
	readonly atClaim: Int32Array;
	readonly atPair: Int32Array;
}

/** `search` is for its use. */
export function following(state: Flow, search: Search): Following {
	const { offers, limits } = state.core;
	return {
		state,
		search,
		seen: new Uint8Array(limits),
		atClaim: new Int32Array(offers),
		atPair: new Int32Array(offers),
	};
}

function see({ state, search, seen, atClaim, atPair }: Following, k: number, claim: number, pair: number): void {
	seen[k] = 1;
	search.byClaim[k] = claim;
	search.byPair[k] = pair;
	if (k >= state.core.offers) return;
	const first = state.sitting.head[k] ?? -1;
	atClaim[k] = first;
	atPair[k] = first < 0 ? 0 : (state.core.start[first] ?? 0);
}

/** The next limit that somebody at k can be passed on to without cost; −1 when there is none. */
function onward(following: Following, k: number): number {
	const { state, seen, atClaim, atPair } = following;
	const { core, sitting, price, limit, flow, inside } = state;
	const { offers, parent, start, offer, cost } = core;
	const { taken, next } = sitting;
	const here = price[k] ?? 0;
	const p = parent[k] ?? -1;
	if (p >= 0 && seen[p] === 0 && price[p] === here && (flow[k] ?? 0) < (limit[k] ?? 0)) {
		see(following, p, -1, -1);
		return p;
	}
	for (const c of insideAt(inside, offers, k))
		if (seen[c] === 0 && price[c] === here && (flow[c] ?? 0) > 0) {
			see(following, c, -1, -1);
			return c;
		}
	if (k >= offers) return -1;
	for (let i = atClaim[k] ?? -1; i >= 0; ) {
		const worth = (cost[taken[i] ?? 0] ?? 0) + here;
		const end = start[i + 1] ?? 0;
		for (let e = atPair[k] ?? 0; e < end; e++) {
			const base = cost[e] ?? 0;
			if (base > worth) break;
			const j = offer[e] ?? 0;
			if (seen[j] === 1 || base + (price[j] ?? 0) !== worth) continue;
			atPair[k] = e + 1;
			see(following, j, i, e);
			return j;
		}
		i = next[i] ?? -1;
		atClaim[k] = i;
		atPair[k] = i < 0 ? 0 : (start[i] ?? 0);
	}
	return -1;
}

/** Moves everybody along the path to the hole at its end. */
function move({ state, search, seen }: Following, length: number): void {
	const { core, sitting, flow, lack } = state;
	const { parent } = core;
	const { byPair, byClaim, touched: path } = search;
	const hole = path[length] ?? 0;
	lack[hole] = (lack[hole] ?? 0) - 1;
	for (let at = length; at >= 0; at--) {
		const k = path[at] ?? 0;
		seen[k] = 0;
		const who = byClaim[k] ?? -1;
		const through = path[at - 1] ?? -1;
		if (who >= 0) {
			if (at > 0) rise(sitting, who);
			sit(sitting, who, byPair[k] ?? 0);
		} else if (at > 0 && parent[through] === k) flow[through] = (flow[through] ?? 0) + 1;
		else flow[k] = (flow[k] ?? 0) - 1;
	}
}

function filledFrom(following: Following, first: number): boolean {
	const { lack } = following.state;
	const { touched: path } = following.search;
	let at = 0;
	path[0] = first;
	while (at >= 0) {
		const k = path[at] ?? 0;
		if ((lack[k] ?? 0) > 0) {
			move(following, at);
			return true;
		}
		const j = onward(following, k);
		if (j < 0) at--;
		else path[++at] = j;
	}
	return false;
}

/**
 * Fills places that only count as filled, as many as moves that cost nothing reach from the outside: a search in depth that
 * never comes back to a limit from which nothing was found (as in Dinic's blocking flow). Gives how many it filled.
 */
export function follow(following: Following): number {
	const { state, seen } = following;
	const { core, sitting, price, flow } = state;
	const { claims, limits, parent, start, offer, cost, unplaced } = core;
	const { taken } = sitting;
	seen.fill(0);
	let filled = 0;
	for (let k = 0; k < limits; k++)
		while ((parent[k] ?? -1) < 0 && price[k] === 0 && seen[k] === 0 && (flow[k] ?? 0) > 0) {
			see(following, k, -1, -1);
			if (filledFrom(following, k)) filled++;
		}
	for (let i = 0; i < claims; i++) {
		const alone = unplaced[i] ?? 0;
		const end = start[i + 1] ?? 0;
		for (let e = start[i] ?? 0; e < end && (taken[i] ?? 0) < 0; e++) {
			const base = cost[e] ?? 0;
			if (base > alone) break;
			const j = offer[e] ?? 0;
			if (seen[j] === 1 || base + (price[j] ?? 0) !== alone) continue;
			see(following, j, i, e);
			if (filledFrom(following, j)) filled++;
		}
	}
	return filled;
}
