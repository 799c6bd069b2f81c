import type { Refusal } from "../../../outcome.ts";
import { horizons } from "../codes.ts";
import type { Measure } from "../measure/contract.ts";
import { isOpen } from "../measure/rules.ts";
import type { Gap } from "../need/contract.ts";
import { nextPlanSteps, planHorizon } from "./codes.ts";
import type {
	Plan,
	PlanContent,
	PlanFacts,
	PlannedGap,
	PlannedMeasure,
	PlanRefusal,
	PlanStepFacts,
	TakenStep,
} from "./contract.ts";

/** What is wrong with a plan as it is stated. */
export function refusePlan(facts: PlanFacts, sectors: ReadonlySet<string>): Refusal<PlanRefusal>[] {
	const refusals: Refusal<PlanRefusal>[] = [];
	if (facts.sector !== null && !sectors.has(facts.sector)) refusals.push({ code: "sector-unknown", field: "sector" });
	if (facts.lastDay < facts.firstDay) refusals.push({ code: "ends-before-start", field: "lastDay" });
	const same = (one: string | null, other: string | null) =>
		one !== null && one !== "" && one.toLowerCase() === other?.toLowerCase();
	if (same(facts.ownerEmail, facts.deputyEmail) || same(facts.ownerName, facts.deputyName))
		refusals.push({ code: "owner-twice", field: "deputyName" });
	return refusals;
}

/** Why a plan cannot take a step. */
export function refusePlanStep(
	plan: Pick<Plan, "state">,
	{ step, onDay, decision }: PlanStepFacts,
	about: { readonly today: string; readonly steps: readonly Pick<TakenStep, "onDay">[]; readonly measures: number },
): Refusal<PlanRefusal>[] {
	if (!nextPlanSteps[plan.state].includes(step)) return [{ code: "step-not-next", field: "step" }];
	const refusals: Refusal<PlanRefusal>[] = [];
	if (onDay > about.today) refusals.push({ code: "ahead-of-today", field: "onDay" });
	// A draft is begun when it is written here: what came before that may have been done before.
	else if (about.steps.slice(1).some((one) => one.onDay > onDay))
		refusals.push({ code: "step-before-last", field: "onDay" });
	if (step === "adopted" && decision === "") refusals.push({ code: "decision-missing", field: "decision" });
	if (step === "adopted" && about.measures === 0) refusals.push({ code: "nothing-to-adopt" });
	return refusals;
}

/** What is lacking in the units of a plan by competence, and how much of it the measures close; the most first. */
export function gapsOfPlan(gaps: readonly Gap[], measures: readonly Measure[]): PlannedGap[] {
	const at = horizons.indexOf(planHorizon);
	const byEntry = new Map<string, Gap[]>();
	for (const gap of gaps) byEntry.set(gap.entryId, [...(byEntry.get(gap.entryId) ?? []), gap]);
	const rounded = (value: number) => Math.round(value * 100) / 100;
	return [...byEntry]
		.flatMap(([entryId, list]): PlannedGap[] => {
			const [first] = list;
			if (!first) return [];
			const sum = (index: number) => list.reduce((total, { lacking }) => total + (lacking[index]?.total ?? 0), 0);
			const closing = measures.filter(
				(one) => one.status !== "dropped" && (one.mappedId ?? one.entryId) === entryId && one.closes !== null,
			);
			return [
				{
					...{ entryId, name: first.name, nameNn: first.nameNn, nameEn: first.nameEn },
					...{ now: rounded(sum(0)), ahead: rounded(sum(at)), units: list.length },
					known: list.filter(({ has }) => has !== null).length,
					closed: rounded(closing.reduce((total, { closes }) => total + (closes ?? 0), 0)),
				},
			];
		})
		.sort((one, other) => other.ahead - one.ahead || one.name.localeCompare(other.name, "nb"));
}

/** A measure as a plan says it. */
export function plannedOf(measure: Measure): PlannedMeasure {
	const { id, number, kind, title, unitName, closes, persons, cost, financing, substitutePositions } = measure;
	const { priority, status, dueOn, ownerName, deputyName, note } = measure;
	return {
		...{ id, number, kind, title, unitName, closes, persons, cost, financing, substitutePositions },
		...{ priority, status, dueOn, ownerName, deputyName, note },
		entry:
			measure.entryName === null
				? null
				: { name: measure.entryName, nameNn: measure.entryNameNn, nameEn: measure.entryNameEn },
	};
}

/** What a plan says now. */
export function contentOf(plan: Plan, gaps: readonly PlannedGap[], measures: readonly Measure[]): PlanContent {
	const { title, sector, firstDay, lastDay, introduction, ownerName } = plan;
	return {
		...{ title, sector, firstDay, lastDay, introduction, ownerName, gaps: [...gaps] },
		measures: measures.map(plannedOf),
	};
}

/** What measures come to: kroner and persons of those that are known, and how many have no cost told. Given up ones left out. */
export function sumsOf(
	measures: readonly Pick<PlannedMeasure, "cost" | "persons" | "status" | "substitutePositions">[],
) {
	const counted = measures.filter(({ status }) => status !== "dropped");
	const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, one) => total + (one ?? 0), 0);
	return {
		...{ measures: counted.length, open: counted.filter(isOpen).length },
		cost: sum(counted.map(({ cost }) => cost)),
		costless: counted.filter(({ cost }) => cost === null).length,
		substitutes: sum(counted.map(({ substitutePositions }) => substitutePositions)),
	};
}

/** Whether the day has come to look at an adopted plan again. */
export function isToReview({ state, reviewOn }: Pick<Plan, "state" | "reviewOn">, today: string): boolean {
	return state === "adopted" && reviewOn !== null && reviewOn <= today;
}
