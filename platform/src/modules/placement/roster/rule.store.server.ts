import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { RuleValues } from "./contract.ts";

export async function listRules(
	work: Work,
	of: { readonly organisationId: string; readonly id: string },
): Promise<(RuleValues & { id: string })[]> {
	const { rows } = await sql<RuleValues & { id: string }>`
		select id, kind, amount, target, first_day "firstDay", last_day "lastDay" from placement.student_rule
		where organisation_id = ${of.organisationId} and student_id = ${of.id} order by kind, id`.execute(work.db);
	return rows;
}

export async function insertRule(
	work: Work,
	of: { readonly organisationId: string; readonly studentId: string; readonly id: string },
	rule: RuleValues,
): Promise<void> {
	await work.db
		.insertInto("placement.student_rule")
		.values({
			...{ organisation_id: of.organisationId, id: of.id, student_id: of.studentId, kind: rule.kind },
			...{ amount: rule.amount, target: rule.target, first_day: rule.firstDay, last_day: rule.lastDay },
		})
		.execute();
}

export async function deleteRule(work: Work, organisationId: string, id: string): Promise<void> {
	await work.db
		.deleteFrom("placement.student_rule")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

export async function nameSite(work: Work, id: string): Promise<string | null> {
	const found = await work.db.selectFrom("placement.site").select("name").where("id", "=", id).executeTakeFirst();
	return found?.name ?? null;
}

/** Sites the asker can see, by name, for choosing among. */
export async function listSiteChoices(
	work: Work,
	limit: number,
): Promise<{ id: string; name: string; hostName: string }[]> {
	const { rows } = await sql<{ id: string; name: string; hostName: string }>`
		select s.id, s.name, coalesce(i.name, '') "hostName" from placement.site s
		left join organisation.identity i on i.organisation_id = s.host_id
			and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today})
		where s.closed_on is null or s.closed_on > ${work.today}
		order by s.name collate house.norwegian, s.id limit ${limit}`.execute(work.db);
	return rows;
}
