import { sql } from "kysely";
import type { FindObjects, SearchObjects } from "../../../registry/objects.server.ts";

const kind = "development-project";
const pathOf = (id: string) => `/development/projects/${id}`;

const findProjects: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("development.project")
		.select(["id", "title"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, title }) => ({ kind, id, title, path: pathOf(id) }));
};

export const projectObjects: Readonly<Record<string, FindObjects>> = { [kind]: findProjects };

const searchProjects: SearchObjects = async (work, words, most) => {
	const conditions = words.map((word) => sql`search_name like ${`%${word}%`}`);
	const { rows } = await sql<{ id: string; title: string }>`
		select id, title from development.project where state <> 'ended' and ${sql.join(conditions, sql` and `)}
		order by first_day desc, id limit ${most}`.execute(work.db);
	return rows.map(({ id, title }) => ({ kind, id, title, path: pathOf(id) }));
};

/** What people may point at: projects that have not ended. */
export const projectSearches: Readonly<Record<string, SearchObjects>> = { [kind]: searchProjects };
