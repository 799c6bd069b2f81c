import { dayOf } from "../../../day.ts";
import type { Refusal } from "../../../outcome.ts";
import type { Responsibility } from "../contract.ts";
import { isStale } from "../people/rules.ts";
import { type Mandate, may, type UnitPath } from "../rules.ts";
import {
	type Contact,
	type ContactRefusal,
	type ContactRow,
	type ContactValues,
	type ContactWarning,
	contactWarnings,
	expectedResponsibilities,
} from "./contract.ts";

export function mayManageContacts(mandate: Mandate, path: UnitPath): boolean {
	return may(mandate, "manage-contacts", path);
}

/** "Still correct" is for those who manage contacts there, and for the one who answers. */
export function mayVerifyContact(
	mandate: Mandate,
	contact: { readonly membershipId: string | null },
	path: UnitPath,
	ownMembershipIds: readonly string[],
): boolean {
	return (
		mayManageContacts(mandate, path) ||
		(contact.membershipId !== null && ownMembershipIds.includes(contact.membershipId))
	);
}

/** Whether somebody with this last day still is there. */
function isThere(lastDay: string | null, today: string): boolean {
	return lastDay === null || lastDay >= today;
}

/** Whether the one who answers, or the shared post box, can be reached. */
export function holderAnswers(contact: ContactRow, today: string): boolean {
	return isThere(contact.lastDay, today) && (contact.email !== null || contact.phone !== null || contact.name !== null);
}

/** Whether the deputy can be reached. */
export function deputyAnswers(contact: ContactRow, today: string): boolean {
	return contact.deputyMembershipId !== null && isThere(contact.deputyLastDay, today);
}

/** What is wrong with a contact today. A shared post box needs no deputy. */
export function warningsOf(contact: ContactRow, today: string): readonly ContactWarning[] {
	const found = new Set<ContactWarning>();
	const left = !isThere(contact.lastDay, today);
	if (left) found.add(deputyAnswers(contact, today) ? "holder-left" : "vacant");
	if (contact.deputyMembershipId !== null && !deputyAnswers(contact, today)) found.add("deputy-left");
	if (contact.membershipId !== null && contact.deputyMembershipId === null) found.add("no-deputy");
	if (contact.unitLastDay !== null && contact.unitLastDay < today) found.add("unit-closed");
	if (isStale(dayOf(contact.verifiedAt), today)) found.add("unverified");
	return contactWarnings.filter((warning) => found.has(warning));
}

export function withWarnings(contact: ContactRow, today: string): Contact {
	return { ...contact, warnings: warningsOf(contact, today) };
}

/**
 * What an organisation of this kind ought to have somebody answer for, and nobody is entered for. Where somebody is
 * entered and has left, the contact itself says so.
 */
export function missingResponsibilities(kind: string, contacts: readonly ContactRow[]): readonly Responsibility[] {
	const entered = new Set(contacts.map((contact) => contact.responsibility));
	return (expectedResponsibilities[kind] ?? ["general"]).filter((one) => !entered.has(one));
}

/**
 * Whether a contact says something else than it did: of what, where, to whom, or who answers. A person's new name or
 * address is the same answer; a shared post box is its address.
 */
export function saysAnew(
	before: ContactRow,
	after: { readonly values: ContactValues; readonly holder: Answerer | null; readonly deputy: Answerer | null },
): boolean {
	const { values } = after;
	return (
		before.responsibility !== values.responsibility ||
		before.profession !== values.profession ||
		before.unitId !== values.unitId ||
		before.published !== values.published ||
		before.membershipId !== (after.holder?.id ?? null) ||
		before.deputyMembershipId !== (after.deputy?.id ?? null) ||
		(after.holder === null &&
			(before.name !== values.name || before.email !== values.email || before.phone !== values.phone))
	);
}

/** A person as a contact can lean on it. */
export type Answerer = { readonly id: string; readonly personId: string | null; readonly validTo: string | null };

export type Surroundings = {
	readonly today: string;
	/** Each undefined where the organisation has no such unit or membership, null where none is named. */
	readonly unit: { readonly validTo: string | null } | null | undefined;
	readonly holder: Answerer | null | undefined;
	readonly deputy: Answerer | null | undefined;
	/** Whether another contact answers for the same responsibility, profession and unit. */
	readonly registered: boolean;
};

/** Why a contact cannot stand as it is written; empty when it can. */
export function refuseContact(values: ContactValues, around: Surroundings): readonly Refusal<ContactRefusal>[] {
	const { today, unit, holder, deputy } = around;
	const refusals: Refusal<ContactRefusal>[] = [];
	if (unit === undefined) refusals.push({ code: "unit-unknown", field: "unitId" });
	else if (unit && !isThere(unit.validTo, today)) refusals.push({ code: "unit-closed", field: "unitId" });
	if (holder === undefined) refusals.push({ code: "holder-unknown", field: "membershipId" });
	else if (holder && !isThere(holder.validTo, today)) refusals.push({ code: "holder-left", field: "membershipId" });
	if (holder === null && values.email === null && values.phone === null)
		refusals.push({ code: "address-missing", field: "membershipId" });
	if (deputy === undefined) refusals.push({ code: "deputy-unknown", field: "deputyMembershipId" });
	else if (deputy && !isThere(deputy.validTo, today))
		refusals.push({ code: "deputy-left", field: "deputyMembershipId" });
	else if (deputy && holder && isSame(deputy, holder))
		refusals.push({ code: "own-deputy", field: "deputyMembershipId" });
	if (around.registered) refusals.push({ code: "already-registered", field: "responsibility" });
	return refusals;
}

function isSame(one: Answerer, other: Answerer): boolean {
	return one.id === other.id || (one.personId !== null && one.personId === other.personId);
}
