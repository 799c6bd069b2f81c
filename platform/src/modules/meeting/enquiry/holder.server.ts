import { sql } from "kysely";
import { type HeldBy, type Holder, whoseOf } from "../../../registry/holders.server.ts";

/** Enquiries to their organisation that somebody has taken, or is the contact for, and that nobody has settled. */
export const enquiryHolder: Holder = {
	kind: "enquiry",
	async list(work, organisationId, by) {
		const { rows } = await sql<{ id: string; title: string }>`
			select e.id, e.subject title from meeting.enquiry e where ${isHeld(organisationId, by)}
			order by e.due_on, e.id`.execute(work.db);
		return rows.map(({ id, title }) => ({ kind: "enquiry", id, title }));
	},
	async move(work, organisationId, by, { personId, name, email }) {
		const { personIds, emails } = whoseOf(by);
		const held = await this.list(work, organisationId, by);
		await sql`
			update meeting.enquiry e set contact_id = ${personId}, contact_name = ${name}, contact_email = ${email},
				version = version + 1
			where ${isHeld(organisationId, by)}
				and (e.contact_id = any(${personIds}::uuid[]) or lower(e.contact_email) = any(${emails}::text[]))`.execute(
			work.db,
		);
		await sql`
			update meeting.enquiry e set owner_id = ${personId}, owner_name = ${name}, version = version + 1
			where ${isHeld(organisationId, by)} and e.owner_id = any(${personIds}::uuid[])`.execute(work.db);
		return held.length;
	},
};

function isHeld(organisationId: string, by: readonly HeldBy[]) {
	const { personIds, emails } = whoseOf(by);
	return sql`e.receiver_id = ${organisationId} and e.state in ('sent', 'taken', 'asked-back')
		and (e.owner_id = any(${personIds}::uuid[]) or e.contact_id = any(${personIds}::uuid[])
			or lower(e.contact_email) = any(${emails}::text[]))`;
}
