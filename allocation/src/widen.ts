import type { Certificate } from "./certificate.ts";
import type { Level } from "./levels/level.ts";
import { aroundPrices, everyOption } from "./levels/options.ts";
import { classesOf, type Row, type Step, stepsOf } from "./levels/rows.ts";
import { costsOf } from "./levels/value.ts";
import type { Problem } from "./problem.ts";

/**
 * Pairs that a proof does not cover. A problem may be solved on some of its pairs, if those left out cost so much at the prices of its
 * proof that no plan gains by them: then the proof holds with them too. `all` has some of the problem's claims with every pair
 * they have, and the same limits; `known` says which of those the problem has. Gives the others that would break the proof,
 * each of which has to be added before the problem is solved again; when there are none for any claim, the proof covers every pair.
 *
 * The pair that costs most in the burden should be among the known, since it decides how steps are weighed against each other.
 * @throws Error where the levels cannot be carried out on `all`.
 */
export function missedBy(
	problem: Problem,
	levels: readonly Level[],
	certificate: Certificate,
	all: Problem,
	known: Uint8Array,
): number[] {
	const [mine, theirs] = [stepsOf(problem, levels), stepsOf(all, levels)];
	if (mine.kind === "refused" || theirs.kind === "refused") throw new Error("levels that cannot be carried out");
	const { open, alone } = everyOption({
		...all,
		limit: leftByLocks(problem),
		lock: new Int32Array(all.claims).fill(-1),
	});
	const missed = new Set<number>();
	const names = new Set(mine.steps.map(nameOf));
	const classes = classesOf(problem);
	// A value that no known pair has is a step of its own, which the proof knows nothing of.
	for (const step of theirs.steps)
		if (!("largest" in step) && levels[step.level]?.kind === "generous" && !names.has(nameOf(step)))
			for (let e = 0; e < known.length; e++) if (known[e] === 0 && step.pair(e) > 0) missed.add(e);
	const rowOf = new Map(theirs.steps.map((step) => [nameOf(step), step] as const));
	const stepAt = (at: number): Step | undefined => {
		const step = mine.steps[at];
		return step === undefined ? undefined : (rowOf.get(nameOf(step)) ?? without(step));
	};

	/** Looks for pairs below the least of their claim, and closes what is above it if the stage narrows. */
	const judge = (
		cost: (pair: number) => number,
		unplaced: (claim: number) => number,
		stage: Certificate["stages"][number],
		counts: (pair: number) => boolean,
		narrows: boolean,
	) => {
		const price = aroundPrices(problem, stage.prices);
		const staying = (claim: number) =>
			unplaced(claim) + (stage.unplaced?.[classes.indexOf(all.priority[claim] ?? 0)] ?? 0);
		for (let i = 0; i < all.claims; i++) {
			const [first, end] = [all.start[i] ?? 0, all.start[i + 1] ?? 0];
			const value = (e: number) => cost(e) + (price[all.offer[e] ?? 0] ?? 0);
			let least = alone[i] === 1 ? staying(i) : Number.POSITIVE_INFINITY;
			for (let e = first; e < end; e++)
				if (known[e] === 1 && open[e] === 1 && counts(e)) least = Math.min(least, value(e));
			for (let e = first; e < end; e++) {
				if (open[e] !== 1 || !counts(e)) continue;
				const more = value(e) - least;
				if (known[e] === 0 && more < 0) missed.add(e);
				if (narrows && more > 0) open[e] = 0;
			}
			if (narrows && staying(i) > least) alone[i] = 0;
		}
	};
	const every = () => true;
	const weighted = (rows: readonly { readonly at: number; readonly weight: number }[]) =>
		costsOf(
			all,
			rows.flatMap(({ at, weight }) => {
				const row = stepAt(at);
				return row === undefined || "largest" in row ? [] : [{ row, weight }];
			}),
		);
	let at = 0;
	const budgets: number[] = [];
	/** The sums held within budgets, and the step itself, each with its weight. */
	const held = (weights: readonly number[], own: readonly number[] = []) =>
		weighted([...budgets, ...own].map((row, r) => ({ at: row, weight: weights[r] ?? 0 })));
	for (const stage of certificate.stages) {
		if (stage.kind === "sum") {
			const costs = weighted(stage.weights.map((weight, index) => ({ at: at + index, weight })));
			judge(costs.pair, costs.alone, stage, every, true);
			at += stage.weights.length;
		} else if (stage.kind === "largest") {
			const step = stepAt(at);
			if (step === undefined || !("largest" in step)) continue;
			const costs = held(stage.weights ?? budgets.map(() => 1));
			const { largest } = step;
			const least = stage.least ?? stage.most;
			if (least >= 0) judge(costs.pair, costs.alone, stage, (e) => (largest[e] ?? 0) < least, false);
			for (let e = 0; e < open.length; e++) if ((largest[e] ?? 0) > stage.most + step.tolerance) open[e] = 0;
			at++;
		} else {
			const costs = held(stage.weights ?? [1], [at]);
			judge(costs.pair, costs.alone, stage, every, false);
			const step = mine.steps[at];
			// Where the unplaced of a class are counted, a limit holds them.
			if (stage.unplaced === undefined || step === undefined || "largest" in step || step.unplaced === undefined)
				budgets.push(at);
			at++;
		}
	}
	return [...missed].sort((a, b) => a - b);
}

const nameOf = ({ level, name }: Pick<Step, "level" | "name">) => `${level} ${name}`;

/** A step in which none of these claims has a part. */
function without(step: Step): Step {
	if ("largest" in step) return { ...step, largest: new Int32Array(0) };
	const row: Row = { ...step, pair: () => 0, alone: () => 0 };
	return { ...row, tolerance: step.tolerance };
}

/** Per limit: the places that locked claims leave. */
function leftByLocks(problem: Problem): Int32Array {
	const left = problem.limit.slice();
	for (const pair of problem.lock)
		for (let k = pair < 0 ? -1 : (problem.offer[pair] ?? 0); k >= 0; k = problem.parent[k] ?? -1)
			left[k] = (left[k] ?? 0) - 1;
	return left;
}
