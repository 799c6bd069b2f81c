import type { Level, LinearModel, Problem, Rules } from "../src/index.ts";
import { everyOption } from "../src/levels/options.ts";
import { stepsOf } from "../src/levels/rows.ts";
import { groupsOf, weightsOf } from "../src/wide/groups.ts";
import { modelOf } from "../src/wide/model.ts";
import { type Objective, objectiveOf, plus } from "../src/wide/objective.ts";
import { type Part, partOf } from "../src/wide/part.ts";
import { indexed } from "../src/wide/rules.ts";

/** A round under its rules with every pair that a plan could use, the levels weighed as the engine weighs them for a first search. */
export function wholeOf(
	problem: Problem,
	levels: readonly Level[],
	rules: Rules,
): { readonly part: Part; readonly sum: Objective } {
	const built = stepsOf(problem, levels);
	if (built.kind === "refused") throw new Error("refused");
	const part = partOf(problem, everyOption(problem), indexed(problem, rules).rules, [...problem.claimIds.keys()]);
	const groups = groupsOf(problem, levels, built.steps);
	const weights = weightsOf(problem, groups);
	const [first, ...others] = groups.map(({ rows }) => objectiveOf(problem, part, rows));
	if (first === undefined) throw new Error("no level");
	const scaled = plus(first, first, (weights[0] ?? 1) - 1);
	return { part, sum: others.reduce((all, each, g) => plus(all, each, weights[g + 1] ?? 0), scaled) };
}

/** The same as one model in whole numbers. */
export function wholeModel(problem: Problem, levels: readonly Level[], rules: Rules): LinearModel {
	const { part, sum } = wholeOf(problem, levels, rules);
	return modelOf(part, sum, [], () => true).inWhole(0);
}
