import { type Allocated, allocate, type Refused } from "../allocate.ts";
import { type Flaw, flawsOf, planFlaws } from "../certificate.ts";
import type { Level } from "../levels/level.ts";
import { everyOption } from "../levels/options.ts";
import { type Row, type Step, stepsOf } from "../levels/rows.ts";
import { missingAcross, type StepValue, valueOfRow, valuesOf } from "../levels/value.ts";
import type { Plan, Problem } from "../problem.ts";
import type { Asked, Asking } from "./ask.ts";
import { bounded, grain, readMultipliers, shared, type WrittenMultipliers, written } from "./bound.ts";
import { componentsOf } from "./components.ts";
import { searchedLarge, suitsLarge } from "./large.ts";
import type { LinearAnswer, LinearSolver } from "./linear.ts";
import { insidePart, objectiveOf, sumOf } from "./objective.ts";
import { type Part, partOf } from "./part.ts";
import { broken, type IndexedRules, indexed, problemUnder, type RuleFinding, type Rules } from "./rules.ts";
import { type Found, few, searched, type Target } from "./search.ts";

/** Steps that are solved as one sum, weighted so that the first decides. */
export interface Group {
	readonly first: number;
	readonly rows: readonly { readonly row: Row; readonly weight: number }[];
}

/** Multipliers that bound one group of steps from below on some of the claims, a part of the problem that nothing else touches. */
export interface PartProof {
	readonly group: number;
	readonly claims: readonly number[];
	/** As plain lists, to be written down; see `Multipliers`. */
	readonly multipliers: WrittenMultipliers;
}

export interface WideAllocated {
	readonly kind: "allocated";
	readonly plan: Plan;
	readonly values: readonly StepValue[];
	/** Per step: what is proved to be the least, given the values of the groups of steps before; null where nothing is. */
	readonly bounds: readonly (number | null)[];
	/** `optimal` only when each step is at its bound; what a solver claims without proof does not count. */
	readonly holds: "optimal" | "feasible";
	/** Whether the solver said of everything that nothing better than asked for is left. */
	readonly claimed: boolean;
	/** Claims in parts of the problem that the rules changed nothing in. */
	readonly untouched: number;
	/** The best without the rules, with its proof: it bounds the parts that they changed nothing in. */
	readonly without: Allocated;
	readonly proofs: readonly PartProof[];
}

/** Where it stands: a model to be answered, or a sign of life. */
export type WideProgress = Asked & {
	/** Which of the parts that rules touch is worked on. */
	readonly part: number;
	readonly parts: number;
};

export interface WideManner {
	/**
	 * How far above its bound a sum may end, as a part of it; 0 asks for the least. Counts of unplaced claims are never given away. Unless stated, 0 for
	 * parts of at most 3,000 pairs and a thousandth for larger ones.
	 */
	readonly gap?: number;
	/**
	 * Parts with at most so many pairs are handed to the solver whole; larger ones are priced without it, and it only solves some claims at a time. Unless
	 * stated, 3,000, or 100,000 where the least is asked for or floors are over what no limit holds together.
	 */
	readonly whole?: number;
}

export type WideOutcome =
	| WideAllocated
	| Refused
	| { readonly kind: "rules-refused"; readonly findings: readonly RuleFinding[] }
	/** Levels that rules cannot be combined with: a largest value, or a tolerance. */
	| { readonly kind: "levels-refused"; readonly levels: readonly number[] }
	/** The solver found no plan that keeps locks and rules. */
	| { readonly kind: "no-plan" };

/** The largest sum that one group may reach: beyond it, solvers in floating point lose count. */
const mostInGroup = 2 ** 36;

/** So many pairs are handed to the solver whole where the least is asked for. */
const mostWhole = 100_000;

/** The largest cost of one claim in a first search over several groups. */
const mostWeighed = 2 ** 30;

/** How many moves a first search takes a chain to have, when it weighs groups against each other. */
const moves = 32;

/**
 * Allocates where rules cross. First without the rules; parts of the problem (no shared limit or rule) whose rules hold anyway are done,
 * and as well as can be. In the others prices for the rules are found, the network is solved at them, and what is left over goes to the
 * solver that the caller brings, on few pairs; each sum is bounded by multipliers that anybody can check (`wideFlaws`). Ties are not looked at.
 *
 * A generator: it yields a model and is to be given its answer, or a sign of life; a caller that stops has what it was shown.
 */
export function* wideAllocation(
	bare: Problem,
	levels: readonly Level[],
	rules: Rules,
	manner: WideManner = {},
): Generator<WideProgress, WideOutcome, LinearAnswer | undefined> {
	const known = indexed(bare, rules);
	if (known.findings.length > 0) return { kind: "rules-refused", findings: known.findings };
	const problem = problemUnder(bare, rules);
	const pure = allocate(bare, levels);
	if (pure.kind === "refused") return pure;
	const { steps, refused } = stepsFor(problem, levels);
	if (refused.length > 0) return { kind: "levels-refused", levels: refused };
	const isShort = missesFloors(problem, steps, pure.plan);
	if (!isShort && broken(problem, known.rules, pure.plan).length === 0)
		return { ...pure, claimed: true, untouched: problem.claims, without: pure, proofs: [] };

	const options = everyOption(problem);
	const touched = touchedParts(problem, known.rules, pure.plan, isShort);
	const groups = groupsOf(problem, levels, steps);
	const plan = pure.plan.slice();
	const proofs: PartProof[] = [];
	let claimed = true;
	let untouched = problem.claims;
	for (const [index, claims] of touched.entries()) {
		untouched -= claims.length;
		const part = partOf(problem, options, known.rules, claims);
		const weights = weightsOf(problem, groups);
		const run = foundBy(
			part,
			groups.map(({ rows }, g) => ({
				sum: objectiveOf(problem, part, rows),
				weight: weights[g] ?? 0,
				gap:
					levels[rows[0]?.row.level ?? 0]?.kind === "place"
						? 0
						: (manner.gap ?? (part.pairs.length <= few ? 0 : 0.001)),
			})),
			// Floors that no limit holds together have no price where prices climb; while a solver can hold the part, it bounds them.
			manner.whole ?? (manner.gap === 0 || part.across.length > 0 ? mostWhole : few),
		);
		let next = run.next();
		while (!next.done) next = run.next(yield { ...next.value, part: index, parts: touched.length });
		const found = next.value;
		if (found === undefined) return { kind: "no-plan" };
		claimed &&= found.claimed;
		part.claims.forEach((claim, i) => {
			plan[claim] = part.pairs[found.plan[i] ?? -1] ?? -1;
		});
		proofs.push(...found.multipliers.map((each, group) => ({ group, claims, multipliers: written(each) })));
	}
	const values = valuesOf(problem, steps, plan);
	const bounds = boundsOf(problem, levels, steps, known.rules, plan, proofs);
	return {
		kind: "allocated",
		plan,
		values,
		bounds,
		holds: values.every(({ value }, s) => value === bounds[s]) ? "optimal" : "feasible",
		claimed,
		untouched,
		without: pure,
		proofs,
	};
}

/**
 * The way that suits the size of a part: small ones, and those of which the least is asked and that a solver can still hold, are handed to it; larger ones are
 * priced, mended and solved anew region by region.
 */
function* foundBy(part: Part, targets: readonly Target[], whole: number): Asking<Found | undefined> {
	if (part.pairs.length > whole && suitsLarge(part, targets)) {
		const found = yield* searchedLarge(part, targets);
		if (found !== undefined) return found;
	}
	return yield* searched(part, targets);
}

/** Runs a wide allocation to its end, every model answered by the solver. */
export async function allocateWide(
	problem: Problem,
	levels: readonly Level[],
	rules: Rules,
	solver: LinearSolver,
	manner: WideManner = {},
): Promise<WideOutcome> {
	const run = wideAllocation(problem, levels, rules, manner);
	let next = run.next();
	while (!next.done) next = run.next(next.value.kind === "model" ? await solver(next.value.model) : undefined);
	return next.value;
}

/** The rules that a plan breaks, by id; rules that cannot be read are left out. */
export function brokenRules(problem: Problem, rules: Rules, plan: Plan): readonly string[] {
	return broken(problem, indexed(problem, rules).rules, plan);
}

/** Checks a plan under rules and the bounds stated of it; shares with what found them what a part, a sum and a rule are, and nothing else. */
export function wideFlaws(
	bare: Problem,
	levels: readonly Level[],
	rules: Rules,
	allocated: WideAllocated,
): readonly (
	| Flaw
	| { readonly code: "rule"; readonly rule: string }
	| { readonly code: "bound"; readonly step: number }
	| { readonly code: "part"; readonly claim: string }
)[] {
	const known = indexed(bare, rules);
	const problem = problemUnder(bare, rules);
	const { steps } = stepsFor(problem, levels);
	const { plan, without, proofs } = allocated;
	const flaws = planFlaws(problem, everyOption(problem), plan);
	if (flaws.length > 0) return flaws;
	const unproved = flawsOf(bare, levels, without.plan, without.certificate, without.bounds);
	if (unproved.length > 0) return unproved;
	// What has no proof of its own must be as without the rules; what has one must touch nothing else.
	const parts = new Map(
		componentsOf(problem, everyOption(problem), known.rules).map((claims) => [claims[0] ?? -1, claims] as const),
	);
	const proved = new Set<number>();
	for (const { claims } of proofs) {
		if (JSON.stringify(parts.get(claims[0] ?? -1)) !== JSON.stringify(claims))
			return [{ code: "part", claim: problem.claimIds[claims[0] ?? -1] ?? "" }];
		for (const i of claims) proved.add(i);
	}
	const moved = plan.findIndex((pair, i) => !proved.has(i) && pair !== without.plan[i]);
	if (moved >= 0) return [{ code: "part", claim: problem.claimIds[moved] ?? "" }];
	const isPure = proofs.length === 0 && !missesFloors(problem, steps, without.plan);
	const bounds = isPure ? without.bounds : boundsOf(problem, levels, steps, known.rules, plan, proofs);
	return [
		...broken(problem, known.rules, plan).map((rule) => ({ code: "rule", rule }) as const),
		...allocated.bounds.flatMap((bound, step) => (bound === bounds[step] ? [] : [{ code: "bound", step } as const])),
	];
}

export function stepsFor(
	problem: Problem,
	levels: readonly Level[],
): { readonly steps: readonly Step[]; readonly refused: number[] } {
	const built = stepsOf(problem, levels);
	if (built.kind === "refused") return { steps: [], refused: [] };
	const refused = new Set(
		built.steps.filter((step) => "largest" in step || step.tolerance > 0).map(({ level }) => level),
	);
	return { steps: built.steps, refused: [...refused] };
}

/** Whether a plan misses something to the floors that the network does not know, and a step asks for them. */
function missesFloors(problem: Problem, steps: readonly Step[], plan: Plan): boolean {
	return steps.some((step) => !("largest" in step) && step.short > 0) && missingAcross(problem, plan) > 0;
}

/** Parts in which some rule is broken: their claims. */
function touchedParts(problem: Problem, rules: IndexedRules, plan: Plan, isShort: boolean): number[][] {
	const parts = componentsOf(problem, everyOption(problem), rules);
	if (parts.length === 1) return parts;
	const wrong = new Set(broken(problem, rules, plan));
	const short = isShort ? rules.floors.filter((floor) => missingAcross({ ...problem, across: [floor] }, plan) > 0) : [];
	return parts.filter((claims) => {
		const mine = new Set(claims);
		if (short.some(({ pairs }) => pairs.some((e) => mine.has(rules.claimOf[e] ?? -1)))) return true;
		// Judged with everybody else unplaced, which breaks no rule of another part's own.
		const own = new Int32Array(problem.claims).fill(-1);
		for (const i of claims) own[i] = plan[i] ?? -1;
		return broken(problem, rules, own).some((id) => wrong.has(id));
	});
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
		for (; at >= 0; at--) {
			const row = steps[at];
			if (row === undefined || "largest" in row || levels[row.level]?.kind === "ties") {
				if (rows.length > 0) break;
				continue;
			}
			const weight = 1 + below;
			const most = mostOf(problem, row);
			// A level by itself is easier for a solver than two weighed together.
			const other = rows[0]?.row.level;
			const alone = levels[row.level]?.kind === "place";
			if (other !== undefined && (alone || other !== row.level || below + weight * most > mostInGroup)) break;
			rows.unshift({ row, weight });
			below += weight * most;
		}
		if (rows.length > 0) groups.unshift({ first: at + 1, rows });
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

/** What the proofs bound each step at, given the plan's values of the groups before. */
function boundsOf(
	problem: Problem,
	levels: readonly Level[],
	steps: readonly Step[],
	rules: IndexedRules,
	plan: Plan,
	proofs: readonly PartProof[],
): (number | null)[] {
	const options = everyOption(problem);
	const groups = groupsOf(problem, levels, steps);
	const bounds: (number | null)[] = steps.map(() => null);
	const parts = new Map<number, Part>();
	const above = groups.map(() => 0);
	for (const { group, claims, multipliers } of proofs) {
		const first = claims[0] ?? -1;
		const part = parts.get(first) ?? partOf(problem, options, rules, claims);
		parts.set(first, part);
		const own = insidePart(part, plan);
		const sums = groups.slice(0, group + 1).map(({ rows }) => objectiveOf(problem, part, rows));
		const sum = sums[group];
		if (sum === undefined) return bounds;
		const budgets = sums.slice(0, group).map((before) => ({ sum: before, most: sumOf(part, before, own) }));
		const read = readMultipliers(multipliers);
		const { bound } = bounded(part, shared(part, sum, budgets, read), read.limit);
		above[group] = (above[group] ?? 0) + Math.max(0, sumOf(part, sum, own) - Math.ceil(bound / grain));
	}
	groups.forEach((group, index) => {
		// Where nothing was proved anew, the plan is the best without the rules: its own value bounds it.
		const value = group.rows.reduce((total, { row, weight }) => total + weight * valueOfRow(problem, row, plan), 0);
		let left = value - (above[index] ?? 0);
		// Each weight outdoes all that the later steps can amount to, so the bound tells the first steps as its leading digits.
		for (const [r, { row, weight }] of group.rows.entries()) {
			if (!Number.isFinite(left)) break;
			const own = valueOfRow(problem, row, plan);
			const least = r === group.rows.length - 1 ? left : Math.floor(left / weight);
			bounds[group.first + r] = Math.min(own, Math.max(0, least));
			if (least < own) break;
			left -= weight * own;
		}
	});
	return bounds;
}
