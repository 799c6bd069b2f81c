import type { Work } from "../../../database/work.server.ts";
import type { HeldContact, HeldThing } from "./contract.ts";
import { listDeputyFor, listHeldContacts } from "./held.store.server.ts";

/** How a room above tells what it holds by membership, and moves it when somebody hands over. */
export type Holder = {
	/** The kind of object, as the registry of objects names it. */
	readonly kind: string;
	/** What these memberships of an organisation hold and has not ended. */
	list(work: Work, organisationId: string, membershipIds: readonly string[]): Promise<readonly HeldThing[]>;
	/** Moves all of it to another membership, in the caller's transaction; returns how many things moved. */
	move(work: Work, organisationId: string, membershipIds: readonly string[], successorId: string): Promise<number>;
};

const holders = new Map<string, Holder>();

/** A room declares, once at start-up, what its people hold: a hand-over then takes it along. */
export function registerHolder(holder: Holder): void {
	if (holders.has(holder.kind)) throw new Error(`holder ${holder.kind} is registered twice`);
	holders.set(holder.kind, holder);
}

async function listHeldThings(
	work: Work,
	organisationId: string,
	membershipIds: readonly string[],
): Promise<HeldThing[]> {
	const things: HeldThing[] = [];
	for (const holder of holders.values()) things.push(...(await holder.list(work, organisationId, membershipIds)));
	return things;
}

export async function moveHeldThings(
	work: Work,
	organisationId: string,
	membershipIds: readonly string[],
	successorId: string,
): Promise<number> {
	let moved = 0;
	for (const holder of holders.values()) moved += await holder.move(work, organisationId, membershipIds, successorId);
	return moved;
}

/** Everything memberships hold besides the roles themselves. */
export type Held = {
	readonly contacts: readonly HeldContact[];
	readonly deputyContacts: readonly HeldContact[];
	readonly deputyFor: readonly { readonly id: string; readonly name: string; readonly role: string }[];
	readonly otherThings: readonly HeldThing[];
};

export async function listHeld(work: Work, organisationId: string, membershipIds: readonly string[]): Promise<Held> {
	return {
		contacts: await listHeldContacts(work, organisationId, membershipIds, "holder"),
		deputyContacts: await listHeldContacts(work, organisationId, membershipIds, "deputy"),
		deputyFor: await listDeputyFor(work, organisationId, membershipIds),
		otherThings: await listHeldThings(work, organisationId, membershipIds),
	};
}

export function holdsNothing({ contacts, deputyContacts, deputyFor, otherThings }: Held): boolean {
	return contacts.length + deputyContacts.length + deputyFor.length + otherThings.length === 0;
}
