import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { unitsOn } from "../unit/columns.store.server.ts";
import type { ContactRow } from "./contract.ts";

const kept = sql.raw(`organisation_id, responsibility, profession, unit_id, membership_id, deputy_membership_id,
	name, email, phone, last_day, deputy_name, deputy_email, deputy_phone, deputy_last_day, note, published, verified_at,
	version, valid_from`);

/**
 * Contacts as they stood on a day, to select from: today those of the register; for another day also what they said
 * then. A contact is there once, by its own id.
 */
export function contactsOn(work: Work, day: string): RawBuilder<unknown> {
	if (day === work.today) return sql`(select ${kept}, id, null::date valid_to from organisation.contact)`;
	return sql`(
		select ${kept}, id, null::date valid_to from organisation.contact where valid_from <= ${day}
		union all
		select ${kept}, contact_id, valid_to from organisation.former_contact where valid_from <= ${day} and valid_to >= ${day}
	)`;
}

const columns = sql`c.organisation_id "organisationId", c.id, c.responsibility, c.profession,
	c.unit_id "unitId", u.name "unitName", u.valid_to "unitLastDay",
	c.membership_id "membershipId", c.name, c.email, c.phone, c.last_day "lastDay",
	c.deputy_membership_id "deputyMembershipId", c.deputy_name "deputyName", c.deputy_email "deputyEmail",
	c.deputy_phone "deputyPhone", c.deputy_last_day "deputyLastDay",
	c.note, c.published, c.verified_at "verifiedAt", c.version, c.valid_from "validFrom", c.valid_to "validTo"`;

/** Contacts as everybody reads them on a day, narrowed by a condition on `c`, in the order of the register. */
export async function selectContacts(
	work: Work,
	where: RawBuilder<unknown>,
	day: string = work.today,
): Promise<ContactRow[]> {
	const { rows } = await sql<ContactRow>`
		select ${columns} from ${contactsOn(work, day)} c
		left join ${unitsOn(work, day)} u on u.organisation_id = c.organisation_id and u.id = c.unit_id
		where ${where}
		order by c.responsibility, u.name collate house.norwegian nulls first, c.profession nulls first, c.id`.execute(
		work.db,
	);
	return rows;
}
