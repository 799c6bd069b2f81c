import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";

/** The courses students kept by an organisation need placements in, as one line each: claims that count, periods not over. */
export async function listCourseLines(
	work: Work,
	organisationId: string | null,
	studentIds: readonly string[],
): Promise<Readonly<Record<string, string>>> {
	if (organisationId === null || studentIds.length === 0) return {};
	const { rows } = await sql<{ id: string; courses: string }>`
		select c.student_id id, string_agg(distinct coalesce(k.code, k.name), ', ') courses
		from placement.claim c
		join placement.period p on p.organisation_id = c.organisation_id and p.id = c.period_id and p.last_day >= ${work.today}
		join placement.course k on k.organisation_id = p.organisation_id and k.id = p.course_id
		where c.organisation_id = ${organisationId} and c.student_id = any(${[...studentIds]}::uuid[])
			and c.withdrawn_at is null
		group by c.student_id`.execute(work.db);
	return Object.fromEntries(rows.map(({ id, courses }) => [id, courses]));
}
