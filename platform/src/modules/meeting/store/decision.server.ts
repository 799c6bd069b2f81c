import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { ObjectReference } from "../../../registry/objects.server.ts";
import type { DecisionSort } from "../codes.ts";
import type { Decision, DecisionQuery, ListedDecision } from "../contract.ts";
import { type Key, of } from "./key.server.ts";

const decisionColumns = sql`d.id, d.organisation_id "organisationId", d.arena_id "arenaId", d.meeting_id "meetingId",
	d.item_id "itemId", d.body, d.seat_id "seatId", d.owner_name "ownerName", d.due_on "dueOn", d.state, d.note,
	d.settled_on "settledOn", d.decided_on "decidedOn", d.object_kind "objectKind", d.object_id "objectId", d.version`;

/** Every decision of an arena, newest first. */
export async function listDecisions(work: Work, key: Key): Promise<Decision[]> {
	const { rows } = await sql<Decision>`select ${decisionColumns} from meeting.decision d
		where d.organisation_id = ${key.organisationId} and d.arena_id = ${key.id}
		order by d.decided_on desc, d.id`.execute(work.db);
	return rows;
}

const decisionOrders: Readonly<Record<DecisionSort, RawBuilder<unknown>>> = {
	urgent: sql`array_position(array['late', 'open', 'done', 'dropped'], standing), "dueOn" nulls last, "decidedOn" desc`,
	decided: sql`"decidedOn"`,
	due: sql`"dueOn"`,
	owner: sql`"ownerName" collate house.norwegian`,
	arena: sql`"arenaName" collate house.norwegian`,
};

/** A page of decisions across arenas and years: those that are late first, unless asked otherwise. */
export async function searchDecisions(
	work: Work,
	organisationId: string,
	query: DecisionQuery & { readonly words: readonly string[] },
): Promise<readonly (ListedDecision & { total: number })[]> {
	const { sort = "urgent", descending = false, offset = 0, pageSize = null } = query;
	const standing = sql`case when d.state = 'open' and d.due_on < ${work.today} then 'late' else d.state end`;
	const conditions = [
		sql`d.readers @> array[${organisationId}::uuid]`,
		...(query.standing === undefined ? [] : [sql`${standing} = ${query.standing}`]),
		...(query.arenaId === undefined ? [] : [sql`d.arena_id = ${query.arenaId}`]),
		...query.words.map((word) => sql`d.search_name like ${`%${word}%`}`),
	];
	const order =
		sort === "urgent"
			? decisionOrders.urgent
			: sql`${decisionOrders[sort]} ${descending ? sql`desc nulls last` : sql`asc nulls last`}`;
	const { rows } = await sql<ListedDecision & { total: number }>`
		select *, count(*) over () total from (
			select ${decisionColumns}, ${standing} standing, a.name "arenaName", i.title "itemTitle"
			from meeting.decision d
			join meeting.arena a on a.organisation_id = d.organisation_id and a.id = d.arena_id
			join meeting.item i on i.organisation_id = d.organisation_id and i.arena_id = d.arena_id and i.id = d.item_id
			where ${sql.join(conditions, sql` and `)}
		) found
		order by ${order}, id limit ${pageSize} offset ${offset}`.execute(work.db);
	return rows;
}

export async function insertDecision(
	work: Work,
	key: Key,
	one: Pick<Decision, "id" | "meetingId" | "itemId" | "body" | "seatId" | "ownerName" | "dueOn" | "decidedOn">,
	given: { readonly searchName: string; readonly readers: readonly string[] },
): Promise<void> {
	await work.db
		.insertInto("meeting.decision")
		.values({
			...{ organisation_id: key.organisationId, arena_id: key.id, id: one.id, meeting_id: one.meetingId },
			...{ item_id: one.itemId, body: one.body, seat_id: one.seatId, owner_name: one.ownerName, due_on: one.dueOn },
			...{ decided_on: one.decidedOn, search_name: given.searchName, readers: [...given.readers] },
		})
		.execute();
}

export async function updateDecision(
	work: Work,
	key: Key,
	decisionId: string,
	change: { readonly state: Decision["state"]; readonly note: string; readonly settledOn: string | null },
	version: number,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("meeting.decision")
		.set({ state: change.state, note: change.note, settled_on: change.settledOn, version: version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("arena_id", "=", key.id)
		.where("id", "=", decisionId)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

/** Says which object a decision changes; null for none. */
export async function updateDecisionObject(
	work: Work,
	key: Key,
	decisionId: string,
	object: ObjectReference | null,
	version: number,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("meeting.decision")
		.set({ object_kind: object?.kind ?? null, object_id: object?.id ?? null, version: version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("arena_id", "=", key.id)
		.where("id", "=", decisionId)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function deleteDecision(work: Work, key: Key, decisionId: string): Promise<void> {
	await sql`delete from meeting.decision where ${of(key)} and id = ${decisionId}`.execute(work.db);
}
