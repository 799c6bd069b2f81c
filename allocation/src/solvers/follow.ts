import type { Flow, Search } from "./flow.ts";

/**
 * Fills places that only count as filled, as many as moves that cost nothing reach from the outside: a search in depth that
 * never comes back to a limit from which nothing was found (as in Dinic's blocking flow). Gives how many it filled.
 */
export function following(state: Flow, search: Search): () => number {
	const { core, taken, price, limit, flow, lack, head, next, sit, rise, outer, insideOf } = state;
	const { claims, offers, limits, start, offer, cost, unplaced } = core;
	const { byPair, byClaim, touched: path } = search;
	const seen = new Uint8Array(limits);
	/** Per offer: the claim and the pair that the search has come to. */
	const atClaim = new Int32Array(offers);
	const atPair = new Int32Array(offers);

	const see = (k: number, claim: number, pair: number) => {
		seen[k] = 1;
		byClaim[k] = claim;
		byPair[k] = pair;
		if (k >= offers) return;
		const first = head[k] ?? -1;
		atClaim[k] = first;
		atPair[k] = first < 0 ? 0 : (start[first] ?? 0);
	};
	/** The next limit that somebody at k can be passed on to without cost; −1 when there is none. */
	const onward = (k: number): number => {
		const here = price[k] ?? 0;
		const p = outer(k);
		if (p >= 0 && seen[p] === 0 && price[p] === here && (flow[k] ?? 0) < (limit[k] ?? 0)) {
			see(p, -1, -1);
			return p;
		}
		for (const c of insideOf(k))
			if (seen[c] === 0 && price[c] === here && (flow[c] ?? 0) > 0) {
				see(c, -1, -1);
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
				see(j, i, e);
				return j;
			}
			i = next[i] ?? -1;
			atClaim[k] = i;
			atPair[k] = i < 0 ? 0 : (start[i] ?? 0);
		}
		return -1;
	};
	/** Moves everybody along the path to the hole at its end. */
	const move = (length: number) => {
		const hole = path[length] ?? 0;
		lack[hole] = (lack[hole] ?? 0) - 1;
		for (let at = length; at >= 0; at--) {
			const k = path[at] ?? 0;
			seen[k] = 0;
			const who = byClaim[k] ?? -1;
			const through = path[at - 1] ?? -1;
			if (who >= 0) {
				if (at > 0) rise(who);
				sit(who, byPair[k] ?? 0);
			} else if (at > 0 && outer(through) === k) flow[through] = (flow[through] ?? 0) + 1;
			else flow[k] = (flow[k] ?? 0) - 1;
		}
	};
	const filledFrom = (first: number): boolean => {
		let at = 0;
		path[0] = first;
		while (at >= 0) {
			const k = path[at] ?? 0;
			if ((lack[k] ?? 0) > 0) {
				move(at);
				return true;
			}
			const j = onward(k);
			if (j < 0) at--;
			else path[++at] = j;
		}
		return false;
	};

	return () => {
		seen.fill(0);
		let filled = 0;
		for (let k = 0; k < limits; k++)
			while (outer(k) < 0 && price[k] === 0 && seen[k] === 0 && (flow[k] ?? 0) > 0) {
				see(k, -1, -1);
				if (filledFrom(k)) filled++;
			}
		for (let i = 0; i < claims; i++) {
			const alone = unplaced[i] ?? 0;
			const end = start[i + 1] ?? 0;
			for (let e = start[i] ?? 0; e < end && (taken[i] ?? 0) < 0; e++) {
				const base = cost[e] ?? 0;
				if (base > alone) break;
				const j = offer[e] ?? 0;
				if (seen[j] === 1 || base + (price[j] ?? 0) !== alone) continue;
				see(j, i, e);
				if (filledFrom(j)) filled++;
			}
		}
		return filled;
	};
}
