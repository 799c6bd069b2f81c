import { type Allocated, allocation, scored } from "../allocate.ts";
import { type Flaw, planFlaws } from "../flaws.ts";
import type { Level } from "../levels/level.ts";
import type { Options } from "../levels/options.ts";
import type { StepValue } from "../levels/value.ts";
import type { Plan, Problem } from "../problem.ts";
import { beginningFrom } from "../replan.ts";
import type { WhyNot } from "./explain.ts";

/** One claim as a person wants it: at an offer, or, with null, unplaced. */
export interface Edit {
	readonly claim: string;
	readonly offer: string | null;
}

export type Edited =
	/** Edits that cannot be made: an unknown claim or offer, no eligible pair, a rule that removed it, or another lock. */
	| { readonly kind: "refused"; readonly edits: readonly { readonly edit: Edit; readonly because: EditRefusal }[] }
	| {
			readonly kind: "edited";
			/** The plan with the edits and nothing else changed. */
			readonly plan: Plan;
			/** Limits that it exceeds; with any, it is no plan until somebody moves. */
			readonly flaws: readonly Flaw[];
			/** What the edited plan costs, step by step, beyond the plan it came from. */
			readonly cost: readonly StepValue[];
			/**
			 * The best that can be done while the edits are held, and what that costs: what is lost to the edits themselves, whatever
			 * the others do. Undefined when they cannot all be held at once, or when whoever looked gave up.
			 */
			readonly best: { readonly plan: Plan; readonly cost: readonly StepValue[] } | undefined;
	  };

export type EditRefusal = "unknown-claim" | "not-eligible" | "rule" | "locked";

/** Finds the best plan in which some claims have the pairs they are held to (−1: none at all); undefined where there is none. */
export type Holding = (held: ReadonlyMap<number, number>) => Plan | undefined;

/**
 * Judges a plan edited by hand by the same levels as any other.
 * @param holding how `best` is found: allocating anew, unless something quicker is known; null leaves it undefined
 */
export function editedBy(
	problem: Problem,
	levels: readonly Level[],
	plan: Plan,
	edits: readonly Edit[],
	holding: Holding | null = (held) => bestHolding(problem, levels, held),
): Edited {
	const claimIndex = new Map(problem.claimIds.map((id, index) => [id, index] as const));
	const limitIndex = new Map(problem.limitIds.map((id, index) => [id, index] as const));
	const refused: { edit: Edit; because: EditRefusal }[] = [];
	const after = plan.slice();
	const held = new Map<number, number>();
	for (const edit of edits) {
		const i = claimIndex.get(edit.claim);
		if (i === undefined) {
			refused.push({ edit, because: "unknown-claim" });
			continue;
		}
		const j = edit.offer === null ? -1 : (limitIndex.get(edit.offer) ?? -2);
		let pair = -1;
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) if (problem.offer[e] === j) pair = e;
		const lock = problem.lock[i] ?? -1;
		if (problem.removed.has(i * problem.offers + j)) refused.push({ edit, because: "rule" });
		else if (edit.offer !== null && pair < 0) refused.push({ edit, because: "not-eligible" });
		else if (lock >= 0 && lock !== pair) refused.push({ edit, because: "locked" });
		else {
			after[i] = pair;
			held.set(i, pair);
		}
	}
	if (refused.length > 0) return { kind: "refused", edits: refused };
	const was = scored(problem, levels, plan);
	const costOf = (other: Plan) =>
		scored(problem, levels, other).map((step, index) => ({ ...step, value: step.value - (was[index]?.value ?? 0) }));
	// Everything a claim can have counts as a choice, also where there is no room at all: that is what is to be told.
	const flaws = planFlaws(problem, everyChoice(problem), after);
	const best = holding?.(held);
	return {
		kind: "edited",
		plan: after,
		flaws,
		cost: costOf(after),
		best: best === undefined ? undefined : { plan: best, cost: costOf(best) },
	};
}

function everyChoice({ offer, claims, limits, limit }: Problem): Options {
	return {
		open: new Uint8Array(offer.length).fill(1),
		alone: new Uint8Array(claims).fill(1),
		...{ low: new Int32Array(limits), high: limit },
	};
}

/**
 * The best plan in which some claims have the pairs they are held to, allocated anew.
 * @param before an allocation near it, to begin from: it changes the time, not what is found
 * @param stop asked often; where it says yes nothing is found
 */
export function bestHolding(
	problem: Problem,
	levels: readonly Level[],
	held: ReadonlyMap<number, number>,
	before?: Allocated,
	stop: () => boolean = () => false,
): Plan | undefined {
	const kept: number[] = [];
	const start = new Int32Array(problem.claims + 1);
	const lock = new Int32Array(problem.claims).fill(-1);
	const count = new Int32Array(problem.limits);
	for (let i = 0; i < problem.claims; i++) {
		const pair = held.get(i);
		const to = pair ?? problem.lock[i] ?? -1;
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) {
			if (pair === -1) continue;
			if (e === to) lock[i] = kept.length;
			kept.push(e);
		}
		start[i + 1] = kept.length;
		if (to >= 0)
			for (let k = problem.offer[to] ?? -1; k >= 0; k = problem.parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
	}
	if (count.some((locked, k) => locked > (problem.limit[k] ?? 0))) return undefined;
	const of = (row: Int32Array) => Int32Array.from(kept, (e) => row[e] ?? 0);
	const narrowed: Problem = {
		...problem,
		start,
		lock,
		offer: of(problem.offer),
		parts: new Map([...problem.parts].map(([name, row]) => [name, of(row)] as const)),
	};
	const run = allocation(narrowed, levels, before === undefined ? undefined : beginningFrom(narrowed, problem, before));
	let next = run.next();
	for (; !next.done; next = run.next()) if (stop()) return undefined;
	const result = next.value;
	return result.kind === "refused" ? undefined : result.plan.map((e) => (e < 0 ? -1 : (kept[e] ?? -1)));
}

/** The plan that an answer about one pair tells of, everybody else moved in the best way; undefined where the pair cannot be had. */
export function planAfter(problem: Problem, plan: Plan, answer: WhyNot): Plan | undefined {
	if (answer.kind === "given") return plan;
	if (answer.kind !== "worse") return undefined;
	const claims = new Map(problem.claimIds.map((id, index) => [id, index] as const));
	const limits = new Map(problem.limitIds.map((id, index) => [id, index] as const));
	const after = plan.slice();
	for (const { claim, to } of answer.moves) {
		const i = claims.get(claim) ?? -1;
		const j = to === null ? -1 : (limits.get(to) ?? -1);
		let pair = -1;
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) if (problem.offer[e] === j) pair = e;
		after[i] = pair;
	}
	return after;
}
