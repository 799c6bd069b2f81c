import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Goal, GoalFacts, Measurement, MeasurementFacts } from "./contract.ts";

const columns = sql`project_id "projectId", id, kind, wording, indicator, definition, measured_in "measuredIn",
	baseline::float8 baseline, baseline_on "baselineOn", baseline_source "baselineSource", target::float8 target, due_on "dueOn",
	serves_id "servesId", measured_as_id "measuredAsId"`;

type Key = { readonly organisationId: string; readonly projectId: string };

/** The goals of projects, in the order they were stated; of all projects of the organisation where none is named. */
export async function listGoals(work: Work, organisationId: string, projectId?: string): Promise<readonly Goal[]> {
	const { rows } = await sql<Goal>`
		select ${columns} from development.goal where organisation_id = ${organisationId}
			${projectId === undefined ? sql`` : sql`and project_id = ${projectId}`} order by id`.execute(work.db);
	return rows;
}

/** What was measured, in the order it was noted. */
export async function listMeasurements(
	work: Work,
	organisationId: string,
	projectId?: string,
): Promise<readonly (Measurement & { readonly projectId: string })[]> {
	const { rows } = await sql<Measurement & { projectId: string }>`
		select project_id "projectId", goal_id "goalId", id, value::float8 value, measured_on "measuredOn", source, note,
			recorded_by "recordedBy", undone_at "undoneAt", undone_by "undoneBy"
		from development.measurement where organisation_id = ${organisationId}
			${projectId === undefined ? sql`` : sql`and project_id = ${projectId}`} order by recorded_at, id`.execute(
		work.db,
	);
	return rows;
}

function columnsOf(facts: GoalFacts) {
	return {
		...{ kind: facts.kind, wording: facts.wording, indicator: facts.indicator, definition: facts.definition },
		...{ measured_in: facts.measuredIn, baseline: facts.baseline, baseline_on: facts.baselineOn },
		...{ baseline_source: facts.baselineSource, target: facts.target, due_on: facts.dueOn },
		...{ serves_id: facts.servesId, measured_as_id: facts.measuredAsId },
	};
}

export async function insertGoal(work: Work, { organisationId, projectId }: Key, id: string, facts: GoalFacts) {
	await work.db
		.insertInto("development.goal")
		.values({ organisation_id: organisationId, project_id: projectId, id, ...columnsOf(facts) })
		.execute();
}

export async function updateGoal(work: Work, { organisationId, projectId }: Key, id: string, facts: GoalFacts) {
	await work.db
		.updateTable("development.goal")
		.set(columnsOf(facts))
		.where("organisation_id", "=", organisationId)
		.where("project_id", "=", projectId)
		.where("id", "=", id)
		.execute();
}

export async function deleteGoal(work: Work, { organisationId, projectId }: Key, id: string) {
	await work.db
		.deleteFrom("development.goal")
		.where("organisation_id", "=", organisationId)
		.where("project_id", "=", projectId)
		.where("id", "=", id)
		.execute();
}

export async function insertMeasurement(
	work: Work,
	{ organisationId, projectId }: Key,
	one: MeasurementFacts & Pick<Measurement, "id" | "goalId" | "recordedBy">,
) {
	await work.db
		.insertInto("development.measurement")
		.values({
			...{ organisation_id: organisationId, project_id: projectId, goal_id: one.goalId, id: one.id },
			...{ value: one.value, measured_on: one.measuredOn, source: one.source, note: one.note },
			...{ recorded_at: work.now, recorded_by: one.recordedBy },
		})
		.execute();
}

export async function undoMeasurement(work: Work, { organisationId, projectId }: Key, id: string, by: string) {
	await work.db
		.updateTable("development.measurement")
		.set({ undone_at: work.now, undone_by: by })
		.where("organisation_id", "=", organisationId)
		.where("project_id", "=", projectId)
		.where("id", "=", id)
		.execute();
}
