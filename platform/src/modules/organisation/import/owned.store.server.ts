import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";

/** What an organisation owns in this room, by the name it has in the export; a test holds that no table is left out. */
export const ownedTables = {
	identities: "identity",
	affiliations: "affiliation",
	units: "unit",
	memberships: "membership",
	contacts: "contact",
	participations: "participation",
} as const;

type OwnedRow = Readonly<Record<string, unknown>>;

/** Every row of every table of the room that is the organisation's own, as the database holds it. */
export async function listOwned(
	work: Work,
	organisationId: string,
): Promise<Readonly<Record<string, readonly OwnedRow[]>>> {
	const owned: Record<string, readonly OwnedRow[]> = {};
	for (const [name, table] of Object.entries(ownedTables)) {
		const { rows } = await sql<{ row: OwnedRow }>`
			select to_jsonb(t) - 'search_name' as row from ${sql.table(`organisation.${table}`)} t
			where organisation_id = ${organisationId} order by t`.execute(work.db);
		owned[name] = rows.map(({ row }) => row);
	}
	return owned;
}
