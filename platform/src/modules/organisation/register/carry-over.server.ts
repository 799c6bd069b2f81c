import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { mandateOf } from "../mandate.server.ts";
import * as store from "./carry-over.store.server.ts";

export type CarriedOver = { readonly units: number; readonly memberships: number; readonly contacts: number };

/**
 * Takes units, people and contacts of an organisation that has ended along to its successor, from a day on. What is
 * carried over goes on under a new id that says what it continues; what was, stays where it was, with its last day.
 * Only the program itself may do it, as people of two organisations are touched. Doing it again carries nothing twice.
 * @param rootIds the units (with all below them) that go to this successor when an organisation is divided; everything,
 *   and people and contacts of the whole organisation too, where it is left out.
 */
export async function carryOver(
	work: Work,
	{ fromId, toId, on }: { readonly fromId: string; readonly toId: string; readonly on: string },
	rootIds?: readonly string[],
): Promise<Outcome<CarriedOver, "not-allowed">> {
	if (!(await mandateOf(work)).system) return refused("not-allowed");
	const whole = rootIds === undefined;
	const units = await store.listUnitsToCarry(work, fromId, toId, on, rootIds ?? null);
	const memberships = await store.listMembershipsToCarry(work, fromId, toId, on, whole, units);
	const contacts = await store.listContactsToCarry(work, fromId, whole, units);
	const carried = { fromId, toId, on };
	const unitIds = new Map(units.map((id) => [id, newId()]));
	const membershipIds = new Map(memberships.map((id) => [id, newId()]));
	const contactIds = new Map(contacts.map((id) => [id, newId()]));
	await store.carryUnits(work, carried, unitIds);
	await store.carryMemberships(work, carried, membershipIds);
	const made = await store.carryContacts(work, carried, contactIds);
	await store.endCarried(work, carried, units, memberships);
	const summary = { units: units.length, memberships: memberships.length, contacts: made };
	for (const organisationId of [fromId, toId])
		await record(work, {
			verb: "organisation.carry-over",
			objectKind: "organisation",
			objectId: organisationId,
			organisationId,
			detail: { ...carried, ...summary },
		});
	return done(summary);
}
