import { type Objective, plus } from "./objective.ts";
import type { Part } from "./part.ts";
import type { Target } from "./search.ts";

/** What a sum that is no count weighs, in greatest differences of what comes after it. */
const sumScale = 4;

/** Whether a sum counts only who stays unplaced, or what is missing to floors. */
export function isCount(sum: Objective): boolean {
	return sum.pair.every((cost) => cost === 0);
}

/** No two options of one claim differ by more, nor does one missing to a floor cost more. */
export function spreadOf(part: Part, sum: Objective): number {
	let spread = 1;
	for (let i = 0; i < part.claims.length; i++) {
		let low = part.alone[i] === 1 ? (sum.alone[i] ?? 0) : Number.POSITIVE_INFINITY;
		let high = part.alone[i] === 1 ? low : Number.NEGATIVE_INFINITY;
		for (let e = part.start[i] ?? 0; e < (part.start[i + 1] ?? 0); e++) {
			low = Math.min(low, sum.pair[e] ?? 0);
			high = Math.max(high, sum.pair[e] ?? 0);
		}
		spread = Math.max(spread, high - low);
	}
	return [...sum.short, ...sum.across].reduce((most, each) => Math.max(most, each), spread);
}

/** Each target outdoes what a few moves can do to the later ones; a count outdoes the next by two; the last count weighs `scale` greatest differences of what comes after it. */
export function weightsOf(part: Part, targets: readonly Target[], scale: number): number[] {
	const weights = targets.map(() => 1);
	let later = 0;
	for (let g = targets.length - 1; g >= 0; g--) {
		const sum = targets[g]?.sum;
		if (sum === undefined) continue;
		const next = targets[g + 1]?.sum;
		if (next !== undefined)
			weights[g] =
				isCount(sum) && isCount(next)
					? 2 * (weights[g + 1] ?? 1)
					: Math.max(1, (isCount(sum) ? scale : sumScale) * later);
		later += (weights[g] ?? 1) * spreadOf(part, sum);
	}
	return weights;
}

/** The first targets as one sum. */
export function weighed(part: Part, targets: readonly Target[], weights: readonly number[], most: number): Objective {
	let all: Objective = {
		pair: new Float64Array(part.pairs.length),
		alone: new Float64Array(part.claims.length),
		short: new Float64Array(part.limits.length),
		across: new Float64Array(part.across.length),
	};
	targets.slice(0, most).forEach(({ sum }, g) => {
		all = plus(all, sum, weights[g] ?? 0);
	});
	return all;
}
