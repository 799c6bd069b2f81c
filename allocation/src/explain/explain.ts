import type { Allocated } from "../allocate.ts";
import type { Level } from "../levels/level.ts";
import { everyOption, placedBelow } from "../levels/options.ts";
import { stepsOf } from "../levels/rows.ts";
import type { StepValue } from "../levels/value.ts";
import type { Plan, Problem } from "../problem.ts";
import type { Move } from "../solvers/places.ts";
import { anew, difference, movesByLock, movesByPlace, planWithout } from "./anew.ts";
import { accountOf, type MoveTold, type Worth } from "./outcome.ts";
import { type Residual, residualOf } from "./residual.ts";

export type WhyNot =
	| { readonly kind: "given" }
	/** The two are not an eligible pair in the facts. */
	| { readonly kind: "not-eligible" }
	| { readonly kind: "rule"; readonly rule: string }
	/** The claim is locked to another offer. */
	| { readonly kind: "locked"; readonly offer: string }
	/** No place there, or locked claims take every place there is. */
	| { readonly kind: "no-place" }
	/** Giving it anyway changes the value of each step by this much in all, at best, by these moves. */
	| { readonly kind: "worse"; readonly change: readonly StepValue[]; readonly moves: readonly MoveTold[] };

export interface Why {
	readonly claim: string;
	readonly given: string | null;
	/** Every offer that the claim by itself would rather have had by the levels in order, best first, and what stopped it. */
	readonly better: readonly { readonly offer: string; readonly answer: WhyNot }[];
	/** Offers that a rule removed. */
	readonly removed: readonly { readonly offer: string; readonly rule: string }[];
}

export interface Explainer {
	/** Throws when the claim is unknown. */
	why(claim: string): Why;
	/** Throws when the claim or the offer is unknown. */
	whyNot(claim: string, offer: string): WhyNot;
	/** One more place at an offer or a shared cap. Throws when the limit is unknown. */
	worthOfOneMore(limit: string): Worth;
	/** What it changes that a place is lost, and who must move; undefined when locked claims hold every place. Throws as above. */
	lossOfOne(limit: string): Worth | undefined;
	/** What it changes for the others that a claim withdraws, and who may move. Throws when the claim is unknown. */
	withdrawal(claim: string): Worth;
}

/**
 * Exact answers about a proved plan. With sums only, each is a shortest chain of moves in the plan's residual network at the
 * prices of its proof; with a bottleneck level, each is a new allocation with the pair locked or the place added.
 */
export function explainerOf(problem: Problem, levels: readonly Level[], allocated: Allocated): Explainer {
	const built = stepsOf(problem, levels);
	if (built.kind === "refused") throw new Error("levels that were refused have no reasons");
	const { steps } = built;
	const { plan } = allocated;
	const options = everyOption(problem);
	const residual = residualOf(problem, steps, plan, allocated.certificate);
	const claimIndex = new Map(problem.claimIds.map((id, index) => [id, index] as const));
	const limitIndex = new Map(problem.limitIds.map((id, index) => [id, index] as const));
	const { idOf, valueAt, ownOf, outcome } = accountOf(problem, steps, plan);
	const found = (index: ReadonlyMap<string, number>, id: string) => {
		const at = index.get(id);
		if (at === undefined) throw new Error(`unknown id ${id}`);
		return at;
	};
	const pairOf = (claim: number, offer: number) => {
		for (let e = problem.start[claim] ?? 0; e < (problem.start[claim + 1] ?? 0); e++)
			if (problem.offer[e] === offer) return e;
		return -1;
	};
	const answer = (claim: number, pair: number): WhyNot => {
		if (plan[claim] === pair) return { kind: "given" };
		const lock = problem.lock[claim] ?? -1;
		if (lock >= 0) return { kind: "locked", offer: idOf(lock) ?? "" };
		if (options.open[pair] !== 1) return { kind: "no-place" };
		const moves =
			residual === undefined
				? movesByLock(problem, levels, plan, claim, pair)
				: forced(problem, residual, plan, claim, pair);
		return { kind: "worse", ...outcome(moves) };
	};
	const whyNot = (claimId: string, offerId: string): WhyNot => {
		const claim = found(claimIndex, claimId);
		const offer = found(limitIndex, offerId);
		const rule = problem.removed.get(claim * problem.offers + offer);
		if (rule !== undefined) return { kind: "rule", rule };
		const pair = pairOf(claim, offer);
		return pair < 0 ? { kind: "not-eligible" } : answer(claim, pair);
	};
	let removed: Map<number, { offer: string; rule: string }[]> | undefined;
	const removedOf = () => {
		if (removed !== undefined) return removed;
		removed = new Map();
		for (const [key, rule] of problem.removed) {
			const claim = Math.floor(key / problem.offers);
			const rows = removed.get(claim) ?? [];
			rows.push({ offer: problem.limitIds[key % problem.offers] ?? "", rule });
			removed.set(claim, rows);
		}
		return removed;
	};
	const why = (claimId: string): Why => {
		const claim = found(claimIndex, claimId);
		const own = ownOf(claim);
		const rather = (pair: number) => {
			for (let index = 0; index < own.length; index++) {
				const less = (own[index] ?? 0) - valueAt(index, claim, pair);
				if (less !== 0) return less > 0;
			}
			return false;
		};
		const wished: number[] = [];
		for (let pair = problem.start[claim] ?? 0; pair < (problem.start[claim + 1] ?? 0); pair++)
			if (rather(pair)) wished.push(pair);
		wished.sort((a, b) => {
			for (let index = 0; index < own.length; index++) {
				const less = valueAt(index, claim, a) - valueAt(index, claim, b);
				if (less !== 0) return less;
			}
			return 0;
		});
		return {
			claim: claimId,
			given: idOf(plan[claim] ?? -1),
			better: wished.map((pair) => ({ offer: idOf(pair) ?? "", answer: answer(claim, pair) })),
			removed: removedOf().get(claim) ?? [],
		};
	};
	let closes: Uint8Array | undefined;
	const closed = () => {
		closes ??= closing(problem, options.open);
		return closes;
	};
	const worthOfOneMore = (limitId: string): Worth => {
		const k = found(limitIndex, limitId);
		// Where locks or zero places closed pairs, one more place opens them: that is another problem, solved anew.
		const moves =
			residual === undefined || closed()[k] === 1
				? movesByPlace(problem, levels, plan, k)
				: gained(problem, residual, k);
		return outcome(moves);
	};
	const below = placedBelow(problem, plan);
	const lossOfOne = (limitId: string): Worth | undefined => {
		const k = found(limitIndex, limitId);
		if ((below[k] ?? 0) < (problem.limit[k] ?? 0) || problem.limit[k] === 0) return outcome([]);
		if ((placedBelow(problem, problem.lock)[k] ?? 0) >= (problem.limit[k] ?? 0)) return undefined;
		if (residual === undefined) {
			const limit = problem.limit.slice();
			limit[k] = (limit[k] ?? 0) - 1;
			return outcome(difference(plan, anew({ ...problem, limit }, levels)));
		}
		const outer = problem.parent[k] ?? -1;
		const chain = residual.cheapest(k, outer < 0 ? problem.limits : outer);
		return outcome(chain?.moves ?? []);
	};
	const withdrawal = (claimId: string): Worth => {
		const claim = found(claimIndex, claimId);
		const pair = plan[claim] ?? -1;
		if (pair < 0) return outcome([], claim);
		if (residual === undefined || (problem.lock[claim] ?? -1) >= 0)
			return outcome(difference(plan, planWithout(problem, levels, claim)), claim);
		const chain = residual.cheapest(problem.limits, problem.offer[pair] ?? 0);
		return outcome([{ claim, pair: -1 }, ...(chain?.moves ?? [])], claim);
	};
	return { why, whyNot, worthOfOneMore, lossOfOne, withdrawal };
}

function forced(problem: Problem, residual: Residual, plan: Plan, claim: number, pair: number): Move[] {
	const taken = plan[claim] ?? -1;
	const chain = residual.cheapest(problem.offer[pair] ?? 0, taken < 0 ? problem.limits : (problem.offer[taken] ?? 0));
	if (chain === undefined) throw new Error("no chain of moves back from an open pair");
	return [{ claim, pair }, ...chain.moves];
}

function gained(problem: Problem, residual: Residual, k: number): readonly Move[] {
	const worth = residual.worth(k);
	if (worth.every((price) => price === 0)) return [];
	const outer = problem.parent[k] ?? -1;
	const chain = residual.cheapest(outer < 0 ? problem.limits : outer, k);
	return chain !== undefined && compare(chain.cost, worth) < 0 ? chain.moves : [];
}

/** Per limit: 1 where it closes a pair, having no place, or all of them taken by locks. */
function closing(problem: Problem, open: Uint8Array): Uint8Array {
	const closes = new Uint8Array(problem.limits);
	for (let e = 0; e < problem.offer.length; e++)
		if (open[e] !== 1) for (let k = problem.offer[e] ?? 0; k >= 0; k = problem.parent[k] ?? -1) closes[k] = 1;
	return closes;
}

function compare(a: readonly number[], b: readonly number[]): number {
	for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0);
	return 0;
}
