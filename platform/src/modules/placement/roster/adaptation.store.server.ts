import { sql } from "kysely";
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
