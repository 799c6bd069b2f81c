import { type RawBuilder, sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import type { Page } from "../contract.ts";
import { unitsOn } from "../unit/columns.store.server.ts";
import type { MembershipRow, MembershipValues, PeopleQuery, PeopleSort } from "./contract.ts";
import type { DatedHolding } from "./rules.ts";

const columns = sql`m.id, m.person_id "personId", m.name, m.email, m.phone, m.role, m.title, m.share, m.position,
	m.unit_id "unitId", u.name "unitName", u.valid_to "unitLastDay",
	m.deputy_id "deputyId", d.name "deputyName", d.email "deputyEmail", d.valid_to "deputyLastDay",
	m.valid_from "validFrom", m.valid_to "validTo", m.verified_at "verifiedAt", m.version`;
/** Memberships with their units as these were on a day. */
const fromOn = (work: Work, day: string = work.today) => sql`organisation.membership m
	left join ${unitsOn(work, day)} u on u.organisation_id = m.organisation_id and u.id = m.unit_id
	left join organisation.membership d on d.organisation_id = m.organisation_id and d.id = m.deputy_id`;

export async function findMembership(
	work: Work,
	organisationId: string,
	id: string,
): Promise<MembershipRow | undefined> {
	const { rows } = await sql<MembershipRow>`
		select ${columns} from ${fromOn(work)} where m.organisation_id = ${organisationId} and m.id = ${id}`.execute(
		work.db,
	);
	return rows[0];
}

/** Every membership of the same person here, newest first: by account, else by e-mail, else only itself. */
export async function listSamePerson(work: Work, organisationId: string, of: MembershipRow): Promise<MembershipRow[]> {
	const same =
		of.personId !== null
			? sql`m.person_id = ${of.personId}`
			: of.email !== null
				? sql`m.person_id is null and lower(m.email) = lower(${of.email})`
				: sql`m.id = ${of.id}`;
	const { rows } = await sql<MembershipRow>`
		select ${columns} from ${fromOn(work)} where m.organisation_id = ${organisationId} and ${same}
		order by m.valid_from desc, m.id`.execute(work.db);
	return rows;
}

/** Memberships with a role at a unit (null: the whole organisation) and an e-mail, but for one. */
export async function listAlike(
	work: Work,
	organisationId: string,
	like: { email: string | null; role: string; unitId: string | null },
	except: string | null,
): Promise<{ validFrom: string; validTo: string | null }[]> {
	if (like.email === null) return [];
	const { rows } = await sql<{ validFrom: string; validTo: string | null }>`
		select valid_from "validFrom", valid_to "validTo" from organisation.membership
		where organisation_id = ${organisationId} and lower(email) = lower(${like.email}) and role = ${like.role}
			and unit_id is not distinct from ${like.unitId}::uuid and id is distinct from ${except}::uuid`.execute(work.db);
	return rows;
}

/** Administrators of the whole organisation today and later. */
export async function listAdministrators(
	work: Work,
	organisationId: string,
): Promise<(DatedHolding & { readonly id: string })[]> {
	return work.db
		.selectFrom("organisation.membership")
		.select(["id", "role", "unit_id as unitId", "valid_from as validFrom", "valid_to as validTo"])
		.where("organisation_id", "=", organisationId)
		.where("role", "=", "administrator")
		.where("unit_id", "is", null)
		.where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", work.today)]))
		.execute();
}

const orders: Readonly<Record<PeopleSort, RawBuilder<unknown>>> = {
	name: sql`m.name collate house.norwegian`,
	role: sql`m.role`,
	unit: sql`u.name collate house.norwegian`,
	from: sql`m.valid_from`,
	to: sql`m.valid_to`,
	verified: sql`m.verified_at`,
};

/** What a list is narrowed by besides what was asked: who may be seen, and the words of the search, folded. */
export type Narrowing = {
	readonly organisationId: string;
	readonly words: readonly string[];
	readonly sees: { readonly people: boolean; readonly students: boolean; readonly personId: string | null };
	/** Verified before this moment counts as unverified. */
	readonly staleBefore: string;
};

/** A page of memberships, equal ones by name and id. */
export async function listPeople(work: Work, query: PeopleQuery, narrowing: Narrowing): Promise<Page<MembershipRow>> {
	const { sort = "name", descending = false, offset = 0, pageSize = null } = query;
	const towards = descending ? sql`desc nulls last` : sql`asc nulls last`;
	const where = sql.join(conditions(work, query, narrowing), sql` and `);
	const { rows } = await sql<MembershipRow & { total: number }>`
		select ${columns}, count(*) over () total from ${fromOn(work, query.asOf)} where ${where}
		order by ${orders[sort]} ${towards}, m.name collate house.norwegian, m.id
		limit ${pageSize} offset ${offset}`.execute(work.db);
	if (rows.length === 0 && offset > 0) return { rows: [], total: await countPeople(work, query, narrowing) };
	return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** How many memberships there are in all its pages. */
export async function countPeople(work: Work, query: PeopleQuery, narrowing: Narrowing): Promise<number> {
	const where = sql.join(conditions(work, query, narrowing), sql` and `);
	const rows = await rowsTogether(
		work,
		sql<{ total: number }>`select count(*) total from ${fromOn(work, query.asOf)} where ${where}`,
	);
	return rows[0]?.total ?? 0;
}

function conditions(work: Work, query: PeopleQuery, narrowing: Narrowing): RawBuilder<unknown>[] {
	const { organisationId, words, sees, staleBefore } = narrowing;
	const { today } = work;
	const { asOf = today } = query;
	const seen = [
		...(sees.people ? [sql`m.role <> 'student'`] : []),
		...(sees.students ? [sql`m.role = 'student'`] : []),
		...(sees.personId === null ? [] : [sql`m.person_id = ${sees.personId}`]),
	];
	const statuses = {
		current: [sql`m.valid_from <= ${asOf} and (m.valid_to is null or m.valid_to >= ${asOf})`],
		coming: [sql`m.valid_from > ${asOf}`],
		ended: [sql`m.valid_to < ${asOf}`],
		all: [],
	};
	const warned = {
		unverified: sql`m.verified_at <= ${staleBefore}`,
		"unit-closed": sql`u.valid_to < ${today}`,
		"deputy-left": sql`d.valid_to < ${today}`,
		"no-email": sql`m.email is null`,
	};
	return [
		sql`m.organisation_id = ${organisationId}`,
		seen.length === 0 ? sql`false` : sql`(${sql.join(seen, sql` or `)})`,
		...statuses[query.status ?? "current"],
		...words.map((word) => sql`m.search_name like ${`%${word}%`}`),
		...(query.role === undefined ? [] : [sql`m.role = ${query.role}`]),
		...(query.position === undefined ? [] : [sql`m.position = ${query.position}`]),
		...(query.warning === undefined
			? []
			: [warned[query.warning], sql`(m.valid_to is null or m.valid_to >= ${today})`]),
		...(query.unitId === undefined
			? []
			: [sql`m.unit_id in ${unitsBelow(work, organisationId, query.unitId, query.asOf)}`]),
	];
}

/** A unit and everything that hung below it on a day. */
function unitsBelow(work: Work, organisationId: string, unitId: string, day: string = work.today): RawBuilder<unknown> {
	return sql`(with recursive below as (
			select id from organisation.unit where organisation_id = ${organisationId} and id = ${unitId}
			union
			select child.id from below
			join ${unitsOn(work, day)} child on child.organisation_id = ${organisationId} and child.parent_id = below.id
		) select id from below)`;
}

export type MembershipToInsert = {
	readonly organisationId: string;
	readonly id: string;
	readonly personId: string | null;
	readonly values: MembershipValues & { readonly validFrom: string };
	readonly verifiedAt: Date;
	readonly searchName: string;
};

/** Writes new memberships in few statements. */
export async function insertMemberships(work: Work, memberships: readonly MembershipToInsert[]): Promise<void> {
	for (let start = 0; start < memberships.length; start += insertAtOnce)
		await work.db
			.insertInto("organisation.membership")
			.values(
				memberships.slice(start, start + insertAtOnce).map((membership) => ({
					organisation_id: membership.organisationId,
					id: membership.id,
					person_id: membership.personId,
					verified_at: membership.verifiedAt,
					...columnsOf(membership.values, membership.searchName),
				})),
			)
			.execute();
}
/** PostgreSQL takes at most 65,535 parameters in a statement. */
const insertAtOnce = 1000;

function columnsOf(values: MembershipValues & { readonly validFrom: string }, searchName: string) {
	return {
		name: values.name,
		email: values.email,
		phone: values.phone,
		role: values.role,
		title: values.title,
		share: values.share,
		position: values.position,
		unit_id: values.unitId,
		deputy_id: values.deputyId,
		valid_from: values.validFrom,
		valid_to: values.validTo,
		search_name: searchName,
	};
}

type Key = { readonly organisationId: string; readonly id: string; readonly version: number };
type Columns = Partial<ReturnType<typeof columnsOf>> & { verified_at?: Date };

/** Overwrites a membership, stamps it as verified, and counts its version up; false where it is another version now. */
export async function updateMembership(
	work: Work,
	key: Key,
	values: MembershipValues & { readonly validFrom: string },
	searchName: string,
): Promise<boolean> {
	return update(work, key, { ...columnsOf(values, searchName), verified_at: work.now });
}

export async function updateLastDay(work: Work, key: Key, lastDay: string): Promise<boolean> {
	return update(work, key, { valid_to: lastDay });
}

/** Stamps a membership as still correct. Its version stays: nothing that anybody looks at has changed. */
export async function updateVerified(work: Work, organisationId: string, id: string): Promise<void> {
	await work.db
		.updateTable("organisation.membership")
		.set({ verified_at: work.now })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

async function update(work: Work, key: Key, set: Columns): Promise<boolean> {
	const result = await work.db
		.updateTable("organisation.membership")
		.set({ ...set, version: key.version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/**
 * Copies a membership's name, address and last day to the contacts that carry them. What contacts said before keeps the
 * name it had, and learns the last day.
 */
export async function followContacts(
	work: Work,
	organisationId: string,
	membershipIds: readonly string[],
): Promise<void> {
	const ids = [...membershipIds];
	await sql`update organisation.contact c
		set name = m.name, email = m.email, phone = m.phone, last_day = m.valid_to, version = c.version + 1
		from organisation.membership m
		where c.organisation_id = ${organisationId} and m.organisation_id = ${organisationId} and c.membership_id = m.id
			and m.id = any(${ids}::uuid[])
			and (c.name, c.email, c.phone, c.last_day) is distinct from (m.name, m.email, m.phone, m.valid_to)`.execute(
		work.db,
	);
	await sql`update organisation.contact c
		set deputy_name = m.name, deputy_email = m.email, deputy_phone = m.phone, deputy_last_day = m.valid_to, version = c.version + 1
		from organisation.membership m
		where c.organisation_id = ${organisationId} and m.organisation_id = ${organisationId} and c.deputy_membership_id = m.id
			and m.id = any(${ids}::uuid[])
			and (c.deputy_name, c.deputy_email, c.deputy_phone, c.deputy_last_day)
				is distinct from (m.name, m.email, m.phone, m.valid_to)`.execute(work.db);
	await sql`update organisation.former_contact c set last_day = m.valid_to
		from organisation.membership m
		where c.organisation_id = ${organisationId} and m.organisation_id = ${organisationId} and c.membership_id = m.id
			and m.id = any(${ids}::uuid[]) and c.last_day is distinct from m.valid_to`.execute(work.db);
	await sql`update organisation.former_contact c set deputy_last_day = m.valid_to
		from organisation.membership m
		where c.organisation_id = ${organisationId} and m.organisation_id = ${organisationId} and c.deputy_membership_id = m.id
			and m.id = any(${ids}::uuid[]) and c.deputy_last_day is distinct from m.valid_to`.execute(work.db);
}
