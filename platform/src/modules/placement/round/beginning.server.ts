import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";

/** What an organisation has in place before its first round; counts of what it keeps itself, and places others have published. */
export type Beginning = {
	/** Periods of courses in use that are not over. */
	readonly periods: number;
	/** Students with a claim in one of them. */
	readonly students: number;
	/** Places that are not over, by whether they may be used. */
	readonly places: number;
	readonly waiting: number;
	readonly placesOfOthers: number;
};

export async function readBeginning(work: Work, organisationId: string): Promise<Beginning> {
	const { rows } = await sql<Beginning>`
		with period as (
			select p.organisation_id, p.id from placement.period p
			join placement.course c on c.organisation_id = p.organisation_id and c.id = p.course_id and c.archived_on is null
			where p.organisation_id = ${organisationId} and p.last_day >= ${work.today}),
		offer as (
			select o.organisation_id = ${organisationId} own, o.places, o.published or k.state = 'approved' usable
			from placement.offer o
			left join placement.capacity k on k.organisation_id = o.organisation_id and k.id = o.capacity_id
			where o.last_day >= ${work.today} and (o.published or o.organisation_id = ${organisationId}))
		select (select count(*)::int from period) periods,
			(select count(*)::int from placement.claim c join period p on p.organisation_id = c.organisation_id and p.id = c.period_id
				where c.withdrawn_at is null) students,
			coalesce(sum(places) filter (where own and usable), 0)::int places,
			coalesce(sum(places) filter (where own and not coalesce(usable, false)), 0)::int waiting,
			coalesce(sum(places) filter (where not own), 0)::int "placesOfOthers"
		from offer`.execute(work.db);
	return rows[0] ?? { periods: 0, students: 0, places: 0, waiting: 0, placesOfOthers: 0 };
}
