import { sql } from "kysely";
import type { FindArenas, SharedArena } from "../../registry/arenas.server.ts";

/** Where organisations meet, of the arenas the asker may read that go on, and the day each was held last. */
export const findArenasOf: FindArenas = async (work, organisationIds) => {
	const { rows } = await sql<SharedArena>`
		select p.party_id "organisationId", a.id, a.name, '/arenas/' || a.id path,
			(select to_char(max(m.starts_at) at time zone 'Europe/Oslo', 'YYYY-MM-DD') from meeting.meeting m
				where m.organisation_id = a.organisation_id and m.arena_id = a.id and m.state = 'held') "lastMetOn"
		from meeting.party p
		join meeting.arena a on a.organisation_id = p.organisation_id and a.id = p.arena_id
		where p.party_id = any(${[...organisationIds]}::uuid[]) and a.ended_on is null`.execute(work.db);
	return rows;
};
