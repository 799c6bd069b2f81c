import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import type { Scheme, SchemeFacts } from "./contract.ts";

/** Schemes that have not ended, by name. */
export async function listSchemes(work: Work): Promise<readonly Scheme[]> {
	const { rows } = await sql<Scheme>`
		select s.organisation_id "organisationId", s.id, s.name, s.directorate, s.purpose, s.regulation, s.address, s.version,
			(select count(distinct v.call_id)::int from funding.call_version v
				join funding.call c on c.organisation_id = v.organisation_id and c.id = v.call_id and c.withdrawn_at is null
				where v.scheme_organisation_id = s.organisation_id and v.scheme_id = s.id) calls
		from funding.scheme s where s.ended_on is null or s.ended_on >= ${work.today}
		order by s.name collate house.norwegian, s.id`.execute(work.db);
	return rows;
}

export async function insertScheme(
	work: Work,
	{ organisationId, id }: Pick<Scheme, "organisationId" | "id">,
	facts: SchemeFacts,
): Promise<void> {
	await work.db
		.insertInto("funding.scheme")
		.values({ organisation_id: organisationId, id, ...facts, search_name: foldName(facts.name) })
		.execute();
}

/** Whether the organisation keeps another scheme of this name. */
export async function isNameTaken(work: Work, organisationId: string, name: string, but: string | null) {
	const found = await work.db
		.selectFrom("funding.scheme")
		.select("id")
		.where("organisation_id", "=", organisationId)
		.where("search_name", "=", foldName(name))
		.where("ended_on", "is", null)
		.execute();
	return found.some(({ id }) => id !== but);
}

/** Changes a scheme in the version that was looked at; false where somebody else was first. */
export async function updateScheme(
	work: Work,
	{ organisationId, id, version }: Pick<Scheme, "organisationId" | "id" | "version">,
	facts: SchemeFacts,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("funding.scheme")
		.set({ ...facts, search_name: foldName(facts.name), version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}
