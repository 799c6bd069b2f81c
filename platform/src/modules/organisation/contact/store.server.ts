import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { ContactRow, ContactValues } from "./contract.ts";
import type { Administrator, Answerer } from "./rules.ts";

const columns = sql`c.organisation_id "organisationId", c.id, c.responsibility, c.profession,
	c.unit_id "unitId", u.name "unitName", u.valid_to "unitLastDay",
	c.membership_id "membershipId", c.name, c.email, c.phone, c.last_day "lastDay",
	c.deputy_membership_id "deputyMembershipId", c.deputy_name "deputyName", c.deputy_email "deputyEmail",
	c.deputy_phone "deputyPhone", c.deputy_last_day "deputyLastDay",
	c.note, c.published, c.verified_at "verifiedAt", c.version`;

async function select(work: Work, where: RawBuilder<unknown>): Promise<ContactRow[]> {
	const { rows } = await sql<ContactRow>`
		select ${columns} from organisation.contact c
		left join organisation.unit u on u.organisation_id = c.organisation_id and u.id = c.unit_id
		where ${where}
		order by c.responsibility, u.name collate house.norwegian nulls first, c.profession nulls first, c.id`.execute(
		work.db,
	);
	return rows;
}

export async function findContact(work: Work, organisationId: string, id: string): Promise<ContactRow | undefined> {
	return (await select(work, sql`c.organisation_id = ${organisationId} and c.id = ${id}`))[0];
}

/** An organisation's contacts, as far as the actor sees them. */
export async function listContacts(work: Work, organisationId: string): Promise<ContactRow[]> {
	return select(work, sql`c.organisation_id = ${organisationId}`);
}

/** What many organisations can answer a question for one responsibility with. */
export async function listAnswering(
	work: Work,
	organisationIds: readonly string[],
	responsibility: string,
): Promise<ContactRow[]> {
	return select(
		work,
		sql`c.organisation_id = any(${[...organisationIds]}::uuid[]) and c.responsibility in (${responsibility}, 'general')`,
	);
}

/** Contacts a person answers or stands in for, by membership. */
export async function listContactsOf(
	work: Work,
	organisationId: string,
	membershipIds: readonly string[],
): Promise<ContactRow[]> {
	const ids = [...membershipIds];
	return select(
		work,
		sql`c.organisation_id = ${organisationId}
			and (c.membership_id = any(${ids}::uuid[]) or c.deputy_membership_id = any(${ids}::uuid[]))`,
	);
}

/** Who administers an organisation on a day, at most three. */
export async function findAdministrators(work: Work, organisationId: string): Promise<Administrator[]> {
	const { rows } = await sql<Administrator>`
		select name, email, phone from organisation.find_administrators(${organisationId}, ${work.today})`.execute(work.db);
	return rows;
}

/** Who administers each of many organisations today, at most three each; those without any are left out. */
export async function listAdministrators(
	work: Work,
	organisationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Administrator[]>> {
	const { rows } = await sql<Administrator & { organisationId: string }>`
		select o.id "organisationId", a.name, a.email, a.phone
		from unnest(${[...organisationIds]}::uuid[]) o (id)
		cross join lateral organisation.find_administrators(o.id, ${work.today}) a`.execute(work.db);
	const found = new Map<string, Administrator[]>();
	for (const { organisationId, ...administrator } of rows)
		found.set(organisationId, [...(found.get(organisationId) ?? []), administrator]);
	return found;
}

export type NamedUnit = {
	readonly organisationId: string;
	readonly organisationName: string;
	readonly unitId: string;
	readonly unitName: string;
};

/**
 * Open units in which every word of a search is found, in the unit's name or its organisation's, and some word in the
 * unit's own. Shortest name first.
 */
export async function listUnitsNamed(work: Work, words: readonly string[], limit: number): Promise<NamedUnit[]> {
	const inUnit = words.map((word) => sql`u.search_name like ${`%${word}%`}`);
	const anywhere = words.map((word) => sql`(u.search_name like ${`%${word}%`} or i.search_name like ${`%${word}%`})`);
	return selectUnits(work, sql`${sql.join(anywhere, sql` and `)} and (${sql.join(inUnit, sql` or `)})`, limit);
}

/** Open units whose name holds any of some pieces: what a misspelt word is held against. */
export async function listUnitsLike(work: Work, pieces: readonly string[], limit: number): Promise<NamedUnit[]> {
	return selectUnits(work, sql`u.search_name like any (${pieces.map((piece) => `%${piece}%`)}::text[])`, limit);
}

async function selectUnits(work: Work, where: RawBuilder<unknown>, limit: number): Promise<NamedUnit[]> {
	const { rows } = await sql<NamedUnit>`
		select u.organisation_id "organisationId", i.name "organisationName", u.id "unitId", u.name "unitName"
		from organisation.unit u
		join organisation.identity i on i.organisation_id = u.organisation_id
			and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today})
		where u.valid_from <= ${work.today} and (u.valid_to is null or u.valid_to >= ${work.today}) and ${where}
		order by length(u.name), u.name, u.id
		limit ${limit}`.execute(work.db);
	return rows;
}

export type Membership = Answerer & {
	readonly name: string;
	readonly email: string | null;
	readonly phone: string | null;
};

export async function findAnswerer(work: Work, organisationId: string, id: string): Promise<Membership | undefined> {
	return work.db
		.selectFrom("organisation.membership")
		.select(["id", "person_id as personId", "valid_to as validTo", "name", "email", "phone"])
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.executeTakeFirst();
}

export async function isRegistered(
	work: Work,
	organisationId: string,
	values: ContactValues,
	except: string | null,
): Promise<boolean> {
	const { rows } = await sql`
		select 1 from organisation.contact
		where organisation_id = ${organisationId} and responsibility = ${values.responsibility}
			and profession is not distinct from ${values.profession} and unit_id is not distinct from ${values.unitId}::uuid
			and id is distinct from ${except}::uuid`.execute(work.db);
	return rows.length > 0;
}

/** A contact as it is stored: values, and the copies carried of those who answer. */
export type CarriedContact = {
	readonly values: ContactValues;
	readonly holder: Membership | null;
	readonly deputy: Membership | null;
};

function columnsOf({ values, holder, deputy }: CarriedContact) {
	return {
		responsibility: values.responsibility,
		profession: values.profession,
		unit_id: values.unitId,
		note: values.note,
		published: values.published,
		membership_id: holder?.id ?? null,
		name: holder ? holder.name : values.name,
		email: holder ? holder.email : values.email,
		phone: holder ? holder.phone : values.phone,
		last_day: holder?.validTo ?? null,
		deputy_membership_id: deputy?.id ?? null,
		deputy_name: deputy?.name ?? null,
		deputy_email: deputy?.email ?? null,
		deputy_phone: deputy?.phone ?? null,
		deputy_last_day: deputy?.validTo ?? null,
	};
}

export async function insertContacts(
	work: Work,
	organisationId: string,
	contacts: readonly (CarriedContact & { readonly id: string; readonly verifiedAt: Date })[],
): Promise<void> {
	for (let start = 0; start < contacts.length; start += insertAtOnce)
		await work.db
			.insertInto("organisation.contact")
			.values(
				contacts.slice(start, start + insertAtOnce).map((contact) => ({
					organisation_id: organisationId,
					id: contact.id,
					verified_at: contact.verifiedAt,
					...columnsOf(contact),
				})),
			)
			.execute();
}
/** PostgreSQL takes at most 65,535 parameters in a statement. */
const insertAtOnce = 1000;

type Key = { readonly organisationId: string; readonly id: string; readonly version: number };

/** Overwrites a contact, stamps it as verified and counts its version up; false where it is another version now. */
export async function updateContact(work: Work, key: Key, contact: CarriedContact): Promise<boolean> {
	const result = await work.db
		.updateTable("organisation.contact")
		.set({ ...columnsOf(contact), verified_at: work.now, version: key.version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

export async function updateVerified(work: Work, organisationId: string, ids: readonly string[]): Promise<void> {
	await work.db
		.updateTable("organisation.contact")
		.set({ verified_at: work.now })
		.where("organisation_id", "=", organisationId)
		.where("id", "in", [...ids])
		.execute();
}

export async function deleteContact(work: Work, key: Key): Promise<boolean> {
	const result = await work.db
		.deleteFrom("organisation.contact")
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}
