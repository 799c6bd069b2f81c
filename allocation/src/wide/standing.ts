import { crossingsOfPairs } from "./crossed.ts";
import type { Objective, PartPlan } from "./objective.ts";
import type { Part } from "./part.ts";

/** A plan of a part that is changed claim by claim, with all that its limits and rules count. Whatever is done can be taken back. */
export interface Standing {
	readonly plan: PartPlan;
	/** Claims at each offer, in no order that matters to anything but ties. */
	readonly at: readonly number[][];
	/** Per offer: how often somebody has come there or gone. */
	readonly changes: Int32Array;
	/** Moves a claim to a pair, or out (−1), whether it fits or not. */
	move(claim: number, pair: number): void;
	/** The sum of the plan. */
	cost(): number;
	/** The innermost limit around a pair that leaves no room for so many more, or −1. */
	fullLimit(pair: number, more: 0 | 1): number;
	/** The crossings that a pair counts in and that leave no room for so many more. */
	fullCrossings(pair: number, more: 0 | 1): readonly number[];
	/** Offers of which some claims may count below this limit (−1: any) and in all these crossings. */
	offersWithin(limit: number, crossings: readonly number[]): readonly number[];
	/** Whether a claim has a place that counts below this limit (−1: any) and in all these crossings. */
	isWithin(claim: number, limit: number, crossings: readonly number[]): boolean;
	/** Takes out everybody who is where a least number or mixture is not met. */
	dismiss(): void;
	/** Whether a claim at this pair would be short of company: below a place with a least number or mixture that is not met, it itself not counted. */
	lonely(pair: number): boolean;
	/** What is wrong with limits and rules that moves since the mark touched; nothing: it may stand. */
	sound(since: number): boolean;
	/** How many are placed below a limit, count in a crossing, are where a least number or a mixture is asked for, and count for a floor across limits. */
	readonly count: Int32Array;
	readonly inCrossing: Int32Array;
	readonly inMinimum: Int32Array;
	readonly inMixture: Int32Array;
	readonly inAcross: Int32Array;
	mark(): number;
	undo(to: number): void;
}

const noCrossings: readonly number[] = [];

export function standingOf(part: Part, sum: Objective): Standing {
	const { offer, parent } = part;
	const crossed = crossingsOfPairs(part);
	const least = leastOfPairs(part);
	const kinds = kindsOfPairs(part);
	const plan: PartPlan = new Int32Array(part.claims.length).fill(-1);
	const at: number[][] = Array.from({ length: part.offers }, () => []);
	const changes = new Int32Array(part.offers);
	const count = new Int32Array(part.limits.length);
	const inCrossing = new Int32Array(part.crossings.length);
	const inMinimum = new Int32Array(part.minimums.length);
	const inMixture = new Int32Array(part.mixtures.length);
	const inAcross = new Int32Array(part.across.length);
	const across = new Map<number, number[]>();
	part.across.forEach(({ pairs }, f) => {
		for (const e of pairs) across.set(e, [...(across.get(e) ?? []), f]);
	});
	const ofKind = part.mixtures.map((rule) => new Int32Array(rule.kinds.length));
	const kindsThere = new Int32Array(part.mixtures.length);
	const groups: number[][] = Array.from(part.claims, () => []);
	part.together.forEach(({ claims }, t) => {
		for (const i of claims) groups[i]?.push(t);
	});
	let cost = sum.alone.reduce((all, each) => all + each, 0);
	part.least.forEach((floor, k) => {
		cost += (sum.short[k] ?? 0) * floor;
	});
	part.across.forEach(({ least }, f) => {
		cost += (sum.across[f] ?? 0) * least;
	});
	/** Per limit: the offers below; per crossing: the offers of its pairs. */
	const below: number[][] = Array.from(part.limits, () => []);
	for (let j = 0; j < part.offers; j++) for (let k = j; k >= 0; k = parent[k] ?? -1) below[k]?.push(j);
	const offersOf = part.crossings.map(({ pairs }) => [...new Set(Array.from(pairs, (e) => offer[e] ?? 0))]);
	/** Moves done: claim and pair it came from. */
	const log: number[] = [];

	const change = (e: number, by: 1 | -1) => {
		for (let k = offer[e] ?? -1; k >= 0; k = parent[k] ?? -1) {
			const floor = part.least[k] ?? 0;
			const now = count[k] ?? 0;
			if ((by > 0 ? now : now - 1) < floor) cost -= by * (sum.short[k] ?? 0);
			count[k] = now + by;
		}
		for (const f of across.get(e) ?? []) {
			const now = inAcross[f] ?? 0;
			if ((by > 0 ? now : now - 1) < (part.across[f]?.least ?? 0)) cost -= by * (sum.across[f] ?? 0);
			inAcross[f] = now + by;
		}
		for (let n = crossed.start[e] ?? 0; n < (crossed.start[e + 1] ?? 0); n++) {
			const c = crossed.at[n] ?? 0;
			inCrossing[c] = (inCrossing[c] ?? 0) + by;
		}
		for (const m of least.get(e) ?? []) inMinimum[m] = (inMinimum[m] ?? 0) + by;
		for (const { rule, kind } of kinds.get(e) ?? []) {
			if (kind < 0) {
				inMixture[rule] = (inMixture[rule] ?? 0) + by;
				continue;
			}
			const row = ofKind[rule];
			if (row === undefined) continue;
			row[kind] = (row[kind] ?? 0) + by;
			if (row[kind] === (by > 0 ? 1 : 0)) kindsThere[rule] = (kindsThere[rule] ?? 0) + by;
		}
	};
	const put = (i: number, e: number) => {
		const from = plan[i] ?? -1;
		if (from === e) return;
		if (from >= 0) {
			change(from, -1);
			const here = at[offer[from] ?? 0] ?? [];
			here.splice(here.indexOf(i), 1);
			changes[offer[from] ?? 0] = (changes[offer[from] ?? 0] ?? 0) + 1;
		}
		cost +=
			(e < 0 ? (sum.alone[i] ?? 0) : (sum.pair[e] ?? 0)) - (from < 0 ? (sum.alone[i] ?? 0) : (sum.pair[from] ?? 0));
		if (e >= 0) {
			change(e, 1);
			at[offer[e] ?? 0]?.push(i);
			changes[offer[e] ?? 0] = (changes[offer[e] ?? 0] ?? 0) + 1;
		}
		plan[i] = e;
	};
	const minimumStands = (m: number) =>
		(inMinimum[m] ?? 0) === 0 || (inMinimum[m] ?? 0) >= (part.minimums[m]?.least ?? 0);
	const mixtureStands = (x: number) =>
		(inMixture[x] ?? 0) === 0 || (kindsThere[x] ?? 0) >= (part.mixtures[x]?.least ?? 0);
	const pairStands = (e: number) => {
		for (let k = offer[e] ?? -1; k >= 0; k = parent[k] ?? -1) if ((count[k] ?? 0) > (part.high[k] ?? 0)) return false;
		for (let n = crossed.start[e] ?? 0; n < (crossed.start[e + 1] ?? 0); n++) {
			const c = crossed.at[n] ?? 0;
			if ((inCrossing[c] ?? 0) > (part.crossings[c]?.limit ?? 0)) return false;
		}
		return (least.get(e) ?? []).every(minimumStands) && (kinds.get(e) ?? []).every(({ rule }) => mixtureStands(rule));
	};
	const groupStands = (t: number) => {
		const claims = part.together[t]?.claims ?? [];
		const first = plan[claims[0] ?? -1] ?? -1;
		return claims.every((i) => {
			const e = plan[i] ?? -1;
			return e < 0 ? first < 0 : first >= 0 && offer[e] === offer[first];
		});
	};
	return {
		plan,
		at,
		changes,
		count,
		inCrossing,
		inMinimum,
		inMixture,
		inAcross,
		move: (i, e) => {
			log.push(i, plan[i] ?? -1);
			put(i, e);
		},
		cost: () => cost,
		fullLimit: (e, more) => {
			for (let k = offer[e] ?? -1; k >= 0; k = parent[k] ?? -1)
				if ((count[k] ?? 0) + more > (part.high[k] ?? 0)) return k;
			return -1;
		},
		fullCrossings: (e, more) => {
			let full: number[] | undefined;
			for (let n = crossed.start[e] ?? 0; n < (crossed.start[e + 1] ?? 0); n++) {
				const c = crossed.at[n] ?? 0;
				if ((inCrossing[c] ?? 0) + more <= (part.crossings[c]?.limit ?? 0)) continue;
				if (full === undefined) full = [c];
				else full.push(c);
			}
			return full ?? noCrossings;
		},
		offersWithin: (limit, crossings) => (limit >= 0 ? below[limit] : offersOf[crossings[0] ?? 0]) ?? [],
		isWithin: (i, limit, crossings) => {
			const e = plan[i] ?? -1;
			if (e < 0) return false;
			if (limit >= 0) {
				let k = offer[e] ?? -1;
				while (k >= 0 && k !== limit) k = parent[k] ?? -1;
				if (k < 0) return false;
			}
			for (const c of crossings) {
				let n = crossed.start[e] ?? 0;
				while (n < (crossed.start[e + 1] ?? 0) && crossed.at[n] !== c) n++;
				if (n === (crossed.start[e + 1] ?? 0)) return false;
			}
			return true;
		},
		dismiss: () => {
			for (let changed = true; changed; ) {
				changed = false;
				const out = (pairs: Int32Array) => {
					for (const e of pairs) {
						const i = part.claimOf[e] ?? 0;
						if (plan[i] !== e) continue;
						changed = true;
						put(i, -1);
						for (const t of groups[i] ?? []) for (const other of part.together[t]?.claims ?? []) put(other, -1);
					}
				};
				part.minimums.forEach(({ pairs }, m) => {
					if (!minimumStands(m)) out(pairs);
				});
				part.mixtures.forEach(({ pairs }, x) => {
					if (!mixtureStands(x)) out(pairs);
				});
			}
			log.length = 0;
		},
		lonely: (e) =>
			(least.get(e) ?? []).some((m) => (inMinimum[m] ?? 0) + 1 < (part.minimums[m]?.least ?? 0)) ||
			(kinds.get(e) ?? []).some(({ rule }) => (inMixture[rule] ?? 0) === 0),
		sound: (since) => {
			for (let n = since; n < log.length; n += 2) {
				const i = log[n] ?? 0;
				const now = plan[i] ?? -1;
				const then = log[n + 1] ?? -1;
				if (now >= 0 ? !pairStands(now) : part.alone[i] !== 1) return false;
				if (then >= 0 && !pairStands(then)) return false;
				for (const t of groups[i] ?? []) if (!groupStands(t)) return false;
			}
			return true;
		},
		mark: () => log.length,
		undo: (to) => {
			while (log.length > to) {
				const from = log.pop() ?? -1;
				put(log.pop() ?? 0, from);
			}
		},
	};

	function leastOfPairs({ minimums }: Part): Map<number, number[]> {
		const of = new Map<number, number[]>();
		minimums.forEach(({ pairs }, m) => {
			for (const e of pairs) of.set(e, [...(of.get(e) ?? []), m]);
		});
		return of;
	}
	/** Kind −1 stands for the place itself. */
	function kindsOfPairs({ mixtures }: Part): Map<number, { readonly rule: number; readonly kind: number }[]> {
		const of = new Map<number, { rule: number; kind: number }[]>();
		mixtures.forEach(({ pairs, kinds: groups }, rule) => {
			for (const [kind, members] of [pairs, ...groups].entries())
				for (const e of members) of.set(e, [...(of.get(e) ?? []), { rule, kind: kind - 1 }]);
		});
		return of;
	}
}
