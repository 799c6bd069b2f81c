import type { Asking } from "./ask.ts";
import { grain } from "./bound.ts";
import { crossingsOfPairs } from "./crossed.ts";
import type { Near } from "./nearest.ts";
import type { Part } from "./part.ts";
import type { Region, Regions } from "./region.ts";
import type { Standing } from "./standing.ts";

/** Claims solved anew together: few at a time first, which is quick work and leaves less for the larger. */
const sizes = [600, 1_500] as const;
/** Models solved anew at most, and seeds of each. */
const mostModels = 90;
const seedsEach = 4;

/** Solves claims anew, those first at which most is lost, until the plan costs no more than is asked or there is nothing left to try. */
export function* refined(
	standing: Standing,
	near: Near,
	idle: (pair: number) => number,
	regions: Regions,
	cut: number,
	enough: number,
	atOnce: number,
): Asking<void> {
	const { plan } = standing;
	let models = 0;
	for (const size of sizes) {
		const tried = new Set<number>();
		/** Who has been solved anew in this sweep: whatever is lost around them still, another look right away finds nothing. */
		let swept = new Set<number>();
		for (; models < mostModels && standing.cost() > enough; models += atOnce) {
			// What has a price and is not full is lost at those who could have it.
			const lost = Float64Array.from(plan, (now, i) => {
				let most = 0;
				for (const e of near.pairs(i)) if (e !== now) most = Math.max(most, idle(e) - near.regret(i, e));
				return most + near.regret(i, now);
			});
			const worst = Array.from(lost.keys())
				.filter((i) => (lost[i] ?? 0) > 0.5 && !tried.has(i))
				.sort((a, b) => (lost[b] ?? 0) - (lost[a] ?? 0) || a - b);
			if (worst.every((i) => swept.has(i))) {
				// Few at a time are swept once; the larger regions after that go over what is left again and again.
				if (worst.length === 0 || size !== sizes.at(-1)) break;
				swept = new Set();
			}
			/** Regions that have nobody in common. */
			const found: Region[] = [];
			const inside = new Set<number>();
			while (found.length < atOnce) {
				const seeds = worst.filter((i) => !swept.has(i) && !inside.has(i) && !tried.has(i)).slice(0, seedsEach);
				if (seeds.length === 0) break;
				for (const i of seeds) tried.add(i);
				const region = regions.around(seeds, size, cut, inside);
				found.push(region);
				for (const i of region.claims) inside.add(i);
			}
			yield* regions.solve(found, cut);
			for (const i of inside) swept.add(i);
			yield { kind: "working", plan: plan.slice() };
			// Everybody was free to move: nothing larger is left to try.
			if (found.some(({ claims }) => claims.length === plan.length)) return;
		}
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
