import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";

/**
 * The organisations of a broker's region: the municipalities that belong to it (where none does, those of its county), and
 * everybody else in the same counties. Null where nothing says which region it has: then it is the whole country.
 */
export async function readRegion(work: Work, brokerId: string): Promise<ReadonlySet<string> | null> {
	const { rows } = await sql<{ readonly id: string }>`
		with here as materialized (
			select i.organisation_id id, o.kind, i.county_number county
			from organisation.identity i join organisation.organisation o on o.id = i.organisation_id
			where i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today}) and o.kind <> 'operator'
		), belonging as (
			select h.id, h.county from organisation.affiliation a join here h on h.id = a.organisation_id and h.kind = 'municipality'
			where a.parent_id = ${brokerId} and a.valid_from <= ${work.today} and (a.valid_to is null or a.valid_to >= ${work.today})
		), municipality as (
			select id, county from belonging
			union all
			select h.id, h.county from here h join here own on own.id = ${brokerId} and own.county = h.county
			where h.kind = 'municipality' and not exists (select from belonging)
		)
		select id from municipality
		union
		select h.id from here h where h.kind <> 'municipality' and h.county in (select county from municipality)`.execute(
		work.db,
	);
	return rows.length === 0 ? null : new Set(rows.map(({ id }) => id));
}
