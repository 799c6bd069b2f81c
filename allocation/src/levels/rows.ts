import type { Finding } from "../facts/finding.ts";
import type { Problem } from "../problem.ts";
import type { Level } from "./level.ts";
import { mixed, textHash } from "./seed.ts";

/** One additive criterion: a level is one of these, or several in strict order. */
export interface Row {
	/** Index of the level it belongs to. */
	readonly level: number;
	/** What it counts, e.g. "priority 0 unplaced", "rank = 5". */
	readonly name: string;
	readonly pair: (pair: number) => number;
	readonly alone: (claim: number) => number;
	/** What each weight missing to a floor counts; 0 where the row has nothing to do with floors. */
	readonly short: number;
	/** No two options of one claim differ by more. */
	readonly spread: number;
	/** The largest change around a simple cycle of moves (docs/model.md, “One weight for several levels”). */
	readonly swing: number;
	/** The priority class whose unplaced claims it counts; not there where it counts anything else. */
	readonly unplaced?: number;
}

export type Step = (Row | { readonly level: number; readonly name: string; readonly largest: Int32Array }) & {
	/** By how much the value may be worse than the best, so that later levels gain. */
	readonly tolerance: number;
};

export type Steps =
	| { readonly kind: "steps"; readonly steps: readonly Step[] }
	| { readonly kind: "refused"; readonly findings: readonly Finding[] };

/** For rows that an option has no part in. */
export const nothing = () => 0;

/** More values than this in a generous level are refused. */
const mostValues = 64;

/** The most claims a simple cycle of moves can touch: every offer, and staying unplaced, is left at most once. */
export function mostMoves(problem: Problem): number {
	return Math.min(problem.claims, problem.offers + 1);
}

/** Whether the solver's arithmetic stays below 2^52 for rows that change by `swing` around a cycle. */
export function staysExact(swing: number, moves: number, depth: number): boolean {
	return (swing + 1) * (depth + 4) * (moves + 2) < 2 ** 52;
}

/** How deep the forest of limits is: 1 when no cap is shared. */
export function depthOf(problem: Problem): number {
	const depth = new Int32Array(problem.limits);
	let most = 0;
	for (let k = problem.limits - 1; k >= 0; k--) {
		const outer = problem.parent[k] ?? -1;
		depth[k] = 1 + (outer < 0 ? 0 : (depth[outer] ?? 0));
		most = Math.max(most, depth[k] ?? 0);
	}
	return most;
}

/** The priority classes of a problem, the first served first. */
export function classesOf({ priority }: Pick<Problem, "priority">): number[] {
	return [...new Set(priority)].sort((a, b) => a - b);
}

/**
 * Whether some class may be held to so many unplaced claims while later levels are looked at, because it or a level before it may give way: then
 * staying unplaced is counted as a place (`counted.ts`).
 */
export function countsUnplaced(levels: readonly Level[]): boolean {
	const place = levels.findLastIndex(({ kind }) => kind === "place");
	return levels
		.slice(0, place + 1)
		.some((level) => level.kind !== "bottleneck" && "tolerance" in level && level.tolerance > 0);
}

/** Levels as steps on this problem, or every finding that makes them impossible to carry out exactly. */
export function stepsOf(problem: Problem, levels: readonly Level[]): Steps {
	const findings: Finding[] = [];
	const steps: Step[] = [];
	const none = new Int32Array(0);
	// Where staying unplaced is a place of its own for each class, a cycle may pass each of them.
	const moves = countsUnplaced(levels)
		? Math.min(problem.claims, mostMoves(problem) + classesOf(problem).length)
		: mostMoves(problem);
	const partOf = (level: number, part: string): Int32Array => {
		const values = problem.parts.get(part);
		if (values === undefined && problem.offer.length > 0) findings.push({ code: "unknown-part", level, part });
		return values ?? none;
	};
	const add = (
		level: number,
		name: string,
		pair: Row["pair"],
		alone: Row["alone"],
		spread: number,
		tolerance = 0,
		short = 0,
	) => {
		const swing = spread * moves + short * floors;
		if (!staysExact(swing, moves, depthOf(problem))) findings.push({ code: "cost-range", level, spread });
		steps.push({ level, name, pair, alone, spread, swing, short, tolerance });
	};
	// A simple cycle passes each limit once, so it changes what is missing there by at most 1.
	const floors =
		problem.leastWeight.reduce((sum, weight) => sum + weight, 0) +
		(problem.across ?? []).reduce((sum, { weight }) => sum + weight, 0) * moves;
	const whole = (level: number, field: string, value: number) => {
		if (!Number.isInteger(value) || value < 0) findings.push({ code: "bad-level", level, field, value: String(value) });
		return value;
	};
	const given = (level: number, tolerance = 0) => whole(level, "tolerance", tolerance);
	levels.forEach((level, index) => {
		switch (level.kind) {
			case "place": {
				const tolerance = given(index, level.tolerance);
				for (const priority of classesOf(problem)) {
					const alone = (claim: number) => (problem.priority[claim] === priority ? 1 : 0);
					// A simple cycle passes staying unplaced once, so one claim at most steps in and one out.
					steps.push({
						level: index,
						name: `priority ${priority} unplaced`,
						pair: nothing,
						alone,
						spread: 1,
						swing: 1,
						short: 0,
						tolerance,
						unplaced: priority,
					});
				}
				break;
			}
			case "burden": {
				const weighted: { weight: number; values: Int32Array }[] = [];
				for (const [part, weight] of Object.entries(level.weights)) {
					whole(index, part, weight);
					weighted.push({ weight, values: partOf(index, part) });
				}
				const sums = new Float64Array(problem.offer.length);
				for (const { weight, values } of weighted)
					for (let e = 0; e < sums.length; e++) sums[e] = (sums[e] ?? 0) + weight * (values[e] ?? 0);
				const pair = (e: number) => sums[e] ?? 0;
				const short = whole(index, "shortfall", level.shortfall ?? 0);
				add(index, "burden", pair, nothing, spreadOf(problem, pair), given(index, level.tolerance), short);
				break;
			}
			case "floors":
				add(index, "missing to floors", nothing, nothing, 0, given(index, level.tolerance), 1);
				break;
			case "generous": {
				const values = partOf(index, level.part);
				const distinct = [...new Set(values)].sort((a, b) => b - a);
				if (distinct.length > mostValues)
					findings.push({
						code: "too-many-steps",
						level: index,
						part: level.part,
						steps: distinct.length,
						most: mostValues,
					});
				else {
					const tolerance = given(index, level.tolerance);
					for (const value of distinct)
						add(index, `${level.part} = ${value}`, (e) => (values[e] === value ? 1 : 0), nothing, 1, tolerance);
				}
				break;
			}
			case "bottleneck":
				steps.push({
					level: index,
					name: `largest ${level.part}`,
					largest: partOf(index, level.part),
					tolerance: whole(index, "tolerance", level.tolerance ?? 0),
				});
				break;
			case "change": {
				const { previous, offer } = problem;
				if (previous.every((before) => before === -1)) {
					// Nothing can change, which needs no stage. What may give way all the same is weighed where a
					// largest is refuted, and there it has to be a row like others.
					const tolerance = given(index, level.tolerance);
					add(index, "changed", nothing, nothing, tolerance === 0 ? 0 : 1, tolerance);
					break;
				}
				const claimOf = claimsOfPairs(problem);
				add(
					index,
					"changed",
					(e) => {
						const before = previous[claimOf[e] ?? 0] ?? -1;
						return before === -1 || before === offer[e] ? 0 : 1;
					},
					(claim) => (previous[claim] === -1 ? 0 : 1),
					1,
					given(index, level.tolerance),
				);
				break;
			}
			case "ties": {
				const claims = problem.claimIds.map((id) => textHash(`${level.seed}\u0000${id}`));
				const offers = problem.limitIds.map((id) => textHash(`${id}\u0000${level.seed}`));
				const claimOf = claimsOfPairs(problem);
				add(
					index,
					"ties",
					(e) => mixed(claims[claimOf[e] ?? 0] ?? 0, offers[problem.offer[e] ?? 0] ?? 0) >>> 12,
					(claim) => mixed(claims[claim] ?? 0, 0) >>> 12,
					2 ** 20 - 1,
				);
				break;
			}
		}
	});
	return findings.length > 0 ? { kind: "refused", findings } : { kind: "steps", steps };
}

/** Per pair: its claim. */
export function claimsOfPairs(problem: Problem): Int32Array {
	const claimOf = new Int32Array(problem.offer.length);
	for (let i = 0; i < problem.claims; i++) claimOf.fill(i, problem.start[i], problem.start[i + 1]);
	return claimOf;
}

/** The largest difference between two options of one claim when staying unplaced costs 0. */
function spreadOf(problem: Problem, pair: Row["pair"]): number {
	let spread = 0;
	for (let i = 0; i < problem.claims; i++) {
		let low = 0;
		let high = 0;
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) {
			const value = pair(e);
			if (value < low) low = value;
			if (value > high) high = value;
		}
		if (high - low > spread) spread = high - low;
	}
	return spread;
}
