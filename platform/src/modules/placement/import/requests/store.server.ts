import { sql } from "kysely";
import { newId, type Work } from "../../../../database/work.server.ts";
import type { Request } from "../../request/contract.ts";

/** The requests, of those a keeper is a party to, that were answered with named sites: by their ids. */
export async function listAnsweredWithSites(work: Work, organisationId: string): Promise<ReadonlySet<string>> {
	const { rows } = await sql<{ id: string }>`
		select distinct a.request_id id from placement.request_answer a
		join placement.request q on q.organisation_id = a.organisation_id and q.id = a.request_id
		where (q.organisation_id = ${organisationId} or q.host_id = ${organisationId} or q.institution_id = ${organisationId})
			and (a.offer_id is not null or not exists (select from organisation.identity i
				where i.organisation_id = q.host_id and i.name = a.site_name))`.execute(work.db);
	return new Set(rows.map(({ id }) => id));
}

export type AnsweredRequest = Pick<Request, "id" | "institutionId" | "hostId" | "hostName" | "unmetReason"> & {
	readonly offered: number;
};

/** Writes what hosts have said to requests that were just entered: they are sent and answered at once. */
export async function writeAnswered(
	work: Work,
	organisationId: string,
	requests: readonly AnsweredRequest[],
): Promise<void> {
	if (requests.length === 0) return;
	await sql`update placement.request q set state = 'answered', sent_at = ${work.now}, answered_at = ${work.now},
			answered_by = left(list."hostName", 200), unmet_reason = list."unmetReason", version = q.version + 1
		from jsonb_to_recordset(${JSON.stringify(requests)}::jsonb) as list (id uuid, "hostName" text, "unmetReason" text)
		where q.organisation_id = ${organisationId} and q.id = list.id`.execute(work.db);
	const lines = requests.filter(({ offered }) => offered > 0);
	if (lines.length === 0) return;
	await work.db
		.insertInto("placement.request_answer")
		.values(
			lines.map(({ id, institutionId, hostId, hostName, offered }) => ({
				...{ organisation_id: organisationId, request_id: id, id: newId(), institution_id: institutionId },
				...{ host_id: hostId, site_name: hostName.slice(0, 200), places: offered },
			})),
		)
		.execute();
}
