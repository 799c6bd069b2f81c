import type { Refusal } from "../../../outcome.ts";
import type { Measure } from "../programme/contract.ts";
import type { ProjectRefusal } from "../project/contract.ts";
import type { Goal, GoalFacts, GoalStanding, Measurement, MeasurementFacts, Vagueness } from "./contract.ts";

/** Whether it is known how it stood before. Without that, no change can be shown. */
export function hasBaseline({ baseline }: Pick<Goal, "baseline">): boolean {
	return baseline !== null;
}

/** Whether the goal is one that values are measured of. */
export function isMeasurable({ indicator, measuredIn }: Pick<Goal, "indicator" | "measuredIn">): boolean {
	return indicator !== "" && measuredIn !== "";
}

/** What a goal does not say yet: what makes it hard to know whether it is reached. */
export function vaguenessOf(goal: GoalFacts): Vagueness[] {
	const lacking: [Vagueness, boolean][] = [
		["no-indicator", goal.indicator === ""],
		["no-unit", goal.indicator !== "" && goal.measuredIn === ""],
		["no-target", goal.target === null],
		["no-due", goal.dueOn === null],
		["no-baseline", goal.baseline === null],
	];
	return lacking.flatMap(([code, lacks]) => (lacks ? [code] : []));
}

/** What the goals of a project can serve: those of the programme it is part of, and how they are measured alike. */
export type Served = {
	readonly goals: readonly { readonly id: string }[];
	readonly measures: readonly Measure[];
};

/** A goal measured as its programme says gets the programme's words where it has none. What it says itself is never touched. */
export function worded(facts: GoalFacts, measures: readonly Measure[]): GoalFacts {
	const measure = measures.find(({ id }) => id === facts.measuredAsId);
	if (!measure) return facts;
	return {
		...facts,
		indicator: facts.indicator === "" ? measure.indicator : facts.indicator,
		definition: facts.definition === "" ? measure.definition : facts.definition,
		measuredIn: facts.measuredIn === "" ? measure.measuredIn : facts.measuredIn,
	};
}

/** Why a goal cannot serve what it says, or be measured so; `served` is null for a project that is part of no programme. */
export function refuseServing(
	{ servesId, measuredAsId }: Pick<GoalFacts, "servesId" | "measuredAsId">,
	served: Served | null,
): Refusal<ProjectRefusal>[] {
	if (servesId !== null && !served?.goals.some(({ id }) => id === servesId))
		return [{ code: "serves-unknown", field: "servesId" }];
	if (measuredAsId === null) return [];
	const measure = served?.measures.find(({ id }) => id === measuredAsId);
	return measure && measure.goalId === servesId ? [] : [{ code: "measure-of-another", field: "measuredAsId" }];
}

/** What is wrong with a goal as it is stated; `before` is what stood, with how many values have been measured of it. */
export function refuseGoal(
	facts: GoalFacts,
	about: {
		readonly today: string;
		readonly before: Goal | null;
		/** The days values were measured that still count. */
		readonly measuredOn: readonly string[];
	},
): Refusal<ProjectRefusal>[] {
	const refusals: Refusal<ProjectRefusal>[] = [];
	const { baseline, baselineOn, baselineSource } = facts;
	if (baseline !== null || baselineOn !== null || baselineSource !== "") {
		if (baseline === null) refusals.push({ code: "baseline-half-said", field: "baseline" });
		if (baselineOn === null) refusals.push({ code: "baseline-half-said", field: "baselineOn" });
		if (baselineSource === "") refusals.push({ code: "baseline-half-said", field: "baselineSource" });
	}
	if ((baseline !== null || facts.target !== null) && !isMeasurable(facts))
		refusals.push({ code: "not-measurable", field: facts.indicator === "" ? "indicator" : "measuredIn" });
	if (baselineOn !== null && baselineOn > about.today) refusals.push({ code: "ahead-of-today", field: "baselineOn" });
	const first = about.measuredOn.toSorted()[0];
	if (about.before && first !== undefined) {
		// What has been measured stands against what it was measured against.
		const { before } = about;
		const changed = (["baseline", "baselineOn", "measuredIn", "indicator", "definition"] as const).find(
			(one) => before[one] !== facts[one] && !(one.startsWith("baseline") && before.baseline === null),
		);
		if (changed) refusals.push({ code: "baseline-locked", field: changed });
		else if (before.baseline === null && baselineOn !== null && baselineOn >= first)
			refusals.push({ code: "baseline-after-measurement", field: "baselineOn" });
	}
	return refusals;
}

/** Why a value cannot be noted. */
export function refuseMeasurement(goal: Goal, facts: MeasurementFacts, today: string): Refusal<ProjectRefusal>[] {
	if (!isMeasurable(goal)) return [{ code: "not-measurable" }];
	if (facts.measuredOn > today) return [{ code: "ahead-of-today", field: "measuredOn" }];
	if (goal.baselineOn !== null && facts.measuredOn <= goal.baselineOn)
		return [{ code: "before-baseline", field: "measuredOn" }];
	return [];
}

/** The values that count, in the order they were measured. */
export function standingValues<One extends Pick<Measurement, "measuredOn" | "undoneAt">>(list: readonly One[]): One[] {
	return list
		.filter(({ undoneAt }) => undoneAt === null)
		.sort((one, other) => one.measuredOn.localeCompare(other.measuredOn));
}

/**
 * How a goal stands by its last value: how much of the way from the baseline to the target is gone, of a hundred; below zero
 * where it goes the other way. Null where that cannot be said: no baseline, no target, nothing measured.
 */
export function progressOf(
	goal: Goal,
	measurements: readonly Pick<Measurement, "value" | "measuredOn" | "undoneAt">[],
): { readonly standing: GoalStanding; readonly value: number | null; readonly percent: number | null } {
	const value = standingValues(measurements).at(-1)?.value ?? null;
	if (goal.baseline === null) return { standing: "no-baseline", value, percent: null };
	if (value === null) return { standing: "unmeasured", value, percent: null };
	if (goal.target === null) return { standing: "no-target", value, percent: null };
	const way = goal.target - goal.baseline;
	// A target like the baseline: to hold what there is.
	const percent = way === 0 ? (value === goal.target ? 100 : 0) : Math.round(((value - goal.baseline) / way) * 100);
	if (percent >= 100) return { standing: "reached", value, percent };
	return { standing: percent < 0 ? "worse" : "on-way", value, percent };
}
