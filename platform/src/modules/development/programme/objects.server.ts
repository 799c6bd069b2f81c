import { sql } from "kysely";
import type { FindObjects, SearchObjects } from "../../../registry/objects.server.ts";

const kind = "programme";
const pathOf = (id: string) => `/development/programmes/${id}`;

const findProgrammes: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("development.programme")
		.select(["id", "title"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, title }) => ({ kind, id, title, path: pathOf(id) }));
};

export const programmeObjects: Readonly<Record<string, FindObjects>> = { [kind]: findProgrammes };

const searchProgrammes: SearchObjects = async (work, words, most) => {
	const conditions = words.map((word) => sql`search_name like ${`%${word}%`}`);
	const { rows } = await sql<{ id: string; title: string }>`
		select id, title from development.programme where state <> 'closed' and ${sql.join(conditions, sql` and `)}
		order by first_day desc, id limit ${most}`.execute(work.db);
	return rows.map(({ id, title }) => ({ kind, id, title, path: pathOf(id) }));
};

/** What people may point at: programmes that have not closed. */
export const programmeSearches: Readonly<Record<string, SearchObjects>> = { [kind]: searchProgrammes };
