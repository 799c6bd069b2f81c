import { sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import { foldName } from "../../geography/search.ts";
import { type HeldBy, type Holder, whoseOf } from "../../registry/holders.server.ts";

/** Seats at arenas that somebody holds for their organisation, or stands in at, with the decisions they are to carry out. */
export const seatHolder: Holder = {
	kind: "arena",
	async list(work, organisationId, by) {
		const { rows } = await sql<{ id: string; title: string }>`
			select distinct a.id, a.name title from meeting.seat s
			join meeting.arena a on a.organisation_id = s.organisation_id and a.id = s.arena_id
			where a.ended_on is null and ${isHeld(work, organisationId, by)} order by a.name, a.id`.execute(work.db);
		return rows.map(({ id, title }) => ({ kind: "arena", id, title }));
	},
	async move(work, organisationId, by, successor) {
		const held = await this.list(work, organisationId, by);
		const { personIds, emails } = whoseOf(by);
		await sql`
			update meeting.seat s set deputy_name = ${successor.name}, deputy_email = ${successor.email}, version = version + 1
			where ${isHeld(work, organisationId, by)} and lower(s.deputy_email) = any(${emails}::text[])`.execute(work.db);
		// Whoever takes the seat does what it has been given to do; what is done stays with who did it.
		await sql`
			update meeting.decision d set owner_name = concat_ws(', ', ${successor.name}::text, nullif(s.role, '')),
				search_name = d.search_name || ' ' || ${foldName(successor.name)}, version = d.version + 1
			from meeting.seat s
			where d.organisation_id = s.organisation_id and d.arena_id = s.arena_id and d.seat_id = s.id and d.state = 'open'
				and ${isHeld(work, organisationId, by)}
				and (s.person_id = any(${personIds}::uuid[]) or lower(s.email) = any(${emails}::text[]))`.execute(work.db);
		await sql`
			update meeting.seat s set person_id = ${successor.personId}, name = ${successor.name}, email = ${successor.email},
				version = version + 1
			where ${isHeld(work, organisationId, by)}
				and (s.person_id = any(${personIds}::uuid[]) or lower(s.email) = any(${emails}::text[]))`.execute(work.db);
		return held.length;
	},
};

function isHeld(work: Work, organisationId: string, by: readonly HeldBy[]) {
	const { personIds, emails } = whoseOf(by);
	return sql`s.party_id = ${organisationId} and (s.valid_to is null or s.valid_to >= ${work.today})
		and (s.person_id = any(${personIds}::uuid[]) or lower(s.email) = any(${emails}::text[])
			or lower(s.deputy_email) = any(${emails}::text[]))`;
}
