import { allocate, type Refused } from "../allocate.ts";
import { type Flaw, planFlaws } from "../certificate.ts";
import type { Level } from "../levels/level.ts";
import { everyOption, type Options } from "../levels/options.ts";
import { type Row, type Step, stepsOf } from "../levels/rows.ts";
import { costsOf, type StepValue, valueOfRow, valuesOf } from "../levels/value.ts";
import type { Plan, Problem } from "../problem.ts";
import { componentsOf } from "./components.ts";
import type { LinearSolver } from "./linear.ts";
import { provedBy } from "./linear.ts";
import { modelOf, type Sum } from "./model.ts";
import { broken, type IndexedRules, indexed, type RuleFinding, type Rules } from "./rules.ts";
import { sifted } from "./sift.ts";

/** Steps that are solved as one sum, weighted so that the first decides. */
interface Group {
	readonly first: number;
	readonly rows: readonly { readonly row: Row; readonly weight: number }[];
}

/** Multipliers that bound one group of steps from below on some of the claims. */
export interface RowProof {
	readonly group: number;
	readonly claims: readonly number[];
	readonly multiplier: readonly number[];
}

export interface WideAllocated {
	readonly kind: "allocated";
	readonly plan: Plan;
	readonly values: readonly StepValue[];
	/** Per step: what is proved to be the least, given the values of the groups of steps before; null where nothing is. */
	readonly bounds: readonly (number | null)[];
	/** `optimal` only when each step is at its bound; what a solver claims without proof does not count. */
	readonly holds: "optimal" | "feasible";
	/** Whether the solver said of every model that it was solved to the end. */
	readonly claimed: boolean;
	/** Claims in parts of the problem that the rules changed nothing in. */
	readonly untouched: number;
	readonly proofs: readonly RowProof[];
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

/**
 * Allocates where rules cross. First without the rules; parts of the problem (no shared limit or rule) whose rules hold anyway are done,
 * and as well as can be. In the others the levels are solved group by group on sifted columns by the solver that the caller brings, each
 * with a bound from multipliers that anybody can check (`wideFlaws`). Ties are not looked at.
 */
export async function allocateWide(
	problem: Problem,
	levels: readonly Level[],
	rules: Rules,
	solver: LinearSolver,
): Promise<WideOutcome> {
	const known = indexed(problem, rules);
	if (known.findings.length > 0) return { kind: "rules-refused", findings: known.findings };
	const pure = allocate(problem, levels);
	if (pure.kind === "refused") return pure;
	const { steps, refused } = stepsFor(problem, levels);
	if (refused.length > 0) return { kind: "levels-refused", levels: refused };
	const wrong = new Set(broken(problem, known.rules, pure.plan));
	if (wrong.size === 0) return { ...pure, claimed: true, untouched: problem.claims, proofs: [] };

	const options = everyOption(problem);
	const parts = partsOf(problem, options, known.rules, pure.plan);
	const groups = groupsOf(problem, levels, steps);
	const plan = pure.plan.slice();
	const proofs: RowProof[] = [];
	let claimed = true;
	for (const { claims, rules: mine } of parts.touched) {
		const settled: { sum: Sum; most: number }[] = [];
		let start: Plan | undefined;
		for (const [index, group] of groups.entries()) {
			const sum = costsOf(problem, group.rows);
			const built = modelOf(problem, options, mine, claims, sum, settled);
			const found = await sifted(built, solver, start ?? plan, claims);
			if (found === undefined) {
				if (start === undefined) return { kind: "no-plan" };
				claimed = false;
				continue;
			}
			claimed &&= found.claimed;
			start = built.planOf(found.solution);
			proofs.push({ group: index, claims, multiplier: Array.from(found.multiplier) });
			settled.push({ sum, most: sumOf(problem, options, claims, group, start) });
		}
		for (const i of claims) plan[i] = start?.[i] ?? -1;
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
		untouched: parts.untouched,
		proofs,
	};
}

/** Checks a plan under rules and the bounds stated of it; shares no code with what found them but the model itself. */
export function wideFlaws(
	problem: Problem,
	levels: readonly Level[],
	rules: Rules,
	allocated: WideAllocated,
): readonly (
	| Flaw
	| { readonly code: "rule"; readonly rule: string }
	| { readonly code: "bound"; readonly step: number }
)[] {
	const known = indexed(problem, rules);
	const { steps } = stepsFor(problem, levels);
	const flaws = planFlaws(problem, everyOption(problem), allocated.plan);
	if (flaws.length > 0) return flaws;
	const bounds =
		allocated.proofs.length === 0
			? allocated.bounds
			: boundsOf(problem, levels, steps, known.rules, allocated.plan, allocated.proofs);
	return [
		...broken(problem, known.rules, allocated.plan).map((rule) => ({ code: "rule", rule }) as const),
		...allocated.bounds.flatMap((bound, step) => (bound === bounds[step] ? [] : [{ code: "bound", step } as const])),
	];
}

function stepsFor(
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

/** Parts in which some rule is broken, each with its rules; and how many claims are in the others. */
function partsOf(problem: Problem, options: Options, rules: IndexedRules, plan: Plan) {
	const wrong = new Set(broken(problem, rules, plan));
	const parts = componentsOf(problem, options, rules);
	const touched = parts.filter((claims) => {
		// Judged with everybody else unplaced, which breaks no rule of another part's own.
		const own = new Int32Array(problem.claims).fill(-1);
		for (const i of claims) own[i] = plan[i] ?? -1;
		return broken(problem, rules, own).some((id) => wrong.has(id));
	});
	const inside = touched.reduce((sum, claims) => sum + claims.length, 0);
	return { touched: touched.map((claims) => ({ claims, rules })), untouched: problem.claims - inside };
}

function groupsOf(problem: Problem, levels: readonly Level[], steps: readonly Step[]): Group[] {
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
			if (other !== undefined && (other !== row.level || below + weight * most > mostInGroup)) break;
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
	return most;
}

/** The value of a group on some claims alone, floors counted where one of them has an open pair below. */
function sumOf(problem: Problem, options: Options, claims: readonly number[], group: Group, plan: Plan): number {
	const costs = costsOf(problem, group.rows);
	let sum = 0;
	const count = new Map<number, number>();
	for (const i of claims) {
		const taken = plan[i] ?? -1;
		sum += taken < 0 ? costs.alone(i) : costs.pair(taken);
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++)
			if (options.open[e] === 1)
				for (let k = problem.offer[e] ?? -1; k >= 0; k = problem.parent[k] ?? -1)
					count.set(k, (count.get(k) ?? 0) + (e === taken ? 1 : 0));
	}
	for (const [k, here] of count) sum += costs.short(k) * Math.max(0, (problem.least[k] ?? 0) - here);
	return sum;
}

/** What the proofs bound each step at, given the plan's values of the groups before. */
function boundsOf(
	problem: Problem,
	levels: readonly Level[],
	steps: readonly Step[],
	rules: IndexedRules,
	plan: Plan,
	proofs: readonly RowProof[],
): (number | null)[] {
	const options = everyOption(problem);
	const groups = groupsOf(problem, levels, steps);
	const bounds: (number | null)[] = steps.map(() => null);
	for (const [index, group] of groups.entries()) {
		const mine = proofs.filter((proof) => proof.group === index);
		const sum = costsOf(problem, group.rows);
		// Where nothing was proved anew, the plan is the best without the rules: its own value bounds it.
		let bound = group.rows.reduce((total, { row, weight }) => total + weight * valueOfRow(problem, row, plan), 0);
		const value = bound;
		for (const proof of mine) {
			const settled = groups.slice(0, index).map((before) => ({
				sum: costsOf(problem, before.rows),
				most: sumOf(problem, options, proof.claims, before, plan),
			}));
			const { model, constant } = modelOf(problem, options, rules, proof.claims, sum, settled);
			const least = constant + provedBy(model, Float64Array.from(proof.multiplier)).bound;
			bound -= Math.max(0, sumOf(problem, options, proof.claims, group, plan) - least);
		}
		group.rows.forEach(({ row, weight }, r) => {
			if (bound === value) bounds[group.first + r] = valueOfRow(problem, row, plan);
			else if (r === 0 && Number.isFinite(bound)) bounds[group.first] = Math.max(0, Math.floor(bound / weight));
		});
	}
	return bounds;
}
