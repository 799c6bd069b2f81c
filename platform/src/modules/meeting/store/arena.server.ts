import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { ArenaSort } from "../codes.ts";
import type { Arena, ArenaEnding, ArenaFacts, ArenaQuery, ListedArena } from "../contract.ts";
import { type Key, of } from "./key.server.ts";

/** An arena the asker may read; who keeps it and its agreement are named by whoever asked. */
export async function findArena(
	work: Work,
	id: string,
): Promise<Omit<Arena, "keeperName" | "agreementTitle"> | undefined> {
	const { rows } = await sql<Omit<Arena, "keeperName" | "agreementTitle">>`
		select id, organisation_id "organisationId", name, purpose, kind, level, meetings_a_year "meetingsAYear",
			agreement_id "agreementId", speaks_for "speaksFor", speaks_decided_by "speaksDecidedBy", chair_rotates "chairRotates", ended_on "endedOn",
			becomes, becomes_note "becomesNote", version
		from meeting.arena where id = ${id}`.execute(work.db);
	return rows[0];
}

const arenaOrders: Readonly<Record<ArenaSort, RawBuilder<unknown>>> = {
	name: sql`name collate house.norwegian`,
	level: sql`array_position(array['top', 'sector', 'operational'], level)`,
	next: sql`next`,
	open: sql`open`,
};

type ListedRow = Omit<ListedArena, "parties"> & { readonly partyIds: readonly string[]; readonly total: number };

/** A page of the arenas an organisation keeps or takes part in, those that meet soonest first, those that have ended last. */
export async function listArenas(
	work: Work,
	organisationId: string,
	query: ArenaQuery & { readonly words: readonly string[] },
): Promise<readonly ListedRow[]> {
	const { sort = "next", descending = false, offset = 0, pageSize = null } = query;
	const conditions = [
		sql`a.readers @> array[${organisationId}::uuid]`,
		...(query.state === undefined
			? []
			: [query.state === "ended" ? sql`a.ended_on is not null` : sql`a.ended_on is null`]),
		...query.words.map((word) => sql`a.search_name like ${`%${word}%`}`),
	];
	const { rows } = await sql<ListedRow>`
		select *, count(*) over () total from (
			select a.id, a.name, a.kind, a.level, a.ended_on "endedOn",
				array(select p.party_id from meeting.party p
					where p.organisation_id = a.organisation_id and p.arena_id = a.id order by p.party_id) "partyIds",
				(select min(m.starts_at) from meeting.meeting m where m.organisation_id = a.organisation_id
					and m.arena_id = a.id and m.state in ('planned', 'invited') and m.ends_at > ${work.now}) next,
				(select max(m.starts_at) from meeting.meeting m where m.organisation_id = a.organisation_id
					and m.arena_id = a.id and m.state = 'held') last,
				(select count(*)::int from meeting.decision d where d.organisation_id = a.organisation_id
					and d.arena_id = a.id and d.state = 'open') open,
				(select count(*)::int from meeting.decision d where d.organisation_id = a.organisation_id
					and d.arena_id = a.id and d.state = 'open' and d.due_on < ${work.today}) late
			from meeting.arena a where ${sql.join(conditions, sql` and `)}
		) found
		order by "endedOn" is not null, ${arenaOrders[sort]} ${descending ? sql`desc nulls last` : sql`asc nulls last`}, name collate house.norwegian, id
		limit ${pageSize} offset ${offset}`.execute(work.db);
	return rows;
}

function arenaColumns(facts: ArenaFacts, agreementOrganisationId: string | null) {
	return {
		...{ name: facts.name, purpose: facts.purpose, kind: facts.kind, level: facts.level },
		...{ meetings_a_year: facts.meetingsAYear, agreement_id: facts.agreementId },
		...{ agreement_organisation_id: agreementOrganisationId },
		...{ speaks_for: facts.speaksFor, speaks_decided_by: facts.speaksDecidedBy },
		...{ chair_rotates: facts.chairRotates },
	};
}

export async function insertArena(
	work: Work,
	{ organisationId, id }: Key,
	facts: ArenaFacts,
	given: {
		readonly agreementOrganisationId: string | null;
		readonly searchName: string;
		readonly readers: readonly string[];
	},
): Promise<void> {
	await work.db
		.insertInto("meeting.arena")
		.values({
			...{ organisation_id: organisationId, id, created_at: work.now, search_name: given.searchName },
			...arenaColumns(facts, given.agreementOrganisationId),
			readers: [...given.readers],
		})
		.execute();
}

/** Changes an arena in the version that was looked at; false where somebody else was first. */
export async function updateArena(
	work: Work,
	{ organisationId, id, version }: Pick<Arena, "organisationId" | "id" | "version">,
	change:
		| { readonly facts: ArenaFacts; readonly agreementOrganisationId: string | null; readonly searchName: string }
		| ({ readonly endedOn: string } & Pick<ArenaEnding, "becomes" | "becomesNote">),
): Promise<boolean> {
	const columns =
		"endedOn" in change
			? { ended_on: change.endedOn, becomes: change.becomes, becomes_note: change.becomesNote }
			: { ...arenaColumns(change.facts, change.agreementOrganisationId), search_name: change.searchName };
	const changed = await work.db
		.updateTable("meeting.arena")
		.set({ ...columns, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function listParties(
	work: Work,
	key: Key,
): Promise<readonly { readonly id: string; readonly spokenFor: boolean }[]> {
	const { rows } = await sql<{ id: string; spokenFor: boolean }>`
		select party_id id, spoken_for "spokenFor" from meeting.party where ${of(key)}`.execute(work.db);
	return rows;
}

/** Says whether an arena that answers for its parties answers for this one. */
export async function updateParty(work: Work, key: Key, partyId: string, spokenFor: boolean): Promise<void> {
	await sql`update meeting.party set spoken_for = ${spokenFor} where ${of(key)} and party_id = ${partyId}`.execute(
		work.db,
	);
}

export async function insertParty(work: Work, key: Key, partyId: string, readers: readonly string[]): Promise<void> {
	await work.db
		.insertInto("meeting.party")
		.values({
			...{ organisation_id: key.organisationId, arena_id: key.id, party_id: partyId, readers: [...readers] },
		})
		.execute();
}

export async function deleteParty(work: Work, key: Key, partyId: string): Promise<void> {
	await sql`delete from meeting.party where ${of(key)} and party_id = ${partyId}`.execute(work.db);
}

/** Says who reads an arena from now on, in every row of it. */
export async function giveAccess(work: Work, key: Key, readers: readonly string[]): Promise<void> {
	await sql`select meeting.give_access(${key.organisationId}, ${key.id}, ${[...readers]}::uuid[])`.execute(work.db);
}
