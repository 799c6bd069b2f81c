import type { Problem } from "../problem.ts";
import type { Wanted } from "./again.ts";
import type { Asking } from "./ask.ts";
import type { Ground } from "./ground.ts";
import { partOf } from "./part.ts";
import type { IndexedRules } from "./rules.ts";

/** The crossing cap whose places locked claims have all taken, where a pair would need one; at no cost. */
export function fullByLocks({ problem, known }: Ground, claim: number, pair: number): string | undefined {
	return rulesAbout(known, problem, claim, pair).find(({ only }) =>
		only.crossings.some(({ pairs, limit }) => {
			const locked = pairs.reduce((sum, e) => sum + (problem.lock[known.claimOf[e] ?? 0] === e ? 1 : 0), 0);
			return locked >= limit;
		}),
	)?.id;
}

/**
 * The rule that is in the way of a pair, whatever else is done, when no plan has it: one that is so by itself, or else the one without which, and
 * without those left out before it, there is a plan.
 */
export function* ruleAgainst(ground: Ground, claim: number, pair: number, wanted: Wanted): Asking<string | undefined> {
	const { problem, known, options, places, solve, holdingPairs } = ground;
	const place = places(claim);
	if (place === undefined) return undefined;
	const isPossible = (rules: IndexedRules) => partOf(problem, options, rules, place.claims).pairs.includes(pair);
	const about = rulesAbout(known, problem, claim, pair);
	for (const { id, only } of about) if (!isPossible(only)) return id;
	let left = known;
	for (const { id, one } of about) {
		left = lacking(left, one);
		if (!isPossible(left)) continue;
		if ((yield* solve({ ...wanted, rules: left }, holdingPairs(wanted.held))) !== undefined) return id;
	}
	return undefined;
}

/** Rules that have a pair or its claim in them, each also by itself. */
function rulesAbout(rules: IndexedRules, problem: Problem, claim: number, pair: number) {
	const fellows = new Set(rules.together.flatMap(({ claims }) => (claims.includes(claim) ? claims : [claim])));
	const there = new Set<number>([pair]);
	for (const i of fellows)
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++)
			if (problem.offer[e] === problem.offer[pair]) there.add(e);
	const about = (row: { readonly pairs: Int32Array }) => row.pairs.some((e) => there.has(e));
	const nobody = { ...rules, crossings: [], together: [], minimums: [], mixtures: [] };
	const together = rules.together.filter(({ claims }) => claims.includes(claim));
	return [
		...together.map((one) => ({ id: one.id, one, only: { ...nobody, together: [one] } })),
		// Claims that go together have to fit under it together.
		...rules.crossings
			.filter(about)
			.map((one) => ({ id: one.id, one, only: { ...nobody, together, crossings: [one] } })),
		...rules.minimums.filter(about).map((one) => ({ id: one.id, one, only: { ...nobody, minimums: [one] } })),
		...rules.mixtures.filter(about).map((one) => ({ id: one.id, one, only: { ...nobody, mixtures: [one] } })),
	];
}

/** Rules without one of them. */
function lacking(rules: IndexedRules, one: { readonly id: string }): IndexedRules {
	const others = <Rule>(list: readonly Rule[]) => list.filter((other) => other !== one);
	return {
		...rules,
		crossings: others(rules.crossings),
		together: others(rules.together),
		minimums: others(rules.minimums),
		mixtures: others(rules.mixtures),
	};
}
