import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { ContactRow } from "./contract.ts";

const columns = sql`c.organisation_id "organisationId", c.id, c.responsibility, c.profession,
	c.unit_id "unitId", u.name "unitName", u.valid_to "unitLastDay",
	c.membership_id "membershipId", c.name, c.email, c.phone, c.last_day "lastDay",
	c.deputy_membership_id "deputyMembershipId", c.deputy_name "deputyName", c.deputy_email "deputyEmail",
	c.deputy_phone "deputyPhone", c.deputy_last_day "deputyLastDay",
	c.note, c.published, c.verified_at "verifiedAt", c.version`;

/** Contacts as everybody reads them, narrowed by a condition on `c`, in the order of the register. */
export async function selectContacts(work: Work, where: RawBuilder<unknown>): Promise<ContactRow[]> {
	const { rows } = await sql<ContactRow>`
		select ${columns} from organisation.contact c
		left join organisation.unit u on u.organisation_id = c.organisation_id and u.id = c.unit_id
		where ${where}
		order by c.responsibility, u.name collate house.norwegian nulls first, c.profession nulls first, c.id`.execute(
		work.db,
	);
	return rows;
}
