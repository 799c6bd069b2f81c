import { type Asking, alive, answered } from "./ask.ts";
import { grain, type Multipliers, shared } from "./bound.ts";
import type { Columns } from "./columns.ts";
import { multipliersFrom } from "./duals.ts";
import { modelOf } from "./model.ts";
import type { Budget, Objective } from "./objective.ts";
import type { Part } from "./part.ts";
import type { Relaxation, Relaxed } from "./relax.ts";

/** Rounds of letting pairs in, and pairs per claim that a round lets in. */
const rounds = 12;
const eachRound = 2;

export interface Dual {
	readonly multipliers: Multipliers;
	readonly relaxed: Relaxed;
	/** Per pair: what the linear programme gave it. */
	readonly part: Float64Array;
}

/**
 * Another sum for the linear programme to look at, that counts the first one so many times: a sum of noughts and ones alone is slow work for
 * a simplex, and the same duals come of this.
 */
export interface Guide {
	readonly sum: Objective;
	readonly times: number;
	/** What it counts beside, at most. */
	readonly later: number;
}

/**
 * Bounds a sum under budgets: a linear programme on the pairs let in so far suggests multipliers, the network without rules then says exactly
 * what they prove and which pairs are still too cheap; these are let in. Undefined when there is no plan at all.
 *
 * @param near how far below the linear programme a bound may stay, in units of the sum
 * @param enough whether a bound, in grains, is all that is asked for
 */
export function* dualOf(
	part: Part,
	relaxation: Relaxation,
	sum: Objective,
	budgets: readonly Budget[],
	columns: Columns,
	near: number,
	enough: (bound: number) => boolean = () => false,
	guide?: Guide,
): Asking<Dual | undefined> {
	let best: Dual | undefined;
	for (let round = 0; round < rounds; round++) {
		const built = modelOf(part, guide?.sum ?? sum, budgets, columns.has);
		const answer = yield* answered(built.linear(columns.basis));
		if (answer.dual.length === 0) {
			if (columns.all()) return best;
			columns.admitAll();
			continue;
		}
		columns.basis = built.basisOf(answer.basis);
		let value = built.constant;
		const model = built.linear();
		answer.solution.forEach((x, c) => {
			value += x * (model.cost[c] ?? 0);
		});
		const guess = multipliersFrom(part, sum, budgets, built, answer.dual, guide?.times);
		const warm = best === undefined ? undefined : { around: best.relaxed.around, step: grain };
		const relaxed = yield* alive(relaxation.solve(shared(part, sum, budgets, guess), warm));
		const share = Float64Array.from(built.column, (c) => (c < 0 ? 0 : (answer.solution[c] ?? 0)));
		const multipliers = { ...guess, limit: relaxed.limit };
		if (best === undefined || relaxed.bound > best.relaxed.bound) best = { multipliers, relaxed, part: share };
		else best = { ...best, part: share };
		const reach = near + (guide === undefined ? 0 : guide.later / guide.times);
		if (enough(relaxed.bound) || (value * grain) / (guide?.times ?? 1) - relaxed.bound <= reach * grain) break;
		if (columns.admit(relaxed.reduced, 1, eachRound) === 0) break;
	}
	return best;
}
