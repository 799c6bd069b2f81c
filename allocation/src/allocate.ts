import type { Certificate, Stage } from "./certificate.ts";
import type { Finding } from "./facts/finding.ts";
import type { Level } from "./levels/level.ts";
import { everyOption, largestOf, narrow, type Options, ownPrice, within } from "./levels/options.ts";
import { depthOf, type Row, type Step, stepsOf } from "./levels/rows.ts";
import { combine, type StageState, solveStage } from "./levels/stage.ts";
import type { Plan, Problem } from "./problem.ts";

/** Where an allocation stands: `plan` is complete and keeps every limit, and is at least as good as the one before it. */
export interface Progress {
	/** Index of the level being worked on. */
	readonly level: number;
	readonly levels: number;
	readonly bids: number;
	readonly waiting: number;
	/** The best plan so far: at first the locks alone. */
	readonly plan: Plan;
}

/** The value of one step of a level under the plan. */
export interface StepValue {
	readonly level: number;
	readonly name: string;
	readonly value: number;
}

export interface Allocated {
	readonly kind: "allocated";
	readonly plan: Plan;
	readonly values: readonly StepValue[];
	/** Every level is proved, not just found. */
	readonly holds: "optimal";
	readonly certificate: Certificate;
}

export interface Refused {
	readonly kind: "refused";
	readonly findings: readonly Finding[];
}

/**
 * Finds the best plan by the levels, with its proof. A generator: it yields often enough for the caller to show progress, keep
 * time or stop; a caller that stops keeps the last plan it was given, which is feasible but not proved.
 */
export function* allocation(problem: Problem, levels: readonly Level[]): Generator<Progress, Allocated | Refused> {
	const built = stepsOf(problem, levels);
	if (built.kind === "refused") return built;
	const options = everyOption(problem);
	const stages: Stage[] = [];
	let plan: Plan = Int32Array.from(problem.lock);
	let values = valuesOf(built.steps, plan);
	/** Takes a plan that a phase ended with if it is better by the levels; phases need not improve on one another. */
	const improve = (other: Plan | undefined) => {
		if (other === undefined || stages.length > 0) return;
		const theirs = valuesOf(built.steps, other);
		if (!isBetter(theirs, values)) return;
		plan = other;
		values = theirs;
	};
	const tell = (level: number, state: StageState): Progress => ({
		level,
		levels: levels.length,
		bids: state.bids,
		waiting: state.waiting,
		plan,
	});
	for (let at = 0; at < built.steps.length; ) {
		const step = built.steps[at];
		if (step === undefined) break;
		if ("largest" in step) {
			const found = yield* smallest(problem, options, plan, step.largest, (state) => tell(step.level, state));
			plan = found.plan;
			stages.push(found.stage);
			at++;
			continue;
		}
		const weighted = combine(problem, rowsFrom(built.steps, at), depthOf(problem));
		const run = solveStage(problem, options, weighted);
		let next = run.next();
		for (; !next.done; next = run.next()) {
			improve(next.value.plan);
			yield tell(step.level, next.value);
		}
		plan = next.value.plan;
		const { price } = next.value;
		stages.push({ kind: "sum", weights: weighted.map(({ weight }) => weight), prices: ownPrices(problem, price) });
		narrow(problem, options, {
			pair: (e) => weighted.reduce((sum, { row, weight }) => sum + weight * row.pair(e), 0),
			alone: (i) => weighted.reduce((sum, { row, weight }) => sum + weight * row.alone(i), 0),
			price,
		});
		at += weighted.length;
	}
	values = valuesOf(built.steps, plan);
	return { kind: "allocated", plan, values, holds: "optimal", certificate: { stages } };
}

/** Runs an allocation to its end. */
export function allocate(problem: Problem, levels: readonly Level[]): Allocated | Refused {
	const run = allocation(problem, levels);
	let next = run.next();
	while (!next.done) next = run.next();
	return next.value;
}

/** Scores any plan, also one made or edited by hand, by the same levels. */
export function scored(problem: Problem, levels: readonly Level[], plan: Plan): readonly StepValue[] {
	const built = stepsOf(problem, levels);
	return built.kind === "refused" ? [] : valuesOf(built.steps, plan);
}

function rowsFrom(steps: readonly Step[], at: number): Row[] {
	const rows: Row[] = [];
	for (const step of steps.slice(at)) {
		if ("largest" in step) break;
		rows.push(step);
	}
	return rows;
}

function valuesOf(steps: readonly Step[], plan: Plan): StepValue[] {
	return steps.map((step) => {
		if ("largest" in step) return { level: step.level, name: step.name, value: largestOf(plan, step.largest) };
		let value = 0;
		plan.forEach((pair, i) => {
			value += pair < 0 ? step.alone(i) : step.pair(pair);
		});
		return { level: step.level, name: step.name, value };
	});
}

function isBetter(a: readonly StepValue[], b: readonly StepValue[]): boolean {
	for (const [index, { value }] of a.entries()) {
		const other = b[index]?.value ?? 0;
		if (value !== other) return value < other;
	}
	return false;
}

function ownPrices(problem: Problem, price: Float64Array): number[] {
	return Array.from(price, (_, k) => ownPrice(problem, price, k));
}

/**
 * The smallest largest part: halves the values between none and the plan's own, asking each time whether the levels so far can be
 * kept within it. The last refusal is the proof that nothing smaller will do.
 */
function* smallest(
	problem: Problem,
	options: Options,
	plan: Plan,
	largest: Int32Array,
	tell: (state: StageState) => Progress,
): Generator<Progress, { readonly plan: Plan; readonly stage: Stage }> {
	const now = largestOf(plan, largest);
	const values = [...new Set(largest)].filter((value) => value < now).sort((a, b) => a - b);
	let best = plan;
	let prices: readonly number[] = [];
	let low = 0;
	let high = values.length;
	// Also with no pair at all a plan may keep the levels so far: −1 stands for that.
	const thresholds = [-1, ...values];
	high++;
	while (low < high) {
		const middle = (low + high) >> 1;
		const run = solveStage(problem, within(options, largest, thresholds[middle] ?? 0), []);
		let next = run.next();
		for (; !next.done; next = run.next()) yield tell(next.value);
		if (next.value.kept) {
			best = next.value.plan;
			high = middle;
		} else {
			prices = ownPrices(problem, next.value.price);
			low = middle + 1;
		}
	}
	const most = largestOf(best, largest);
	options.open.set(within(options, largest, most).open);
	return { plan: best, stage: { kind: "largest", most, prices: most < 0 ? [] : prices } };
}
