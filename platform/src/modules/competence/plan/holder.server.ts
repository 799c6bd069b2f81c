import { sql } from "kysely";
import { type Holder, whoseOf } from "../../../registry/holders.server.ts";

/** Plans not ended, and measures still to be carried out, that somebody owns or stands in for. */
function holderOf(kind: "competence-plan" | "competence-measure", table: string, open: ReturnType<typeof sql>): Holder {
	return {
		kind,
		async list(work, organisationId, by) {
			const { emails } = whoseOf(by);
			if (emails.length === 0) return [];
			const { rows } = await sql<{ id: string; title: string }>`
				select id, title from ${sql.table(table)} where organisation_id = ${organisationId} and ${open}
					and (lower(owner_email) = any(${emails}::text[]) or lower(deputy_email) = any(${emails}::text[]))
				order by title collate house.norwegian, id`.execute(work.db);
			return rows.map(({ id, title }) => ({ kind, id, title }));
		},
		async move(work, organisationId, by, successor) {
			const { emails } = whoseOf(by);
			const held = await this.list(work, organisationId, by);
			const ids = held.map(({ id }) => id);
			for (const [name, email] of [
				["owner_name", "owner_email"],
				["deputy_name", "deputy_email"],
			] as const)
				await sql`
					update ${sql.table(table)} set ${sql.ref(name)} = ${successor.name}, ${sql.ref(email)} = ${successor.email},
						version = version + 1
					where organisation_id = ${organisationId} and id = any(${ids}::uuid[])
						and lower(${sql.ref(email)}) = any(${emails}::text[])`.execute(work.db);
			return held.length;
		},
	};
}

export const planHolder = holderOf("competence-plan", "competence.plan", sql`state <> 'ended'`);
export const measureHolder = holderOf(
	"competence-measure",
	"competence.measure",
	sql`status not in ('done', 'dropped')`,
);
