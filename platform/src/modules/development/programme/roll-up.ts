import { type Outside, outsides } from "./codes.ts";
import type { Measure, ProgrammeGoal } from "./contract.ts";
import { measureOf } from "./rules.ts";

/** A goal of a project, with its last value that counts: one measured after the baseline. */
export type LocalGoal = {
	readonly id: string;
	readonly servesId: string | null;
	readonly measuredAsId: string | null;
	readonly definition: string;
	readonly measuredIn: string;
	readonly baseline: number | null;
	readonly value: number | null;
};
export type LocalProject = { readonly id: string; readonly goals: readonly LocalGoal[] };

/** A total over goals that are measured by one definition, in one unit, before and after. */
export type Total = {
	readonly measure: Measure;
	/** Null where no project is in it. */
	readonly before: number | null;
	readonly after: number | null;
	readonly change: number | null;
	/** Projects in it. */
	readonly inside: readonly string[];
	/** Every other project of the programme, and why. */
	readonly outside: readonly { readonly projectId: string; readonly why: Outside }[];
};

export type RolledUp = {
	readonly goal: ProgrammeGoal;
	/** By definition, the newest first; none where the goal is not measured alike anywhere. */
	readonly totals: readonly Total[];
	/** Projects with a goal that serves it, whether or not they add up. */
	readonly serving: readonly string[];
};

const folded = (text: string) => text.trim().replace(/\s+/g, " ").toLocaleLowerCase("nb");

/** Why a goal of a project is not in the total of a measure; null where it is. */
export function whyOutside(goal: LocalGoal, goalId: string, measure: Measure): Outside | null {
	if (goal.servesId !== goalId) return "no-goal";
	if (goal.measuredAsId === null) return "own-measure";
	if (goal.measuredAsId !== measure.id) return "other-version";
	// The words are the project's own. Where they say something else than what is measured, nothing is added up.
	if (folded(goal.measuredIn) !== folded(measure.measuredIn)) return "other-unit";
	if (goal.definition !== "" && folded(goal.definition) !== folded(measure.definition)) return "other-definition";
	if (goal.baseline === null) return "no-baseline";
	return goal.value === null ? "not-measured" : null;
}

/** Decimals a value is kept with: sums of decimals are else not what they look like. */
const exact = (value: number) => Math.round(value * 1e6) / 1e6;

function added(measure: Measure, values: readonly number[]): number | null {
	if (values.length === 0) return null;
	const sum = values.reduce((all, one) => all + one, 0);
	return exact(measure.adds === "sum" ? sum : sum / values.length);
}

function totalOf(goal: ProgrammeGoal, measure: Measure, projects: readonly LocalProject[]): Total {
	const inside: string[] = [];
	const outside: { projectId: string; why: Outside }[] = [];
	const before: number[] = [];
	const after: number[] = [];
	for (const project of projects) {
		const judged = project.goals.map((one) => ({ one, why: whyOutside(one, goal.id, measure) }));
		const counted = judged.filter(({ why }) => why === null);
		for (const { one } of counted)
			if (one.baseline !== null && one.value !== null) {
				before.push(one.baseline);
				after.push(one.value);
			}
		if (counted.length > 0) inside.push(project.id);
		else {
			// What brings it nearest is what it can do something about.
			const nearest = Math.max(0, ...judged.map(({ why }) => (why === null ? 0 : outsides.indexOf(why))));
			outside.push({ projectId: project.id, why: outsides[nearest] ?? "no-goal" });
		}
	}
	const [from, to] = [added(measure, before), added(measure, after)];
	const change = from === null || to === null ? null : exact(to - from);
	return { measure, before: from, after: to, change, inside, outside };
}

/**
 * What adds up over the projects of a programme, and what does not: a total for each definition some project is measured
 * by, and for the one that holds. No total mixes definitions or units, or holds a goal without a baseline.
 */
export function rollUp(
	goals: readonly ProgrammeGoal[],
	measures: readonly Measure[],
	projects: readonly LocalProject[],
): RolledUp[] {
	return goals.map((goal) => {
		const newest = measureOf(measures, goal.id);
		const used = new Set(
			projects.flatMap((project) =>
				project.goals.flatMap(({ servesId, measuredAsId }) => (servesId === goal.id ? (measuredAsId ?? []) : [])),
			),
		);
		const totals = measures
			.filter((one) => one.goalId === goal.id && (one === newest || used.has(one.id)))
			.toSorted((one, other) => other.number - one.number)
			.map((measure) => totalOf(goal, measure, projects));
		const serving = projects.filter((project) => project.goals.some(({ servesId }) => servesId === goal.id));
		return { goal, totals, serving: serving.map(({ id }) => id) };
	});
}
