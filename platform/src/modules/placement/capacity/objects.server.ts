import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { FindObjects, ObjectCard } from "../../../registry/objects.server.ts";

/** What the log and notices can point at in capacity and requests; each table's own policy says who sees it. */
export const capacityObjects: Readonly<Record<string, FindObjects>> = {
	site: (work, ids) => find(work, ids, "site", sql`s.name`, sql`placement.site s`, (id) => `/placement/sites/${id}`),
	collection: (work, ids) =>
		find(
			work,
			ids,
			"collection",
			sql`s.name`,
			sql`placement.collection s`,
			(id) => `/placement/capacity/collections/${id}`,
		),
	capacity: (work, ids) =>
		find(
			work,
			ids,
			"capacity",
			sql`t.name`,
			sql`placement.capacity s join placement.site t on t.organisation_id = s.organisation_id and t.id = s.site_id`,
			(id) => `/placement/capacity/${id}/answer`,
		),
	load: (work, ids) =>
		find(
			work,
			ids,
			"load",
			sql`t.name`,
			sql`placement.load s join placement.site t on t.organisation_id = s.organisation_id and t.id = s.site_id`,
			(id) => `/placement/load/${id}`,
		),
	request: (work, ids) =>
		find(work, ids, "request", sql`s.course_name`, sql`placement.request s`, (id) => `/placement/requests/${id}`),
};

async function find(
	work: Work,
	ids: readonly string[],
	kind: string,
	title: ReturnType<typeof sql>,
	from: ReturnType<typeof sql>,
	path: (id: string) => string,
): Promise<ObjectCard[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<{ id: string; title: string }>`
		select s.id, ${title} title from ${from} where s.id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows.map((row) => ({ kind, id: row.id, title: row.title, path: path(row.id) }));
}
