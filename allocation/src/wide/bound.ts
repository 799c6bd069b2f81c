import type { Budget, Objective } from "./objective.ts";
import type { Part } from "./part.ts";

/** Multipliers are whole numbers, in this part of a unit of the sum that they bound. */
export const grain = 240;

/**
 * What bounds a sum from below (docs/model.md, “Rules that cross”), whatever the numbers are: prices ≥ 0 of limits, crossings, and budgets, what one at a
 * floor is worth, and how much of each pair's cost is judged by the groups, minimums and mixtures that it is in.
 */
export interface Multipliers {
	/** Per limit: its own price. */
	readonly limit: Float64Array;
	readonly crossing: Float64Array;
	readonly budget: Float64Array;
	/** Per limit with a floor: between 0 and what a missing one costs. */
	readonly floor: Float64Array;
	/** Per floor across limits: likewise. */
	readonly across: Float64Array;
	/** Per rule, and per pair of it, a share of the pair's cost. */
	readonly together: readonly Float64Array[];
	readonly minimum: readonly Float64Array[];
	readonly mixture: readonly Float64Array[];
}

/** Multipliers as plain lists. */
export type WrittenMultipliers = {
	readonly [Kind in Exclude<keyof Multipliers, "across">]: Multipliers[Kind] extends Float64Array
		? readonly number[]
		: readonly (readonly number[])[];
} & {
	/** Left out where there is none. */
	readonly across?: readonly number[];
};

export function written(multipliers: Multipliers): WrittenMultipliers {
	const { limit, crossing, budget, floor, across, together, minimum, mixture } = multipliers;
	const list = (row: Float64Array) => Array.from(row);
	return {
		limit: list(limit),
		crossing: list(crossing),
		budget: list(budget),
		floor: list(floor),
		...(across.length === 0 ? {} : { across: list(across) }),
		together: together.map(list),
		minimum: minimum.map(list),
		mixture: mixture.map(list),
	};
}

export function readMultipliers(multipliers: WrittenMultipliers): Multipliers {
	const { limit, crossing, budget, floor, across = [], together, minimum, mixture } = multipliers;
	const row = (list: readonly number[]) => Float64Array.from(list);
	return {
		limit: row(limit),
		crossing: row(crossing),
		budget: row(budget),
		floor: row(floor),
		across: row(across),
		together: together.map(row),
		minimum: minimum.map(row),
		mixture: mixture.map(row),
	};
}

export function noMultipliers(part: Part, budgets: number): Multipliers {
	const each = (rules: readonly { readonly pairs: Int32Array }[]) =>
		rules.map(({ pairs }) => new Float64Array(pairs.length));
	return {
		limit: new Float64Array(part.limits.length),
		crossing: new Float64Array(part.crossings.length),
		budget: new Float64Array(budgets),
		floor: new Float64Array(part.limits.length),
		across: new Float64Array(part.across.length),
		together: each(part.together),
		minimum: each(part.minimums),
		mixture: each(part.mixtures),
	};
}

/** What claims and limits alone have to settle, once rules that cross have taken their shares. Costs in grains. */
export interface Shared {
	readonly pair: Float64Array;
	readonly alone: Float64Array;
	/** What the rules, floors and budgets cost at least, by themselves. */
	readonly rules: number;
}

export function shared(
	part: Part,
	sum: Objective,
	budgets: readonly Budget[],
	multipliers: Omit<Multipliers, "limit">,
): Shared {
	const { crossing, budget, floor, across, together, minimum, mixture } = multipliers;
	if (!isSound(part, budgets.length, multipliers)) return { pair: sum.pair, alone: sum.alone, rules: Number.NaN };
	const pair = sum.pair.map((cost) => cost * grain);
	const alone = sum.alone.map((cost) => cost * grain);
	const short = sum.short.map((cost) => cost * grain);
	const shortAcross = sum.across.map((cost) => cost * grain);
	let rules = 0;
	budgets.forEach(({ sum: held, most }, b) => {
		const price = budget[b] ?? 0;
		if (price === 0) return;
		held.pair.forEach((cost, e) => {
			pair[e] = (pair[e] ?? 0) + price * cost;
		});
		held.alone.forEach((cost, i) => {
			alone[i] = (alone[i] ?? 0) + price * cost;
		});
		held.short.forEach((cost, k) => {
			short[k] = (short[k] ?? 0) + price * cost;
		});
		held.across.forEach((cost, f) => {
			shortAcross[f] = (shortAcross[f] ?? 0) + price * cost;
		});
		rules -= price * most;
	});
	part.crossings.forEach(({ pairs, limit }, c) => {
		const price = crossing[c] ?? 0;
		if (price === 0) return;
		for (const e of pairs) pair[e] = (pair[e] ?? 0) + price;
		rules -= price * limit;
	});
	part.across.forEach(({ pairs, least }, f) => {
		const [each, worth] = [shortAcross[f] ?? 0, across[f] ?? 0];
		if (worth > each) rules = Number.NaN;
		const fit = Math.min(least, pairs.length);
		rules += each * (least - fit) + worth * fit;
		if (worth > 0) for (const e of pairs) pair[e] = (pair[e] ?? 0) - worth;
	});
	const inner = floor.slice();
	part.least.forEach((least, k) => {
		if ((floor[k] ?? 0) > (least > 0 ? (short[k] ?? 0) : 0)) rules = Number.NaN;
		if ((short[k] ?? 0) === 0) return;
		// With a worth between 0 and `short` the dearest count is the floor itself, or all that fit.
		const fit = Math.min(least, part.high[k] ?? 0);
		rules += (short[k] ?? 0) * (least - fit) + (floor[k] ?? 0) * fit;
	});
	for (let k = inner.length - 1; k >= 0; k--) inner[k] = (inner[k] ?? 0) + (inner[part.parent[k] ?? -1] ?? 0);
	part.offer.forEach((j, e) => {
		pair[e] = (pair[e] ?? 0) - (inner[j] ?? 0);
	});
	const take = (pairs: Int32Array, share: Float64Array | undefined) => {
		pairs.forEach((e, at) => {
			pair[e] = (pair[e] ?? 0) - (share?.[at] ?? 0);
		});
	};
	part.together.forEach(({ claims, pairs }, t) => {
		const share = together[t];
		if (share === undefined) return;
		take(pairs, share);
		const each = pairs.length / claims.length;
		let least = 0;
		for (let at = 0; at < each; at++) {
			let all = 0;
			for (let n = 0; n < claims.length; n++) all += share[n * each + at] ?? 0;
			least = Math.min(least, all);
		}
		rules += least;
	});
	part.minimums.forEach(({ pairs, least }, m) => {
		const share = minimum[m];
		if (share === undefined) return;
		take(pairs, share);
		rules += Math.min(0, cheapestFew(share, least));
	});
	part.mixtures.forEach(({ pairs }, m) => {
		const share = mixture[m];
		if (share === undefined) return;
		take(pairs, share);
		rules += mixtureLeast(part.mixtures[m], share);
	});
	return { pair, alone, rules };
}

/** Whole numbers, as many as there are things to have them, and none below 0 that must not be. */
function isSound(part: Part, budgets: number, multipliers: Omit<Multipliers, "limit">): boolean {
	const { crossing, budget, floor, across, together, minimum, mixture } = multipliers;
	const prices = [
		[crossing, part.crossings.length],
		[budget, budgets],
		[floor, part.limits.length],
		[across, part.across.length],
	] as const;
	const shares = [
		[together, part.together],
		[minimum, part.minimums],
		[mixture, part.mixtures],
	] as const;
	return (
		prices.every(([row, size]) => row.length === size && row.every((y) => Number.isSafeInteger(y) && y >= 0)) &&
		shares.every(
			([rows, rules]) =>
				rows.length === rules.length &&
				rows.every((row, r) => row.length === rules[r]?.pairs.length && row.every(Number.isSafeInteger)),
		)
	);
}

/** The least sum of at least so many of these, each once. */
function cheapestFew(costs: Float64Array, least: number): number {
	let sum = 0;
	costs.toSorted().forEach((cost, at) => {
		if (at < least || cost < 0) sum += cost;
	});
	return sum;
}

/** Nobody, or whom it pays to take and at least one of so many kinds: kinds may share claims, so what is missing counts only where that is sure. */
function mixtureLeast(rule: Part["mixtures"][number] | undefined, share: Float64Array): number {
	if (rule === undefined) return 0;
	const cost = new Map<number, number>();
	let gained = 0;
	rule.pairs.forEach((e, at) => {
		const one = share[at] ?? 0;
		cost.set(e, one);
		if (one < 0) gained += one;
	});
	const seen = new Set<number>();
	const dearest: number[] = [];
	for (const kind of rule.kinds) {
		let least = Number.POSITIVE_INFINITY;
		for (const e of kind) {
			if (seen.has(e)) return Math.min(0, gained);
			seen.add(e);
			least = Math.min(least, cost.get(e) ?? 0);
		}
		dearest.push(Math.max(0, least));
	}
	dearest.sort((a, b) => a - b);
	const missing = dearest.slice(0, rule.least).reduce((sum, one) => sum + one, 0);
	return Math.min(0, gained + missing);
}

/** A bound in grains, and what each pair costs beyond it. */
export interface Bounded {
	/** No plan that keeps rules and budgets costs less; −∞ where the numbers are too large to be sure. */
	readonly bound: number;
	/** Per pair: a plan that uses it costs at least so much more than the bound. */
	readonly reduced: Float64Array;
}

/**
 * Σ_claims the least of (pair + prices around, unplaced) − Σ_limits price · places + what the rules cost at least. Exact: every number is a
 * whole one below 2^53, or nothing is proved.
 */
export function bounded(part: Part, { pair, alone, rules }: Shared, limit: Float64Array): Bounded {
	const around = limit.slice();
	for (let k = around.length - 1; k >= 0; k--) around[k] = (around[k] ?? 0) + (around[part.parent[k] ?? -1] ?? 0);
	const reduced = pair.map((cost, e) => cost + (around[part.offer[e] ?? 0] ?? 0));
	let bound = rules;
	let size = Math.abs(rules);
	const add = (term: number) => {
		bound += term;
		size += Math.abs(term);
	};
	for (let i = 0; i < part.claims.length; i++) {
		let least = part.alone[i] === 1 ? (alone[i] ?? 0) : Number.POSITIVE_INFINITY;
		for (let e = part.start[i] ?? 0; e < (part.start[i + 1] ?? 0); e++) least = Math.min(least, reduced[e] ?? 0);
		for (let e = part.start[i] ?? 0; e < (part.start[i + 1] ?? 0); e++) reduced[e] = (reduced[e] ?? 0) - least;
		add(least);
	}
	limit.forEach((price, k) => {
		add(-price * (part.high[k] ?? 0));
	});
	const priced = limit.length === part.limits.length && limit.every((y) => Number.isSafeInteger(y) && y >= 0);
	const sure = priced && size < Number.MAX_SAFE_INTEGER;
	return { bound: sure ? bound : Number.NEGATIVE_INFINITY, reduced };
}
