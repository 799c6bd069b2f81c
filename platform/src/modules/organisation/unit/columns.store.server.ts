import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";

/** What a list or a tree shows of a unit, from `organisation.unit u`. */
export const rowColumns = sql`u.organisation_id "organisationId", u.id, u.parent_id "parentId", u.name, u.code, u.setting, u.sector, u.place,
	u.municipality_number "municipalityNumber", u.valid_from "validFrom", u.valid_to "validTo", u.published, u.version`;

/** Units that exist on a day; the last day is still open. */
export function openOn(asOf: string): RawBuilder<unknown> {
	return sql`u.valid_from <= ${asOf} and (u.valid_to is null or u.valid_to >= ${asOf})`;
}

/**
 * Units with the name, place in the tree, setting and sector they had on a day, to select from as `u`. Of today, and of
 * days to come, that is what stands now.
 */
export function unitsOn(work: Work, asOf: string): RawBuilder<unknown> {
	if (asOf >= work.today) return sql`organisation.unit`;
	return sql`(
		select n.organisation_id, n.id, coalesce(f.name, n.name) name, coalesce(f.search_name, n.search_name) search_name,
			case when f.valid_to is null then n.parent_id else f.parent_id end parent_id,
			case when f.valid_to is null then n.setting else f.setting end setting, coalesce(f.sector, n.sector) sector,
			n.code, n.address, n.postcode, n.place, n.municipality_number, n.latitude, n.longitude, n.email, n.phone,
			n.valid_from, n.valid_to, n.published, n.sort, n.version
		from organisation.unit n
		left join lateral (
			select f.* from organisation.former_unit f
			where f.organisation_id = n.organisation_id and f.unit_id = n.id and f.valid_to >= ${asOf}
			order by f.valid_to limit 1
		) f on true
	)`;
}
