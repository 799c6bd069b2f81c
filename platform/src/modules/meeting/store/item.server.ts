import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { ObjectReference } from "../../../registry/objects.server.ts";
import type { Item } from "../contract.ts";
import { type Key, of } from "./key.server.ts";

const itemColumns = sql`id, meeting_id "meetingId", kind, title, body, asked_by "askedBy", asked_by_name "askedByName",
	decision_id "decisionId", object_kind "objectKind", object_id "objectId", minutes, outcome, votes, sort, version`;

/** The items of a meeting (null: asked for and not yet placed), in their order; or of every meeting. */
export async function listItems(work: Work, key: Key, meetingId: string | null | "every"): Promise<Item[]> {
	const where =
		meetingId === "every"
			? sql`meeting_id is not null`
			: meetingId === null
				? sql`meeting_id is null`
				: sql`meeting_id = ${meetingId}`;
	const { rows } = await sql<Item>`select ${itemColumns} from meeting.item where ${of(key)} and ${where}
		order by sort, id`.execute(work.db);
	return rows;
}

export async function insertItem(
	work: Work,
	key: Key,
	one: Pick<
		Item,
		"id" | "meetingId" | "kind" | "title" | "body" | "askedBy" | "askedByName" | "decisionId" | "sort"
	> & {
		/** What it is about, where that is an object of the system. */
		readonly object?: ObjectReference;
	},
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("meeting.item")
		.values({
			...{ organisation_id: key.organisationId, arena_id: key.id, id: one.id, meeting_id: one.meetingId },
			...{ kind: one.kind, title: one.title, body: one.body, asked_by: one.askedBy, asked_by_name: one.askedByName },
			...{ decision_id: one.decisionId, sort: one.sort },
			...{ object_kind: one.object?.kind ?? null, object_id: one.object?.id ?? null, readers: [...readers] },
		})
		.execute();
}

/** Changes an item in the version that was looked at; false where somebody else was first. */
export async function updateItem(
	work: Work,
	key: Key,
	itemId: string,
	change: Partial<{
		meeting_id: string | null;
		kind: Item["kind"];
		title: string;
		body: string;
		sort: number;
		minutes: string;
		outcome: Item["outcome"];
	}>,
	version?: number,
): Promise<boolean> {
	let query = work.db
		.updateTable("meeting.item")
		.set({ ...change, version: sql<number>`version + 1` })
		.where("organisation_id", "=", key.organisationId)
		.where("arena_id", "=", key.id)
		.where("id", "=", itemId);
	if (version !== undefined) query = query.where("version", "=", version);
	return (await query.executeTakeFirst()).numUpdatedRows === 1n;
}

/** Gives an item its place; what it says is not changed by that, so whoever is writing in it is not stopped. */
export async function placeItem(work: Work, key: Key, itemId: string, sort: number): Promise<void> {
	await work.db
		.updateTable("meeting.item")
		.set({ sort })
		.where("organisation_id", "=", key.organisationId)
		.where("arena_id", "=", key.id)
		.where("id", "=", itemId)
		.execute();
}

export async function deleteItem(work: Work, key: Key, itemId: string): Promise<void> {
	await sql`delete from meeting.item where ${of(key)} and id = ${itemId}`.execute(work.db);
}

/** Sets which of the items asked for a seat most wants on the agenda; marks made before are gone. */
export async function setVotes(work: Work, key: Key, seatId: string, itemIds: readonly string[]): Promise<void> {
	await sql`update meeting.item set votes = array_remove(votes, ${seatId}::uuid)
			|| case when id = any(${[...itemIds]}::uuid[]) then array[${seatId}::uuid] else '{}'::uuid[] end
		where ${of(key)} and meeting_id is null`.execute(work.db);
}
