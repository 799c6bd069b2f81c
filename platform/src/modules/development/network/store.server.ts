import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Network, NetworkEnd, NetworkFacts, Note } from "./contract.ts";

export type Key = Pick<Network, "organisationId" | "id">;

const columns = sql`organisation_id "organisationId", id, name, purpose, kind, founded_on "foundedOn", founded_by "foundedBy", owners,
	decides, money_kind "moneyKind", money, lead_rotates "leadRotates", gatherings_a_year "gatheringsAYear", plan,
	plan_until "planUntil", arena_id "arenaId", ended_on "endedOn", ended_because "endedBecause", version`;

/** The networks the organisation acted for keeps or takes part in, by name. */
export async function listNetworks(work: Work, organisationId: string): Promise<readonly Network[]> {
	const { rows } = await sql<Network>`
		select ${columns} from development.network where readers @> array[${organisationId}::uuid]
		order by name collate house.norwegian, id`.execute(work.db);
	return rows;
}

export async function findNetwork(work: Work, id: string): Promise<Network | undefined> {
	const { rows } = await sql<Network>`select ${columns} from development.network where id = ${id}`.execute(work.db);
	return rows[0];
}

function columnsOf(facts: NetworkFacts) {
	return {
		...{ name: facts.name, purpose: facts.purpose, kind: facts.kind, founded_on: facts.foundedOn },
		...{ founded_by: facts.foundedBy, owners: facts.owners, decides: facts.decides, money_kind: facts.moneyKind },
		...{ money: facts.money, lead_rotates: facts.leadRotates, gatherings_a_year: facts.gatheringsAYear },
		...{ plan: facts.plan, plan_until: facts.planUntil },
	};
}

export async function insertNetwork(
	work: Work,
	{ organisationId, id }: Key,
	facts: NetworkFacts,
	given: { readonly searchName: string; readonly readers: readonly string[] },
): Promise<void> {
	await work.db
		.insertInto("development.network")
		.values({
			...{ organisation_id: organisationId, id, ...columnsOf(facts) },
			...{ search_name: given.searchName, readers: [...given.readers] },
		})
		.execute();
}

type Change =
	| { readonly facts: NetworkFacts; readonly searchName: string }
	| Pick<NetworkEnd, "endedOn" | "endedBecause">
	| { readonly arena: { readonly organisationId: string; readonly id: string } };

function changed(change: Change) {
	if ("facts" in change) return { ...columnsOf(change.facts), search_name: change.searchName };
	if ("arena" in change) return { arena_organisation_id: change.arena.organisationId, arena_id: change.arena.id };
	return { ended_on: change.endedOn, ended_because: change.endedBecause };
}

/** Changes a network in the version that was looked at; false where somebody else was first. */
export async function updateNetwork(
	work: Work,
	{ organisationId, id, version }: Key & { readonly version: number },
	change: Change,
): Promise<boolean> {
	const done = await work.db
		.updateTable("development.network")
		.set({ ...changed(change), version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

/** Says who reads a network from now on, in every row of it. */
export async function giveAccess(work: Work, { organisationId, id }: Key, readers: readonly string[]): Promise<void> {
	await sql`select development.give_access(${organisationId}, ${id}, ${[...readers]}::uuid[])`.execute(work.db);
}

/** What is said of a network, the latest first. */
export async function listNotes(work: Work, { organisationId, id }: Key): Promise<readonly Note[]> {
	const { rows } = await sql<Note>`
		select id, on_day "onDay", note, source, recorded_by "recordedBy" from development.network_note
		where organisation_id = ${organisationId} and network_id = ${id} order by on_day desc, id desc`.execute(work.db);
	return rows;
}

export async function insertNote(work: Work, key: Key, one: Note, readers: readonly string[]): Promise<void> {
	await work.db
		.insertInto("development.network_note")
		.values({
			...{ organisation_id: key.organisationId, network_id: key.id, id: one.id, on_day: one.onDay, note: one.note },
			...{ source: one.source, recorded_by: one.recordedBy, readers: [...readers] },
		})
		.execute();
}

export async function deleteNote(work: Work, key: Key, id: string): Promise<void> {
	await sql`delete from development.network_note
		where organisation_id = ${key.organisationId} and network_id = ${key.id} and id = ${id}`.execute(work.db);
}
