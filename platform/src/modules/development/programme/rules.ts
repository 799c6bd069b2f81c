import type { Refusal } from "../../../outcome.ts";
import { repeats } from "../project/rules.ts";
import type { Asker } from "../rules.ts";
import { lackings, mostThemes } from "./codes.ts";
import {
	type Batch,
	type BatchFacts,
	type Expectation,
	type Lacking,
	type Measure,
	type MeasureFacts,
	type Programme,
	type ProgrammeEnd,
	type ProgrammeFacts,
	type ProgrammeGoal,
	type ProgrammeRefusal,
	themesIn,
} from "./contract.ts";

const keeping = ["administrator", "manager", "network-leader", "adviser"];

/** Keeps programmes for the organisation acted for. */
export function mayKeepProgrammes(asker: Asker): boolean {
	return asker.system || asker.holdings.some(({ role, unitId }) => unitId === null && keeping.includes(role));
}

type Refusals = Refusal<ProgrammeRefusal>[];

/** What is wrong with a programme as it is stated. */
export function refuseProgramme(
	facts: ProgrammeFacts,
	around: {
		readonly goals: readonly Pick<ProgrammeGoal, "wording">[];
		/** Networks the keeper has. */
		readonly networks: ReadonlySet<string>;
	},
): Refusals {
	const refusals: Refusals = [];
	const repeated = around.goals.find(({ wording }) => repeats(facts.purpose, wording));
	if (repeated) refusals.push({ code: "purpose-repeats-goal", field: "purpose", detail: { goal: repeated.wording } });
	if (themesIn(facts.themes).length > mostThemes)
		refusals.push({ code: "too-many-themes", field: "themes", detail: { most: mostThemes } });
	if (facts.networkId !== null && !around.networks.has(facts.networkId))
		refusals.push({ code: "network-unknown", field: "networkId" });
	if (facts.networkId !== null && facts.noArenaBecause !== "")
		refusals.push({ code: "arena-twice", field: "noArenaBecause" });
	if (facts.lastDay < facts.firstDay) refusals.push({ code: "ends-before-start", field: "lastDay" });
	return refusals;
}

export type WholeProgramme = {
	readonly programme: Programme;
	readonly goals: readonly ProgrammeGoal[];
	readonly expectations: readonly Expectation[];
	readonly batches: readonly Batch[];
};

/** What a programme must have before it opens and has not: nobody can apply to what is not said. */
export function lackingOf({ programme, goals, expectations, batches }: WholeProgramme, today: string): Lacking[] {
	const limited = programme.admits !== "all";
	const lacks: Readonly<Record<Lacking, boolean>> = {
		mandate: programme.mandate === "",
		themes: programme.themes.length === 0,
		goals: goals.length === 0,
		"local-examples": goals.some(({ localExample }) => localExample === ""),
		expectations: expectations.length === 0,
		batches: batches.length === 0,
		"batch-past": batches.length > 0 && batches.every(({ applyBy }) => applyBy < today),
		places: limited && batches.some(({ places }) => places === null),
		priorities: programme.admits === "priority" && programme.priorities === "",
		money: programme.moneyFor === "",
		arena: programme.networkId === null && programme.noArenaBecause === "",
	};
	return lackings.filter((one) => lacks[one]);
}

/** Why a batch cannot be as it is said. */
export function refuseBatch(facts: BatchFacts, admits: Programme["admits"]): Refusals {
	const refusals: Refusals = [];
	if (facts.applyBy > facts.startsOn) refusals.push({ code: "apply-after-start", field: "applyBy" });
	if (facts.endsOn < facts.startsOn) refusals.push({ code: "ends-before-start", field: "endsOn" });
	if (admits !== "all" && facts.places === null) refusals.push({ code: "places-missing", field: "places" });
	if ((facts.kept ?? 0) > (facts.places ?? 0)) refusals.push({ code: "more-kept-than-places", field: "kept" });
	return refusals;
}

/** The measure of a goal that holds: the newest; null where the goal is not measured alike. */
export function measureOf<One extends Pick<Measure, "goalId" | "number">>(
	measures: readonly One[],
	goalId: string,
): One | null {
	return measures
		.filter((one) => one.goalId === goalId)
		.reduce<One | null>((newest, one) => (newest === null || one.number > newest.number ? one : newest), null);
}

/** Why a goal cannot be measured so from now on. */
export function refuseMeasure(facts: MeasureFacts, before: Measure | null): Refusals {
	const same =
		before !== null &&
		(["indicator", "definition", "measuredIn", "adds"] as const).every((one) => before[one] === facts[one]);
	return same ? [{ code: "same-measure", field: "definition" }] : [];
}

/** Why a programme cannot close so: who waits for an answer has it first, and what was learnt is written down. */
export function refuseClosing(
	programme: Pick<Programme, "state" | "openedOn">,
	end: Pick<ProgrammeEnd, "closedOn" | "lesson">,
	around: { readonly lessons: number; readonly unanswered: number; readonly today: string },
): Refusals {
	if (programme.state === "closed") return [{ code: "is-closed" }];
	if (programme.state === "draft") return [{ code: "not-open" }];
	const refusals: Refusals = [];
	if (end.closedOn > around.today) refusals.push({ code: "ahead-of-today", field: "closedOn" });
	if (programme.openedOn !== null && end.closedOn < programme.openedOn)
		refusals.push({ code: "before-opened", field: "closedOn" });
	if (around.unanswered > 0) refusals.push({ code: "unanswered-left", detail: { count: around.unanswered } });
	if (around.lessons === 0 && end.lesson === "") refusals.push({ code: "lesson-missing", field: "lesson" });
	return refusals;
}
