import type { Core, Priced } from "../core.ts";
import { exactPrices } from "./prices.ts";

/**
 * The reference: claims enter one by one, each along the cheapest chain of moves. Simple enough to be seen to be right, and
 * exact; the time grows with the square of the claims. Used to check the auction, and to mend a plan after one event.
 */
export function successive(core: Core): Priced {
	const taken = new Int32Array(core.claims).fill(-1);
	const chains = chainsOf(core, taken);
	for (let i = 0; i < core.claims; i++) chains.enter(i);
	const priced = exactPrices(core, taken);
	if (priced === undefined) throw new Error("successive shortest paths ended in a plan that is not optimal");
	return priced;
}

export interface Chains {
	/** Lets one unplaced claim in by the cheapest chain of moves, possibly leaving it (or another) unplaced. */
	enter(claim: number): void;
}

/**
 * Chains of moves over a plan that is optimal for the claims already in it; `taken` is changed in place. A search
 * relaxes labels until none falls (Bellman–Ford with a queue), since moves may have negative cost.
 */
export function chainsOf(core: Core, taken: Int32Array): Chains {
	const { limits, offers, parent, limit, start, offer, cost, unplaced } = core;
	const count = new Int32Array(limits);
	const seated: number[][] = Array.from({ length: offers }, () => []);
	const inner: number[][] = Array.from({ length: limits }, () => []);
	for (let k = 0; k < limits; k++) inner[parent[k] ?? -1]?.push(k);
	const seat = (claim: number, pair: number, change: 1 | -1) => {
		const j = offer[pair] ?? 0;
		const here = seated[j] ?? [];
		if (change === 1) here.push(claim);
		else here.splice(here.indexOf(claim), 1);
		for (let k = j; k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + change;
	};
	taken.forEach((pair, claim) => {
		if (pair >= 0) seat(claim, pair, 1);
	});

	const enter = (claim: number) => {
		const distance = new Float64Array(limits).fill(Number.POSITIVE_INFINITY);
		/** Per limit: how its excess came about: the pair that somebody took, or −1 − the limit it came through. */
		const byPair = new Int32Array(limits).fill(-1);
		const byLimit = new Int32Array(limits).fill(-1);
		const mover = new Int32Array(limits).fill(-1);
		const queue: number[] = [];
		const queued = new Uint8Array(limits);
		let best = unplaced[claim] ?? 0;
		let bestLimit = -1;
		let bestMover = claim;
		const reach = (k: number, value: number, pair: number, who: number, through: number) => {
			if (value >= (distance[k] ?? 0)) return;
			distance[k] = value;
			byPair[k] = pair;
			mover[k] = who;
			byLimit[k] = through;
			if ((queued[k] ?? 0) === 0) {
				queued[k] = 1;
				queue.push(k);
			}
		};
		for (let e = start[claim] ?? 0; e < (start[claim + 1] ?? 0); e++) reach(offer[e] ?? 0, cost[e] ?? 0, e, claim, -1);
		for (let head = 0; head < queue.length; head++) {
			const k = queue[head] ?? 0;
			queued[k] = 0;
			const value = distance[k] ?? 0;
			if ((count[k] ?? 0) < (limit[k] ?? 0)) {
				const outer = parent[k] ?? -1;
				if (outer >= 0) reach(outer, value, -1, -1, k);
				else if (value < best) {
					best = value;
					bestLimit = k;
					bestMover = -1;
				}
			}
			for (const child of inner[k] ?? []) if ((count[child] ?? 0) > 0) reach(child, value, -1, -1, k);
			if (k >= offers) continue;
			for (const who of seated[k] ?? []) {
				const leaving = value - (cost[taken[who] ?? 0] ?? 0);
				if (leaving + (unplaced[who] ?? 0) < best) {
					best = leaving + (unplaced[who] ?? 0);
					bestLimit = k;
					bestMover = who;
				}
				for (let e = start[who] ?? 0; e < (start[who + 1] ?? 0); e++)
					if (e !== taken[who]) reach(offer[e] ?? 0, leaving + (cost[e] ?? 0), e, who, k);
			}
		}
		const moves: { claim: number; pair: number }[] = [];
		if (bestMover >= 0 && bestMover !== claim) moves.push({ claim: bestMover, pair: -1 });
		for (let k = bestLimit; k >= 0; ) {
			const who = mover[k] ?? -1;
			if (who >= 0) moves.push({ claim: who, pair: byPair[k] ?? -1 });
			k = byLimit[k] ?? -1;
		}
		for (const move of moves) if ((taken[move.claim] ?? -1) >= 0) seat(move.claim, taken[move.claim] ?? 0, -1);
		for (const move of moves) {
			taken[move.claim] = move.pair;
			if (move.pair >= 0) seat(move.claim, move.pair, 1);
		}
	};
	return { enter };
}
