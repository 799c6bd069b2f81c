import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { keepFormer } from "../contact/former.store.server.ts";
import type { HeldContact, MembershipRow } from "./contract.ts";

const heldColumns = sql`c.id, c.responsibility, c.profession, u.name "unitName"`;

/** Contacts that these memberships answer for, or stand in for. */
export async function listHeldContacts(
	work: Work,
	organisationId: string,
	membershipIds: readonly string[],
	as: "holder" | "deputy",
): Promise<HeldContact[]> {
	const column = as === "holder" ? sql`c.membership_id` : sql`c.deputy_membership_id`;
	const { rows } = await sql<HeldContact>`
		select ${heldColumns} from organisation.contact c
		left join organisation.unit u on u.organisation_id = c.organisation_id and u.id = c.unit_id
		where c.organisation_id = ${organisationId} and ${column} = any(${[...membershipIds]}::uuid[])
		order by c.responsibility, u.name nulls first, c.id`.execute(work.db);
	return rows;
}

/** Memberships, not over, that these stand in for. */
export async function listDeputyFor(
	work: Work,
	organisationId: string,
	membershipIds: readonly string[],
): Promise<{ id: string; name: string; role: string }[]> {
	const { rows } = await sql<{ id: string; name: string; role: string }>`
		select id, name, role from organisation.membership
		where organisation_id = ${organisationId} and deputy_id = any(${[...membershipIds]}::uuid[])
			and (valid_to is null or valid_to >= ${work.today})
		order by name collate house.norwegian, id`.execute(work.db);
	return rows;
}

/** Makes another membership answer for what these answer for; it cannot also be its own deputy. Returns how many moved. */
export async function moveContacts(
	work: Work,
	organisationId: string,
	membershipIds: readonly string[],
	to: MembershipRow,
): Promise<number> {
	await keepFormer(work, organisationId, sql`c.membership_id = any(${[...membershipIds]}::uuid[])`);
	const result =
		await sql`update organisation.contact set valid_from = ${work.today}, membership_id = ${to.id}, name = ${to.name}, email = ${to.email},
			phone = ${to.phone}, last_day = ${to.validTo}, verified_at = ${work.now}, version = version + 1,
			deputy_membership_id = case when deputy_membership_id = ${to.id} then null else deputy_membership_id end,
			deputy_name = case when deputy_membership_id = ${to.id} then null else deputy_name end,
			deputy_email = case when deputy_membership_id = ${to.id} then null else deputy_email end,
			deputy_phone = case when deputy_membership_id = ${to.id} then null else deputy_phone end,
			deputy_last_day = case when deputy_membership_id = ${to.id} then null else deputy_last_day end
		where organisation_id = ${organisationId} and membership_id = any(${[...membershipIds]}::uuid[])`.execute(work.db);
	return Number(result.numAffectedRows ?? 0);
}

/** Makes another membership stand in for what these stand in for; where it answers itself, nobody stands in. */
export async function moveDeputyContacts(
	work: Work,
	organisationId: string,
	membershipIds: readonly string[],
	to: MembershipRow,
): Promise<number> {
	await keepFormer(work, organisationId, sql`c.deputy_membership_id = any(${[...membershipIds]}::uuid[])`);
	const result = await sql`update organisation.contact set valid_from = ${work.today}, version = version + 1,
			deputy_membership_id = case when membership_id = ${to.id} then null else ${to.id}::uuid end,
			deputy_name = case when membership_id = ${to.id} then null else ${to.name} end,
			deputy_email = case when membership_id = ${to.id} then null else ${to.email} end,
			deputy_phone = case when membership_id = ${to.id} then null else ${to.phone} end,
			deputy_last_day = case when membership_id = ${to.id} then null else ${to.validTo}::date end
		where organisation_id = ${organisationId} and deputy_membership_id = any(${[...membershipIds]}::uuid[])`.execute(
		work.db,
	);
	return Number(result.numAffectedRows ?? 0);
}

/** Makes another membership the deputy where these were; nobody becomes their own deputy. */
export async function moveDeputies(
	work: Work,
	organisationId: string,
	membershipIds: readonly string[],
	toId: string,
	ownIds: readonly string[],
): Promise<number> {
	const result = await sql`update organisation.membership set version = version + 1,
			deputy_id = case when id = any(${[...ownIds]}::uuid[]) then null else ${toId}::uuid end
		where organisation_id = ${organisationId} and deputy_id = any(${[...membershipIds]}::uuid[])
			and not id = any(${[...membershipIds]}::uuid[])`.execute(work.db);
	return Number(result.numAffectedRows ?? 0);
}
