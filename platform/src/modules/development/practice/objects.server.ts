import { sql } from "kysely";
import type { FindObjects, SearchObjects } from "../../../registry/objects.server.ts";

const kind = "practice-card";
const pathOf = (id: string) => `/development/practice/${id}`;

const findCards: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("development.practice_card")
		.select(["id", "title"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, title }) => ({ kind, id, title, path: pathOf(id) }));
};

export const cardObjects: Readonly<Record<string, FindObjects>> = { [kind]: findCards };

const searchCards: SearchObjects = async (work, words, most) => {
	const conditions = words.map((word) => sql`search_name like ${`%${word}%`}`);
	const { rows } = await sql<{ id: string; title: string }>`
		select id, title from development.practice_card
		where visibility <> 'unit' and ${sql.join(conditions, sql` and `)}
		order by title collate house.norwegian, id limit ${most}`.execute(work.db);
	return rows.map(({ id, title }) => ({ kind, id, title, path: pathOf(id) }));
};

/** What people may point at: cards that are for more than a unit. */
export const cardSearches: Readonly<Record<string, SearchObjects>> = { [kind]: searchCards };
