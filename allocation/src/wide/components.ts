import type { Options } from "../levels/options.ts";
import type { Problem } from "../problem.ts";
import { type IndexedRules, isBelow, pairsOf } from "./rules.ts";

/** Claims in parts that have nothing to do with one another: no shared limit, no shared rule. Parts in the order of their first claim. */
export function componentsOf(problem: Problem, options: Options, rules: IndexedRules): number[][] {
	const { claims } = problem;
	const above = Int32Array.from({ length: claims + problem.limits }, (_, node) => node);
	const top = (node: number): number => {
		let at = node;
		while (above[at] !== at) {
			above[at] = above[above[at] ?? 0] ?? 0;
			at = above[at] ?? 0;
		}
		return at;
	};
	const join = (a: number, b: number) => {
		const [x, y] = [top(a), top(b)];
		above[Math.max(x, y)] = Math.min(x, y);
	};
	for (let i = 0; i < claims; i++)
		for (const e of pairsOf(problem, i))
			if (options.open[e] === 1)
				for (let k = problem.offer[e] ?? -1; k >= 0; k = problem.parent[k] ?? -1) join(i, claims + k);
	const claimOf = (pair: number) => {
		let low = 0;
		let high = claims - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((problem.start[middle] ?? 0) <= pair) low = middle;
			else high = middle - 1;
		}
		return low;
	};
	for (const { pairs } of rules.crossings)
		for (const pair of pairs) if (options.open[pair] === 1) join(claimOf(pair), claimOf(pairs[0] ?? pair));
	for (const { claims: group } of rules.together) for (const i of group) join(i, group[0] ?? i);
	for (const { at, kinds } of rules.mixtures) {
		const here = new Set([at]);
		for (const i of kinds.flat())
			if (pairsOf(problem, i).some((e) => options.open[e] === 1 && isBelow(problem, e, here))) join(i, claims + at);
	}
	const parts = new Map<number, number[]>();
	for (let i = 0; i < claims; i++) {
		const part = parts.get(top(i));
		if (part === undefined) parts.set(top(i), [i]);
		else part.push(i);
	}
	return [...parts.values()];
}
