import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Need, NeedFacts } from "./contract.ts";

/** What the units of an organisation need, by unit and competence. */
export async function listNeeds(work: Work, organisationId: string): Promise<readonly Need[]> {
	const { rows } = await sql<Need>`
		select r.id, r.unit_id "unitId", r.entry_id "entryId", r.basis, r.positions / 100.0::float8 positions, r.users,
			r.users_each / 100.0::float8 "usersEach", r.growth, r.from_day "fromDay", r.reason, r.version,
			e.kind, e.name, e.name_nn "nameNn", e.name_en "nameEn", e.mapped_id "mappedId"
		from competence.requirement r
		join competence.entry e on e.organisation_id = r.entry_organisation_id and e.id = r.entry_id
		where r.organisation_id = ${organisationId}
		order by e.name collate house.norwegian, r.id`.execute(work.db);
	return rows;
}

/** A need with the positions it comes to, and who keeps its entry. */
export type NeedToWrite = NeedFacts & { readonly positions: number; readonly entryOrganisationId: string };

function columnsOf(need: NeedToWrite) {
	return {
		...{ unit_id: need.unitId, entry_id: need.entryId, entry_organisation_id: need.entryOrganisationId },
		...{ basis: need.basis, positions: Math.round(need.positions * 100), users: need.users, growth: need.growth },
		...{ users_each: need.usersEach === null ? null : Math.round(need.usersEach * 100) },
		...{ from_day: need.fromDay, reason: need.reason },
	};
}

export async function insertNeed(work: Work, organisationId: string, id: string, need: NeedToWrite): Promise<void> {
	await work.db
		.insertInto("competence.requirement")
		.values({ organisation_id: organisationId, id, ...columnsOf(need) })
		.execute();
}

/** Changes a need in the version that was looked at; false where somebody else was first. */
export async function updateNeed(
	work: Work,
	organisationId: string,
	{ id, version }: Pick<Need, "id" | "version">,
	need: NeedToWrite,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("competence.requirement")
		.set({ ...columnsOf(need), version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function deleteNeed(
	work: Work,
	organisationId: string,
	{ id, version }: Pick<Need, "id" | "version">,
): Promise<boolean> {
	const gone = await work.db
		.deleteFrom("competence.requirement")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}
