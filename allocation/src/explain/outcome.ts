import { largestOf, placedBelow } from "../levels/options.ts";
import { nothing, type Step } from "../levels/rows.ts";
import { missingAcross, type StepValue } from "../levels/value.ts";
import type { Plan, Problem } from "../problem.ts";
import type { Move } from "../solvers/places.ts";

/** One claim's move in a chain: offers by id, null for unplaced; what it changes, per step of the levels. */
export interface MoveTold {
	readonly claim: string;
	readonly from: string | null;
	readonly to: string | null;
	readonly change: readonly number[];
}

/** What one more place at a limit would change, exactly, and who would move. No moves: nothing would. */
export interface Worth {
	readonly change: readonly StepValue[];
	readonly moves: readonly MoveTold[];
}

/** What moves from a plan change, told by ids. */
export interface Account {
	/** The offer of a pair by id; null for −1. */
	idOf(pair: number): string | null;
	/** What an option counts in one step, in every step, and what a claim's own option in the plan does. */
	valueAt(step: number, claim: number, pair: number): number;
	contribution(claim: number, pair: number): readonly number[];
	ownOf(claim: number): readonly number[];
	/** What moves change in all; a claim that is `gone` is not counted, neither before nor after. */
	outcome(moves: readonly Move[], gone?: number): Worth;
}

export function accountOf(problem: Problem, steps: readonly Step[], plan: Plan): Account {
	const idOf = (pair: number) => (pair < 0 ? null : (problem.limitIds[problem.offer[pair] ?? 0] ?? null));
	const rows = steps.map((step) => ("largest" in step ? { pair: nothing, alone: nothing } : step));
	const valueAt = (index: number, claim: number, pair: number) => {
		const row = rows[index];
		return row === undefined ? 0 : pair < 0 ? row.alone(claim) : row.pair(pair);
	};
	const contribution = (claim: number, pair: number) => steps.map((_, index) => valueAt(index, claim, pair));
	const owns: (readonly number[])[] = [];
	/** What a claim's own option counts in each step. */
	const ownOf = (claim: number): readonly number[] => {
		owns[claim] ??= contribution(claim, plan[claim] ?? -1);
		return owns[claim];
	};
	/** The same moves come back in the answers for many wishes. */
	const known = new Map<number, MoveTold>();
	const told = ({ claim, pair }: Move): MoveTold => {
		const key = pair < 0 ? -1 - claim : pair;
		const before = known.get(key);
		if (before !== undefined) return before;
		const own = ownOf(claim);
		const move: MoveTold = {
			claim: problem.claimIds[claim] ?? "",
			from: idOf(plan[claim] ?? -1),
			to: idOf(pair),
			change: own.map((value, index) => valueAt(index, claim, pair) - value),
		};
		known.set(key, move);
		return move;
	};
	const below = placedBelow(problem, plan);
	const sumsOnly = steps.every((step) => !("largest" in step));
	const floors = steps.some((step) => !("largest" in step) && step.short > 0);
	/** Most answers leave most steps as they are. */
	const unchanged = steps.map(({ level, name }): StepValue => ({ level, name, value: 0 }));
	/** What moves change; a claim that is `gone` is not counted, neither before nor after. */
	const outcome = (moves: readonly Move[], gone = -1): Worth => {
		const list: MoveTold[] = [];
		for (const move of moves) if (move.claim !== gone) list.push(told(move));
		const missing = floors ? missingMore(problem, below, plan, moves) : 0;
		let after = plan;
		if (!sumsOnly) {
			after = plan.slice();
			for (const move of moves) after[move.claim] = move.pair;
		}
		const change = steps.map((step, index): StepValue => {
			if ("largest" in step) {
				const value = largestOf(after, step.largest) - largestOf(plan, step.largest);
				return { level: step.level, name: step.name, value };
			}
			let value = step.short * missing - (gone < 0 ? 0 : (ownOf(gone)[index] ?? 0));
			for (const move of list) value += move.change[index] ?? 0;
			return (value === 0 ? unchanged[index] : undefined) ?? { level: step.level, name: step.name, value };
		});
		return { change, moves: list };
	};

	return { idOf, valueAt, contribution, ownOf, outcome };
}

/** How much more is missing to the floors after some moves, by weight. */
function missingMore(problem: Problem, below: Int32Array, plan: Plan, moves: readonly Move[]): number {
	const change = new Map<number, number>();
	const shift = (pair: number, by: number) => {
		for (let k = pair < 0 ? -1 : (problem.offer[pair] ?? 0); k >= 0; k = problem.parent[k] ?? -1)
			change.set(k, (change.get(k) ?? 0) + by);
	};
	for (const { claim, pair } of moves) {
		shift(plan[claim] ?? -1, -1);
		shift(pair, 1);
	}
	let more = 0;
	for (const [k, by] of change) {
		const short = (count: number) => Math.max(0, (problem.least[k] ?? 0) - count);
		more += (problem.leastWeight[k] ?? 0) * (short((below[k] ?? 0) + by) - short(below[k] ?? 0));
	}
	if (problem.across === undefined || problem.across.length === 0) return more;
	const after = plan.slice();
	for (const { claim, pair } of moves) after[claim] = pair;
	return more + missingAcross(problem, after) - missingAcross(problem, plan);
}
