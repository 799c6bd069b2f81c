import { emptyOrder, pop, push } from "../solvers/order.ts";
import type { Near } from "./nearest.ts";
import type { Objective } from "./objective.ts";
import type { Part } from "./part.ts";
import type { Standing } from "./standing.ts";

/** Claims looked at in one search, ways to end that are tried, claims that are asked to make room at one pair. */
const mostClaims = 100;
const mostEnds = 6;
const mostAsked = 300;

/**
 * Places one claim by the cheapest chain of moves that it finds: a claim takes a pair, the one that makes room for it takes another, and so on, until one
 * fits in or stays out. All limits and rules hold after a chain as they did before. Which claims are looked at first is told by the prices,
 * so a short search does where they are good.
 */
export interface Chains {
	/** Places a claim that has no pair, for less than `below` more than the plan costs with the claim left out of the sum; tells whether it did. */
	place(claim: number, below: number): boolean;
}

/** @param patience how much dearer than a way to end, as the prices have it, claims are still looked at while no way to end is found */
export function chainsOf(part: Part, sum: Objective, standing: Standing, near: Near, patience: number): Chains {
	const { plan, at } = standing;
	const grouped = new Uint8Array(part.claims.length);
	for (const { claims } of part.together) for (const i of claims) grouped[i] = 1;
	const distance = new Float64Array(part.claims.length);
	/** When a claim was last reached, by which claim and pair. */
	const reached = new Int32Array(part.claims.length);
	const done = new Int32Array(part.claims.length);
	const by = new Int32Array(part.claims.length);
	const byPair = new Int32Array(part.claims.length);
	let search = 0;
	/** What a claim would have to pay elsewhere beyond what it frees by leaving, as the prices have it; and per offer the least of it, with the change it was found after. */
	const leaving = (i: number) => near.beyond(i, plan[i] ?? -1) - (sum.pair[plan[i] ?? 0] ?? 0);
	const least = new Float64Array(part.offers);
	const after = new Int32Array(part.offers).fill(-1);
	const leastAt = (j: number): number => {
		if (after[j] !== standing.changes[j]) {
			after[j] = standing.changes[j] ?? 0;
			least[j] = Number.POSITIVE_INFINITY;
			for (const q of at[j] ?? [])
				if (grouped[q] === 0) {
					const mine = leaving(q);
					if (mine < (least[j] ?? 0)) least[j] = mine;
				}
		}
		return least[j] ?? 0;
	};

	return {
		place: (claim, most) => {
			search++;
			const order = emptyOrder();
			const ends: { readonly claim: number; readonly pair: number; readonly cost: number }[] = [];
			let best = most;
			const end = (i: number, pair: number, cost: number) => {
				if (cost >= most) return;
				ends.push({ claim: i, pair, cost });
				if (cost < best) best = cost;
			};
			/** From what on nobody is looked at any more. */
			const far = () => best + (ends.length === 0 ? patience : 0);
			/** Asks those at some offers to make room. */
			const ask = (i: number, pair: number, limit: number, crossings: readonly number[]) => {
				const offers = standing.offersWithin(limit, crossings);
				const gone = (distance[i] ?? 0) + (sum.pair[pair] ?? 0);
				const shift = offers.length > 8 ? (i * 31) % offers.length : 0;
				for (let n = 0, asked = 0; n < offers.length && asked < mostAsked; n++) {
					const j = offers[(n + shift) % offers.length] ?? 0;
					asked++;
					if (gone + leastAt(j) >= far()) continue;
					for (const q of at[j] ?? []) {
						asked++;
						if (q === claim || grouped[q] === 1 || done[q] === search) continue;
						const key = gone + leaving(q);
						const cost = gone - (sum.pair[plan[q] ?? 0] ?? 0);
						if (key >= far() || (reached[q] === search && (distance[q] ?? 0) <= cost)) continue;
						if (!standing.isWithin(q, -1, crossings)) continue;
						reached[q] = search;
						distance[q] = cost;
						by[q] = i;
						byPair[q] = pair;
						push(order, q, key);
					}
				}
			};
			reached[claim] = search;
			distance[claim] = 0;
			by[claim] = -1;
			push(order, claim, near.beyond(claim, -1));
			for (let looked = 0; looked < mostClaims; ) {
				const i = pop(order);
				if (i < 0 || order.last >= far()) break;
				if (done[i] === search) continue;
				done[i] = search;
				looked++;
				const gone = distance[i] ?? 0;
				if (part.alone[i] === 1 && i !== claim) end(i, -1, gone + (sum.alone[i] ?? 0));
				for (const e of near.pairs(i)) {
					if (e === plan[i]) continue;
					const limit = standing.fullLimit(e, 1);
					const crossings = standing.fullCrossings(e, 1);
					if (limit < 0 && crossings.length === 0) {
						if (!standing.lonely(e)) end(i, e, gone + (sum.pair[e] ?? 0));
					} else ask(i, e, limit, crossings);
				}
			}
			ends.sort((a, b) => a.cost - b.cost);
			for (const { claim: last, pair } of ends.slice(0, mostEnds)) {
				const since = standing.mark();
				let e = pair;
				for (let i = last; i >= 0; i = by[i] ?? -1) {
					const next = byPair[i] ?? -1;
					standing.move(i, e);
					e = next;
				}
				if (standing.sound(since)) return true;
				standing.undo(since);
			}
			return false;
		},
	};
}
