import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Programme } from "../programme/contract.ts";
import type { Advice } from "./contract.ts";

type Key = Pick<Programme, "organisationId" | "id">;

const columns = sql`project_id "projectId", party_id "partyId", purpose, goals, words, on_day "onDay", given_by "givenBy"`;

/** What has been said of the projects of a programme. */
export async function listAdvice(work: Work, { organisationId, id }: Key): Promise<readonly Advice[]> {
	const { rows } = await sql<Advice>`
		select ${columns} from development.programme_advice
		where organisation_id = ${organisationId} and programme_id = ${id}`.execute(work.db);
	return rows;
}

/** What has been said of a project of the organisation acted for, the latest first. */
export async function listAdviceTo(work: Work, partyId: string, projectId: string): Promise<readonly Advice[]> {
	const { rows } = await sql<Advice>`
		select ${columns} from development.programme_advice
		where party_id = ${partyId} and project_id = ${projectId} order by on_day desc, programme_id`.execute(work.db);
	return rows;
}

/** Says it, or says it anew. */
export async function writeAdvice(work: Work, { organisationId, id }: Key, one: Advice): Promise<void> {
	const said = {
		...{ purpose: one.purpose, goals: one.goals, words: one.words },
		...{ on_day: one.onDay, given_by: one.givenBy },
	};
	await work.db
		.insertInto("development.programme_advice")
		.values({
			...{ organisation_id: organisationId, programme_id: id, project_id: one.projectId, party_id: one.partyId },
			...said,
		})
		.onConflict((conflict) => conflict.columns(["organisation_id", "programme_id", "project_id"]).doUpdateSet(said))
		.execute();
}

type PurposeRow = { readonly projectId: string; readonly partyId: string; readonly purpose: string };

/** The purposes of the projects in a programme the organisation acted for keeps. */
export async function listPurposes(work: Work, { organisationId, id }: Key): Promise<readonly PurposeRow[]> {
	const { rows } = await sql<PurposeRow>`
		select project_id "projectId", party_id "partyId", purpose
		from development.programme_purposes(${organisationId}, ${id})`.execute(work.db);
	return rows;
}
