import { placedBelow } from "../levels/options.ts";
import type { Plan, Problem } from "../problem.ts";

/** Rules that a forest of limits cannot hold. With any of them the plan comes from a mixed-integer solver that the caller brings. */
export interface Rules {
	readonly crossings?: readonly Crossing[];
	readonly together?: readonly Together[];
	readonly minimums?: readonly Minimum[];
	readonly mixtures?: readonly Mixture[];
}

/** At most `limit` of these claims at or below these offers and caps: an institution in a municipality, a supervisor across units. */
export interface Crossing {
	readonly id: string;
	/** All claims unless stated. */
	readonly claims?: readonly string[];
	readonly at: readonly string[];
	readonly limit: number;
}

/** These claims get the same offer, all of them, or none gets any. */
export interface Together {
	readonly id: string;
	readonly claims: readonly string[];
}

/** Below this offer or cap: nobody, or at least so many. */
export interface Minimum {
	readonly id: string;
	readonly at: string;
	readonly least: number;
}

/** Below this offer or cap: nobody, or claims of at least so many of the kinds (professions). */
export interface Mixture {
	readonly id: string;
	readonly at: string;
	readonly kinds: readonly (readonly string[])[];
	readonly least: number;
}

/** Rules by index, for one problem. Claims that a rule names and the problem has not are left out, as are pairs to unknown places. */
export interface IndexedRules {
	readonly crossings: readonly { readonly id: string; readonly pairs: readonly number[]; readonly limit: number }[];
	readonly together: readonly { readonly id: string; readonly claims: readonly number[] }[];
	readonly minimums: readonly { readonly id: string; readonly at: number; readonly least: number }[];
	readonly mixtures: readonly {
		readonly id: string;
		readonly at: number;
		readonly kinds: readonly (readonly number[])[];
		readonly least: number;
	}[];
}

/** What stops rules from being read: an id that the problem does not have, or a number that is not a whole one. */
export type RuleFinding =
	| { readonly code: "unknown-claim"; readonly rule: string; readonly claim: string }
	| { readonly code: "unknown-limit"; readonly rule: string; readonly limit: string }
	| { readonly code: "bad-number"; readonly rule: string; readonly value: string };

export function indexed(
	problem: Problem,
	rules: Rules,
): { readonly findings: readonly RuleFinding[]; readonly rules: IndexedRules } {
	const findings: RuleFinding[] = [];
	const claimIndex = new Map(problem.claimIds.map((id, index) => [id, index] as const));
	const limitIndex = new Map(problem.limitIds.map((id, index) => [id, index] as const));
	const claimsOf = (rule: string, ids: readonly string[]) =>
		ids.flatMap((claim) => {
			const at = claimIndex.get(claim);
			if (at === undefined) findings.push({ code: "unknown-claim", rule, claim });
			return at === undefined ? [] : [at];
		});
	const limitOf = (rule: string, limit: string) => {
		const at = limitIndex.get(limit) ?? -1;
		if (at < 0) findings.push({ code: "unknown-limit", rule, limit });
		return at;
	};
	const whole = (rule: string, value: number) => {
		if (!Number.isInteger(value) || value < 0) findings.push({ code: "bad-number", rule, value: String(value) });
		return value;
	};
	const all = problem.claimIds.map((_, i) => i);
	return {
		findings,
		rules: {
			crossings: (rules.crossings ?? []).map(({ id, claims, at, limit }) => {
				const inside = new Set(at.map((place) => limitOf(id, place)));
				const pairs = (claims === undefined ? all : claimsOf(id, claims)).flatMap((i) =>
					pairsOf(problem, i).filter((e) => isBelow(problem, e, inside)),
				);
				return { id, pairs, limit: whole(id, limit) };
			}),
			together: (rules.together ?? []).map(({ id, claims }) => ({ id, claims: claimsOf(id, claims) })),
			minimums: (rules.minimums ?? []).map(({ id, at, least }) => ({
				id,
				at: limitOf(id, at),
				least: whole(id, least),
			})),
			mixtures: (rules.mixtures ?? []).map(({ id, at, kinds, least }) => ({
				id,
				at: limitOf(id, at),
				kinds: kinds.map((kind) => claimsOf(id, kind)),
				least: whole(id, least),
			})),
		},
	};
}

export function pairsOf(problem: Problem, claim: number): number[] {
	const first = problem.start[claim] ?? 0;
	return Array.from({ length: (problem.start[claim + 1] ?? 0) - first }, (_, at) => first + at);
}

export function isBelow(problem: Problem, pair: number, limits: ReadonlySet<number>): boolean {
	for (let k = problem.offer[pair] ?? -1; k >= 0; k = problem.parent[k] ?? -1) if (limits.has(k)) return true;
	return false;
}

/** The rules that a plan breaks, by id. */
export function broken(problem: Problem, rules: IndexedRules, plan: Plan): string[] {
	const count = placedBelow(problem, plan);
	const taken = new Set(plan);
	const at = (i: number) => ((plan[i] ?? -1) < 0 ? -1 : (problem.offer[plan[i] ?? 0] ?? -1));
	return [
		...rules.crossings.filter(({ pairs, limit }) => pairs.filter((e) => taken.has(e)).length > limit),
		...rules.together.filter(({ claims }) => claims.some((i) => at(i) !== at(claims[0] ?? 0))),
		...rules.minimums.filter(({ at: k, least }) => (count[k] ?? 0) > 0 && (count[k] ?? 0) < least),
		...rules.mixtures.filter(({ at: k, kinds, least }) => {
			if ((count[k] ?? 0) === 0) return false;
			const here = new Set([k]);
			const there = kinds.filter((kind) =>
				kind.some((i) => (plan[i] ?? -1) >= 0 && isBelow(problem, plan[i] ?? 0, here)),
			);
			return there.length < least;
		}),
	].map(({ id }) => id);
}
