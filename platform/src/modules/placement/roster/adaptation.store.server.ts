import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import type { Adaptation } from "./contract.ts";

/** What the asker may read of why a student needs adaptation: the database holds the wall. */
export async function listAdaptations(work: Work, organisationId: string, studentId: string): Promise<Adaptation[]> {
	const { rows } = await sql<Adaptation>`
		select id, need, stated_by "statedBy", stated_on "statedOn", decided_on "decidedOn", decided_by "decidedBy",
			last_day "lastDay"
		from placement.adaptation where organisation_id = ${organisationId} and student_id = ${studentId}
		order by id desc`.execute(work.db);
	return rows;
}

/**
 * Students an organisation keeps, not gone, with a need nobody has dealt with: all, or those with a claim in a round.
 * Others than its coordinators find none.
 */
export async function listStudentsInNeed(
	work: Work,
	organisationId: string,
	roundId: string | null,
): Promise<string[]> {
	const rows = await rowsTogether(
		work,
		sql<{ id: string }>`
		select s.id from placement.student s
		where s.organisation_id = ${organisationId} and (s.left_on is null or s.left_on >= ${work.today})
			and exists (select from placement.adaptation a
				where a.organisation_id = s.organisation_id and a.student_id = s.id and a.decided_on is null)
			and (${roundId}::uuid is null or exists (select from placement.claim c
				where c.organisation_id = s.organisation_id and c.student_id = s.id and c.round_id = ${roundId}::uuid
					and c.withdrawn_at is null))
		order by s.id`,
	);
	return rows.map(({ id }) => id);
}

/** No `returning`: who writes need not be able to read. */
export async function insertAdaptation(
	work: Work,
	row: Omit<Adaptation, "statedOn"> & {
		readonly organisationId: string;
		readonly studentId: string;
		readonly personId: string | null;
	},
): Promise<void> {
	await work.db
		.insertInto("placement.adaptation")
		.values({
			...{ organisation_id: row.organisationId, id: row.id, student_id: row.studentId, person_id: row.personId },
			...{ need: row.need, stated_by: row.statedBy, stated_on: work.today, last_day: row.lastDay },
			...{ decided_on: row.decidedOn, decided_by: row.decidedBy },
		})
		.execute();
}

type Of = { readonly organisationId: string; readonly id: string };

export async function updateDecided(work: Work, of: Of, id: string, decidedBy: string): Promise<boolean> {
	const { numUpdatedRows } = await work.db
		.updateTable("placement.adaptation")
		.set({ decided_on: work.today, decided_by: decidedBy })
		.where("organisation_id", "=", of.organisationId)
		.where("student_id", "=", of.id)
		.where("id", "=", id)
		.where("decided_on", "is", null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

export async function deleteAdaptation(work: Work, of: Of, id: string): Promise<void> {
	await work.db
		.deleteFrom("placement.adaptation")
		.where("organisation_id", "=", of.organisationId)
		.where("student_id", "=", of.id)
		.where("id", "=", id)
		.execute();
}

/** Takes away what the student wrote and nobody has decided on. */
export async function deleteAsked(work: Work, of: Of): Promise<void> {
	await work.db
		.deleteFrom("placement.adaptation")
		.where("organisation_id", "=", of.organisationId)
		.where("student_id", "=", of.id)
		.where("stated_by", "=", "student")
		.where("decided_on", "is", null)
		.execute();
}
