import { type Certificate, provedBy, type Stage } from "./certificate.ts";
import type { Finding } from "./facts/finding.ts";
import type { Budget } from "./levels/budget.ts";
import { type Counted, countedBy } from "./levels/counted.ts";
import type { Level } from "./levels/level.ts";
import { narrow, ownPrice } from "./levels/options.ts";
import { depthOf, type Row, type Step, stepsOf } from "./levels/rows.ts";
import { smallest } from "./levels/smallest.ts";
import { combine, type StageState, solveStage } from "./levels/stage.ts";
import { traded } from "./levels/trade.ts";
import { costsOf, isBetter, type StepValue, valueOfRow, valuesOf } from "./levels/value.ts";
import type { Plan, Problem } from "./problem.ts";

/** Where an allocation stands: `plan` is complete and keeps every limit, and is at least as good as the one before it. */
export interface Progress {
	/** Index of the level being worked on. */
	readonly level: number;
	readonly levels: number;
	/** Bids or pivots made on it. */
	readonly steps: number;
	/** The best plan so far: at first the locks alone, or the plan that the caller began from. */
	readonly plan: Plan;
}

export interface Allocated {
	readonly kind: "allocated";
	readonly plan: Plan;
	readonly values: readonly StepValue[];
	/** Per step: what no plan that is as good on the steps before can go below; null where nothing is proved. */
	readonly bounds: readonly (number | null)[];
	/** `optimal` when every step is proved: at its bound, or above it by no more than the tolerance its level states. */
	readonly holds: "optimal" | "feasible";
	readonly certificate: Certificate;
}

export interface Refused {
	readonly kind: "refused";
	readonly findings: readonly Finding[];
}

/**
 * A plan to begin from, keeping locks and limits, with prices per stage and limit near the right ones if known. It changes the time, not
 * the values of the levels, nor the plan where a level of ties leaves only one.
 */
export interface Beginning {
	readonly plan: Plan;
	readonly near?: readonly Float64Array[];
}

/**
 * Finds the best plan by the levels, with its proof. A generator: it yields often enough for the caller to show progress, keep
 * time or stop; a caller that stops keeps the last plan it was given, which is feasible but not proved.
 */
export function* allocation(
	problem: Problem,
	levels: readonly Level[],
	beginning?: Beginning,
): Generator<Progress, Allocated | Refused> {
	const built = stepsOf(problem, levels);
	if (built.kind === "refused") return built;
	const counted = countedBy(problem, levels, built.steps);
	const { steps, options } = counted;
	const inner = counted.problem;
	const stages: Stage[] = [];
	let plan: Plan = counted.inward(beginning?.plan ?? Int32Array.from(problem.lock));
	let bounds: (number | null)[] = steps.map(() => null);
	/** Takes a plan on the way if it is better by the levels; phases need not improve on one another. */
	const improve = (other: Plan | undefined) => {
		if (other !== undefined && stages.length === 0 && isBetter(inner, steps, other, plan)) plan = other;
	};
	const tell = (level: number, state: StageState): Progress => ({
		level,
		levels: levels.length,
		steps: state.steps,
		plan: counted.outward(plan),
	});
	yield tell(0, { steps: 0 });
	/** What a stage and the sum after it come to when they are solved as one, with the weight of the first beside the second. */
	let ahead: { readonly price: Float64Array; readonly weight: number } | undefined;
	const budgets: Budget[] = [];
	const ownPrices = (price: Float64Array) => counted.parted(Array.from(price, (_, k) => ownPrice(inner, price, k)));
	/** Holds a sum to `most` from here on. Whoever is unplaced of a class is held by a limit, all else by a budget. */
	const hold = (row: Row, most: number, proved: number) => {
		const place = row.unplaced === undefined ? -1 : counted.placeOf(row.unplaced);
		if (place >= 0) options.high[place] = Math.min(options.high[place] ?? 0, proved);
		else budgets.push({ row, most, proved });
	};
	for (let at = 0; at < steps.length; ) {
		const step = steps[at];
		if (step === undefined) break;
		if ("largest" in step) {
			const found = yield* smallest(inner, options, plan, step, budgets, (state) => tell(step.level, state));
			plan = found.plan;
			const { stage } = found;
			bounds[at] = stage.least ?? stage.most;
			const prices = stage.prices.length === 0 ? { prices: [] } : counted.parted(stage.prices);
			stages.push({ ...stage, plan: Array.from(counted.outward(plan)), ...prices });
			at++;
			continue;
		}
		const rows = rowsFrom(steps, at);
		if (budgets.length > 0) {
			// What is still equal by then is left as it falls, but for what is settled along with the step before.
			if (levels[step.level]?.kind === "ties") break;
			const found = yield* traded(inner, options, plan, budgets, rows, (state) => tell(step.level, state));
			plan = found.plan;
			const { weights, bound } = found;
			const value = valueOfRow(inner, step, plan);
			bounds[at] = bound;
			const prices = ownPrices(found.price);
			stages.push(
				step.tolerance > 0
					? { kind: "given", ...prices, plan: Array.from(counted.outward(plan)), weights }
					: { kind: "trade", weights, ...prices },
			);
			hold(step, Math.max(value, bound + step.tolerance), value + step.tolerance);
			at++;
			continue;
		}
		const weighted = combine(inner, rows, depthOf(inner));
		const given = steps[at + weighted.length];
		if (step.tolerance === 0 && given !== undefined && !("largest" in given) && given.tolerance > 0) {
			// Alone, a sum that may give way would begin from a plan that knows nothing of it; solved together with what is before it, it is nearly there.
			const together = combine(inner, [...weighted.map(({ row }) => row), given], depthOf(inner));
			if (together.length > weighted.length) {
				const found = yield* ended(solveStage(inner, options, together, plan), (state) => tell(step.level, state));
				ahead = { price: found.price, weight: together.at(-2)?.weight ?? 1 };
				plan = found.plan;
			}
		}
		const guess = ahead;
		const near =
			nearOf(counted, beginning?.near?.[stages.length]) ??
			(step.tolerance > 0 ? guess?.price : guess?.price.map((each) => Math.round(each / guess.weight)));
		const run = solveStage(inner, options, weighted, plan, near);
		let next = run.next();
		for (; !next.done; next = run.next()) {
			improve(next.value.plan);
			yield tell(step.level, next.value);
		}
		plan = next.value.plan;
		const { price } = next.value;
		ahead =
			guess === undefined || step.tolerance > 0
				? undefined
				: { ...guess, price: guess.price.map((each, k) => each - guess.weight * (price[k] ?? 0)) };
		const prices = ownPrices(price);
		for (const [s, { row }] of weighted.entries()) bounds[at + s] = valueOfRow(inner, row, plan);
		if (step.tolerance > 0) {
			stages.push({ kind: "given", ...prices, plan: Array.from(counted.outward(plan)) });
			const most = valueOfRow(inner, step, plan) + step.tolerance;
			hold(step, most, most);
		} else {
			stages.push({ kind: "sum", weights: weighted.map(({ weight }) => weight), ...prices });
			const { pair, alone, short } = costsOf(inner, weighted);
			narrow(inner, options, { pair, alone, short, price });
		}
		at += weighted.length;
	}
	const values = valuesOf(inner, steps, plan);
	const own = counted.outward(plan);
	// What later steps are at least depends on what the earlier ones came to in the end.
	if (budgets.length > 0) bounds = [...provedBy(problem, levels, own, stages)];
	const proved = steps.every((step, s) => {
		const bound = bounds[s] ?? null;
		return bound !== null && (values[s]?.value ?? 0) <= bound + step.tolerance;
	});
	return {
		kind: "allocated",
		plan: own,
		values,
		bounds,
		holds: proved ? "optimal" : "feasible",
		certificate: { stages },
	};
}

/** Prices of limits as those of the problem in which staying unplaced is counted. */
function nearOf(counted: Counted, near: Float64Array | undefined): Float64Array | undefined {
	return near === undefined ? undefined : Float64Array.from(counted.joined(Array.from(near)));
}

/** Runs a stage to its end, telling where it stands. */
function* ended<State, Told, Result>(
	run: Generator<State, Result>,
	tell: (state: State) => Told,
): Generator<Told, Result> {
	let next = run.next();
	for (; !next.done; next = run.next()) yield tell(next.value);
	return next.value;
}

/** Runs an allocation to its end. */
export function allocate(problem: Problem, levels: readonly Level[], beginning?: Beginning): Allocated | Refused {
	const run = allocation(problem, levels, beginning);
	let next = run.next();
	while (!next.done) next = run.next();
	return next.value;
}

/** Scores any plan, also one made or edited by hand, by the same levels. */
export function scored(problem: Problem, levels: readonly Level[], plan: Plan): readonly StepValue[] {
	const built = stepsOf(problem, levels);
	return built.kind === "refused" ? [] : valuesOf(problem, built.steps, plan);
}

/** The sums from here up to the next largest; one that may give way stands alone. */
function rowsFrom(steps: readonly Step[], at: number): Row[] {
	const rows: Row[] = [];
	for (const step of steps.slice(at)) {
		if ("largest" in step) break;
		if (step.tolerance > 0) return rows.length > 0 ? rows : [step];
		rows.push(step);
	}
	return rows;
}
