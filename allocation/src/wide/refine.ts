import type { Asking } from "./ask.ts";
import { grain } from "./bound.ts";
import { crossingsOfPairs } from "./climb.ts";
import type { Near } from "./nearest.ts";
import type { Part } from "./part.ts";
import type { Regions } from "./region.ts";
import type { Standing } from "./standing.ts";

/** Models solved anew at most, and seeds of each. */
const mostModels = 60;
const seedsEach = 4;

/** Solves claims anew, those first at which most is lost, until the plan costs no more than is asked or there is nothing left to try. */
export function* refined(
	standing: Standing,
	near: Near,
	idle: (pair: number) => number,
	regions: Regions,
	cut: number,
	enough: number,
): Asking<void> {
	const { plan } = standing;
	const tried = new Set<number>();
	for (let model = 0; model < mostModels && standing.cost() > enough; model++) {
		// What has a price and is not full is lost at those who could have it.
		const lost = Float64Array.from(plan, (now, i) => {
			let most = 0;
			for (const e of near.pairs(i)) if (e !== now) most = Math.max(most, idle(e) - near.regret(i, e));
			return most + near.regret(i, now);
		});
		const seeds = Array.from(lost.keys())
			.filter((i) => (lost[i] ?? 0) > 0.5 && !tried.has(i))
			.sort((a, b) => (lost[b] ?? 0) - (lost[a] ?? 0) || a - b)
			.slice(0, seedsEach);
		if (seeds.length === 0) return;
		for (const i of seeds) tried.add(i);
		yield* regions.solve(seeds, cut, cut);
		yield { kind: "working", plan: plan.slice() };
	}
}

/** What the prices of a pair amount to for which there is room. */
export function idleOf(
	part: Part,
	standing: Standing,
	limit: Float64Array,
	crossing: Float64Array,
): (pair: number) => number {
	const crossed = crossingsOfPairs(part);
	return (e) => {
		let price = 0;
		for (let k = part.offer[e] ?? -1; k >= 0; k = part.parent[k] ?? -1)
			if ((standing.count[k] ?? 0) < (part.high[k] ?? 0)) price += (limit[k] ?? 0) / grain;
		for (let at = crossed.start[e] ?? 0; at < (crossed.start[e + 1] ?? 0); at++) {
			const c = crossed.at[at] ?? 0;
			if ((standing.inCrossing[c] ?? 0) < (part.crossings[c]?.limit ?? 0)) price += crossing[c] ?? 0;
		}
		return price;
	};
}
