import { sql } from "kysely";
import type { FindObjects, ObjectCard } from "../../registry/objects.server.ts";

/** What the log and notices can point at in agreements; each table's own policy says who sees it. */
export const agreementObjects: Readonly<Record<string, FindObjects>> = {
	async agreement(work, ids): Promise<ObjectCard[]> {
		if (ids.length === 0) return [];
		const { rows } = await sql<{ id: string; title: string }>`
			select a.id, a.title from agreement.agreement a where a.id = any(${[...ids]}::uuid[])`.execute(work.db);
		return rows.map(({ id, title }) => ({ kind: "agreement", id, title, path: `/agreements/${id}` }));
	},
	async "agreement-party"(work, ids): Promise<ObjectCard[]> {
		if (ids.length === 0) return [];
		const { rows } = await sql<{ id: string; title: string; agreementId: string }>`
			select p.id, a.title, a.id "agreementId" from agreement.party p
			join agreement.agreement a on a.organisation_id = p.organisation_id and a.id = p.agreement_id
			where p.id = any(${[...ids]}::uuid[])`.execute(work.db);
		return rows.map(({ id, title, agreementId }) => ({
			...{ kind: "agreement-party", id, title, path: `/agreements/${agreementId}` },
		}));
	},
};
