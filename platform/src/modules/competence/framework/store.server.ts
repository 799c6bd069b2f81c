import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { operatorOrganisationId } from "../../../identity/actor.ts";
import { entryLevels } from "../codes.ts";
import type { Entry, EntryFacts, EntryQuery, EntrySort, ListedEntry } from "./contract.ts";
import { searchNameOf } from "./rules.ts";

const columns = sql`e.organisation_id "organisationId", e.id, e.kind, e.level, e.name, e.name_nn "nameNn", e.name_en "nameEn",
	e.occupation, e.mapped_id "mappedId", e.retired_on "retiredOn", e.version,
	e.organisation_id = ${operatorOrganisationId}::uuid "isShared"`;

const orders: Readonly<Record<EntrySort, RawBuilder<unknown>>> = {
	name: sql`e.name collate house.norwegian`,
	kind: sql`e.kind`,
	level: sql`array_position(${[...entryLevels]}::text[], e.level)`,
	occupation: sql`e.occupation`,
};

/** Open entries, shared ones and those of an organisation, by page. */
export async function listEntries(
	work: Work,
	organisationId: string,
	{
		words,
		kind,
		level,
		keeper,
		sort = "name",
		descending = false,
		offset = 0,
		pageSize,
	}: EntryQuery & { readonly words: readonly string[] },
): Promise<readonly (ListedEntry & { readonly total: number })[]> {
	const keepers = keeper === "own" ? [organisationId] : keeper === "shared" ? [operatorOrganisationId] : null;
	const { rows } = await sql<ListedEntry & { total: number }>`
		select ${columns}, count(*) over ()::int total,
			case when m.id is null then null else jsonb_build_object('name', m.name, 'nameNn', m.name_nn, 'nameEn', m.name_en) end mapped
		from competence.entry e
		left join competence.entry m on m.organisation_id = e.mapped_organisation_id and m.id = e.mapped_id
		where e.retired_on is null
			and e.organisation_id = any(${keepers ?? [organisationId, operatorOrganisationId]}::uuid[])
			and ${words.length === 0 ? sql`true` : sql`e.search_name like all(${words.map((word) => `%${word}%`)}::text[])`}
			and ${kind === undefined ? sql`true` : sql`e.kind = ${kind}`}
			and ${level === undefined ? sql`true` : sql`e.level = ${level}`}
		order by ${orders[sort]} ${descending ? sql`desc nulls last` : sql`asc nulls last`}, e.name collate house.norwegian, e.id
		limit ${pageSize ?? null} offset ${offset}`.execute(work.db);
	return rows;
}

/** Every entry of an organisation and of the shared list, retired ones too: what numbers point at. */
export async function listAllEntries(work: Work, organisationId: string): Promise<readonly Entry[]> {
	const { rows } = await sql<Entry>`
		select ${columns} from competence.entry e
		where e.organisation_id in (${organisationId}, ${operatorOrganisationId}) order by e.name collate house.norwegian, e.id`.execute(
		work.db,
	);
	return rows;
}

export async function findEntry(work: Work, id: string): Promise<Entry | undefined> {
	const { rows } = await sql<Entry>`select ${columns} from competence.entry e where e.id = ${id}`.execute(work.db);
	return rows[0];
}

/** How many numbers of an organisation's units stand on an entry. */
export async function countUses(work: Work, id: string): Promise<number> {
	const { rows } = await sql<{ uses: number }>`
		select count(*)::int uses from competence.actual where entry_id = ${id}`.execute(work.db);
	return rows[0]?.uses ?? 0;
}

function columnsOf(facts: EntryFacts) {
	return {
		...{ kind: facts.kind, level: facts.level, name: facts.name, name_nn: facts.nameNn, name_en: facts.nameEn },
		...{ occupation: facts.occupation, mapped_id: facts.mappedId, search_name: searchNameOf(facts) },
		mapped_organisation_id: facts.mappedId === null ? null : operatorOrganisationId,
	};
}

export async function insertEntry(work: Work, organisationId: string, id: string, facts: EntryFacts): Promise<void> {
	await work.db
		.insertInto("competence.entry")
		.values({ organisation_id: organisationId, id, ...columnsOf(facts) })
		.execute();
}

type Key = Pick<Entry, "organisationId" | "id">;

/** Changes an entry in the version that was looked at; false where somebody else was first. */
export async function updateEntry(
	work: Work,
	{ organisationId, id }: Key,
	change: EntryFacts | { readonly retiredOn: string },
	version: number,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("competence.entry")
		.set({ ...("retiredOn" in change ? { retired_on: change.retiredOn } : columnsOf(change)), version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}
