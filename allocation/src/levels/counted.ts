import type { Plan, Problem } from "../problem.ts";
import type { Level } from "./level.ts";
import { everyOption, type Options } from "./options.ts";
import { claimsOfPairs, classesOf, countsUnplaced, nothing, type Step } from "./rows.ts";

/**
 * The same problem, where staying unplaced is an offer of its own for each priority class. So “at most so many of the class unplaced” is a limit like any
 * other, and a class that may give way leaves a network behind, solved exactly.
 */
export interface Counted {
	readonly problem: Problem;
	readonly steps: readonly Step[];
	readonly options: Options;
	/** A plan of the problem as one of this, and back. */
	inward(plan: Plan): Plan;
	outward(plan: Plan): Plan;
	/** The place of those unplaced of a class, or −1 where they are not counted. */
	placeOf(priority: number): number;
	/** Prices per limit of the problem, and per class of staying unplaced (0 unless stated), as prices per limit of this; and back. */
	joined(prices: readonly number[], unplaced?: readonly number[]): readonly number[];
	parted(prices: readonly number[]): { readonly prices: readonly number[]; readonly unplaced?: readonly number[] };
}

export function countedBy(problem: Problem, levels: readonly Level[], steps: readonly Step[]): Counted {
	if (!countsUnplaced(levels)) {
		const same = <T>(one: T) => one;
		return {
			...{ problem, steps, options: everyOption(problem), inward: same, outward: same, placeOf: () => -1 },
			joined: (prices) => prices,
			parted: (prices) => ({ prices }),
		};
	}
	const { claims, offers, limits, lock, priority } = problem;
	const classes = classesOf(problem);
	const placeOf = (each: number) => (classes.includes(each) ? offers + classes.indexOf(each) : -1);
	const at = (k: number) => (k < offers ? k : k + classes.length);
	/** Per pair of this: the one of the problem, or −1. */
	const own: number[] = [];
	const inside = new Int32Array(problem.offer.length).fill(-1);
	const start = new Int32Array(claims + 1);
	const waiting = new Int32Array(claims).fill(-1);
	const offer: number[] = [];
	for (let i = 0; i < claims; i++) {
		for (let e = problem.start[i] ?? 0; e < (problem.start[i + 1] ?? 0); e++) {
			inside[e] = own.push(e) - 1;
			offer.push(problem.offer[e] ?? 0);
		}
		if ((lock[i] ?? -1) < 0) {
			waiting[i] = own.push(-1) - 1;
			offer.push(placeOf(priority[i] ?? 0));
		}
		start[i + 1] = own.length;
	}
	const spread = (row: Int32Array, between: readonly number[]) =>
		Int32Array.from([...row.subarray(0, offers), ...between, ...row.subarray(offers)]);
	const none = classes.map(() => 0);
	const larger: Problem = {
		...problem,
		offers: offers + classes.length,
		limits: limits + classes.length,
		limitIds: [
			...problem.limitIds.slice(0, offers),
			...classes.map((each) => `priority ${each} unplaced`),
			...problem.limitIds.slice(offers),
		],
		parent: spread(
			problem.parent,
			classes.map(() => -1),
		).map((outer) => (outer < 0 ? -1 : at(outer))),
		limit: spread(
			problem.limit,
			classes.map(() => claims),
		),
		least: spread(problem.least, none),
		leastWeight: spread(problem.leastWeight, none),
		start,
		offer: Int32Array.from(offer),
		parts: new Map(
			[...problem.parts].map(([name, part]) => [name, Int32Array.from(own, (e) => (e < 0 ? 0 : (part[e] ?? 0)))]),
		),
		lock: lock.map((e) => (e < 0 ? -1 : (inside[e] ?? -1))),
	};
	const claimOf = claimsOfPairs(larger);
	const options = everyOption(larger);
	return {
		problem: larger,
		// Whoever has no place has this one.
		options: { ...options, alone: new Uint8Array(claims) },
		steps: steps.map((step) => {
			if ("largest" in step)
				return { ...step, largest: Int32Array.from(own, (e) => (e < 0 ? -1 : (step.largest[e] ?? 0))) };
			const { pair, alone } = step;
			if (pair === nothing && alone === nothing) return step;
			return {
				...step,
				pair: (e: number) => {
					const mine = own[e] ?? -1;
					return mine < 0 ? alone(claimOf[e] ?? 0) : pair(mine);
				},
			};
		}),
		inward: (plan) => plan.map((e, i) => (e < 0 ? (waiting[i] ?? -1) : (inside[e] ?? -1))),
		outward: (plan) => plan.map((e) => (e < 0 ? -1 : (own[e] ?? -1))),
		placeOf,
		joined: (prices, unplaced = none) => [...prices.slice(0, offers), ...unplaced, ...prices.slice(offers)],
		parted: (prices) => ({
			prices: [...prices.slice(0, offers), ...prices.slice(offers + classes.length)],
			unplaced: prices.slice(offers, offers + classes.length),
		}),
	};
}
