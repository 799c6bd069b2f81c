import { type RawBuilder, sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";

/**
 * Keeps what contacts say until the eve of today, before they are changed or taken out. What was entered or changed
 * earlier on the same day leaves no trace: nobody relied on it for a day.
 * @param where narrows `organisation.contact c`
 */
export async function keepFormer(work: Work, organisationId: string, where: RawBuilder<unknown>): Promise<void> {
	const { rows } = await sql<{ id: string }>`
		select c.id from organisation.contact c
		where c.organisation_id = ${organisationId} and c.valid_from < ${work.today} and ${where}`.execute(work.db);
	if (rows.length === 0) return;
	await sql`insert into organisation.former_contact (organisation_id, id, contact_id, responsibility, profession, unit_id,
			membership_id, deputy_membership_id, name, email, phone, last_day, deputy_name, deputy_email, deputy_phone,
			deputy_last_day, note, published, verified_at, version, valid_from, valid_to)
		select c.organisation_id, pair.id, c.id, c.responsibility, c.profession, c.unit_id,
			c.membership_id, c.deputy_membership_id, c.name, c.email, c.phone, c.last_day, c.deputy_name, c.deputy_email,
			c.deputy_phone, c.deputy_last_day, c.note, c.published, c.verified_at, c.version, c.valid_from, ${work.today}::date - 1
		from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map(() => newId())}::uuid[]) as pair (contact_id, id)
		join organisation.contact c on c.organisation_id = ${organisationId} and c.id = pair.contact_id`.execute(work.db);
}

/** The first day the register of an organisation can be asked about, as far as the actor sees it; null while it is empty. */
export async function firstDayKept(work: Work, organisationId: string): Promise<string | null> {
	const { rows } = await sql<{ day: string | null }>`
		select least(
			(select min(valid_from) from organisation.contact where organisation_id = ${organisationId}),
			(select min(valid_from) from organisation.former_contact where organisation_id = ${organisationId})
		) as day`.execute(work.db);
	return rows[0]?.day ?? null;
}
