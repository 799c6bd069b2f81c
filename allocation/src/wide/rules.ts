import type { Finding } from "../facts/finding.ts";
import { placedBelow } from "../levels/options.ts";
import { claimsOfPairs } from "../levels/rows.ts";
import { type FloorAcross, largestAmount, type Plan, type Problem } from "../problem.ts";

/** Rules that a forest of limits cannot hold. With any of them the plan comes from a mixed-integer solver that the caller brings. */
export interface Rules {
	readonly crossings?: readonly Crossing[];
	readonly together?: readonly Together[];
	readonly minimums?: readonly Minimum[];
	readonly mixtures?: readonly Mixture[];
	/** Floors that no limit holds together; they count with the facts' own wherever the levels speak of floors. */
	readonly floors?: readonly AcrossFloor[];
}

/** At least `least` of these claims should be at or below these offers and caps; each one missing weighs `weight` (1 unless stated). */
export interface AcrossFloor {
	readonly id: string;
	/** All claims unless stated. */
	readonly claims?: readonly string[];
	readonly at: readonly string[];
	readonly least: number;
	readonly weight?: number;
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
	/** Per pair: its claim. */
	readonly claimOf: Int32Array;
	readonly crossings: readonly { readonly id: string; readonly pairs: Int32Array; readonly limit: number }[];
	readonly together: readonly { readonly id: string; readonly claims: readonly number[] }[];
	/** With the pairs below the place that the rule is about, in order. */
	readonly minimums: readonly {
		readonly id: string;
		readonly at: number;
		readonly pairs: Int32Array;
		readonly least: number;
	}[];
	/** With the pairs of each kind below the place. */
	readonly mixtures: readonly {
		readonly id: string;
		readonly at: number;
		readonly pairs: Int32Array;
		readonly kinds: readonly Int32Array[];
		readonly least: number;
	}[];
	readonly floors: readonly FloorAcross[];
}

/** Rules by index, and all that stops them from being read: ids that the problem does not have, and numbers that no rule can state. */
export function indexed(
	problem: Problem,
	rules: Rules,
): { readonly findings: readonly Finding[]; readonly rules: IndexedRules } {
	const findings: Finding[] = [];
	const unknown = (id: string, field: string, reference: string) =>
		findings.push({ code: "unknown-reference", kind: "rule", id, field, reference });
	const claimIndex = new Map(problem.claimIds.map((id, index) => [id, index] as const));
	const limitIndex = new Map(problem.limitIds.map((id, index) => [id, index] as const));
	const claimsOf = (rule: string, ids: readonly string[], field = "claims") =>
		ids.flatMap((claim) => {
			const at = claimIndex.get(claim);
			if (at === undefined) unknown(rule, field, claim);
			return at === undefined ? [] : [at];
		});
	const limitOf = (rule: string, limit: string) => {
		const at = limitIndex.get(limit) ?? -1;
		if (at < 0) unknown(rule, "at", limit);
		return at;
	};
	const whole = (id: string, field: string, value: number) => {
		if (!Number.isInteger(value) || value < 0 || value > largestAmount)
			findings.push({
				...{ code: "bad-number", kind: "rule", id, field },
				...{ value: String(value), from: 0, to: largestAmount },
			});
		return value;
	};
	const claimOf = claimsOfPairs(problem);
	const below = pairsBelow(problem);
	/** Which claims a list names; lists are often shared between rules. */
	const named = new Map<readonly string[], Uint8Array>();
	const members = (rule: string, ids: readonly string[], field = "claims") => {
		let flags = named.get(ids);
		if (flags === undefined) {
			flags = new Uint8Array(problem.claims);
			for (const i of claimsOf(rule, ids, field)) flags[i] = 1;
			named.set(ids, flags);
		}
		return flags;
	};
	/** The pairs of some claims (all unless stated) at or below some places, in order. */
	const pairsOf = (id: string, claims: readonly string[] | undefined, at: readonly string[]) => {
		const places = [...new Set(at.map((place) => limitOf(id, place)))];
		const who = claims === undefined ? undefined : members(id, claims);
		const inside = who === undefined ? () => true : (e: number) => who[claimOf[e] ?? 0] === 1;
		const pairs =
			places.length === 1
				? below(places[0] ?? -1).filter(inside)
				: Int32Array.from(new Set(places.flatMap((place) => Array.from(below(place).filter(inside)))));
		return pairs.sort();
	};
	return {
		findings,
		rules: {
			claimOf,
			floors: (rules.floors ?? []).map(({ id, claims, at, least, weight = 1 }) => ({
				pairs: pairsOf(id, claims, at),
				least: whole(id, "least", least),
				weight: whole(id, "weight", weight),
			})),
			crossings: (rules.crossings ?? []).map(({ id, claims, at, limit }) => {
				const pairs = pairsOf(id, claims, at);
				return { id, pairs, limit: whole(id, "limit", limit) };
			}),
			together: (rules.together ?? []).map(({ id, claims }) => ({ id, claims: [...new Set(claimsOf(id, claims))] })),
			minimums: (rules.minimums ?? []).map(({ id, at, least }) => {
				const place = limitOf(id, at);
				return { id, at: place, pairs: below(place), least: whole(id, "least", least) };
			}),
			mixtures: (rules.mixtures ?? []).map(({ id, at, kinds, least }) => {
				const place = limitOf(id, at);
				const pairs = below(place);
				const of = kinds.map((kind) => members(id, kind, "kinds"));
				return {
					id,
					at: place,
					pairs,
					kinds: of.map((kind) => pairs.filter((e) => kind[claimOf[e] ?? 0] === 1)),
					least: whole(id, "least", least),
				};
			}),
		},
	};
}

/** The pairs at or below a limit, in order, found quickly for many limits. */
function pairsBelow(problem: Problem): (limit: number) => Int32Array {
	const at: number[][] = Array.from({ length: problem.offers }, () => []);
	problem.offer.forEach((j, e) => {
		at[j]?.push(e);
	});
	const offers: number[][] = Array.from({ length: problem.limits }, () => []);
	for (let j = 0; j < problem.offers; j++) for (let k = j; k >= 0; k = problem.parent[k] ?? -1) offers[k]?.push(j);
	return (limit) => Int32Array.from((offers[limit] ?? []).flatMap((j) => at[j] ?? [])).sort();
}

/** The problem with floors that no limit holds together, which `scored` and whoever else counts floors then counts too. */
export function problemUnder(problem: Problem, rules: Rules): Problem {
	return (rules.floors ?? []).length === 0 ? problem : { ...problem, across: indexed(problem, rules).rules.floors };
}

/** The rules that a plan breaks, by id. */
export function broken(problem: Problem, rules: IndexedRules, plan: Plan): string[] {
	const count = placedBelow(problem, plan);
	const { claimOf } = rules;
	const taken = (e: number) => plan[claimOf[e] ?? 0] === e;
	const at = (i: number) => ((plan[i] ?? -1) < 0 ? -1 : (problem.offer[plan[i] ?? 0] ?? -1));
	return [
		...rules.crossings.filter(({ pairs, limit }) => {
			let here = 0;
			for (const e of pairs) if (taken(e)) here++;
			return here > limit;
		}),
		...rules.together.filter(({ claims }) => claims.some((i) => at(i) !== at(claims[0] ?? 0))),
		...rules.minimums.filter(({ at: k, least }) => (count[k] ?? 0) > 0 && (count[k] ?? 0) < least),
		...rules.mixtures.filter(
			({ at: k, kinds, least }) => (count[k] ?? 0) > 0 && kinds.filter((pairs) => pairs.some(taken)).length < least,
		),
	].map(({ id }) => id);
}
