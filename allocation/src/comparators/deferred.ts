import { everyOption } from "../levels/options.ts";
import type { Plan, Problem } from "../problem.ts";

/**
 * Deferred acceptance (Gale and Shapley), claims proposing: each proposes to its cheapest pair; a full limit keeps those
 * with the lowest standing and turns the worst below it away, who proposes to its next. The outcome is stable and, among stable
 * ones, best for every claim. With nested limits the same rule gives the student-optimal matching of student–project
 * allocation with lecturer capacities (Abraham, Irving and Manlove 2007), where standing is the same at a project and its lecturer.
 *
 * `burden` orders the pairs of one claim, `standing` the claims at one offer: lower first, ties by index. A standing of
 * infinity is never accepted. Locked claims have their places beforehand. Both are asked about a pair once.
 */
export function deferredAcceptance(
	problem: Problem,
	burden: (pair: number) => number,
	standing: (pair: number) => number,
): Plan {
	const { claims, limits, parent, start, offer } = problem;
	const { open } = everyOption(problem);
	const plan = Int32Array.from(problem.lock);
	const left = problem.limit.slice();
	const shift = (pair: number, change: number) => {
		for (let k = offer[pair] ?? 0; k >= 0; k = parent[k] ?? -1) left[k] = (left[k] ?? 0) + change;
	};
	for (const pair of plan) if (pair >= 0) shift(pair, -1);
	const claimOf = new Int32Array(offer.length);
	const dear = new Float64Array(offer.length);
	/** What stands in the way of a pair; those that are closed have none, and no comparison lets them through. */
	const stands = new Float64Array(offer.length);
	for (let i = 0; i < claims; i++)
		for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
			claimOf[e] = i;
			stands[e] = open[e] === 1 ? standing(e) : Number.POSITIVE_INFINITY;
			dear[e] = (stands[e] ?? 0) < Number.POSITIVE_INFINITY ? burden(e) : Number.NaN;
		}
	/** A claim's cheapest pair after the one it proposed to last. Most are placed after a few, so sorting them all is more work. */
	const proposed = new Int32Array(claims).fill(-1);
	const nextOf = (i: number): number => {
		const last = proposed[i] ?? -1;
		const past = last < 0 ? Number.NEGATIVE_INFINITY : (dear[last] ?? 0);
		let best = -1;
		let least = 0;
		for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
			const mine = dear[e] ?? 0;
			if ((mine > past || (mine === past && e > last)) && (best < 0 || mine < least)) {
				best = e;
				least = mine;
			}
		}
		return best;
	};
	const isWorse = (a: number, b: number) => {
		const [mine, other] = [stands[a] ?? 0, stands[b] ?? 0];
		return mine > other || (mine === other && (claimOf[a] ?? 0) > (claimOf[b] ?? 0));
	};
	/** Per limit: the pairs accepted below it, and those that have been let go since; the worst first once it has been too full. */
	const held: number[][] = Array.from({ length: limits }, () => []);
	const isSorted = new Uint8Array(limits);
	const worstBelow = (k: number): number => {
		const row = held[k] ?? [];
		if (isSorted[k] === 0) {
			isSorted[k] = 1;
			for (let at = (row.length >> 1) - 1; at >= 0; at--) sink(row, at);
		}
		for (;;) {
			const worst = row[0] ?? -1;
			if (worst < 0 || plan[claimOf[worst] ?? 0] === worst) return worst;
			const last = row.pop() ?? -1;
			if (row.length === 0) continue;
			row[0] = last;
			sink(row, 0);
		}
	};
	const sink = (row: number[], from: number) => {
		const pair = row[from] ?? 0;
		let hole = from;
		for (;;) {
			let next = 2 * hole + 1;
			if (next >= row.length) break;
			if (next + 1 < row.length && isWorse(row[next + 1] ?? 0, row[next] ?? 0)) next++;
			if (!isWorse(row[next] ?? 0, pair)) break;
			row[hole] = row[next] ?? 0;
			hole = next;
		}
		row[hole] = pair;
	};
	const accept = (k: number, pair: number) => {
		const row = held[k] ?? [];
		let hole = row.push(pair) - 1;
		if (isSorted[k] === 0) return;
		while (hole > 0) {
			const up = (hole - 1) >> 1;
			if (!isWorse(pair, row[up] ?? 0)) break;
			row[hole] = row[up] ?? 0;
			hole = up;
		}
		row[hole] = pair;
	};

	for (const first of inStanding(problem, stands)) {
		if ((problem.lock[first] ?? -1) >= 0) continue;
		for (let i = first; i >= 0; ) {
			const pair = nextOf(i);
			if (pair < 0) break;
			proposed[i] = pair;
			let full = offer[pair] ?? -1;
			while (full >= 0 && (left[full] ?? 0) > 0) full = parent[full] ?? -1;
			const away = full < 0 ? -1 : worstBelow(full);
			if (full >= 0 && (away < 0 || isWorse(pair, away))) continue;
			plan[i] = pair;
			shift(pair, -1);
			for (let k = offer[pair] ?? 0; k >= 0; k = parent[k] ?? -1) accept(k, pair);
			if (away < 0) break;
			shift(away, 1);
			i = claimOf[away] ?? -1;
			plan[i] = -1;
		}
	}
	return plan;
}

/**
 * Claims by what stands in the way of their first pair. The outcome does not depend on who proposes first, but when those go first who
 * stand best wherever they come, few are turned away after they were accepted.
 */
function inStanding({ claims, start }: Problem, stands: Float64Array): Int32Array {
	const own = Float64Array.from({ length: claims }, (_, i) =>
		start[i] === start[i + 1] ? Number.POSITIVE_INFINITY : (stands[start[i] ?? 0] ?? 0),
	);
	const sorted = own.slice().sort();
	const taken = new Int32Array(claims);
	const order = new Int32Array(claims);
	own.forEach((mine, i) => {
		let [low, high] = [0, claims];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sorted[middle] ?? 0) < mine) low = middle + 1;
			else high = middle;
		}
		order[low + (taken[low] ?? 0)] = i;
		taken[low] = (taken[low] ?? 0) + 1;
	});
	return order;
}
