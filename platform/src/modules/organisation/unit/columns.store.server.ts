import { type RawBuilder, sql } from "kysely";

/** What a list or a tree shows of a unit, from `organisation.unit u`. */
export const rowColumns = sql`u.organisation_id "organisationId", u.id, u.parent_id "parentId", u.name, u.code, u.setting, u.sector, u.place,
	u.municipality_number "municipalityNumber", u.valid_from "validFrom", u.valid_to "validTo", u.published, u.version`;

/** Units that exist on a day; the last day is still open. */
export function openOn(asOf: string): RawBuilder<unknown> {
	return sql`u.valid_from <= ${asOf} and (u.valid_to is null or u.valid_to >= ${asOf})`;
}
