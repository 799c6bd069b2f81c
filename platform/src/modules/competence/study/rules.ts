import type { Refusal } from "../../../outcome.ts";
import { nextStates, type Payer, type StudyState } from "./codes.ts";
import type { StepFacts, Study, StudyFacts, StudyRefusal, StudyStep } from "./contract.ts";

type Step = Pick<StudyStep, "state" | "onDay" | "undoneAt">;

/** The steps that count, as they happened: undone ones do not. Steps of the same day in the order they were noted. */
export function standing<One extends Step>(steps: readonly One[]): One[] {
	return steps.filter(({ undoneAt }) => undoneAt === null).sort((one, other) => one.onDay.localeCompare(other.onDay));
}

/** How far a study had come on a day, by what is known now; null before it was planned. */
export function stateOn(steps: readonly Step[], day: string): StudyState | null {
	return (
		standing(steps)
			.filter(({ onDay }) => onDay <= day)
			.at(-1)?.state ?? null
	);
}

type Paid = Pick<Study, "finance">;

/** Whether a study is paid for by an award, or by a kind of payer; `any` holds for every study. */
export type FinancedBy = { readonly award: string } | { readonly payer: Payer } | "any";

export function isFinancedBy({ finance }: Paid, by: FinancedBy): boolean {
	if (by === "any") return true;
	return finance.some((one) => ("award" in by ? one.fundingRef === by.award : one.payer === by.payer));
}

type Counted = Paid & Pick<Study, "number" | "name" | "email" | "steps">;

/**
 * How many are in education on a day: have started, and neither completed, put it off nor dropped out. One who takes two
 * courses is one person; a place without a name is one.
 */
export function countInEducation(
	studies: readonly Counted[],
	day: string,
	by: FinancedBy = "any",
): { readonly persons: number; readonly studies: number } {
	const found = studies.filter((study) => stateOn(study.steps, day) === "started" && isFinancedBy(study, by));
	return { persons: new Set(found.map(whoOf)).size, studies: found.length };
}

/** What tells one who studies from another: the address, else the name, else the number of the place. */
export function whoOf({ email, name, number }: Pick<Study, "email" | "name" | "number">): string {
	return (email ?? name)?.toLowerCase() ?? `#${number}`;
}

/** What is wrong with a study as it is stated. */
export function refuseStudy(
	facts: StudyFacts,
	around: {
		readonly units: ReadonlySet<string>;
		readonly entries: ReadonlySet<string>;
		readonly measures: ReadonlySet<string>;
		/** The municipality keeps the names of those who study. */
		readonly named: boolean;
	},
): Refusal<StudyRefusal>[] {
	const refusals: Refusal<StudyRefusal>[] = [];
	const { firstDay, lastDay, leaveFrom, leaveUntil } = facts;
	if (!around.named && (facts.name !== null || facts.email !== null))
		refusals.push({ code: "names-not-kept", field: "name" });
	if (facts.email !== null && facts.name === null) refusals.push({ code: "name-missing", field: "name" });
	if (!around.units.has(facts.unitId)) refusals.push({ code: "unit-unknown", field: "unitId" });
	if (!around.entries.has(facts.entryId)) refusals.push({ code: "entry-unknown", field: "entryId" });
	if (facts.measureId !== null && !around.measures.has(facts.measureId))
		refusals.push({ code: "measure-unknown", field: "measureId" });
	if (firstDay !== null && lastDay !== null && lastDay < firstDay)
		refusals.push({ code: "ends-before-start", field: "lastDay" });
	if (leaveFrom !== null && leaveUntil !== null && leaveUntil < leaveFrom)
		refusals.push({ code: "ends-before-start", field: "leaveUntil" });
	if (facts.leave === "none" && [facts.leaveShare, leaveFrom, leaveUntil].some((one) => one !== null))
		refusals.push({ code: "leave-half-said", field: "leave" });
	if (facts.substitute === "none" && [facts.substituteShare, facts.substituteCost].some((one) => one !== null))
		refusals.push({ code: "substitute-half-said", field: "substitute" });
	return refusals;
}

/** Why a study cannot take a step: it does not lead there from where it stands, or the day is wrong. */
export function refuseStep(
	steps: readonly Step[],
	{ state, onDay, reason, note }: StepFacts,
	today: string,
): Refusal<StudyRefusal>[] {
	const last = standing(steps).at(-1);
	if (last && !nextStates[last.state].includes(state)) return [{ code: "step-not-next", field: "state" }];
	const refusals: Refusal<StudyRefusal>[] = [];
	if (onDay > today) refusals.push({ code: "ahead-of-today", field: "onDay" });
	else if (last && onDay < last.onDay) refusals.push({ code: "step-before-last", field: "onDay" });
	const stops = state === "deferred" || state === "dropped-out";
	if (stops && reason === null) refusals.push({ code: "reason-missing", field: "reason" });
	if (stops && reason === "other" && note === "") refusals.push({ code: "note-missing", field: "note" });
	return refusals;
}

/** Why the last step cannot be undone: it is the one that began the study, or it is not the last. */
export function refuseUndo(steps: readonly StudyStep[], stepId: string): StudyRefusal | null {
	const counting = standing(steps);
	if (counting.at(-1)?.id !== stepId) return counting.some(({ id }) => id === stepId) ? "has-gone-on" : "missing";
	return counting.length === 1 ? "first-step" : null;
}
