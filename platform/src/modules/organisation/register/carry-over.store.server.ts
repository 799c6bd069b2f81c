import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";

/** From one organisation to another, on a day. */
type Carry = { readonly fromId: string; readonly toId: string; readonly on: string };
/** The new id of each old one. */
type NewIds = ReadonlyMap<string, string>;

function pairs(ids: NewIds) {
	return sql`unnest(${[...ids.keys()]}::uuid[], ${[...ids.values()]}::uuid[]) as pair (old, new)`;
}

/** Units open on the day that are not carried yet; of the roots and below, or all. */
export async function listUnitsToCarry(
	work: Work,
	fromId: string,
	toId: string,
	on: string,
	rootIds: readonly string[] | null,
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		with recursive below as (
			select id from organisation.unit where organisation_id = ${fromId}
				and ${rootIds === null ? sql`parent_id is null` : sql`id = any(${[...rootIds]}::uuid[])`}
			union
			select u.id from below join organisation.unit u on u.organisation_id = ${fromId} and u.parent_id = below.id
		)
		select u.id from organisation.unit u join below on below.id = u.id
		where u.organisation_id = ${fromId} and (u.valid_to is null or u.valid_to >= ${on})
			and not exists (select from organisation.unit c where c.organisation_id = ${toId} and c.continues_unit_id = u.id)
		order by u.id`.execute(work.db);
	return rows.map((row) => row.id);
}

/** Roles that go on after the day and are not carried yet: those at the units, and (whole) those at no unit. */
export async function listMembershipsToCarry(
	work: Work,
	fromId: string,
	toId: string,
	on: string,
	whole: boolean,
	unitIds: readonly string[],
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select m.id from organisation.membership m
		where m.organisation_id = ${fromId} and (m.valid_to is null or m.valid_to >= ${on})
			and (m.unit_id = any(${[...unitIds]}::uuid[]) or (${whole} and m.unit_id is null))
			and not exists (select from organisation.membership c
				where c.organisation_id = ${toId} and c.continues_membership_id = m.id)
		order by m.id`.execute(work.db);
	return rows.map((row) => row.id);
}

/** Contacts of the units, and (whole) those of the organisation. */
export async function listContactsToCarry(
	work: Work,
	fromId: string,
	whole: boolean,
	unitIds: readonly string[],
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select id from organisation.contact
		where organisation_id = ${fromId} and (unit_id = any(${[...unitIds]}::uuid[]) or (${whole} and unit_id is null))
		order by id`.execute(work.db);
	return rows.map((row) => row.id);
}

/** A code that the successor already uses is told apart by what the unit continues. */
export async function carryUnits(work: Work, { fromId, toId, on }: Carry, ids: NewIds): Promise<void> {
	await sql`insert into organisation.unit (organisation_id, id, parent_id, name, code, setting, sector, address, postcode, place,
			municipality_number, latitude, longitude, email, phone, valid_from, valid_to, published, sort, search_name,
			continues_organisation_id, continues_unit_id)
		select ${toId}::uuid, pair.new,
			coalesce(above.new, (select c.id from organisation.unit c
				where c.organisation_id = ${toId} and c.continues_unit_id = u.parent_id)),
			u.name,
			case when u.code is null or not exists (select from organisation.unit c
				where c.organisation_id = ${toId} and c.code = u.code) then u.code
				else left(u.code, 47) || '-' || right(u.id::text, 12) end,
			u.setting, u.sector, u.address, u.postcode, u.place, u.municipality_number, u.latitude, u.longitude, u.email, u.phone,
			greatest(u.valid_from, ${on}::date), u.valid_to, u.published, u.sort, u.search_name, u.organisation_id, u.id
		from ${pairs(ids)}
		join organisation.unit u on u.organisation_id = ${fromId} and u.id = pair.old
		left join ${sql`unnest(${[...ids.keys()]}::uuid[], ${[...ids.values()]}::uuid[])`} as above (old, new) on above.old = u.parent_id`.execute(
		work.db,
	);
}

export async function carryMemberships(work: Work, { fromId, toId, on }: Carry, ids: NewIds): Promise<void> {
	await sql`insert into organisation.membership (organisation_id, id, unit_id, person_id, name, email, phone, role, title, share,
			position, valid_from, valid_to, verified_at, search_name, continues_organisation_id, continues_membership_id)
		select ${toId}::uuid, pair.new,
			(select c.id from organisation.unit c where c.organisation_id = ${toId} and c.continues_unit_id = m.unit_id),
			m.person_id, m.name, m.email, m.phone, m.role, m.title, m.share, m.position,
			greatest(m.valid_from, ${on}::date), m.valid_to, m.verified_at, m.search_name, m.organisation_id, m.id
		from ${pairs(ids)} join organisation.membership m on m.organisation_id = ${fromId} and m.id = pair.old`.execute(
		work.db,
	);
	// Deputies point among the carried, so they are tied when all of them are there.
	await sql`update organisation.membership n set deputy_id = d.id
		from organisation.membership m, organisation.membership d
		where n.organisation_id = ${toId} and n.id = any(${[...ids.values()]}::uuid[])
			and m.organisation_id = ${fromId} and m.id = n.continues_membership_id
			and d.organisation_id = ${toId} and d.continues_membership_id = m.deputy_id`.execute(work.db);
}

/** Where two predecessors have a contact for the same thing, the first carried stands; returns how many were made. */
export async function carryContacts(work: Work, { fromId, toId, on }: Carry, ids: NewIds): Promise<number> {
	const result =
		await sql`insert into organisation.contact (organisation_id, id, responsibility, profession, unit_id, membership_id,
			deputy_membership_id, name, email, phone, last_day, deputy_name, deputy_email, deputy_phone, deputy_last_day,
			note, published, verified_at, valid_from)
		select ${toId}::uuid, pair.new, c.responsibility, c.profession, u.id, m.id, d.id,
			c.name, c.email, c.phone, m.valid_to, d.name, d.email, d.phone, d.valid_to, c.note, c.published, c.verified_at,
			greatest(c.valid_from, ${on}::date)
		from ${pairs(ids)}
		join organisation.contact c on c.organisation_id = ${fromId} and c.id = pair.old
		left join organisation.unit u on u.organisation_id = ${toId} and u.continues_unit_id = c.unit_id
		left join organisation.membership m on m.organisation_id = ${toId} and m.continues_membership_id = c.membership_id
		left join organisation.membership d on d.organisation_id = ${toId} and d.continues_membership_id = c.deputy_membership_id
		where (c.unit_id is null or u.id is not null) and (c.membership_id is null or m.id is not null)
		on conflict do nothing`.execute(work.db);
	return Number(result.numAffectedRows ?? 0);
}

/** What has been carried over ends on the eve of the day, where it was. */
export async function endCarried(
	work: Work,
	{ fromId, on }: Carry,
	unitIds: readonly string[],
	membershipIds: readonly string[],
): Promise<void> {
	await sql`update organisation.unit set valid_to = ${on}::date - 1, version = version + 1
		where organisation_id = ${fromId} and id = any(${[...unitIds]}::uuid[]) and valid_from < ${on}`.execute(work.db);
	await sql`update organisation.membership set valid_to = ${on}::date - 1, version = version + 1
		where organisation_id = ${fromId} and id = any(${[...membershipIds]}::uuid[]) and valid_from < ${on}`.execute(
		work.db,
	);
	await sql`update organisation.contact c set last_day = m.valid_to, version = c.version + 1
		from organisation.membership m
		where c.organisation_id = ${fromId} and m.organisation_id = ${fromId} and c.membership_id = m.id
			and m.id = any(${[...membershipIds]}::uuid[]) and c.last_day is distinct from m.valid_to`.execute(work.db);
	await sql`update organisation.contact c set deputy_last_day = m.valid_to, version = c.version + 1
		from organisation.membership m
		where c.organisation_id = ${fromId} and m.organisation_id = ${fromId} and c.deputy_membership_id = m.id
			and m.id = any(${[...membershipIds]}::uuid[]) and c.deputy_last_day is distinct from m.valid_to`.execute(work.db);
}
