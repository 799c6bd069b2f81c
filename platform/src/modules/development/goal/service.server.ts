import { newId, type Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { programmeOf } from "../programme/places.server.ts";
import type { ProjectRefusal } from "../project/contract.ts";
import { repeats } from "../project/rules.ts";
import { nameOf, noted, type OpenedProject, toChange } from "../project/service.server.ts";
import { updateProject } from "../project/store.server.ts";
import type { GoalFacts, MeasurementFacts } from "./contract.ts";
import { refuseGoal, refuseMeasurement, refuseServing, standingValues, worded } from "./rules.ts";
import * as store from "./store.server.ts";

type Versioned = { readonly version: number };

async function openToChange(work: Work, projectId: string): Promise<Outcome<OpenedProject, ProjectRefusal>> {
	const opened = await toChange(work, projectId);
	return opened.done?.project.state === "ended" ? refused("has-ended") : opened;
}

/** What is written down of a goal, or what is wrong with it. */
async function judged(
	work: Work,
	opened: OpenedProject,
	given: GoalFacts,
	goalId: string | null,
): Promise<Outcome<GoalFacts, ProjectRefusal>> {
	const before = opened.goals.find(({ id }) => id === goalId) ?? null;
	const of = standingValues(opened.measurements.filter((one) => one.goalId === goalId));
	const served = await programmeOf(work, opened.project.admissionId);
	// What is measured keeps the words it was measured by.
	const facts = of.length > 0 ? given : worded(given, served?.measures ?? []);
	const measuredOn = of.map((one) => one.measuredOn);
	const refusals = refuseGoal(facts, { today: work.today, before, measuredOn });
	refusals.push(...refuseServing(facts, served));
	const { purpose } = opened.project;
	if (repeats(purpose, facts.wording))
		refusals.push({ code: "purpose-repeats-goal", field: "wording", detail: { goal: purpose } });
	return refusals.length > 0 ? refusedAll(refusals) : done(facts);
}

const keyOf = ({ project }: OpenedProject) => ({ organisationId: project.organisationId, projectId: project.id });

/** Adds a goal to a project that has not ended. */
export async function addGoal(
	work: Work,
	projectId: string,
	facts: GoalFacts,
): Promise<Outcome<{ id: string }, ProjectRefusal>> {
	const opened = await openToChange(work, projectId);
	if (opened.refused) return opened;
	const judgedGoal = await judged(work, opened.done, facts, null);
	if (judgedGoal.refused) return judgedGoal;
	const id = newId();
	await store.insertGoal(work, keyOf(opened.done), id, judgedGoal.done);
	await noted(work, "goal", projectId);
	return done({ id });
}

/** Changes a goal, in the version of the project looked at. */
export async function changeGoal(
	work: Work,
	{ projectId, goalId }: { readonly projectId: string; readonly goalId: string },
	{ version, ...facts }: GoalFacts & Versioned,
): Promise<Outcome<undefined, ProjectRefusal>> {
	const opened = await openToChange(work, projectId);
	if (opened.refused) return opened;
	if (!opened.done.goals.some(({ id }) => id === goalId)) return refused("missing");
	const judgedGoal = await judged(work, opened.done, facts, goalId);
	if (judgedGoal.refused) return judgedGoal;
	if (!(await updateProject(work, { ...opened.done.project, version }))) return refused("changed-by-another");
	await store.updateGoal(work, keyOf(opened.done), goalId, judgedGoal.done);
	await noted(work, "goal", projectId);
	return done(undefined);
}

/** Takes away a goal nothing has been measured of. */
export async function removeGoal(
	work: Work,
	{ projectId, goalId }: { readonly projectId: string; readonly goalId: string },
	version: number,
): Promise<Outcome<undefined, ProjectRefusal>> {
	const opened = await openToChange(work, projectId);
	if (opened.refused) return opened;
	const { goals, measurements, project } = opened.done;
	if (!goals.some(({ id }) => id === goalId)) return refused("missing");
	if (measurements.some((one) => one.goalId === goalId)) return refused("goal-measured");
	if (project.state === "running" && goals.length === 1) return refused("no-goal");
	if (!(await updateProject(work, { ...project, version }))) return refused("changed-by-another");
	await store.deleteGoal(work, keyOf(opened.done), goalId);
	await noted(work, "goal", projectId);
	return done(undefined);
}

/** Notes a value that was measured of a goal; also after the project has ended, for what it was good for shows later. */
export async function addMeasurement(
	work: Work,
	{ projectId, goalId }: { readonly projectId: string; readonly goalId: string },
	facts: MeasurementFacts,
): Promise<Outcome<{ id: string }, ProjectRefusal>> {
	const opened = await toChange(work, projectId);
	if (opened.refused) return opened;
	const goal = opened.done.goals.find(({ id }) => id === goalId);
	if (!goal) return refused("missing");
	if (opened.done.project.state === "draft") return refused("not-running");
	const refusals = refuseMeasurement(goal, facts, work.today);
	if (refusals.length > 0) return refusedAll(refusals);
	const id = newId();
	await store.insertMeasurement(work, keyOf(opened.done), { ...facts, id, goalId, recordedBy: nameOf(work) });
	await noted(work, "measure", projectId, { day: facts.measuredOn });
	return done({ id });
}

/** Undoes a value that was wrong; it stays to be read, and no longer counts. */
export async function undoMeasurement(
	work: Work,
	projectId: string,
	measurementId: string,
): Promise<Outcome<undefined, ProjectRefusal>> {
	const opened = await toChange(work, projectId);
	if (opened.refused) return opened;
	const found = opened.done.measurements.find(({ id }) => id === measurementId);
	if (!found || found.undoneAt !== null) return refused("missing");
	await store.undoMeasurement(work, keyOf(opened.done), measurementId, nameOf(work));
	await noted(work, "undo", projectId);
	return done(undefined);
}
