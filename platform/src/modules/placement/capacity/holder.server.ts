import { sql } from "kysely";
import { type Holder, whoseOf } from "../../../registry/holders.server.ts";

/** Sites, not closed, whose contact somebody is. */
export const siteHolder: Holder = {
	kind: "site",
	async list(work, organisationId, by) {
		const { rows } = await sql<{ id: string; title: string }>`
			select id, name title from placement.site
			where organisation_id = ${organisationId} and (closed_on is null or closed_on >= ${work.today})
				and lower(contact_email) = any(${whoseOf(by).emails}::text[])
			order by name collate house.norwegian, id`.execute(work.db);
		return rows.map(({ id, title }) => ({ kind: "site", id, title }));
	},
	async move(work, organisationId, by, successor) {
		const held = await this.list(work, organisationId, by);
		await sql`
			update placement.site set contact_name = ${successor.name}, contact_email = ${successor.email}, version = version + 1
			where organisation_id = ${organisationId} and id = any(${held.map(({ id }) => id)}::uuid[])`.execute(work.db);
		return held.length;
	},
};
