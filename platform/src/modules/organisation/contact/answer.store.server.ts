import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { ContactRow } from "./contract.ts";
import type { Administrator } from "./ladder.ts";
import { contactsOn, selectContacts } from "./select.store.server.ts";

/** What many organisations can answer a question for one responsibility with, as a whole: contacts of units are left out. */
export async function listAnsweringWhole(
	work: Work,
	organisationIds: readonly string[],
	responsibility: string,
	day: string,
): Promise<ContactRow[]> {
	return selectContacts(
		work,
		sql`c.organisation_id = any(${[...organisationIds]}::uuid[]) and c.unit_id is null
			and c.responsibility in (${responsibility}, 'general')`,
		day,
	);
}

/** What published contacts of whole organisations are called as they are now: another name after every change. */
export async function readContactEdition(work: Work): Promise<string> {
	const { edition } = await work.db
		.selectFrom("organisation.contact_edition")
		.select("edition")
		.executeTakeFirstOrThrow();
	return edition;
}

/** Whether an organisation keeps contacts for a responsibility, or general ones, of the whole of it to itself. */
export async function hasUnpublished(work: Work, organisationId: string, responsibility: string): Promise<boolean> {
	const { rows } = await sql<{ found: boolean }>`
		select exists (
			select from organisation.contact
			where organisation_id = ${organisationId} and unit_id is null and not published
				and responsibility in (${responsibility}, 'general')
		) found`.execute(work.db);
	return rows[0]?.found ?? false;
}

/** What an organisation can answer a question for one responsibility with. */
export async function listAnswering(
	work: Work,
	organisationId: string,
	responsibility: string,
	day: string,
): Promise<ContactRow[]> {
	return selectContacts(
		work,
		sql`c.organisation_id = ${organisationId} and c.responsibility in (${responsibility}, 'general')`,
		day,
	);
}

/** Who administers an organisation today, whoever has done so longest first. */
export async function findAdministrators(work: Work, organisationId: string): Promise<Administrator[]> {
	const { rows } = await sql<Administrator>`
		select name, email, phone from organisation.find_administrators(${organisationId}, ${work.today})`.execute(work.db);
	return rows;
}

/** Who administers each of many organisations today; those without any are left out. */
export async function listAdministrators(
	work: Work,
	organisationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Administrator[]>> {
	if (organisationIds.length === 0) return new Map();
	const { rows } = await sql<Administrator & { organisationId: string }>`
		select o.id "organisationId", a.name, a.email, a.phone
		from unnest(${[...organisationIds]}::uuid[]) o (id)
		cross join lateral organisation.find_administrators(o.id, ${work.today}) a`.execute(work.db);
	const found = new Map<string, Administrator[]>();
	for (const { organisationId, ...administrator } of rows)
		found.set(organisationId, [...(found.get(organisationId) ?? []), administrator]);
	return found;
}

/**
 * Organisations where somebody answers for the whole of it: for the responsibility itself, or else in general. Contacts of
 * units are left out.
 */
export async function listReached(
	work: Work,
	responsibility: string,
	day: string,
): Promise<{ readonly itself: readonly string[]; readonly general: readonly string[] }> {
	// Some hundred ids in two rows: as rows of their own they would take longer to read than to find.
	const { rows } = await sql<{ isItself: boolean; ids: string }>`
		select "isItself", string_agg(organisation_id::text, ' ') ids from (
			select c.organisation_id, bool_or(c.responsibility = ${responsibility}) "isItself"
			from ${contactsOn(work, day)} c
			where c.responsibility in (${responsibility}, 'general') and c.unit_id is null and ${reaches(day)}
			group by c.organisation_id
		) reached group by 1`.execute(work.db);
	const of = (isItself: boolean) => rows.find((row) => row.isItself === isItself)?.ids.split(" ") ?? [];
	return { itself: of(true), general: of(false) };
}

/** Whether a contact reaches anybody on a day: the one who answers, the shared post box, or the deputy. */
function reaches(day: string): RawBuilder<unknown> {
	return sql`(
		((c.last_day is null or c.last_day >= ${day}) and coalesce(c.email, c.phone, c.name) is not null)
		or (c.deputy_membership_id is not null and (c.deputy_last_day is null or c.deputy_last_day >= ${day}))
	)`;
}

/** The counties of a day, by number and the name people use, in the order of names. */
export async function listCountiesOn(
	work: Work,
	{ day }: { day: string },
): Promise<{ number: string; name: string }[]> {
	const { rows } = await sql<{ number: string; name: string }>`
		select ci.number, coalesce(ci.short_name, ci.name) name
		from organisation.identity ci
		join organisation.organisation co on co.id = ci.organisation_id and co.kind = 'county'
		where ci.number is not null and ci.valid_from <= ${day} and (ci.valid_to is null or ci.valid_to >= ${day})
		order by coalesce(ci.short_name, ci.name) collate house.norwegian`.execute(work.db);
	return rows;
}
