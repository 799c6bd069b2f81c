import type { Plan, Problem } from "../problem.ts";
import type { Row } from "./rows.ts";
import { valueOfRow } from "./value.ts";

/** A sum settled before, which later ones may not make larger than `most`. What is proved of those is so for every plan with at most `proved`. */
export interface Budget {
	readonly row: Row;
	readonly most: number;
	readonly proved: number;
}

export function keeps(problem: Problem, budgets: readonly Budget[], plan: Plan): boolean {
	return budgets.every(({ row, most }) => valueOfRow(problem, row, plan) <= most);
}

/** Several sums as one. */
export function weighed(rows: readonly Row[], weights: readonly number[]): Row {
	const last = rows.at(-1);
	if (last === undefined) throw new Error("nothing to weigh");
	const sum = (of: (row: Row) => number) => rows.reduce((all, row, r) => all + (weights[r] ?? 0) * of(row), 0);
	return {
		level: last.level,
		name: last.name,
		pair: (e) => sum(({ pair }) => pair(e)),
		alone: (i) => sum(({ alone }) => alone(i)),
		short: sum(({ short }) => short),
		spread: sum(({ spread }) => spread),
		swing: sum(({ swing }) => swing),
	};
}
