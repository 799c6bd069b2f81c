import { everyOption } from "../levels/options.ts";
import type { Plan, Problem } from "../problem.ts";

/**
 * Deferred acceptance (Gale and Shapley), claims proposing: each proposes to its cheapest pair; a full limit keeps those
 * with the lowest standing and turns the worst below it away, who proposes to its next. The outcome is stable and, among stable
 * ones, best for every claim. With nested limits the same rule gives the student-optimal matching of student–project
 * allocation with lecturer capacities (Abraham, Irving and Manlove 2007), where standing is the same at a project and its lecturer.
 *
 * `burden` orders the pairs of one claim, `standing` the claims at one offer: lower first, ties by index. A standing of
 * infinity is never accepted. Locked claims have their places beforehand.
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
	/** Per limit: claims held below it. Small in practice; the worst is found by looking through them. */
	const held: Set<number>[] = Array.from({ length: limits }, () => new Set<number>());
	const shift = (pair: number, change: number) => {
		for (let k = offer[pair] ?? 0; k >= 0; k = parent[k] ?? -1) left[k] = (left[k] ?? 0) + change;
	};
	for (const pair of plan) if (pair >= 0) shift(pair, -1);
	const list = new Int32Array(offer.length);
	const next = start.slice(0, claims);
	const last = new Int32Array(claims);
	for (let i = 0; i < claims; i++) {
		const mine: number[] = [];
		for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++)
			if (open[e] === 1 && standing(e) < Number.POSITIVE_INFINITY) mine.push(e);
		mine.sort((a, b) => burden(a) - burden(b) || a - b);
		list.set(mine, start[i]);
		last[i] = (start[i] ?? 0) + mine.length;
	}
	const worseThan = (a: number, b: number) => standing(plan[a] ?? 0) - standing(plan[b] ?? 0) || a - b;
	const release = (i: number) => {
		const pair = plan[i] ?? 0;
		shift(pair, 1);
		for (let k = offer[pair] ?? 0; k >= 0; k = parent[k] ?? -1) held[k]?.delete(i);
		plan[i] = -1;
	};
	const waiting = Array.from({ length: claims }, (_, i) => i).filter((i) => (problem.lock[i] ?? -1) < 0);
	for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
		const at = next[i] ?? 0;
		if (at >= (last[i] ?? 0)) continue;
		next[i] = at + 1;
		const pair = list[at] ?? 0;
		plan[i] = pair;
		shift(pair, -1);
		for (let k = offer[pair] ?? 0; k >= 0; k = parent[k] ?? -1) held[k]?.add(i);
		for (let k = offer[pair] ?? 0; k >= 0; k = parent[k] ?? -1) {
			if ((left[k] ?? 0) >= 0) continue;
			let worst = i;
			for (const other of held[k] ?? []) if (worseThan(other, worst) > 0) worst = other;
			release(worst);
			waiting.push(worst);
			break;
		}
	}
	return plan;
}
