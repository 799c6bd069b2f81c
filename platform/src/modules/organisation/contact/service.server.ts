import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId, type Responsibility } from "../contract.ts";
import type { DirectoryQuery, OrganisationRow } from "../directory/contract.ts";
import { listOrganisations, resolveOrganisation } from "../directory/service.server.ts";
import { findOrganisation } from "../directory/store.server.ts";
import { mandateOf, unitPath } from "../mandate.server.ts";
import { type Mandate, mayAnywhere } from "../rules.ts";
import { findHoldingIds } from "../store.server.ts";
import { findUnit } from "../unit/store.server.ts";
import type {
	Answer,
	Contact,
	ContactChange,
	ContactRefusal,
	ContactRow,
	ContactValues,
	ContactWarning,
	Question,
	Register,
	RegisterQuery,
} from "./contract.ts";
import {
	type Administrator,
	answer,
	mayManageContacts,
	mayVerifyContact,
	missingResponsibilities,
	refuseContact,
	withWarnings,
} from "./rules.ts";
import * as store from "./store.server.ts";

/** An organisation's register of who answers for what: its own whole, of others what they publish. */
export async function readRegister(work: Work, organisationId: string, query: RegisterQuery = {}): Promise<Register> {
	const nothing: Register = { contacts: [], byWarning: new Map(), missing: [], can: { create: false } };
	const organisation = isId(organisationId) ? await findOrganisation(work, organisationId) : undefined;
	if (!organisation) return nothing;
	const rows = await store.listContacts(work, organisationId);
	const contacts = rows.map((row) => withWarnings(row, work.today));
	const mandate = await mandateOf(work);
	const own = mandate.organisationId === organisationId;
	return {
		contacts: contacts.filter((contact) => fits(contact, query)),
		byWarning: countWarnings(contacts),
		missing: missingResponsibilities(organisation.kind, rows, work.today),
		can: { create: own && mayAnywhere(mandate, "manage-contacts") },
	};
}

function fits(contact: Contact, query: RegisterQuery): boolean {
	return (
		(query.responsibility === undefined || contact.responsibility === query.responsibility) &&
		(query.profession === undefined || contact.profession === query.profession) &&
		(query.unitId === undefined || contact.unitId === query.unitId) &&
		(query.warning === undefined || contact.warnings.includes(query.warning))
	);
}

function countWarnings(contacts: readonly Contact[]): ReadonlyMap<ContactWarning, number> {
	const counts = new Map<ContactWarning, number>();
	for (const warning of contacts.flatMap((contact) => contact.warnings))
		counts.set(warning, (counts.get(warning) ?? 0) + 1);
	return counts;
}

export type ContactPage = Contact & { readonly can: { readonly change: boolean; readonly verify: boolean } };

/** One contact; undefined where the asker sees none such. */
export async function readContact(
	work: Work,
	organisationId: string,
	contactId: string,
): Promise<ContactPage | undefined> {
	const found =
		isId(organisationId) && isId(contactId) ? await store.findContact(work, organisationId, contactId) : undefined;
	if (!found) return undefined;
	const mandate = await mandateOf(work);
	const own = mandate.organisationId === organisationId;
	const path = (await unitPath(work, organisationId, found.unitId)) ?? [];
	return {
		...withWarnings(found, work.today),
		can: {
			change: own && mayManageContacts(mandate, path),
			verify: own && mayVerifyContact(mandate, found, path, await ownMembershipIds(work)),
		},
	};
}

/** Contacts the asker answers for, or stands in for, at the organisation acted for. */
export async function listOwnContacts(work: Work): Promise<Contact[]> {
	const { organisationId } = await mandateOf(work);
	if (organisationId === null) return [];
	const rows = await store.listContactsOf(work, organisationId, await ownMembershipIds(work));
	return rows.map((row) => withWarnings(row, work.today));
}

/**
 * Who answers a question today, and which step of the ladder gave the answer. An organisation that has ended is answered
 * for by what it became, the largest share first.
 */
export async function whoAnswers(work: Work, asked: Question): Promise<Answer> {
	const heir = isId(asked.organisationId) ? (await resolveOrganisation(work, asked.organisationId))[0] : undefined;
	const moved = heir !== undefined && heir.id !== asked.organisationId;
	const question = moved ? { ...asked, organisationId: heir.id, unitId: null } : asked;
	const { organisationId, responsibility, unitId = null } = question;
	const known = isId(organisationId) && (unitId === null || isId(unitId));
	const contacts = known ? await store.listAnswering(work, [organisationId], responsibility) : [];
	const path = known ? ((await unitPath(work, organisationId, unitId)) ?? []) : [];
	const found = answer(question, path, contacts, [], work.today);
	if (found.step !== "nobody" || !known) return found;
	return answer(question, path, contacts, await store.findAdministrators(work, organisationId), work.today);
}

export type AnsweredOrganisation = { readonly organisation: OrganisationRow; readonly answer: Answer };

/** Who answers for a responsibility in each of many organisations: a page of the directory with an answer to each. */
export async function whoAnswersWhere(
	work: Work,
	question: { readonly responsibility: Responsibility; readonly profession?: string | null },
	query: DirectoryQuery,
): Promise<{ readonly rows: readonly AnsweredOrganisation[]; readonly total: number }> {
	const { rows, total } = await listOrganisations(work, query);
	const ids = rows.map((row) => row.id);
	const contacts = await store.listAnswering(work, ids, question.responsibility);
	const ask = (organisation: OrganisationRow, administrators: readonly Administrator[]) =>
		answer({ ...question, organisationId: organisation.id }, [], contacts, administrators, work.today);
	const answered = rows.map((organisation) => ({ organisation, answer: ask(organisation, []) }));
	const unanswered = answered.filter((row) => row.answer.step === "nobody").map((row) => row.organisation.id);
	const administrators = await store.listAdministrators(work, unanswered);
	return {
		rows: answered.map((row) => {
			const last = administrators.get(row.organisation.id);
			return last ? { ...row, answer: ask(row.organisation, last) } : row;
		}),
		total,
	};
}

/** Enters who answers for something at the organisation acted for. */
export async function createContact(
	work: Work,
	values: ContactValues,
): Promise<Outcome<{ id: string }, ContactRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null) return refused("not-allowed");
	const carried = await carry(work, organisationId, mandate, values, null);
	if (carried.refused) return carried;
	const id = newId();
	await store.insertContacts(work, organisationId, [{ ...carried.done, id, verifiedAt: work.now }]);
	await record(work, {
		verb: "contact.create",
		objectKind: "contact",
		objectId: id,
		aboutPersonId: carried.done.holder?.personId ?? null,
		detail: { responsibility: values.responsibility, profession: values.profession, unitId: values.unitId },
	});
	return done({ id });
}

/** Changes who answers for what; the contact counts as verified. */
export async function changeContact(
	work: Work,
	contactId: string,
	input: ContactChange,
): Promise<Outcome<{ version: number }, ContactRefusal>> {
	const found = await open(work, contactId, input.version);
	if (found.refused) return found;
	const { contact, mandate } = found.done;
	const { version, ...values } = input;
	const carried = await carry(work, contact.organisationId, mandate, values, contactId);
	if (carried.refused) return carried;
	if (!(await store.updateContact(work, { ...contact, version }, carried.done))) return refused("changed-by-another");
	await record(work, {
		verb: "contact.change",
		objectKind: "contact",
		objectId: contactId,
		aboutPersonId: carried.done.holder?.personId ?? null,
		detail: { membershipId: contact.membershipId, deputyMembershipId: contact.deputyMembershipId },
	});
	return done({ version: version + 1 });
}

/** Takes a contact out of the register; the log keeps who answered. */
export async function removeContact(
	work: Work,
	contactId: string,
	version: number,
): Promise<Outcome<{ removed: true }, ContactRefusal>> {
	const found = await open(work, contactId, version);
	if (found.refused) return found;
	const { contact } = found.done;
	if (!(await store.deleteContact(work, { ...contact, version }))) return refused("changed-by-another");
	const { responsibility, profession, unitId, membershipId } = contact;
	await record(work, {
		verb: "contact.remove",
		objectKind: "contact",
		objectId: contactId,
		detail: { responsibility, profession, unitId, membershipId },
	});
	return done({ removed: true });
}

/** "Still correct", for one contact or many in one click: all of them, or none. */
export async function verifyContacts(
	work: Work,
	contactIds: readonly string[],
): Promise<Outcome<{ verified: number }, ContactRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null || contactIds.length === 0) return refused("missing");
	const own = await ownMembershipIds(work);
	for (const contactId of new Set(contactIds)) {
		const found = isId(contactId) ? await store.findContact(work, organisationId, contactId) : undefined;
		if (!found) return refused("missing");
		const path = (await unitPath(work, organisationId, found.unitId)) ?? [];
		if (!mayVerifyContact(mandate, found, path, own)) return refused("not-allowed");
		await record(work, { verb: "contact.verify", objectKind: "contact", objectId: contactId });
	}
	await store.updateVerified(work, organisationId, contactIds);
	return done({ verified: new Set(contactIds).size });
}

async function open(
	work: Work,
	contactId: string,
	version: number,
): Promise<Outcome<{ contact: ContactRow; mandate: Mandate }, ContactRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const contact =
		organisationId !== null && isId(contactId) ? await store.findContact(work, organisationId, contactId) : undefined;
	if (!contact) return refused("missing");
	const path = (await unitPath(work, contact.organisationId, contact.unitId)) ?? [];
	if (!mayManageContacts(mandate, path)) return refused("not-allowed");
	if (version !== contact.version) return refused("changed-by-another");
	return done({ contact, mandate });
}

/** The values with the people they name, when the asker may write them and they can stand. */
async function carry(
	work: Work,
	organisationId: string,
	mandate: Mandate,
	values: ContactValues,
	except: string | null,
): Promise<Outcome<store.CarriedContact, ContactRefusal>> {
	const { unitId, membershipId, deputyMembershipId } = values;
	const path = await unitPath(work, organisationId, unitId);
	if (!path) return refused("unit-unknown", { field: "unitId" });
	if (!mayManageContacts(mandate, path)) return refused("not-allowed");
	const find = (id: string | null) =>
		id === null ? Promise.resolve(null) : store.findAnswerer(work, organisationId, id);
	const [holder, deputy] = [await find(membershipId), await find(deputyMembershipId)];
	const refusals = refuseContact(values, {
		today: work.today,
		unit: unitId === null ? null : await findUnit(work, organisationId, unitId),
		holder,
		deputy,
		registered: await store.isRegistered(work, organisationId, values, except),
	});
	if (refusals.length > 0) return refusedAll(refusals);
	return done({ values, holder: holder ?? null, deputy: deputy ?? null });
}

async function ownMembershipIds(work: Work): Promise<readonly string[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	return findHoldingIds(work, actor.organisationId, actor.personId);
}
