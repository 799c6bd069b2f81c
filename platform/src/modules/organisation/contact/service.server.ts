import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../contract.ts";
import { mandateOf, unitPath } from "../mandate.server.ts";
import type { Mandate } from "../rules.ts";
import type { ContactChange, ContactRefusal, ContactRow, ContactValues } from "./contract.ts";
import { ownMembershipIds } from "./register.server.ts";
import { mayManageContacts, mayVerifyContact, refuseContact } from "./rules.ts";
import * as store from "./store.server.ts";
import { surroundingsOf } from "./surroundings.server.ts";

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
	const path = await unitPath(work, organisationId, values.unitId);
	if (!path) return refused("unit-unknown", { field: "unitId" });
	if (!mayManageContacts(mandate, path)) return refused("not-allowed");
	const around = await surroundingsOf(work, organisationId, values, except);
	const refusals = refuseContact(values, around);
	if (refusals.length > 0) return refusedAll(refusals);
	return done({ values, holder: around.holder ?? null, deputy: around.deputy ?? null });
}
