import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";

/** A role that is to lose its name, and whose it is. */
export type OldRole = { readonly organisationId: string; readonly id: string; readonly personId: string | null };

/** What a role is called when nobody may know any longer who held it. */
export const nameless = "–";

/** Roles that were over before a day and still say who held them. */
export async function listOldRoles(work: Work, before: string): Promise<OldRole[]> {
	const { rows } = await sql<OldRole>`
		select organisation_id "organisationId", id, person_id "personId" from organisation.membership
		where valid_to < ${before} and name <> ${nameless}`.execute(work.db);
	return rows;
}

export async function listRolesOf(work: Work, personIds: readonly string[]): Promise<OldRole[]> {
	const { rows } = await sql<OldRole>`
		select organisation_id "organisationId", id, person_id "personId" from organisation.membership
		where person_id = any(${[...personIds]}::uuid[])`.execute(work.db);
	return rows;
}

/** People who have asked to be deleted, have not changed their mind, and hold no role any longer. */
export async function listWishes(work: Work, since: Date): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select distinct p.id from audit.entry e join identity.person p on p.id = e.about_person_id
		where e.verb = 'person.ask-deletion' and e.at >= ${since} and not p.demo
			and not exists (select from audit.entry w
				where w.about_person_id = p.id and w.verb = 'person.withdraw-deletion' and (w.at, w.id) > (e.at, e.id))
			and not exists (select from organisation.membership m
				where m.person_id = p.id and (m.valid_to is null or m.valid_to >= ${work.today}))`.execute(work.db);
	return rows.map((row) => row.id);
}

/** Accounts no role is tied to, and nobody has used since a moment. */
export async function listUnusedAccounts(work: Work, before: Date): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select p.id from identity.person p
		where not p.demo and p.created_at < ${before}
			and not exists (select from organisation.membership m where m.person_id = p.id)
			and not exists (select from identity.account a where a.person_id = p.id and a.last_sign_in_at >= ${before})
			and not exists (select from identity.session s where s.person_id = p.id and s.idle_expires_at >= ${work.now})`.execute(
		work.db,
	);
	return rows.map((row) => row.id);
}

/** Takes name and address from roles and the contacts that carry them, and ties them to nobody; the rest stays. */
export async function takeNames(work: Work, roles: readonly OldRole[]): Promise<void> {
	const ids = roles.map((role) => role.id);
	await sql`update organisation.membership set name = ${nameless}, email = null, phone = null, title = null,
			person_id = null, search_name = '', version = version + 1
		where id = any(${ids}::uuid[])`.execute(work.db);
	await sql`update organisation.contact set name = ${nameless}, email = null, phone = null, version = version + 1
		where membership_id = any(${ids}::uuid[])`.execute(work.db);
	await sql`update organisation.contact set deputy_name = ${nameless}, deputy_email = null, deputy_phone = null, version = version + 1
		where deputy_membership_id = any(${ids}::uuid[])`.execute(work.db);
	await sql`update organisation.former_contact set name = ${nameless}, email = null, phone = null
		where membership_id = any(${ids}::uuid[])`.execute(work.db);
	await sql`update organisation.former_contact set deputy_name = ${nameless}, deputy_email = null, deputy_phone = null
		where deputy_membership_id = any(${ids}::uuid[])`.execute(work.db);
	await sql`delete from identity.link_token where object_id = any(${ids}::uuid[])`.execute(work.db);
}

/** Removes accounts with all that is theirs alone: ways to sign in, sessions, tokens, notices. */
export async function deletePersons(work: Work, ids: readonly string[]): Promise<void> {
	await sql`delete from identity.person where id = any(${[...ids]}::uuid[])`.execute(work.db);
}

/** Takes names out of the log; what was done stays. */
export async function forgetNames(work: Work, personIds: readonly string[], roleIds: readonly string[]): Promise<void> {
	await sql`select audit.forget_names(${[...personIds]}::uuid[], ${[...roleIds]}::uuid[])`.execute(work.db);
}

/** Colleagues at the organisation acted for who have asked to be deleted and hold a role still, each by one of them. */
export async function listWaitingDeletions(work: Work, since: Date): Promise<{ membershipId: string; name: string }[]> {
	const rows = await rowsTogether(
		work,
		sql<{ membershipId: string; name: string }>`
		select membership_id "membershipId", name from organisation.list_waiting_deletions(${since}, ${work.today})
		order by name collate house.norwegian`,
	);
	return rows;
}
