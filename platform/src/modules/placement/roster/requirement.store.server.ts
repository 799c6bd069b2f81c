import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";

type Of = { readonly organisationId: string; readonly id: string };

/** What the courses of a student's claims that are not withdrawn ask for. */
export async function listAsked(work: Work, of: Of): Promise<{ requirement: string; courseName: string }[]> {
	const { rows } = await sql<{ requirement: string; courseName: string }>`
		select distinct unnest(c.requirements) requirement, c.name "courseName"
		from placement.claim k
		join placement.period p on p.organisation_id = k.organisation_id and p.id = k.period_id
		join placement.course c on c.organisation_id = p.organisation_id and c.id = p.course_id
		where k.organisation_id = ${of.organisationId} and k.student_id = ${of.id} and k.withdrawn_at is null
		order by 1, 2`.execute(work.db);
	return rows;
}

type Met = { readonly requirement: string; readonly confirmedOn: string; readonly confirmedBy: string };

export async function listMet(work: Work, of: Of): Promise<Met[]> {
	return work.db
		.selectFrom("placement.requirement_met")
		.select(["requirement", "confirmed_on as confirmedOn", "confirmed_by as confirmedBy"])
		.where("organisation_id", "=", of.organisationId)
		.where("student_id", "=", of.id)
		.orderBy("requirement")
		.execute();
}

export async function upsertMet(work: Work, of: Of, met: Met): Promise<void> {
	const said = { confirmed_on: met.confirmedOn, confirmed_by: met.confirmedBy };
	await work.db
		.insertInto("placement.requirement_met")
		.values({ organisation_id: of.organisationId, student_id: of.id, requirement: met.requirement, ...said })
		.onConflict((conflict) => conflict.columns(["organisation_id", "student_id", "requirement"]).doUpdateSet(said))
		.execute();
}

export async function deleteMet(work: Work, of: Of, requirement: string): Promise<void> {
	await work.db
		.deleteFrom("placement.requirement_met")
		.where("organisation_id", "=", of.organisationId)
		.where("student_id", "=", of.id)
		.where("requirement", "=", requirement)
		.execute();
}
