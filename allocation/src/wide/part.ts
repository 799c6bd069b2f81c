import type { Options } from "../levels/options.ts";
import type { FloorAcross, Problem } from "../problem.ts";
import type { IndexedRules } from "./rules.ts";

/**
 * A part of a problem that nothing else touches, by its own indices: the pairs that are possible at all, the limits around them and the rules
 * about them. Offers come first among its limits, inner before outer.
 */
export interface Part {
	/** Per claim of the part: its index in the problem; likewise for pairs and limits. */
	readonly claims: Int32Array;
	readonly pairs: Int32Array;
	readonly limits: Int32Array;
	readonly offers: number;
	readonly start: Int32Array;
	readonly claimOf: Int32Array;
	readonly offer: Int32Array;
	readonly parent: Int32Array;
	readonly high: Int32Array;
	/** Per limit: its floor, 0 where there is none. */
	readonly least: Int32Array;
	/** Per claim: 1 where it may stay unplaced. */
	readonly alone: Uint8Array;
	readonly crossings: readonly { readonly pairs: Int32Array; readonly limit: number }[];
	/** With the pairs of its claims, claim after claim, each by offer: all have the same offers. */
	readonly together: readonly { readonly claims: Int32Array; readonly pairs: Int32Array }[];
	readonly minimums: readonly { readonly pairs: Int32Array; readonly least: number }[];
	readonly mixtures: readonly {
		readonly pairs: Int32Array;
		readonly kinds: readonly Int32Array[];
		readonly least: number;
	}[];
	/** Floors over pairs that no limit holds together. */
	readonly across: readonly FloorAcross[];
}

/** The part that these claims of a problem make. Pairs that no plan could use are left out. */
export function partOf(problem: Problem, options: Options, rules: IndexedRules, claims: readonly number[]): Part {
	const { parent, offer } = problem;
	const possible = possiblePairs(problem, options, rules, claims);
	const chosen: number[] = [];
	const start = new Int32Array(claims.length + 1);
	const used = new Uint8Array(problem.limits);
	claims.forEach((i, at) => {
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++)
			if (possible(e)) {
				chosen.push(e);
				for (let k = offer[e] ?? -1; k >= 0; k = parent[k] ?? -1) used[k] = 1;
			}
		start[at + 1] = chosen.length;
	});
	const limits = Int32Array.from(Array.from(used.keys()).filter((k) => used[k] === 1));
	const limitAt = new Map(Array.from(limits, (k, at) => [k, at] as const));
	const claimAt = new Map(claims.map((i, at) => [i, at] as const));
	const pairAt = new Int32Array(offer.length).fill(-1);
	chosen.forEach((e, at) => {
		pairAt[e] = at;
	});
	const mine = (pairs: Int32Array) => pairs.map((e) => pairAt[e] ?? -1).filter((at) => at >= 0);
	const claimOf = new Int32Array(chosen.length);
	claims.forEach((_, at) => {
		claimOf.fill(at, start[at], start[at + 1]);
	});
	return {
		claims: Int32Array.from(claims),
		pairs: Int32Array.from(chosen),
		limits,
		offers: limits.filter((k) => k < problem.offers).length,
		start,
		claimOf,
		offer: Int32Array.from(chosen, (e) => limitAt.get(offer[e] ?? 0) ?? 0),
		parent: limits.map((k) => limitAt.get(parent[k] ?? -1) ?? -1),
		high: limits.map((k) => options.high[k] ?? 0),
		least: limits.map((k) => problem.least[k] ?? 0),
		alone: Uint8Array.from(claims, (i) => options.alone[i] ?? 1),
		crossings: rules.crossings
			.map(({ pairs, limit }) => ({ pairs: mine(pairs), limit }))
			.filter(({ pairs, limit }) => pairs.length > limit),
		together: rules.together
			.map(({ claims: group }) => Int32Array.from(group.flatMap((i) => claimAt.get(i) ?? [])))
			.filter((group) => group.length > 1)
			.map((group) => ({
				claims: group,
				pairs: Int32Array.from(
					Array.from(group).flatMap((i) =>
						Array.from({ length: (start[i + 1] ?? 0) - (start[i] ?? 0) }, (_, n) => (start[i] ?? 0) + n),
					),
				),
			})),
		minimums: rules.minimums
			.map(({ pairs, least }) => ({ pairs: mine(pairs), least }))
			.filter(({ pairs, least }) => pairs.length > 0 && least > 1),
		mixtures: rules.mixtures
			.map(({ pairs, kinds, least }) => ({ pairs: mine(pairs), kinds: kinds.map(mine), least }))
			.filter(({ pairs, least }) => pairs.length > 0 && least > 0),
		across: rules.floors
			.map(({ pairs, ...floor }) => ({ ...floor, pairs: mine(pairs) }))
			.filter(({ pairs, least, weight }) => pairs.length > 0 && least > 0 && weight > 0),
	};
}

/** Which pairs some plan could use: open, with room all around, and for claims that go together an offer that all of them can have. */
function possiblePairs(
	problem: Problem,
	options: Options,
	rules: IndexedRules,
	claims: readonly number[],
): (pair: number) => boolean {
	const { parent, offer } = problem;
	const closed = new Set<number>();
	const roomFor = (e: number) => {
		let room = Number.POSITIVE_INFINITY;
		for (let k = offer[e] ?? -1; k >= 0; k = parent[k] ?? -1) room = Math.min(room, options.high[k] ?? 0);
		return room;
	};
	const open = (e: number) => options.open[e] === 1 && !closed.has(e) && roomFor(e) > 0;
	const close = (pairs: Iterable<number>) => {
		for (const e of pairs)
			if (open(e)) {
				closed.add(e);
				changed = true;
			}
	};
	const inside = new Set(claims);
	const crossingsOf = new Map<number, number[]>();
	for (const { claims: group } of rules.together)
		for (const i of group)
			for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) crossingsOf.set(e, []);
	rules.crossings.forEach(({ pairs }, c) => {
		for (const e of pairs) crossingsOf.get(e)?.push(c);
	});
	let changed = true;
	// What one rule closes, another may have to close too: a claim can be in several.
	while (changed) {
		changed = false;
		for (const { claims: group } of rules.together) {
			if (group.length < 2 || !inside.has(group[0] ?? -1)) continue;
			const at = new Map<number, number[]>();
			for (const i of group)
				for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++)
					if (open(e)) at.set(offer[e] ?? 0, [...(at.get(offer[e] ?? 0) ?? []), e]);
			for (const pairs of at.values()) {
				const counted = new Map<number, number>();
				for (const e of pairs) for (const c of crossingsOf.get(e) ?? []) counted.set(c, (counted.get(c) ?? 0) + 1);
				const fits = [...counted].every(([c, count]) => count <= (rules.crossings[c]?.limit ?? 0));
				if (!fits || pairs.length < group.length || roomFor(pairs[0] ?? 0) < group.length) close(pairs);
			}
		}
		for (const { pairs, least } of rules.minimums) {
			const left = pairs.filter(open);
			const room = left.reduce((most, e) => Math.max(most, roomFor(e)), 0);
			const claimsLeft = new Set(left.map((e) => rules.claimOf[e] ?? 0));
			if (claimsLeft.size < least || (room < least && isOneOffer(left))) close(left);
		}
		for (const { pairs, kinds, least } of rules.mixtures) {
			const left = pairs.filter(open);
			const room = left.reduce((most, e) => Math.max(most, roomFor(e)), 0);
			const there = kinds.filter((kind) => kind.some(open)).length;
			// One claim may be of several kinds: only where kinds share nobody does each need a place of its own.
			if (there < least || (room < least && isOneOffer(left) && areApart(kinds))) close(left);
		}
	}
	return open;

	function isOneOffer(pairs: Int32Array): boolean {
		return pairs.every((e) => offer[e] === offer[pairs[0] ?? 0]);
	}
}

/** Whether no pair is in two of these. */
export function areApart(kinds: readonly Int32Array[]): boolean {
	const seen = new Set<number>();
	for (const kind of kinds)
		for (const e of kind) {
			if (seen.has(e)) return false;
			seen.add(e);
		}
	return true;
}
