import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { ContactRow, ContactValues } from "./contract.ts";
import { keepFormer } from "./former.store.server.ts";
import { type Answerer, saysAnew } from "./rules.ts";
import { selectContacts } from "./select.store.server.ts";

export async function findContact(work: Work, organisationId: string, id: string): Promise<ContactRow | undefined> {
	return (await selectContacts(work, sql`c.organisation_id = ${organisationId} and c.id = ${id}`))[0];
}

/** An organisation's contacts on a day, today's unless told, as far as the actor sees them. */
export async function listContacts(work: Work, organisationId: string, day = work.today): Promise<ContactRow[]> {
	return selectContacts(work, sql`c.organisation_id = ${organisationId}`, day);
}

/** Contacts a person answers or stands in for, by membership. */
export async function listContactsOf(
	work: Work,
	organisationId: string,
	membershipIds: readonly string[],
): Promise<ContactRow[]> {
	const ids = [...membershipIds];
	return selectContacts(
		work,
		sql`c.organisation_id = ${organisationId}
			and (c.membership_id = any(${ids}::uuid[]) or c.deputy_membership_id = any(${ids}::uuid[]))`,
	);
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

/** What a contact says, as columns. */
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
	contacts: readonly (CarriedContact & {
		readonly id: string;
		readonly verifiedAt: Date;
		/** Since when it says so; today unless given. */
		readonly validFrom?: string;
	})[],
): Promise<void> {
	for (let start = 0; start < contacts.length; start += insertAtOnce)
		await work.db
			.insertInto("organisation.contact")
			.values(
				contacts.slice(start, start + insertAtOnce).map((contact) => ({
					organisation_id: organisationId,
					id: contact.id,
					verified_at: contact.verifiedAt,
					valid_from: contact.validFrom ?? work.today,
					...columnsOf(contact),
				})),
			)
			.execute();
}
/** PostgreSQL takes at most 65,535 parameters in a statement. */
const insertAtOnce = 1000;

/** What contacts said before; made elsewhere, as where it is made up. */
export async function insertFormerContacts(
	work: Work,
	organisationId: string,
	contacts: readonly (CarriedContact & {
		readonly id: string;
		readonly contactId: string;
		readonly verifiedAt: Date;
		readonly validFrom: string;
		readonly validTo: string;
	})[],
): Promise<void> {
	if (contacts.length === 0) return;
	await work.db
		.insertInto("organisation.former_contact")
		.values(
			contacts.map((contact) => ({
				...{ organisation_id: organisationId, id: contact.id, contact_id: contact.contactId, version: 1 },
				...{ verified_at: contact.verifiedAt, valid_from: contact.validFrom, valid_to: contact.validTo },
				...columnsOf(contact),
			})),
		)
		.execute();
}

type Key = { readonly organisationId: string; readonly id: string; readonly version: number };

/**
 * Overwrites a contact, stamps it as verified and counts its version up; false where it is another version now. What it
 * said until today is kept where it now says something else.
 */
export async function updateContact(work: Work, key: ContactRow, contact: CarriedContact): Promise<boolean> {
	const isAnew = saysAnew(key, contact);
	if (isAnew) await keepFormer(work, key.organisationId, sql`c.id = ${key.id} and c.version = ${key.version}`);
	const result = await work.db
		.updateTable("organisation.contact")
		.set({
			...columnsOf(contact),
			...(isAnew ? { valid_from: work.today } : {}),
			verified_at: work.now,
			version: key.version + 1,
		})
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

/** Takes a contact out of the register of today; what it said until today is kept. */
export async function deleteContact(work: Work, key: Key): Promise<boolean> {
	await keepFormer(work, key.organisationId, sql`c.id = ${key.id} and c.version = ${key.version}`);
	const result = await work.db
		.deleteFrom("organisation.contact")
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return result.numDeletedRows === 1n;
}
