import type { Work } from "../../../database/work.server.ts";
import { compareText } from "../../../language.ts";
import { isId } from "../contract.ts";
import { findOrganisation } from "../directory/store.server.ts";
import { mandateOf, unitPath } from "../mandate.server.ts";
import { mayAnywhere } from "../rules.ts";
import { findHoldingIds } from "../store.server.ts";
import type { Contact, ContactRow, Register, RegisterQuery } from "./contract.ts";
import { firstDayKept } from "./former.store.server.ts";
import { narrowRegister } from "./narrow.ts";
import { mayManageContacts, mayVerifyContact, missingResponsibilities, withWarnings } from "./rules.ts";
import * as store from "./store.server.ts";

/** An organisation's register of who answers for what: its own whole, of others what they publish. */
export async function readRegister(work: Work, organisationId: string, query: RegisterQuery = {}): Promise<Register> {
	if (!isId(organisationId)) return nothing;
	const { asOf = work.today } = query;
	const [organisation, rows, mandate] = await Promise.all([
		findOrganisation(work, organisationId),
		store.listContacts(work, organisationId, asOf),
		mandateOf(work),
	]);
	if (!organisation) return nothing;
	const contacts = rows.map((row) => withWarnings(row, asOf));
	const own = mandate.organisationId === organisationId;
	return {
		...narrowRegister(contacts, query),
		byWarning: count(contacts.flatMap((contact) => contact.warnings)),
		byResponsibility: count(contacts.map((contact) => contact.responsibility)),
		units: unitsOf(contacts),
		vacant: contacts.filter((contact) => contact.warnings.includes("vacant")),
		missing: missingResponsibilities(organisation.kind, rows),
		now: asOf === work.today ? null : nowFor(contacts, await store.listContacts(work, organisationId), work.today),
		firstDay: rows.length === 0 && asOf !== work.today ? await firstDayKept(work, organisationId) : null,
		can: { create: own && mayAnywhere(mandate, "manage-contacts") },
	};
}

const nothing: Register = {
	...{ contacts: [], total: 0, byWarning: new Map(), byResponsibility: new Map(), units: [], vacant: [], missing: [] },
	...{ now: null, firstDay: null },
	can: { create: false },
};

/** What the register says today of what each contact of another day was for: the contact itself, or one in its place. */
function nowFor(then: readonly ContactRow[], today: readonly ContactRow[], day: string): ReadonlyMap<string, Contact> {
	const ids = new Map(today.map((contact) => [contact.id, contact]));
	const places = new Map(today.map((contact) => [placeOf(contact), contact]));
	return new Map(
		then.flatMap((contact) => {
			const heir = places.get(placeOf(contact)) ?? ids.get(contact.id);
			return heir ? [[contact.id, withWarnings(heir, day)] as const] : [];
		}),
	);
}

function placeOf({ responsibility, profession, unitId }: ContactRow): string {
	return [responsibility, profession, unitId].join("|");
}

function count<Code>(codes: readonly Code[]): ReadonlyMap<Code, number> {
	const counts = new Map<Code, number>();
	for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
	return counts;
}

function unitsOf(contacts: readonly Contact[]): Register["units"] {
	const units = new Map<string, string>();
	for (const { unitId, unitName } of contacts) if (unitId !== null) units.set(unitId, unitName ?? "");
	return [...units]
		.map(([id, name]) => ({ id, name }))
		.toSorted((one, other) => compareText("nb")(one.name, other.name));
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

/** What the asker holds at the organisation acted for. */
export async function ownMembershipIds(work: Work): Promise<readonly string[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	return findHoldingIds(work, actor.organisationId, actor.personId);
}
