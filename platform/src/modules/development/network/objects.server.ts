import { sql } from "kysely";
import type { FindObjects, SearchObjects } from "../../../registry/objects.server.ts";

const kind = "network";
const pathOf = (id: string) => `/development/networks/${id}`;

const findNetworks: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("development.network")
		.select(["id", "name"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, name }) => ({ kind, id, title: name, path: pathOf(id) }));
};

export const networkObjects: Readonly<Record<string, FindObjects>> = { [kind]: findNetworks };

const searchNetworks: SearchObjects = async (work, words, most) => {
	const conditions = words.map((word) => sql`search_name like ${`%${word}%`}`);
	const { rows } = await sql<{ id: string; name: string }>`
		select id, name from development.network where ended_on is null and ${sql.join(conditions, sql` and `)}
		order by name collate house.norwegian, id limit ${most}`.execute(work.db);
	return rows.map(({ id, name }) => ({ kind, id, title: name, path: pathOf(id) }));
};

/** What people may point at: networks that go on. */
export const networkSearches: Readonly<Record<string, SearchObjects>> = { [kind]: searchNetworks };
