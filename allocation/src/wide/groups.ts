import type { Level } from "../levels/level.ts";
import type { Row, Step } from "../levels/rows.ts";
import type { Problem } from "../problem.ts";

/** Steps that are solved as one: a sum, weighted so that the first decides, or the largest value of a part. */
export interface Group {
	readonly first: number;
	/** None where it is a largest. */
	readonly rows: readonly { readonly row: Row; readonly weight: number }[];
	/** Per pair of the problem. */
	readonly largest?: Int32Array;
	/** By how much it may end above its least. */
	readonly tolerance: number;
}

/** The largest sum that one group may reach: beyond it, solvers in floating point lose count. */
const mostInGroup = 2 ** 36;

/** The largest cost of one claim in a first search over several groups. */
const mostWeighed = 2 ** 30;

/** How many moves a first search takes a chain to have, when it weighs groups against each other. */
const moves = 32;

/** Whether what one part of the problem does may depend on another although no limit or rule joins them: a tolerance is shared, and so is a largest. */
export function joinsAll(groups: readonly Group[]): boolean {
	return groups.some(({ largest, tolerance }) => largest !== undefined || tolerance > 0);
}

/** What each group counts for in a search over all of them; 0 where that would grow too large. */
export function weightsOf(problem: Problem, groups: readonly Group[]): number[] {
	const most = [...problem.leastWeight, ...(problem.across ?? []).map(({ weight }) => weight)].reduce(
		(a, b) => Math.max(a, b),
		0,
	);
	for (let count = groups.length; count > 0; count--) {
		const weights = groups.map(() => 0);
		let below = 0;
		for (let g = count - 1; g >= 0; g--) {
			weights[g] = 1 + below;
			for (const { row, weight } of groups[g]?.rows ?? [])
				below += (weights[g] ?? 0) * weight * Math.min(row.swing, moves * (row.spread + row.short * most));
		}
		if (below < mostWeighed || count === 1) return weights;
	}
	return [];
}

export function groupsOf(problem: Problem, levels: readonly Level[], steps: readonly Step[]): Group[] {
	const groups: Group[] = [];
	let at = steps.length - 1;
	// From the last step backwards, so that each weight outdoes all that the later ones can amount to.
	while (at >= 0) {
		const rows: { row: Row; weight: number }[] = [];
		let below = 0;
		let tolerance = 0;
		for (; at >= 0; at--) {
			const row = steps[at];
			if (row === undefined || "largest" in row || levels[row.level]?.kind === "ties") {
				if (rows.length > 0) break;
				if (row !== undefined && "largest" in row)
					groups.unshift({ first: at, rows, largest: row.largest, tolerance: row.tolerance });
				continue;
			}
			const weight = 1 + below;
			const most = mostOf(problem, row);
			// A level by itself is easier for a solver than two weighed together.
			const other = rows[0]?.row.level;
			const alone = levels[row.level]?.kind === "place";
			if (other !== undefined && (alone || other !== row.level || below + weight * most > mostInGroup)) break;
			// What may give way is held by itself.
			if (other !== undefined && (tolerance > 0 || row.tolerance > 0)) break;
			({ tolerance } = row);
			rows.unshift({ row, weight });
			below += weight * most;
		}
		if (rows.length > 0) groups.unshift({ first: at + 1, rows, tolerance });
	}
	return groups;
}

/** No plan's value of a row is larger. */
function mostOf(problem: Problem, row: Row): number {
	let most = 0;
	for (let i = 0; i < problem.claims; i++) {
		let worst = row.alone(i);
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) worst = Math.max(worst, row.pair(e));
		most += worst;
	}
	for (let k = 0; k < problem.limits; k++) most += row.short * (problem.leastWeight[k] ?? 0) * (problem.least[k] ?? 0);
	for (const { weight, least } of problem.across ?? []) most += row.short * weight * least;
	return most;
}
