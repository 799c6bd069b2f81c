import { type Allocated, allocate, type Refused } from "../allocate.ts";
import type { Finding } from "../facts/finding.ts";
import type { Level } from "../levels/level.ts";
import { everyOption } from "../levels/options.ts";
import type { Step } from "../levels/rows.ts";
import { missingAcross, type StepValue, valuesOf } from "../levels/value.ts";
import type { Plan, Problem } from "../problem.ts";
import { type Asked, answeredBy } from "./ask.ts";
import { written } from "./bound.ts";
import { componentsOf } from "./components.ts";
import { missesFloors, stepsFor } from "./flaws.ts";
import { groupsOf, joinsAll, weightsOf } from "./groups.ts";
import { searchedLarge, suitsLarge } from "./large.ts";
import type { LinearAnswer, LinearSolver } from "./linear.ts";
import { objectiveOf } from "./objective.ts";
import { type Method, solvedInOrder } from "./order.ts";
import type { Part } from "./part.ts";
import { boundsOf, type PartProof } from "./proofs.ts";
import { broken, type IndexedRules, indexed, problemUnder, type Rules } from "./rules.ts";
import { few, searched, type Target } from "./search.ts";

export interface WideAllocated {
	readonly kind: "allocated";
	readonly plan: Plan;
	readonly values: readonly StepValue[];
	/**
	 * Per step: what is proved to be the least where the groups of steps before end no higher than they may: at the plan's own values, or at bound and tolerance
	 * if that is more; null where nothing is proved.
	 */
	readonly bounds: readonly (number | null)[];
	/** `optimal` only when each step is at its bound, or above it by no more than its tolerance; what a solver claims without proof does not count. */
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
	/** The solver found no plan that keeps locks and rules; the findings are the rules that the locks break by themselves. */
	| { readonly kind: "no-plan"; readonly findings: readonly Finding[] };

/** So many pairs are handed to the solver whole where the least is asked for. */
const mostWhole = 100_000;

/** Up to so many pairs the solver is asked to make use of a tolerance; beyond that bounds alone say what it could give. */
const mostGiving = 400_000;

/**
 * Allocates where rules cross. First without the rules; parts of the problem (no shared limit or rule) whose rules hold anyway are done,
 * and as well as can be. In the others prices for the rules are found, the network is solved at them, and what is left over goes to the
 * solver that the caller brings, on few pairs; each sum is bounded by multipliers that anybody can check (`wideFlaws`). Ties are not looked at.
 *
 * A generator: it yields models and is to be given the answer of each, or a sign of life; a caller that stops has what it was shown.
 */
export function* wideAllocation(
	bare: Problem,
	levels: readonly Level[],
	rules: Rules,
	manner: WideManner = {},
): Generator<WideProgress, WideOutcome, LinearAnswer | undefined> {
	const known = indexed(bare, rules);
	if (known.findings.length > 0) return { kind: "refused", findings: known.findings };
	const problem = problemUnder(bare, rules);
	const pure = allocate(bare, levels);
	if (pure.kind === "refused") return pure;
	const steps = stepsFor(problem, levels);
	const isShort = missesFloors(problem, steps, pure.plan);
	if (!isShort && leavesNothing(levels, steps, pure) && keepsAll(problem, known.rules, pure))
		return { ...pure, claimed: true, untouched: problem.claims, without: pure, proofs: [] };

	const options = everyOption(problem);
	const groups = groupsOf(problem, levels, steps);
	const touched = joinsAll(groups)
		? [Array.from(problem.claimIds.keys())]
		: touchedParts(problem, known.rules, pure.plan, isShort);
	const weights = weightsOf(problem, groups);
	const plan = pure.plan.slice();
	const proofs: PartProof[] = [];
	let claimed = true;
	let untouched = problem.claims;
	for (const [index, claims] of touched.entries()) {
		untouched -= claims.length;
		const targetOf = (part: Part, g: number): Target => {
			const { rows = [], tolerance = 0 } = groups[g] ?? {};
			const isCount = levels[rows[0]?.row.level ?? 0]?.kind === "place";
			return {
				sum: objectiveOf(problem, part, rows),
				weight: weights[g] ?? 0,
				gap: isCount ? 0 : (manner.gap ?? (part.pairs.length <= few ? 0 : 0.001)),
				tolerance,
			};
		};
		const run = solvedInOrder(problem, options, known.rules, claims, groups, targetOf, foundBy(manner));
		let next = run.next();
		while (!next.done) next = run.next(yield { ...next.value, part: index, parts: touched.length });
		const found = next.value;
		if (found === undefined) {
			const alone = broken(problem, known.rules, problem.lock);
			return { kind: "no-plan", findings: alone.map((rule) => ({ code: "locks-against-rule", rule })) };
		}
		claimed &&= found.claimed;
		for (const claim of claims) plan[claim] = found.plan[claim] ?? -1;
		proofs.push(
			...found.multipliers.map(({ group, multipliers, from }) => ({
				...{ group, claims, multipliers: written(multipliers) },
				...(from === undefined ? {} : { from }),
			})),
		);
	}
	const values = valuesOf(problem, steps, plan);
	const bounds = boundsOf(problem, groups, steps, known.rules, plan, proofs);
	return {
		kind: "allocated",
		plan,
		values,
		bounds,
		holds: values.every(({ value }, s) => within(value, bounds[s], steps[s]?.tolerance ?? 0)) ? "optimal" : "feasible",
		claimed,
		untouched,
		without: pure,
		proofs,
	};
}

const within = (value: number, bound: number | null | undefined, tolerance: number) =>
	bound !== null && bound !== undefined && value <= bound + tolerance;

/** Whether a plan without the rules is proved as far as anybody looks: ties are left as they fall. */
function leavesNothing(levels: readonly Level[], steps: readonly Step[], pure: Allocated): boolean {
	return steps.every(
		({ level, tolerance }, s) =>
			levels[level]?.kind === "ties" || within(pure.values[s]?.value ?? 0, pure.bounds[s], tolerance),
	);
}

/**
 * Whether the best plan without the rules is the best with them: it keeps them, and so do the plans that show how little each level that gives way could
 * be, since another least would let it give way further.
 */
function keepsAll(problem: Problem, rules: IndexedRules, { plan, certificate }: Allocated): boolean {
	const shown = certificate.stages.flatMap((stage) => ("plan" in stage ? [Int32Array.from(stage.plan)] : []));
	return [plan, ...shown].every(
		(each) => broken(problem, rules, each).length === 0 && (each === plan || missingAcross(problem, each) === 0),
	);
}

/**
 * The way that suits the size of a part: small ones, and those of which the least is asked or in which something gives way and that a solver can still hold, are
 * handed to it; larger ones are priced, mended and solved anew region by region.
 */
function foundBy(manner: WideManner): Method {
	// Floors that no limit holds together have no price where prices climb; while a solver can hold the part, it bounds them.
	const most = (part: Part) => manner.whole ?? (manner.gap === 0 || part.across.length > 0 ? mostWhole : few);
	return {
		*solve(part, targets, before, guides) {
			const givesWay = targets.some(({ tolerance }) => tolerance > 0);
			const least = givesWay ? Math.max(most(part), mostGiving) : most(part);
			if (part.pairs.length > least && suitsLarge(part, [...(before?.held ?? []), ...targets, ...guides])) {
				const found = yield* searchedLarge(part, targets, before, guides);
				if (found !== undefined || before !== undefined) return found;
			}
			return yield* searched(part, targets, before);
		},
		isLarge: (part) => part.pairs.length > most(part),
		fits,
	};
}

const fits = (part: Part) => part.pairs.length <= mostWhole;

/** Runs a wide allocation to its end, every model answered by the solver. */
export async function allocateWide(
	problem: Problem,
	levels: readonly Level[],
	rules: Rules,
	solver: LinearSolver,
	manner: WideManner = {},
): Promise<WideOutcome> {
	return answeredBy(wideAllocation(problem, levels, rules, manner), solver);
}

/** The rules that a plan breaks, by id; rules that cannot be read are left out. */
export function brokenRules(problem: Problem, rules: Rules, plan: Plan): readonly string[] {
	return broken(problem, indexed(problem, rules).rules, plan);
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
