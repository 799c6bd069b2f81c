import { flawsOf } from "../certificate.ts";
import { type Flaw, planFlaws } from "../flaws.ts";
import type { Level } from "../levels/level.ts";
import { everyOption } from "../levels/options.ts";
import { type Step, stepsOf } from "../levels/rows.ts";
import { missingAcross } from "../levels/value.ts";
import type { Plan, Problem } from "../problem.ts";
import { componentsOf } from "./components.ts";
import { groupsOf, joinsAll } from "./groups.ts";
import { boundsOf } from "./proofs.ts";
import { broken, indexed, problemUnder, type Rules } from "./rules.ts";
import type { WideAllocated } from "./wide.ts";

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
	const steps = stepsFor(problem, levels);
	const groups = groupsOf(problem, levels, steps);
	const { plan, without, proofs } = allocated;
	const flaws = planFlaws(problem, everyOption(problem), plan);
	if (flaws.length > 0) return flaws;
	const unproved = flawsOf(bare, levels, without.plan, without.certificate, without.bounds);
	if (unproved.length > 0) return unproved;
	// What has no proof of its own must be as without the rules; what has one must touch nothing else.
	const parts = joinsAll(groups)
		? [Array.from(problem.claimIds.keys())]
		: componentsOf(problem, everyOption(problem), known.rules);
	const partOf = new Map(parts.map((claims) => [claims[0] ?? -1, JSON.stringify(claims)] as const));
	const proved = new Set<number>();
	for (const { claims } of proofs) {
		if (partOf.get(claims[0] ?? -1) !== JSON.stringify(claims))
			return [{ code: "part", claim: problem.claimIds[claims[0] ?? -1] ?? "" }];
		for (const i of claims) proved.add(i);
	}
	const moved = plan.findIndex((pair, i) => !proved.has(i) && pair !== without.plan[i]);
	if (moved >= 0) return [{ code: "part", claim: problem.claimIds[moved] ?? "" }];
	const isPure = proofs.length === 0 && !missesFloors(problem, steps, without.plan);
	const bounds = isPure ? without.bounds : boundsOf(problem, groups, steps, known.rules, plan, proofs);
	return [
		...broken(problem, known.rules, plan).map((rule) => ({ code: "rule", rule }) as const),
		...allocated.bounds.flatMap((bound, step) => (bound === bounds[step] ? [] : [{ code: "bound", step } as const])),
	];
}

export function stepsFor(problem: Problem, levels: readonly Level[]): readonly Step[] {
	const built = stepsOf(problem, levels);
	return built.kind === "refused" ? [] : built.steps;
}

/** Whether a plan misses something to the floors that the network does not know, and a step asks for them. */
export function missesFloors(problem: Problem, steps: readonly Step[], plan: Plan): boolean {
	return steps.some((step) => !("largest" in step) && step.short > 0) && missingAcross(problem, plan) > 0;
}
