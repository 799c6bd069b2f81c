import { sql } from "kysely";
import { type Holder, whoseOf } from "../../../registry/holders.server.ts";

const kind = "development-project";
const places = [
	["leader_name", "leader_email"],
	["deputy_name", "deputy_email"],
	["owner_name", "owner_email"],
] as const;

/**
 * Projects that somebody leads, stands in for or owns. Those that have ended too, as long as it is still to be asked what
 * is in use: what was learnt does not leave with a person.
 */
export const projectHolder: Holder = {
	kind,
	async list(work, organisationId, by) {
		const { emails } = whoseOf(by);
		if (emails.length === 0) return [];
		const { rows } = await sql<{ id: string; title: string }>`
			select id, title from development.project p where organisation_id = ${organisationId}
				and (lower(leader_email) = any(${emails}::text[]) or lower(deputy_email) = any(${emails}::text[])
					or lower(owner_email) = any(${emails}::text[]))
				and (state <> 'ended' or exists (select from development.follow_up f
					where f.organisation_id = p.organisation_id and f.project_id = p.id and f.answered_on is null))
			order by title collate house.norwegian, id`.execute(work.db);
		return rows.map(({ id, title }) => ({ kind, id, title }));
	},
	async move(work, organisationId, by, successor) {
		const { emails } = whoseOf(by);
		const held = await this.list(work, organisationId, by);
		const ids = held.map(({ id }) => id);
		for (const [name, email] of places)
			await sql`
				update development.project set ${sql.ref(name)} = ${successor.name}, ${sql.ref(email)} = ${successor.email},
					version = version + 1
				where organisation_id = ${organisationId} and id = any(${ids}::uuid[])
					and lower(${sql.ref(email)}) = any(${emails}::text[])`.execute(work.db);
		return held.length;
	},
};
