import type { Plan, Problem } from "../problem.ts";
import { sortRow } from "../solvers/sort.ts";

/**
 * Deferred acceptance (Gale and Shapley), claims proposing: each proposes to its cheapest pair; a full limit keeps those
 * with the lowest standing and turns the worst below it away, who proposes to its next. The outcome is stable and, among stable
 * ones, best for every claim. With nested limits the same rule gives the student-optimal matching of student–project
 * allocation with lecturer capacities (Abraham, Irving and Manlove 2007), where standing is the same at a project and its lecturer.
 *
 * `burden` orders the pairs of one claim, `standing` the claims at one offer: lower first, ties by index. A standing of
 * infinity is never accepted. Locked claims have their places beforehand.
 *
 * Where a claim is turned away it always will be: whoever holds a place there later, or fills a limit around it, stands better. So a claim
 * need not propose where it would be turned away now. It looks for the cheapest pair that takes it, and again only when it has to leave.
 */
export function deferredAcceptance(
	problem: Pick<Problem, "claims" | "limits" | "parent" | "limit" | "start" | "offer" | "lock">,
	burden: (pair: number) => number,
	standing: (pair: number) => number,
): Plan {
	const { claims, limits, parent, start, offer } = problem;
	const plan = Int32Array.from(problem.lock);
	const left = problem.limit.slice();
	const shift = (pair: number, change: number) => {
		for (let k = offer[pair] ?? 0; k >= 0; k = parent[k] ?? -1) left[k] = (left[k] ?? 0) + change;
	};
	for (const pair of plan) if (pair >= 0) shift(pair, -1);

	/** Acceptances so far: who, how that claim stands there, and per claim the last one, if it holds. */
	let claimOf = new Int32Array(claims);
	let stands = new Float64Array(claims);
	let accepted = 0;
	const last = new Int32Array(claims).fill(-1);
	const isWorse = (a: number, b: number): boolean => {
		const mine = stands[a] ?? 0;
		const other = stands[b] ?? 0;
		return mine > other || (mine === other && (claimOf[a] ?? 0) > (claimOf[b] ?? 0));
	};
	/** Per limit: the acceptances below it as a list, until somebody has to leave; then as a heap, the worst first, with those that no longer hold. */
	const listed = listsOf(limits, claims);
	const heaps: (number[] | undefined)[] = Array.from({ length: limits });
	/** Per limit: the worst acceptance below it, −1 where only locked claims are, and what must be beaten to get in once it is full. */
	const worst = new Int32Array(limits).fill(-1);
	const worstStands = new Float64Array(limits).fill(Number.NEGATIVE_INFINITY);
	const worstClaim = new Int32Array(limits).fill(-1);
	const holds = (one: number): boolean => last[claimOf[one] ?? 0] === one;

	const sink = (row: number[], from: number) => {
		const one = row[from] ?? 0;
		let hole = from;
		for (;;) {
			let next = 2 * hole + 1;
			if (next >= row.length) break;
			if (next + 1 < row.length && isWorse(row[next + 1] ?? 0, row[next] ?? 0)) next++;
			if (!isWorse(row[next] ?? 0, one)) break;
			row[hole] = row[next] ?? 0;
			hole = next;
		}
		row[hole] = one;
	};
	const lift = (row: number[], one: number) => {
		let hole = row.length - 1;
		while (hole > 0) {
			const up = (hole - 1) >> 1;
			if (!isWorse(one, row[up] ?? 0)) break;
			row[hole] = row[up] ?? 0;
			hole = up;
		}
		row[hole] = one;
	};
	const note = (k: number, one: number) => {
		worst[k] = one;
		worstStands[k] = one < 0 ? Number.NEGATIVE_INFINITY : (stands[one] ?? 0);
		worstClaim[k] = one < 0 ? -1 : (claimOf[one] ?? 0);
	};
	/** Finds the worst below a limit anew, after somebody has left. */
	const findWorst = (k: number) => {
		let row = heaps[k];
		if (row === undefined) {
			row = listed.taken(k).filter(holds);
			for (let at = (row.length >> 1) - 1; at >= 0; at--) sink(row, at);
			heaps[k] = row;
		}
		while (row.length > 0 && !holds(row[0] ?? 0)) {
			const end = row.pop() ?? -1;
			if (row.length === 0) break;
			row[0] = end;
			sink(row, 0);
		}
		note(k, row[0] ?? -1);
	};
	/** Notes an acceptance at its limits, from which whoever has to leave has already gone. */
	const accept = (i: number, pair: number, mine: number) => {
		if (accepted === claimOf.length) {
			claimOf = withRoom(new Int32Array(2 * accepted), claimOf);
			stands = withRoom(new Float64Array(2 * accepted), stands);
		}
		const one = accepted++;
		claimOf[one] = i;
		stands[one] = mine;
		last[i] = one;
		plan[i] = pair;
		for (let k = offer[pair] ?? 0; k >= 0; k = parent[k] ?? -1) {
			left[k] = (left[k] ?? 0) - 1;
			const row = heaps[k];
			if (row === undefined) listed.add(k, one);
			else {
				row.push(one);
				lift(row, one);
			}
			const now = worst[k] ?? -1;
			if (now >= 0 && !holds(now)) findWorst(k);
			else if (now < 0 || isWorse(one, now)) note(k, one);
		}
	};
	/** The innermost full limit around an offer, or −1. */
	const fullAround = (j: number): number => {
		let k = j;
		while (k >= 0 && (left[k] ?? 0) > 0) k = parent[k] ?? -1;
		return k;
	};
	/** Whether the claim is let in by this pair: the same at the innermost full limit as at all of them. */
	const takes = (i: number, e: number): boolean => {
		const full = fullAround(offer[e] ?? 0);
		const mine = standing(e);
		if (full < 0) return mine < Number.POSITIVE_INFINITY;
		const theirs = worstStands[full] ?? 0;
		return mine < theirs || (mine === theirs && i < (worstClaim[full] ?? 0));
	};
	const cheapestThatTakes = (i: number): number => {
		let best = -1;
		let least = Number.POSITIVE_INFINITY;
		const end = start[i + 1] ?? 0;
		for (let e = start[i] ?? 0; e < end; e++) {
			const mine = burden(e);
			if (mine >= least || !takes(i, e)) continue;
			best = e;
			least = mine;
		}
		return best;
	};

	for (const first of inStanding(problem, standing)) {
		if ((problem.lock[first] ?? -1) >= 0) continue;
		for (let i = first; i >= 0; ) {
			const pair = cheapestThatTakes(i);
			if (pair < 0) break;
			const full = fullAround(offer[pair] ?? 0);
			const away = full < 0 ? -1 : (worst[full] ?? -1);
			const next = away < 0 ? -1 : (claimOf[away] ?? -1);
			if (next >= 0) {
				shift(plan[next] ?? 0, 1);
				plan[next] = -1;
				last[next] = -1;
			}
			accept(i, pair, standing(pair));
			i = next;
		}
	}
	return plan;
}

/**
 * Claims by what stands in the way of their first pair. The outcome does not depend on who proposes first, but when those go first who
 * stand best wherever they come, few are turned away after they were accepted.
 */
function inStanding(
	{ claims, start }: Pick<Problem, "claims" | "start">,
	standing: (pair: number) => number,
): Int32Array {
	const own = new Float64Array(claims);
	const order = new Int32Array(claims);
	for (let i = 0; i < claims; i++) {
		const first = start[i] ?? 0;
		own[i] = first < (start[i + 1] ?? 0) ? standing(first) : Number.POSITIVE_INFINITY;
		order[i] = i;
	}
	sortRow(order, 0, claims, own, new Int32Array(claims));
	return order;
}

/** A list of numbers for each limit. */
function listsOf(limits: number, most: number) {
	const head = new Int32Array(limits).fill(-1);
	let value = new Int32Array(most);
	let next = new Int32Array(most);
	let size = 0;
	return {
		add: (k: number, one: number) => {
			if (size === value.length) {
				value = withRoom(new Int32Array(2 * size), value);
				next = withRoom(new Int32Array(2 * size), next);
			}
			value[size] = one;
			next[size] = head[k] ?? -1;
			head[k] = size++;
		},
		/** All of a limit's, which has none then. */
		taken: (k: number): number[] => {
			const all: number[] = [];
			for (let at = head[k] ?? -1; at >= 0; at = next[at] ?? -1) all.push(value[at] ?? 0);
			head[k] = -1;
			return all;
		},
	};
}

function withRoom<Row extends Int32Array | Float64Array>(larger: Row, row: Row): Row {
	larger.set(row);
	return larger;
}
