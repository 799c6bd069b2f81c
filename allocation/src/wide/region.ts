import { type Asking, answered } from "./ask.ts";
import { crossingsOfPairs } from "./crossed.ts";
import { modelOf, type PartModel } from "./model.ts";
import type { Near } from "./nearest.ts";
import type { Objective, PartPlan } from "./objective.ts";
import type { Part } from "./part.ts";
import type { Standing } from "./standing.ts";

/** Some claims that are solved anew together, everybody else held. */
export interface Region {
	readonly claims: readonly number[];
	readonly built: PartModel;
	/** Per pair of the model's part: the pair it stands for. */
	readonly pairs: Int32Array;
	/** Where its claims are now. */
	readonly from: PartPlan;
}

export interface Regions {
	/** So many claims around some seeds. */
	around(seeds: readonly number[], size: number, cut: number): Region;
	/** Solves a region anew in whole numbers. The plan is never worse for it. */
	solve(region: Region, gap: number): Asking<void>;
}

export function regionsOf(part: Part, sum: Objective, standing: Standing, near: Near): Regions {
	const { plan } = standing;
	const group = new Int32Array(part.claims.length).fill(-1);
	part.together.forEach(({ claims }, t) => {
		for (const i of claims) group[i] = t;
	});
	const crossed = crossingsOfPairs(part);
	/** Where the pairs of the region that is being made stand in it; −1 elsewhere. */
	const placeOf = new Int32Array(part.pairs.length).fill(-1);
	/** Per offer: the claims for which it is among the near ones. */
	const nearTo: number[][] = Array.from({ length: part.offers }, () => []);
	for (let i = 0; i < part.claims.length; i++) for (const e of near.pairs(i)) nearTo[part.offer[e] ?? 0]?.push(i);
	const offerOf = (i: number) => part.offer[plan[i] ?? -1] ?? -1;

	/** Seeds, and those who are at or near the offers that are nearly as good for them. */
	const claimsAround = (seeds: readonly number[], size: number, cut: number): number[] => {
		const chosen = new Set<number>();
		const queue: number[] = [];
		const add = (i: number) => {
			if (chosen.has(i)) return;
			const mates = group[i] ?? -1;
			for (const mate of mates < 0 ? [i] : (part.together[mates]?.claims ?? [])) {
				chosen.add(mate);
				queue.push(mate);
			}
		};
		for (const i of seeds) add(i);
		const seen = new Set<number>();
		for (let at = 0; at < queue.length && chosen.size < size; at++) {
			const i = queue[at] ?? 0;
			for (const e of near.pairs(i)) {
				const j = part.offer[e] ?? 0;
				if (seen.has(j) || (near.regret(i, e) > cut && plan[i] !== e)) continue;
				seen.add(j);
				for (const q of standing.at[j] ?? []) if (chosen.size < size) add(q);
				for (const q of nearTo[j] ?? []) {
					const here = pairAt(q, j);
					if (chosen.size < size && near.regret(q, here) <= cut / 4) add(q);
				}
			}
		}
		// A place with a least number or a mixture is either wholly in it, or those outside meet its rule already.
		for (let changed = true; changed; ) {
			changed = false;
			const whole = (pairs: Int32Array, met: (outside: number[]) => boolean) => {
				const outside: number[] = [];
				for (const e of pairs) {
					const i = part.claimOf[e] ?? 0;
					if (plan[i] === e && !chosen.has(i)) outside.push(e);
				}
				if (outside.length === 0 || met(outside)) return;
				if (!pairs.some((e) => chosen.has(part.claimOf[e] ?? 0))) return;
				changed = true;
				for (const e of outside) add(part.claimOf[e] ?? 0);
			};
			for (const { pairs, least } of part.minimums) whole(pairs, (outside) => outside.length >= least);
			for (const { pairs, kinds, least } of part.mixtures)
				whole(pairs, (outside) => kinds.filter((kind) => outside.some((e) => kind.includes(e))).length >= least);
		}
		return [...chosen].sort((a, b) => a - b);
	};
	const pairAt = (i: number, j: number): number => {
		for (const e of near.pairs(i)) if (part.offer[e] === j) return e;
		return -1;
	};

	return {
		around: (seeds, size, cut) => {
			const claims = claimsAround(seeds, size, cut);
			const were = claims.map((i) => plan[i] ?? -1);
			const mark = standing.mark();
			const has = new Set(claims.flatMap((i, n) => [...keptPairs(i, were[n] ?? -1, cut)]));
			for (const i of claims) standing.move(i, -1);
			const inner = held(claims, has);
			standing.undo(mark);
			const at = new Map(Array.from(inner.pairs, (e, n) => [e, n] as const));
			const from = Int32Array.from(were, (e) => at.get(e) ?? -1);
			return { claims, built: modelOf(inner.part, inner.sum, [], () => true), pairs: inner.pairs, from };
		},
		*solve({ claims, built, pairs, from }, gap) {
			const { solution } = yield* answered(built.inWhole(gap, from));
			if (solution.length === 0) return;
			const other = built.planOf(solution);
			const mark = standing.mark();
			const before = standing.cost();
			claims.forEach((i, n) => {
				standing.move(i, pairs[other[n] ?? -1] ?? -1);
			});
			// What the solver rounds is not taken on trust.
			if (standing.cost() > before || !standing.sound(mark)) standing.undo(mark);
		},
	};

	/** The pairs of a claim that are looked at: cheap ones and its own; claims that go together look at the same offers. */
	function keptPairs(i: number, own: number, cut: number): Iterable<number> {
		const t = group[i] ?? -1;
		if (t < 0)
			return [...near.pairs(i)].filter((e) => e === own || near.regret(i, e) <= cut).concat(own >= 0 ? own : []);
		const { claims, pairs } = part.together[t] ?? { claims: new Int32Array(0), pairs: new Int32Array(0) };
		const each = pairs.length / claims.length;
		const mine = claims.indexOf(i) * each;
		const here = offerOf(i);
		return [...Array(each).keys()]
			.filter((n) => part.offer[pairs[n] ?? 0] === here || near.regret(claims[0] ?? 0, pairs[n] ?? 0) <= cut)
			.map((n) => pairs[mine + n] ?? 0);
	}

	/** The part that is left for some claims when the others, who are all that stand now, stay where they are. */
	function held(claims: readonly number[], has: ReadonlySet<number>) {
		const pairs = Int32Array.from(has).sort();
		const claimAt = new Map(claims.map((i, n) => [i, n] as const));
		pairs.forEach((e, n) => {
			placeOf[e] = n;
		});
		const start = new Int32Array(claims.length + 1);
		for (const e of pairs) {
			const n = (claimAt.get(part.claimOf[e] ?? 0) ?? 0) + 1;
			start[n] = (start[n] ?? 0) + 1;
		}
		for (let n = 0; n < claims.length; n++) start[n + 1] = (start[n + 1] ?? 0) + (start[n] ?? 0);
		const used = new Set<number>();
		for (const e of pairs) for (let k = part.offer[e] ?? -1; k >= 0; k = part.parent[k] ?? -1) used.add(k);
		const limits = Int32Array.from(used).sort();
		const limitAt = new Map(Array.from(limits, (k, n) => [k, n] as const));
		const mine = (all: Int32Array) => {
			const inside: number[] = [];
			for (const e of all) {
				const n = placeOf[e] ?? -1;
				if (n >= 0) inside.push(n);
			}
			return Int32Array.from(inside);
		};
		/** Per crossing that the region has to do with: its pairs there. */
		const inCrossing = new Map<number, number[]>();
		pairs.forEach((e, n) => {
			for (let at = crossed.start[e] ?? 0; at < (crossed.start[e + 1] ?? 0); at++) {
				const c = crossed.at[at] ?? 0;
				const inside = inCrossing.get(c);
				if (inside === undefined) inCrossing.set(c, [n]);
				else inside.push(n);
			}
		});
		const inner: Part = {
			claims: Int32Array.from(claims),
			pairs,
			limits,
			offers: limits.filter((k) => k < part.offers).length,
			start,
			claimOf: Int32Array.from(pairs, (e) => claimAt.get(part.claimOf[e] ?? 0) ?? 0),
			offer: Int32Array.from(pairs, (e) => limitAt.get(part.offer[e] ?? 0) ?? 0),
			parent: limits.map((k) => limitAt.get(part.parent[k] ?? -1) ?? -1),
			high: limits.map((k) => (part.high[k] ?? 0) - (standing.count[k] ?? 0)),
			least: limits.map((k) => Math.max(0, (part.least[k] ?? 0) - (standing.count[k] ?? 0))),
			alone: Uint8Array.from(claims, (i) => part.alone[i] ?? 1),
			crossings: [...inCrossing]
				.sort(([a], [b]) => a - b)
				.map(([c, inside]) => ({
					pairs: Int32Array.from(inside),
					limit: (part.crossings[c]?.limit ?? 0) - (standing.inCrossing[c] ?? 0),
				}))
				.filter(({ pairs: inside, limit }) => inside.length > limit),
			together: part.together.flatMap(({ claims: all, pairs: theirs }) =>
				claimAt.has(all[0] ?? -1) ? [{ claims: all.map((i) => claimAt.get(i) ?? 0), pairs: mine(theirs) }] : [],
			),
			minimums: part.minimums
				.map(({ pairs: all, least }, m) => ({ pairs: (standing.inMinimum[m] ?? 0) > 0 ? noPairs : mine(all), least }))
				.filter(({ pairs: inside }) => inside.length > 0),
			mixtures: part.mixtures
				.map(({ pairs: all, kinds, least }, x) =>
					(standing.inMixture[x] ?? 0) > 0
						? { pairs: noPairs, kinds: [], least }
						: { pairs: mine(all), kinds: kinds.map(mine), least },
				)
				.filter(({ pairs: inside }) => inside.length > 0),
			across: part.across.map(({ pairs: all, least, weight }, f) => ({
				pairs: mine(all),
				least: Math.max(0, least - (standing.inAcross[f] ?? 0)),
				weight,
			})),
		};
		for (const e of pairs) placeOf[e] = -1;
		return {
			part: inner,
			pairs,
			sum: {
				pair: Float64Array.from(pairs, (e) => sum.pair[e] ?? 0),
				alone: Float64Array.from(claims, (i) => sum.alone[i] ?? 0),
				short: Float64Array.from(limits, (k) => sum.short[k] ?? 0),
				across: sum.across,
			} satisfies Objective,
		};
	}
}

const noPairs = new Int32Array(0);
