import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";

/** What a unit is about to be: what of it is remembered day by day. */
export type Becoming = {
	readonly id: string;
	readonly name: string;
	readonly parentId: string | null;
	readonly setting: string | null;
	readonly sector: string;
};

/**
 * Keeps what units were called, what they were and where they hung until the eve of a day, of those that are about to
 * be something else. What was entered or changed earlier on the same day leaves no trace: nobody relied on it for a day.
 */
export async function keepFormerUnits(
	work: Work,
	organisationId: string,
	becoming: readonly Becoming[],
	/** The first day of what they become, YYYY-MM-DD. */
	since: string = work.today,
): Promise<void> {
	if (becoming.length === 0) return;
	await sql`insert into organisation.former_unit (organisation_id, unit_id, valid_to, name, parent_id, setting, sector,
			search_name, published)
		select u.organisation_id, u.id, ${since}::date - 1, u.name, u.parent_id, u.setting, u.sector, u.search_name, u.published
		from jsonb_to_recordset(${JSON.stringify(becoming)}::jsonb) as list (id uuid, name text, "parentId" uuid, setting text, sector text)
		join organisation.unit u on u.organisation_id = ${organisationId} and u.id = list.id
		where u.valid_from < ${since}
			and (u.name, u.parent_id, u.setting, u.sector) is distinct from (list.name, list."parentId", list.setting, list.sector)
		on conflict do nothing`.execute(work.db);
}

/** The first day from which a unit can have become something else: before it, something else of it is kept. */
export async function earliestChange(work: Work, organisationId: string, unitId: string): Promise<string> {
	const { rows } = await sql<{ day: string }>`
		select greatest(u.valid_from, max(f.valid_to) + 1) "day" from organisation.unit u
		left join organisation.former_unit f on f.organisation_id = u.organisation_id and f.unit_id = u.id
		where u.organisation_id = ${organisationId} and u.id = ${unitId} group by u.valid_from`.execute(work.db);
	return rows[0]?.day ?? work.today;
}

/** What a unit has been called before, the last name first, each with the last day it held. */
export async function listFormerNames(
	work: Work,
	organisationId: string,
	unitId: string,
): Promise<{ name: string; until: string }[]> {
	const { rows } = await sql<{ name: string; until: string }>`
		select name, until from (
			select f.name, f.valid_to until, coalesce(lead(f.name) over (order by f.valid_to), u.name) "next"
			from organisation.former_unit f
			join organisation.unit u on u.organisation_id = f.organisation_id and u.id = f.unit_id
			where f.organisation_id = ${organisationId} and f.unit_id = ${unitId}
		) names where name <> "next"
		order by until desc`.execute(work.db);
	return rows;
}
