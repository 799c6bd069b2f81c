import type { Work } from "../database/work.server.ts";

/** Something held by a person outside the organisation's own register: shown in a hand-over, and moved with it. */
export type HeldThing = { readonly kind: string; readonly id: string; readonly title: string };

/** A role of a person at an organisation, whose holder may stand elsewhere too: by account or by address. */
export type HeldBy = {
	readonly id: string;
	readonly personId: string | null;
	readonly name: string;
	readonly email: string | null;
};

/** How a room tells what people hold in it, and moves it when somebody hands over. */
export type Holder = {
	/** The kind of object, as the registry of objects names it. */
	readonly kind: string;
	/** What one person, by these roles at an organisation, holds and has not ended. */
	list(work: Work, organisationId: string, by: readonly HeldBy[]): Promise<readonly HeldThing[]>;
	/** Moves all of it to a successor, in the caller's transaction; returns how many things moved. */
	move(work: Work, organisationId: string, by: readonly HeldBy[], successor: HeldBy): Promise<number>;
};

const holders = new Map<string, Holder>();

/** A room declares, once at start-up, what its people hold: a hand-over then takes it along. */
export function registerHolder(holder: Holder): void {
	if (holders.has(holder.kind)) throw new Error(`holder ${holder.kind} is registered twice`);
	holders.set(holder.kind, holder);
}

/** All that these roles of one person hold in the rooms. */
export async function listHeldByRooms(work: Work, organisationId: string, by: readonly HeldBy[]): Promise<HeldThing[]> {
	const things: HeldThing[] = [];
	for (const holder of holders.values()) things.push(...(await holder.list(work, organisationId, by)));
	return things;
}

/** Moves all that these roles of one person hold in the rooms; returns how many things moved. */
export async function moveHeldByRooms(
	work: Work,
	organisationId: string,
	by: readonly HeldBy[],
	successor: HeldBy,
): Promise<number> {
	let moved = 0;
	for (const holder of holders.values()) moved += await holder.move(work, organisationId, by, successor);
	return moved;
}

/** Accounts and addresses, each once; addresses in small letters, as they are compared. */
export function whoseOf(by: readonly HeldBy[]): { readonly personIds: string[]; readonly emails: string[] } {
	return {
		personIds: [...new Set(by.flatMap(({ personId }) => personId ?? []))],
		emails: [...new Set(by.flatMap(({ email }) => email?.toLowerCase() ?? []))],
	};
}
