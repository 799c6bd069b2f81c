import type { Refusal } from "../../../outcome.ts";
import type { ProgrammeRefusal } from "../programme/contract.ts";
import { type AdviceHow, type GoalReading, goalReadings, type PurposeReading, purposeReadings } from "./codes.ts";
import type { Advice, AdviceFacts } from "./contract.ts";

/** What is not clear is said with what would make it so. */
export function refuseAdvice({ purpose, goals, words }: AdviceFacts): Refusal<ProgrammeRefusal>[] {
	const isFine = purpose === "clear" && goals === "measurable";
	return isFine || words !== "" ? [] : [{ code: "because-missing", field: "words" }];
}

type Advised = { readonly advice: AdviceFacts | null };

/**
 * How purposes and goals read over the projects of a programme. Each count is of those that have been read (`read`), never of
 * all: what nobody has read is neither clear nor unclear.
 */
export function splitOf(projects: readonly Advised[]) {
	const read = projects.flatMap(({ advice }) => advice ?? []);
	return {
		all: projects.length,
		read: read.length,
		purposes: purposeReadings.map((reading): { reading: PurposeReading; count: number } => ({
			reading,
			count: read.filter(({ purpose }) => purpose === reading).length,
		})),
		goals: goalReadings.map((reading): { reading: GoalReading; count: number } => ({
			reading,
			count: read.filter(({ goals }) => goals === reading).length,
		})),
	};
}
export type Split = ReturnType<typeof splitOf>;

/** Whether a project is one of those looked for. */
export function isAdvisedSo({ advice }: { readonly advice: Advice | null }, how: AdviceHow): boolean {
	if (how === "without") return advice === null;
	if (advice === null) return false;
	return how === "purpose-unclear" ? advice.purpose !== "clear" : advice.goals !== "measurable";
}
