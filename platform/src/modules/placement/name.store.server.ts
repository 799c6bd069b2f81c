import { sql } from "kysely";

/** What an organisation is called on a day, by its short name where it has one; `organisation` is the column with its id. */
export const nameOf = (organisation: string, today: string) => sql`(select coalesce(i.short_name, i.name)
	from organisation.identity i where i.organisation_id = ${sql.ref(organisation)}
		and i.valid_from <= ${today} and (i.valid_to is null or i.valid_to >= ${today}) limit 1)`;
