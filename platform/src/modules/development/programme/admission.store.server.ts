import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Admission, Programme } from "./contract.ts";

const columns = sql`organisation_id "organisationId", id, programme_organisation_id "programmeOrganisationId", programme_id "programmeId",
	batch_id "batchId", need, gain, builds_on "buildsOn", is_first "isFirst", leader_name "leaderName", leader_email "leaderEmail",
	leader_share "leaderShare", state, sent_at "sentAt", sent_by "sentBy", decided_on "decidedOn", decided_by "decidedBy", because,
	admitted_on "admittedOn", withdrawn_on "withdrawnOn", withdrawn_because "withdrawnBecause", version`;

/** Applications to a programme, as far as the actor reads them, in the order they were sent; drafts of the actor's own last. */
export async function listAdmissions(
	work: Work,
	{ organisationId, id }: Pick<Programme, "organisationId" | "id">,
): Promise<readonly Admission[]> {
	const { rows } = await sql<Admission>`
		select ${columns} from development.admission
		where programme_organisation_id = ${organisationId} and programme_id = ${id} order by sent_at, id`.execute(work.db);
	return rows;
}

/** What an organisation has applied to, whatever came of it. */
export async function listOwnAdmissions(
	work: Work,
	organisationId: string,
): Promise<readonly (Admission & { readonly title: string })[]> {
	const { rows } = await sql<Admission & { title: string }>`
		select ${columns}, title from development.admission where organisation_id = ${organisationId} order by id`.execute(
		work.db,
	);
	return rows;
}
