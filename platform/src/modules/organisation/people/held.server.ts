import type { Work } from "../../../database/work.server.ts";
import { type HeldThing, listHeldByRooms, moveHeldByRooms } from "../../../registry/holders.server.ts";
import { type LeftThing, listLeftBehind } from "../../../registry/left-behind.server.ts";
import type { HeldContact, MembershipRow } from "./contract.ts";
import { listDeputyFor, listHeldContacts } from "./held.store.server.ts";
import { isOver } from "./rules.ts";
import { listSamePerson } from "./store.server.ts";

/** Whether a person gives up everything here: rooms know people by account or address, whichever role they hold it by. */
async function givesAll(work: Work, organisationId: string, by: readonly MembershipRow[]): Promise<boolean> {
	const [one] = by;
	if (!one) return false;
	const others = (await listSamePerson(work, organisationId, one)).filter(({ id }) => !by.some((own) => own.id === id));
	return others.every((other) => isOver(other, work.today));
}

/** Moves what rooms hold by these memberships; nothing while another role of the same person goes on. */
export async function moveHeldThings(
	work: Work,
	organisationId: string,
	by: readonly MembershipRow[],
	successor: MembershipRow,
): Promise<number> {
	return (await givesAll(work, organisationId, by)) ? moveHeldByRooms(work, organisationId, by, successor) : 0;
}

/** Everything memberships of one person hold besides the roles themselves, and what is left when that is moved. */
export type Held = {
	readonly contacts: readonly HeldContact[];
	readonly deputyContacts: readonly HeldContact[];
	readonly deputyFor: readonly { readonly id: string; readonly name: string; readonly role: string }[];
	readonly otherThings: readonly HeldThing[];
	/** What names the person and does not go along. */
	readonly left: readonly LeftThing[];
};

export async function listHeld(work: Work, organisationId: string, by: readonly MembershipRow[]): Promise<Held> {
	const membershipIds = by.map(({ id }) => id);
	const all = await givesAll(work, organisationId, by);
	return {
		contacts: await listHeldContacts(work, organisationId, membershipIds, "holder"),
		deputyContacts: await listHeldContacts(work, organisationId, membershipIds, "deputy"),
		deputyFor: await listDeputyFor(work, organisationId, membershipIds),
		otherThings: all ? await listHeldByRooms(work, organisationId, by) : [],
		left: all ? await listLeftBehind(work, organisationId, by) : [],
	};
}

export function holdsNothing({ contacts, deputyContacts, deputyFor, otherThings }: Held): boolean {
	return contacts.length + deputyContacts.length + deputyFor.length + otherThings.length === 0;
}
