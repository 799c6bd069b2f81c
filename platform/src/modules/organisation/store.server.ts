import { sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import type { KindOfOrganisation, Sector, Setting } from "./contract.ts";
import type { Holding } from "./rules.ts";

/** The roles a person holds at an organisation on a day. Asked for several times on every page: text is quicker than building it. */
export async function findHoldings(work: Work, organisationId: string, personId: string): Promise<Holding[]> {
	const { rows } = await sql<Holding>`
		select role, unit_id "unitId" from organisation.membership
		where organisation_id = ${organisationId} and person_id = ${personId}
			and valid_from <= ${work.today} and (valid_to is null or valid_to >= ${work.today})`.execute(work.db);
	return rows;
}

/** The memberships a person holds at an organisation today. */
export async function findHoldingIds(work: Work, organisationId: string, personId: string): Promise<string[]> {
	const rows = await work.db
		.selectFrom("organisation.membership")
		.select("id")
		.where("organisation_id", "=", organisationId)
		.where("person_id", "=", personId)
		.where("valid_from", "<=", work.today)
		.where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", work.today)]))
		.execute();
	return rows.map((row) => row.id);
}

/** A unit's id and those of the units above it, nearest first; empty where the organisation has no such unit. */
export async function findUnitPath(work: Work, organisationId: string, unitId: string): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		with recursive path as (
			select id, parent_id, 1 as depth from organisation.unit where organisation_id = ${organisationId} and id = ${unitId}
			union all
			select above.id, above.parent_id, path.depth + 1
			from path join organisation.unit above on above.organisation_id = ${organisationId} and above.id = path.parent_id
			where path.depth < 50
		)
		select id from path order by depth`.execute(work.db);
	return rows.map((row) => row.id);
}

export async function listKinds(work: Work): Promise<KindOfOrganisation[]> {
	const rows = await work.db.selectFrom("organisation.kind").selectAll().orderBy("sort").execute();
	return rows.map(({ code, nb, nn, en, plural_nb, plural_nn, plural_en }) => ({
		code,
		name: { nb, nn, en },
		plural: { nb: plural_nb, nn: plural_nn, en: plural_en },
	}));
}

export async function listSectors(work: Work): Promise<Sector[]> {
	const rows = await work.db.selectFrom("organisation.sector").selectAll().orderBy("sort").execute();
	return rows.map(({ code, nb, nn, en }) => ({ code, name: { nb, nn, en } }));
}

export async function listSettings(work: Work): Promise<Setting[]> {
	const rows = await work.db.selectFrom("organisation.setting").selectAll().orderBy("sort").execute();
	return rows.map(({ code, sector, nb, nn, en }) => ({ code, sector, name: { nb, nn, en } }));
}
