import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import type { Collection, CollectionValues } from "./contract.ts";
import type { Key } from "./site.store.server.ts";

export type CollectionProgress = Pick<
	Collection,
	"id" | "name" | "state" | "dueOn" | "asked" | "answered" | "toApprove"
>;

const answers = sql`count(c.id)::int asked, count(c.id) filter (where c.state <> 'asked')::int answered,
	count(c.id) filter (where c.state in ('answered', 'draft'))::int "toApprove"`;
const columns = sql`i.id, i.name, i.first_day "firstDay", i.last_day "lastDay", i.due_on "dueOn", i.message, i.state,
	i.created_at "createdAt", i.version, ${answers},
	count(c.id) filter (where c.state = 'published')::int published`;
const from = sql`placement.collection i
	left join placement.capacity c on c.organisation_id = i.organisation_id and c.collection_id = i.id`;

/** The collections of a keeper, the newest first, with how far each has come. */
export async function listCollections(work: Work, organisationId: string): Promise<Collection[]> {
	const { rows } = await sql<Collection>`
		select ${columns} from ${from} where i.organisation_id = ${organisationId}
		group by i.organisation_id, i.id order by i.created_at desc, i.id desc`.execute(work.db);
	return rows;
}

/** How far each collection of a keeper has come, the newest first. */
export async function listProgress(work: Work, organisationId: string): Promise<readonly CollectionProgress[]> {
	return rowsTogether(
		work,
		sql<CollectionProgress>`
		select i.id, i.name, i.state, i.due_on "dueOn", ${answers} from ${from}
		where i.organisation_id = ${organisationId}
		group by i.organisation_id, i.id order by i.created_at desc, i.id desc`,
	);
}

export async function findCollection(work: Work, organisationId: string, id: string): Promise<Collection | undefined> {
	const { rows } = await sql<Collection>`
		select ${columns} from ${from} where i.organisation_id = ${organisationId} and i.id = ${id}
		group by i.organisation_id, i.id`.execute(work.db);
	return rows[0];
}

export async function insertCollection(
	work: Work,
	organisationId: string,
	id: string,
	values: CollectionValues,
): Promise<void> {
	await work.db
		.insertInto("placement.collection")
		.values({
			...{ organisation_id: organisationId, id, name: values.name, first_day: values.firstDay },
			...{ last_day: values.lastDay, due_on: values.dueOn, message: values.message, created_at: work.now },
		})
		.execute();
}

export async function updateCollection(
	work: Work,
	key: Key,
	set: { readonly due_on?: string; readonly message?: string | null; readonly state?: "open" | "closed" },
): Promise<boolean> {
	const result = await work.db
		.updateTable("placement.collection")
		.set({ ...set, version: key.version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}
