import { type RawBuilder, sql } from "kysely";
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

/**
 * What people hold in a table that names them by name and address, in pairs of columns such as `owner_name`, `owner_email`.
 * The table is owned, keeps a title, and counts its versions up.
 * @param open what somebody still holds of it; the table is called `t`
 */
export function heldByAddress(
	kind: string,
	table: string,
	open: RawBuilder<unknown>,
	columns: readonly (readonly [name: string, email: string])[],
): Holder {
	return {
		kind,
		async list(work, organisationId, by) {
			const { emails } = whoseOf(by);
			if (emails.length === 0) return [];
			const named = columns.map(([, email]) => sql`lower(${sql.ref(`t.${email}`)}) = any(${emails}::text[])`);
			const { rows } = await sql<{ id: string; title: string }>`
				select t.id, t.title from ${sql.table(table)} t
				where t.organisation_id = ${organisationId} and ${open} and (${sql.join(named, sql` or `)})
				order by t.title collate house.norwegian, t.id`.execute(work.db);
			return rows.map(({ id, title }) => ({ kind, id, title }));
		},
		async move(work, organisationId, by, successor) {
			const { emails } = whoseOf(by);
			const held = await this.list(work, organisationId, by);
			const ids = held.map(({ id }) => id);
			for (const [name, email] of columns)
				await sql`
					update ${sql.table(table)} set ${sql.ref(name)} = ${successor.name}, ${sql.ref(email)} = ${successor.email},
						version = version + 1
					where organisation_id = ${organisationId} and id = any(${ids}::uuid[])
						and lower(${sql.ref(email)}) = any(${emails}::text[])`.execute(work.db);
			return held.length;
		},
	};
}
