import { sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import type { Ending, FollowUp, FollowUpAnswer } from "./contract.ts";

type Key = { readonly organisationId: string; readonly projectId: string };

/** The decision that ended a project; none where it has not ended, or the decision was undone. */
export async function findEnding(work: Work, { organisationId, projectId }: Key): Promise<Ending | undefined> {
	const { rows } = await sql<Ending>`
		select id, outcome, decided_on "decidedOn", decided_by "decidedBy", purpose, reached, answer, cause,
			operations_owner "operationsOwner", operations_budget "operationsBudget", operations_routine "operationsRoutine",
			lesson, recorded_by "recordedBy"
		from development.ending where organisation_id = ${organisationId} and project_id = ${projectId} and undone_at is null`.execute(
		work.db,
	);
	return rows[0];
}

export async function insertEnding(work: Work, { organisationId, projectId }: Key, one: Ending) {
	await work.db
		.insertInto("development.ending")
		.values({
			...{ organisation_id: organisationId, project_id: projectId, id: one.id, outcome: one.outcome },
			...{ decided_on: one.decidedOn, decided_by: one.decidedBy, purpose: one.purpose, reached: one.reached },
			...{ answer: one.answer, cause: one.cause, operations_owner: one.operationsOwner },
			...{ operations_budget: one.operationsBudget, operations_routine: one.operationsRoutine },
			...{ lesson: one.lesson, recorded_at: work.now, recorded_by: one.recordedBy },
		})
		.execute();
}

export async function undoEnding(work: Work, { organisationId, projectId }: Key, by: string) {
	await work.db
		.updateTable("development.ending")
		.set({ undone_at: work.now, undone_by: by })
		.where("organisation_id", "=", organisationId)
		.where("project_id", "=", projectId)
		.where("undone_at", "is", null)
		.execute();
	await work.db
		.deleteFrom("development.follow_up")
		.where("organisation_id", "=", organisationId)
		.where("project_id", "=", projectId)
		.execute();
}

/** What is asked after the end, the first first; of all projects of the organisation where none is named. */
export async function listFollowUps(
	work: Work,
	organisationId: string,
	projectId?: string,
): Promise<readonly FollowUp[]> {
	const { rows } = await sql<FollowUp>`
		select project_id "projectId", id, months, due_on "dueOn", answered_on "answeredOn", answered_by "answeredBy",
			in_use "inUse", reason, note
		from development.follow_up where organisation_id = ${organisationId}
			${projectId === undefined ? sql`` : sql`and project_id = ${projectId}`} order by due_on, id`.execute(work.db);
	return rows;
}

export async function insertFollowUps(
	work: Work,
	{ organisationId, projectId }: Key,
	waves: readonly Pick<FollowUp, "months" | "dueOn">[],
) {
	await work.db
		.insertInto("development.follow_up")
		.values(
			waves.map(({ months, dueOn }) => ({
				...{ organisation_id: organisationId, project_id: projectId, id: newId(), months, due_on: dueOn },
			})),
		)
		.execute();
}

export async function answerFollowUp(
	work: Work,
	{ organisationId, projectId }: Key,
	id: string,
	answer: FollowUpAnswer & { readonly answeredBy: string },
) {
	await work.db
		.updateTable("development.follow_up")
		.set({
			...{ answered_on: work.today, answered_by: answer.answeredBy, in_use: answer.inUse },
			...{ reason: answer.inUse === "all" ? null : answer.reason, note: answer.note },
		})
		.where("organisation_id", "=", organisationId)
		.where("project_id", "=", projectId)
		.where("id", "=", id)
		.execute();
}

type Due = Key & { readonly id: string; readonly title: string; readonly ownerEmail: string | null };

/** What is to be asked by today and nobody has been told of, in all organisations. */
export async function listToTell(work: Work): Promise<readonly Due[]> {
	const { rows } = await sql<Due>`
		select f.organisation_id "organisationId", f.project_id "projectId", f.id, p.title, p.owner_email "ownerEmail"
		from development.follow_up f join development.project p on p.organisation_id = f.organisation_id and p.id = f.project_id
		where f.answered_on is null and f.told_on is null and f.due_on <= ${work.today}
		order by f.organisation_id, f.due_on, f.id`.execute(work.db);
	return rows;
}

export async function markTold(work: Work, { organisationId, projectId, id }: Key & { readonly id: string }) {
	await work.db
		.updateTable("development.follow_up")
		.set({ told_on: work.today })
		.where("organisation_id", "=", organisationId)
		.where("project_id", "=", projectId)
		.where("id", "=", id)
		.execute();
}

/** Who is told of what is to be asked: whoever owns the project now, by address; else those who lead the organisation. */
export async function listTold(work: Work, organisationId: string, ownerEmail: string | null): Promise<string[]> {
	const { rows } = await sql<{ id: string; owner: boolean }>`
		select distinct m.person_id id, coalesce(lower(m.email) = lower(${ownerEmail}), false) owner
		from organisation.membership m
		where m.organisation_id = ${organisationId} and m.person_id is not null
			and (m.valid_to is null or m.valid_to >= ${work.today})
			and (lower(m.email) = lower(${ownerEmail}) or (m.unit_id is null and m.role in ('manager', 'administrator')))`.execute(
		work.db,
	);
	const owners = rows.filter(({ owner }) => owner);
	return (owners.length > 0 ? owners : rows).map(({ id }) => id);
}
