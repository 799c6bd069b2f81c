import type { Options } from "../levels/options.ts";
import type { Problem } from "../problem.ts";
import type { IndexedRules } from "./rules.ts";

/** Claims in parts that have nothing to do with one another: no shared limit, no shared rule. Parts in the order of their first claim. */
export function componentsOf(problem: Problem, options: Options, rules: IndexedRules): number[][] {
	const { claims } = problem;
	const { claimOf } = rules;
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
	for (let e = 0; e < problem.offer.length; e++)
		if (options.open[e] === 1) join(claimOf[e] ?? 0, claims + (problem.offer[e] ?? 0));
	for (let k = 0; k < problem.limits; k++) {
		const outer = problem.parent[k] ?? -1;
		if (outer >= 0) join(claims + k, claims + outer);
	}
	for (const { pairs } of rules.crossings) {
		const open = pairs.filter((e) => options.open[e] === 1);
		for (const e of open) join(claimOf[e] ?? 0, claimOf[open[0] ?? e] ?? 0);
	}
	for (const { pairs } of rules.floors) {
		const open = pairs.filter((e) => options.open[e] === 1);
		for (const e of open) join(claimOf[e] ?? 0, claimOf[open[0] ?? e] ?? 0);
	}
	for (const { claims: group } of rules.together) for (const i of group) join(i, group[0] ?? i);
	const parts = new Map<number, number[]>();
	for (let i = 0; i < claims; i++) {
		const part = parts.get(top(i));
		if (part === undefined) parts.set(top(i), [i]);
		else part.push(i);
	}
	return [...parts.values()];
}
