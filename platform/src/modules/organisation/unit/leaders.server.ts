import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";

/** Somebody who leads a unit: with an account, with an address, or with neither. */
export type UnitLeader = {
	readonly unitId: string;
	readonly name: string;
	readonly personId: string | null;
	readonly email: string | null;
};

/** Those who lead units of an organisation today. Other organisations' people are not seen. */
export async function leadersOf(
	work: Work,
	organisationId: string,
	unitIds: readonly string[],
): Promise<readonly UnitLeader[]> {
	if (unitIds.length === 0) return [];
	const { rows } = await sql<UnitLeader>`
		select unit_id "unitId", name, person_id "personId", email from organisation.membership
		where organisation_id = ${organisationId} and role = 'unit-leader' and unit_id = any(${[...unitIds]}::uuid[])
			and valid_from <= ${work.today} and (valid_to is null or valid_to >= ${work.today})
		order by name, id`.execute(work.db);
	return rows;
}
