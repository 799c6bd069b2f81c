import type { Allocated } from "../allocate.ts";
import { accountOf } from "../explain/outcome.ts";
import type { Level } from "../levels/level.ts";
import { everyOption } from "../levels/options.ts";
import { stepsOf } from "../levels/rows.ts";
import { missingAcross, type StepValue } from "../levels/value.ts";
import type { Plan, Problem } from "../problem.ts";
import { leastHolding, type Proved, provedPart, solvedAgain, type Wanted } from "./again.ts";
import type { Asking } from "./ask.ts";
import { bounded, type Multipliers, readMultipliers, shared } from "./bound.ts";
import { componentsOf } from "./components.ts";
import { groupsOf, joinsAll } from "./groups.ts";
import { type Beginnings, type Nearby, nearbyIn } from "./near.ts";
import { insidePart, objectiveOf, sumOf } from "./objective.ts";
import { partOf } from "./part.ts";
import type { PartProof } from "./proofs.ts";
import { type IndexedRules, indexed, problemUnder, type Rules } from "./rules.ts";

/** A plan under rules that cross, and what was proved of it: an allocation, or one edited by hand, which has no proofs. */
export interface PlanUnder {
	readonly plan: Plan;
	readonly proofs: readonly PartProof[];
	/** The best without the rules, where it is at hand: exact answers come from it where no rule is in the way. */
	readonly without?: Allocated;
}

/** A part of the problem that nothing else touches, ready to be asked about. */
export interface Place {
	readonly problem: Problem;
	readonly claims: readonly number[];
	readonly multipliers: readonly (Multipliers | undefined)[];
	/** Whether its plan is that without the rules. */
	readonly isPure: boolean;
	proved?: Proved;
	near?: Nearby;
}

/** How widely a new plan is looked for: up to how many pairs a part is solved whole, and how many claims near by are free in larger ones. */
export interface Width {
	readonly whole: number;
	/** Where there is no plan with so many, the next is tried, and everybody after that. */
	readonly nearby: readonly number[];
}

export type Ground = ReturnType<typeof groundOf>;

/** A plan under rules that cross, ready to be solved again with something changed. */
export function groundOf(
	bare: Problem,
	levels: readonly Level[],
	rules: Rules,
	{ plan, proofs, without }: PlanUnder,
	{ whole, nearby }: Width,
) {
	const problem = problemUnder(bare, rules);
	const built = stepsOf(problem, levels);
	if (built.kind === "refused") throw new Error("levels that were refused have no reasons");
	const { steps } = built;
	const known = indexed(problem, rules).rules;
	const options = everyOption(problem);
	const groups = groupsOf(problem, levels, steps);
	const account = accountOf(problem, steps, plan);
	/** Where something gives way, or a largest counts, no part of the problem is by itself, and nothing is proved of a change. */
	const joined = joinsAll(groups);
	const placesIn = (of: Problem, told: readonly PartProof[], pure: Plan | undefined) =>
		joined
			? onePlace({ problem: of, claims: Array.from(of.claimIds.keys()), multipliers: [], isPure: false })
			: placesOf(of, known, plan, told, pure);
	const places = placesIn(problem, proofs, without?.plan);
	/** Where places or locks are others, pairs may open that join what was apart. */
	const placesFor = (wanted: Problem): ((claim: number) => Place | undefined) => {
		if (wanted === problem) return places;
		const now = everyOption(wanted).open;
		return now.every((open, e) => open === options.open[e]) ? places : placesIn(wanted, [], undefined);
	};
	const provedOf = (place: Place): Proved => {
		place.proved ??= provedPart({ problem: place.problem, rules: known }, groups, place.claims, place.multipliers);
		return place.proved;
	};
	const nearOf = (place: Place): Nearby => {
		place.near ??= nearbyIn(
			provedOf(place).part,
			reducedOf(provedOf(place), plan),
			insidePart(provedOf(place).part, plan),
		);
		return place.near;
	};
	const holdingPairs = (held: ReadonlyMap<number, number>, placeOf = places): Map<Place, Beginnings> => {
		const asked = new Map<Place, { taken: number[]; leaving: number[]; room: number[]; crossingRoom: number[] }>();
		for (const [claim, pair] of held) {
			const place = placeOf(claim);
			if (place === undefined) continue;
			const begin = asked.get(place) ?? { taken: [], leaving: [], room: [], crossingRoom: [] };
			asked.set(place, begin);
			const { part } = provedOf(place);
			const at = part.pairs.indexOf(pair);
			if (at >= 0) begin.taken.push(at);
			begin.leaving.push(part.claims.indexOf(claim));
		}
		return asked;
	};

	/** The best plan found of what is wanted, place by place, each beginning from the plan there is. */
	const solve = function* (
		wanted: Wanted,
		asked: ReadonlyMap<Place, Beginnings>,
	): Asking<{ plan: Plan; claimed: boolean } | undefined> {
		let after = plan;
		let claimed = true;
		for (const [place, begin] of asked) {
			let best: { plan: Plan; claimed: boolean } | undefined;
			const { part } = provedOf(place);
			for (const size of [...(part.pairs.length <= whole ? [] : nearby), place.claims.length]) {
				if (best !== undefined || (size > place.claims.length && part.pairs.length > whole)) continue;
				const all = size >= place.claims.length;
				const free = all ? undefined : Array.from(nearOf(place)(begin, size), (i) => part.claims[i] ?? -1);
				const isFree = new Set(free ?? place.claims);
				const next = yield* solvedAgain(wanted, levels, steps, place.claims, after, (i) => isFree.has(i));
				if (next !== undefined) best = { plan: next.plan, claimed: next.claimed && all };
			}
			if (best === undefined) return undefined;
			after = best.plan;
			claimed &&= best.claimed;
		}
		return { plan: after, claimed };
	};
	/** What a change told is at least: it less what its values are above their bounds, in the places asked about. */
	const leastChange = (
		wanted: Wanted,
		asked: readonly Place[],
		after: Plan,
		change: readonly StepValue[],
	): (number | null)[] => {
		const least: (number | null)[] = steps.map(() => null);
		if (joined) return least;
		const above = groups.map(() => 0);
		const each = asked.map((place) => {
			const isSame = wanted.problem === place.problem && wanted.rules === known;
			const now = isSame ? provedOf(place) : provedPart(wanted, groups, place.claims, alike(place, wanted));
			const own = insidePart(now.part, after);
			leastHolding(now, wanted.held, own).forEach((bound, g) => {
				const sum = now.sums[g];
				if (sum !== undefined) above[g] = (above[g] ?? 0) + Math.max(0, sumOf(now.part, sum, own) - bound);
			});
			return { part: now.part, own };
		});
		groups.forEach((group, g) => {
			const values = group.rows.map(({ row }) =>
				each.reduce(
					(sum, { part, own }) => sum + sumOf(part, objectiveOf(problem, part, [{ row, weight: 1 }]), own),
					0,
				),
			);
			let left = group.rows.reduce((sum, { weight }, r) => sum + weight * (values[r] ?? 0), 0) - (above[g] ?? 0);
			// Each weight outdoes all that the later steps can amount to, so the bound tells the first steps as its leading digits.
			for (const [r, { weight }] of group.rows.entries()) {
				if (!Number.isFinite(left)) break;
				const own = values[r] ?? 0;
				const bound = Math.min(own, r === group.rows.length - 1 ? left : Math.floor(left / weight));
				least[group.first + r] = (change[group.first + r]?.value ?? 0) - (own - bound);
				if (bound < own) break;
				left -= weight * own;
			}
		});
		return least;
	};
	return { problem, plan, known, options, account, places, placesFor, provedOf, holdingPairs, solve, leastChange };

	/** The multipliers of a place for what is wanted, where it has the same pairs and rules. */
	function alike(place: Place, wanted: Wanted): readonly (Multipliers | undefined)[] {
		const { part } = provedOf(place);
		const now = partOf(wanted.problem, everyOption(wanted.problem), wanted.rules, place.claims);
		const same =
			now.pairs.length === part.pairs.length &&
			now.pairs.every((e, at) => e === part.pairs[at]) &&
			now.crossings.length === part.crossings.length &&
			now.together.length === part.together.length;
		return same ? place.multipliers : [];
	}
}

function onePlace(place: Place): (claim: number) => Place | undefined {
	return (claim) => (claim >= 0 && claim < place.claims.length ? place : undefined);
}

function placesOf(
	problem: Problem,
	rules: IndexedRules,
	plan: Plan,
	proofs: readonly PartProof[],
	without: Plan | undefined,
): (claim: number) => Place | undefined {
	const of = new Map<number, Place>();
	// What is missing to floors that the network does not know is no part of what it proves.
	const isShort = missingAcross(problem, plan) > 0;
	for (const claims of componentsOf(problem, everyOption(problem), rules)) {
		const multipliers: (Multipliers | undefined)[] = [];
		for (const proof of proofs)
			if (proof.claims[0] === claims[0] && proof.claims.length === claims.length)
				multipliers[proof.group] = readMultipliers(proof.multipliers);
		const isPure = without !== undefined && !isShort && claims.every((i) => plan[i] === without[i]);
		const place: Place = { problem, claims, multipliers, isPure };
		for (const i of claims) of.set(i, place);
	}
	return (claim) => of.get(claim);
}

/** What pairs of a part cost beyond the bound of the group that tells them best apart, or at no prices at all. */
function reducedOf({ part, sums, multipliers }: Proved, plan: Plan): Float64Array {
	const own = insidePart(part, plan);
	let best = 0;
	let most = -1;
	sums.forEach(({ pair }, g) => {
		const kinds = new Set(pair).size;
		if (kinds > most) [best, most] = [g, kinds];
	});
	const sum = sums[best];
	const mine = multipliers[best];
	if (sum === undefined || mine === undefined) return new Float64Array(part.pairs.length);
	const budgets = sums.slice(0, best).map((before) => ({ sum: before, most: sumOf(part, before, own) }));
	return bounded(part, shared(part, sum, budgets, mine), mine.limit).reduced;
}
