import type { Level } from "../levels/level.ts";
import type { Plan, Problem } from "../problem.ts";
import type { WhyNotUnder, WhyUnder, WorthUnder } from "./answers.ts";
import { type Asking, answeredBy } from "./ask.ts";
import { askerOf } from "./asker.ts";
import type { PlanUnder, Width } from "./ground.ts";
import type { LinearSolver } from "./linear.ts";
import type { Rules } from "./rules.ts";
import { few } from "./search.ts";

/** As `Explainer`, where rules cross; every answer may ask the solver. */
export interface ExplainerUnder {
	/** Throws when the claim is unknown; likewise below. */
	why(claim: string): Promise<WhyUnder>;
	whyNot(claim: string, offer: string): Promise<WhyNotUnder>;
	/** One more place at an offer, a cap, or under a crossing cap by its id. */
	worthOfOneMore(limit: string): Promise<WorthUnder>;
	/** Undefined when locked claims hold every place, or no plan was found. */
	lossOfOne(limit: string): Promise<WorthUnder | undefined>;
	withdrawal(claim: string): Promise<WorthUnder | undefined>;
	/** The best plan with some claims held to an offer, or to none, and what it changes; undefined when none was found. */
	holding(
		held: readonly { readonly claim: string; readonly offer: string | null }[],
	): Promise<(WorthUnder & { readonly plan: Plan }) | undefined>;
}

/** How many claims near by are free to move; where there is no plan so, in a second look. After that everybody is. */
const nearby = [256, 1024];

/**
 * Answers about a plan under rules that cross. A mixed-integer plan has no prices, so each is a new solution with the pair locked, the place
 * added, and so on, that begins from the plan there is: in a part of few pairs everybody is free to move, in a larger one those near by.
 * Where the part is as without the rules and the chain of moves that is best without them keeps them, that is the answer, and exact.
 */
export function explainerUnder(
	problem: Problem,
	levels: readonly Level[],
	rules: Rules,
	given: PlanUnder,
	solver: LinearSolver,
	width: Partial<Width> = {},
): ExplainerUnder {
	const answered = <T>(run: Asking<T>): Promise<T> => answeredBy(run, solver);
	const asker = askerOf(problem, levels, rules, given, { whole: few, nearby, ...width });
	return {
		why: (claim) => answered(asker.why(claim)),
		whyNot: (claim, offer) => answered(asker.whyNot(claim, offer)),
		worthOfOneMore: (limit) => answered(asker.worthOfOneMore(limit)),
		lossOfOne: (limit) => answered(asker.lossOfOne(limit)),
		withdrawal: (claim) => answered(asker.withdrawal(claim)),
		holding: (held) => answered(asker.holding(held)),
	};
}
