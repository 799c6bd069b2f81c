import { sql } from "kysely";
import { newId, type Work } from "../../database/work.server.ts";
import type { Agreement, Party } from "./contract.ts";

type Key = Pick<Agreement, "organisationId" | "id">;
export type PartyRow = Omit<Party, "name" | "kind">;

/** What a party has answered to a text, where it has to answer anew. */
export const unanswered = {
	...{ approved_version: null, approved_at: null, approved_by: null },
	...{ declined_version: null, declined_because: null },
};

/** The parties of an agreement, services first, without the names of organisations. */
export async function listParties(work: Work, { organisationId, id }: Key): Promise<PartyRow[]> {
	const { rows } =
		await sql<PartyRow>`select id, party_id "organisationId", side, signs, approved_version "approvedVersion",
		approved_at "approvedAt", approved_by "approvedBy", declined_version "declinedVersion",
		declined_because "declinedBecause", coordinator_name "coordinatorName",
		coordinator_email "coordinatorEmail", deputy_name "deputyName", deputy_email "deputyEmail", signed_by "signedBy",
		signed_as "signedAs", signed_on "signedOn", signed_way "signedWay", version
		from agreement.party where organisation_id = ${organisationId} and agreement_id = ${id}
		order by array_position(array['service', 'education', 'other'], side), party_id`.execute(work.db);
	return rows;
}

export async function insertParty(
	work: Work,
	{ organisationId, id }: Key,
	party: Pick<PartyRow, "organisationId" | "side" | "signs"> &
		Partial<Pick<PartyRow, "coordinatorName" | "coordinatorEmail" | "deputyName" | "deputyEmail">>,
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("agreement.party")
		.values({
			...{ organisation_id: organisationId, agreement_id: id, party_id: party.organisationId, id: newId() },
			...{ side: party.side, signs: party.signs, coordinator_name: party.coordinatorName ?? null },
			...{ coordinator_email: party.coordinatorEmail ?? null, deputy_name: party.deputyName ?? null },
			...{ deputy_email: party.deputyEmail ?? null, readers: [...readers] },
		})
		.execute();
}

type PartyChange = Partial<{
	side: Party["side"];
	signs: boolean;
	approved_version: number | null;
	approved_at: Date | null;
	approved_by: string | null;
	declined_version: number | null;
	declined_because: string | null;
	coordinator_name: string | null;
	coordinator_email: string | null;
	deputy_name: string | null;
	deputy_email: string | null;
	signed_by: string;
	signed_as: string;
	signed_on: string;
	signed_at: Date;
	signed_way: string;
	evidence: string;
}>;

/** Changes what stands of a party; with a version, only where nobody else has. */
export async function updateParty(
	work: Work,
	{ organisationId, id }: Key,
	partyId: string,
	change: PartyChange,
	version?: number,
): Promise<boolean> {
	let query = work.db
		.updateTable("agreement.party")
		.set({ ...change, version: sql<number>`version + 1` })
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.where("party_id", "=", partyId);
	if (version !== undefined) query = query.where("version", "=", version);
	return (await query.executeTakeFirst()).numUpdatedRows === 1n;
}

export async function deleteParty(work: Work, { organisationId, id }: Key, partyId: string): Promise<void> {
	for (const table of ["agreement.contact", "agreement.commitment", "agreement.party"] as const)
		await work.db
			.deleteFrom(table)
			.where("organisation_id", "=", organisationId)
			.where("agreement_id", "=", id)
			.where("party_id", "=", partyId)
			.execute();
}

/** The agreement a party (by its id in it) belongs to, where the asker may read it. */
export async function findAgreementOf(work: Work, partyRowId: string): Promise<string | undefined> {
	const { rows } = await sql<{
		id: string;
	}>`select agreement_id id from agreement.party where id = ${partyRowId}`.execute(work.db);
	return rows[0]?.id;
}
