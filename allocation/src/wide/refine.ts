import type { Asking } from "./ask.ts";
import { grain } from "./bound.ts";
import { crossingsOfPairs } from "./crossed.ts";
import type { Near } from "./nearest.ts";
import type { Part } from "./part.ts";
import type { Regions } from "./region.ts";
import type { Standing } from "./standing.ts";

/** Claims solved anew together: few at a time first, which is quick work and leaves less for the larger. */
const sizes = [600, 900, 1_500] as const;
/** Models solved anew at most, and seeds of each. */
const mostModels = 90;
const seedsEach = 4;

/** Solves claims anew, those first at which most is lost, until the plan costs no more than is asked or there is nothing left to try. */
export function* refined(
	standing: Standing,
	near: Near,
	idle: () => (pair: number) => number,
	regions: Regions,
	cut: number,
	enough: number,
): Asking<void> {
	const { plan } = standing;
	let models = 0;
	for (const size of sizes) {
		const tried = new Set<number>();
		/** Who has been solved anew in this sweep: whatever is lost around them still, another look right away finds nothing. */
		let swept = new Set<number>();
		for (; models < mostModels && standing.cost() > enough; models++) {
			// What has a price and is not full is lost at those who could have it.
			const idles = idle();
			const lost = Float64Array.from(plan, (now, i) => {
				let most = 0;
				for (const e of near.pairs(i)) if (e !== now) most = Math.max(most, idles(e) - near.regret(i, e));
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
			const seeds = worst.filter((i) => !swept.has(i)).slice(0, seedsEach);
			for (const i of seeds) tried.add(i);
			const region = regions.around(seeds, size, cut);
			yield* regions.solve(region, cut);
			for (const i of region.claims) swept.add(i);
			yield { kind: "working", plan: plan.slice() };
			// Everybody was free to move: nothing larger is left to try.
			if (region.claims.length === plan.length) return;
		}
	}
}

/** What the prices of a pair amount to for which there is room; to be asked for anew when the plan is another. */
export function idleOf(
	part: Part,
	standing: Standing,
	limit: Float64Array,
	crossing: Float64Array,
): () => (pair: number) => number {
	const crossed = crossingsOfPairs(part);
	const around = new Float64Array(part.limits.length);
	const open = new Float64Array(part.crossings.length);
	return () => {
		for (let k = around.length - 1; k >= 0; k--) {
			const own = (standing.count[k] ?? 0) < (part.high[k] ?? 0) ? (limit[k] ?? 0) / grain : 0;
			around[k] = own + (around[part.parent[k] ?? -1] ?? 0);
		}
		part.crossings.forEach((rule, c) => {
			open[c] = (standing.inCrossing[c] ?? 0) < rule.limit ? (crossing[c] ?? 0) : 0;
		});
		return (e) => {
			let price = around[part.offer[e] ?? 0] ?? 0;
			for (let at = crossed.start[e] ?? 0; at < (crossed.start[e + 1] ?? 0); at++)
				price += open[crossed.at[at] ?? 0] ?? 0;
			return price;
		};
	};
}
