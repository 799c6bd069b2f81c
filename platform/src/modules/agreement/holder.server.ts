import { sql } from "kysely";
import { type Holder, whoseOf } from "../../registry/holders.server.ts";

/** Columns that name somebody at a party, in the tables of parties and of themes' contacts. */
const named = [
	{ table: sql.table("agreement.party"), name: sql.ref("coordinator_name"), email: sql.ref("coordinator_email") },
	{ table: sql.table("agreement.party"), name: sql.ref("deputy_name"), email: sql.ref("deputy_email") },
	{ table: sql.table("agreement.contact"), name: sql.ref("name"), email: sql.ref("email") },
	{ table: sql.table("agreement.contact"), name: sql.ref("deputy_name"), email: sql.ref("deputy_email") },
];

/** Agreements, not ended, where somebody coordinates for their organisation, answers for a theme, or stands in. */
export const agreementHolder: Holder = {
	kind: "agreement",
	async list(work, organisationId, by) {
		const { emails } = whoseOf(by);
		if (emails.length === 0) return [];
		const { rows } = await sql<{ id: string; title: string }>`
			select a.id, a.title from agreement.agreement a
			where a.state <> 'withdrawn' and coalesce(a.ended_on, a.last_day, 'infinity') >= ${work.today} and (
				exists (select from agreement.party p where p.organisation_id = a.organisation_id and p.agreement_id = a.id
					and p.party_id = ${organisationId}
					and (lower(p.coordinator_email) = any(${emails}::text[]) or lower(p.deputy_email) = any(${emails}::text[])))
				or exists (select from agreement.contact c where c.organisation_id = a.organisation_id and c.agreement_id = a.id
					and c.party_id = ${organisationId}
					and (lower(c.email) = any(${emails}::text[]) or lower(c.deputy_email) = any(${emails}::text[]))))
			order by a.title collate house.norwegian, a.id`.execute(work.db);
		return rows.map(({ id, title }) => ({ kind: "agreement", id, title }));
	},
	async move(work, organisationId, by, successor) {
		const { emails } = whoseOf(by);
		const held = await this.list(work, organisationId, by);
		const ids = held.map(({ id }) => id);
		for (const { table, name, email } of named)
			await sql`
				update ${table} set ${name} = ${successor.name}, ${email} = ${successor.email}, version = version + 1
				where party_id = ${organisationId} and agreement_id = any(${ids}::uuid[])
					and lower(${email}) = any(${emails}::text[])`.execute(work.db);
		return held.length;
	},
};
