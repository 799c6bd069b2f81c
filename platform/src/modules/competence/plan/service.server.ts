import { newId, type Work } from "../../../database/work.server.ts";
import { addMonths } from "../../../day.ts";
import { record } from "../../../identity/audit.server.ts";
import {
	type Involvement,
	type NotedInvolvement,
	noteInvolvement,
	readInvolvement,
} from "../../../involvement/service.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf, readTree } from "../../organisation/service.server.ts";
import type { Measure } from "../measure/contract.ts";
import { listMeasures } from "../measure/store.server.ts";
import { reckonGaps } from "../need/service.server.ts";
import { mayPlan, mayReadAll } from "../rules.ts";
import {
	expectedRoles,
	type Plan,
	type PlanContent,
	type PlanFacts,
	type PlanRefusal,
	type PlanState,
	type PlanStepFacts,
	type PlanVersion,
	planContent,
	type TakenStep,
} from "./contract.ts";
import { contentOf, gapsOfPlan, refusePlan, refusePlanStep, sumsOf } from "./rules.ts";
import * as store from "./store.server.ts";

/** A plan in a list, with what its measures come to. */
export type ListedPlan = Plan & ReturnType<typeof sumsOf>;

/** The plans of the organisation acted for, the newest first. */
export async function listPlans(work: Work): Promise<readonly ListedPlan[]> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayReadAll(asker)) return [];
	const measures = await listMeasures(work, organisationId);
	return (await store.listPlans(work, organisationId)).map((plan) => ({
		...plan,
		...sumsOf(measures.filter(({ planId }) => planId === plan.id)),
	}));
}

/** Sectors the organisation acted for has units in: what a plan can be for. */
export async function listSectors(work: Work): Promise<readonly string[]> {
	const { organisationId } = await mandateOf(work);
	if (organisationId === null) return [];
	return [...new Set((await readTree(work, organisationId)).map(({ sector }) => sector))].sort();
}

export type OpenedPlan = {
	readonly plan: Plan;
	readonly content: PlanContent;
	readonly measures: readonly Measure[];
	readonly steps: readonly TakenStep[];
	/** The latest first. */
	readonly versions: readonly PlanVersion[];
	readonly mayChange: boolean;
};

/** A plan with what it says now, and what it said when it was adopted; undefined for one that is not the asker's to read. */
export async function openPlan(work: Work, id: string): Promise<OpenedPlan | undefined> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !isId(id) || !mayReadAll(asker)) return undefined;
	const plan = await store.findPlan(work, organisationId, id);
	if (!plan) return undefined;
	const measures = (await listMeasures(work, organisationId)).filter(({ planId }) => planId === id);
	const units = new Map((await readTree(work, organisationId)).map((unit) => [unit.id, unit.sector]));
	const inScope = (unitId: string) => plan.sector === null || units.get(unitId) === plan.sector;
	const gaps = (await reckonGaps(work, { turnover: null, growth: 0 })).filter(({ unitId }) => inScope(unitId));
	return {
		...{ plan, measures, content: contentOf(plan, gapsOfPlan(gaps, measures), measures) },
		steps: await store.listSteps(work, plan),
		versions: (await store.listVersions(work, plan)).map((one) => ({
			...one,
			content: planContent.parse(one.content),
		})),
		mayChange: mayPlan(asker),
	};
}

function nameOf({ actor }: Work): string {
	return actor.kind === "person" ? actor.name : "";
}

/** Begins a plan, as a draft, from a day not ahead. */
export async function addPlan(
	work: Work,
	facts: PlanFacts,
	begunOn: string = work.today,
): Promise<Outcome<{ id: string }, PlanRefusal>> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayPlan(asker)) return refused("not-allowed");
	const refusals = refusePlan(facts, new Set(await listSectors(work)));
	if (refusals.length > 0) return refusedAll(refusals);
	const key = { organisationId, id: newId() };
	await store.insertPlan(work, key, facts);
	const step = { id: newId(), step: "draft", onDay: begunOn, decision: "", note: "" } as const;
	await store.insertStep(work, key, { ...step, recordedBy: nameOf(work) });
	await record(work, { verb: "competence-plan.create", objectKind: "competence-plan", objectId: key.id });
	return done({ id: key.id });
}

async function toChange(work: Work, id: string): Promise<Outcome<OpenedPlan, PlanRefusal>> {
	const opened = await openPlan(work, id);
	if (!opened) return refused("missing");
	return opened.mayChange ? done(opened) : refused("not-allowed");
}

/** Changes what a plan says in the version looked at. What was adopted stays as it was. */
export async function changePlan(
	work: Work,
	id: string,
	{ version, ...facts }: PlanFacts & { readonly version: number },
): Promise<Outcome<undefined, PlanRefusal>> {
	const opened = await toChange(work, id);
	if (opened.refused) return opened;
	const refusals = refusePlan(facts, new Set(await listSectors(work)));
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await store.updatePlan(work, { ...opened.done.plan, version }, facts))) return refused("changed-by-another");
	await record(work, { verb: "competence-plan.change", objectKind: "competence-plan", objectId: id });
	return done(undefined);
}

/** Takes away a plan that was never adopted and has no measures. */
export async function removePlan(work: Work, id: string, version: number): Promise<Outcome<undefined, PlanRefusal>> {
	const opened = await toChange(work, id);
	if (opened.refused) return opened;
	const { plan, measures, versions } = opened.done;
	if (versions.length > 0) return refused("was-adopted");
	if (measures.length > 0) return refused("has-measures");
	if (!(await store.deletePlan(work, { ...plan, version }))) return refused("changed-by-another");
	await record(work, { verb: "competence-plan.remove", objectKind: "competence-plan", objectId: id });
	return done(undefined);
}

/**
 * Takes a plan a step on, in the version looked at. Adopting decides the measures that were proposed, keeps what the plan says
 * word for word under the decision, and sets the day it is to be looked at again; so does looking at it without changes.
 */
export async function takePlanStep(
	work: Work,
	id: string,
	{ version, ...facts }: PlanStepFacts & { readonly version: number },
): Promise<Outcome<undefined, PlanRefusal>> {
	const opened = await toChange(work, id);
	if (opened.refused) return opened;
	const { plan, content, steps, versions, measures } = opened.done;
	const refusals = refusePlanStep(plan, facts, { today: work.today, steps, measures: measures.length });
	if (refusals.length > 0) return refusedAll(refusals);
	const { step, onDay, decision } = facts;
	const state: PlanState = step === "reviewed" ? "adopted" : step;
	const reviewOn = state === "adopted" ? addMonths(onDay, plan.reviewMonths) : state === "ended" ? null : plan.reviewOn;
	if (!(await store.updatePlan(work, { ...plan, version }, { state, reviewOn }))) return refused("changed-by-another");
	await store.insertStep(work, plan, { ...facts, id: newId(), recordedBy: nameOf(work) });
	if (step === "adopted") {
		await store.decideMeasures(work, plan);
		const decided = content.measures.map((one) =>
			one.status === "proposed" ? { ...one, status: "decided" as const } : one,
		);
		const number = (versions[0]?.number ?? 0) + 1;
		await store.insertVersion(work, plan, {
			number,
			adoptedOn: onDay,
			decision,
			content: { ...content, measures: decided },
		});
	}
	await record(work, {
		...{ verb: "competence-plan.step", objectKind: "competence-plan", objectId: id, detail: { step, day: onDay } },
	});
	return done(undefined);
}

/** Who took part in a plan and when: those who should, and those who did. */
export function readPlanInvolvement(work: Work, id: string): Promise<Involvement> {
	return readInvolvement(work, { kind: "competence-plan", id }, expectedRoles);
}

/** Notes that somebody took part in a plan, outside a hearing. */
export async function involveInPlan(
	work: Work,
	id: string,
	input: NotedInvolvement,
): Promise<Outcome<undefined, PlanRefusal>> {
	const opened = await toChange(work, id);
	return opened.refused ? opened : noteInvolvement(work, { kind: "competence-plan", id }, input);
}
