import { sql } from "kysely";
import { foldName } from "../../../geography/search.ts";
import type { FindObjects, SearchObjects } from "../../../registry/objects.server.ts";

const pathOf = (id: string) => `/competence/plans/${id}`;
const measurePathOf = (id: string) => `/competence/measures/${id}`;

/** So many measures are looked through for words, the newest first: their titles are not kept folded. */
const lookedThrough = 1000;

const findPlans: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("competence.plan")
		.select(["id", "title"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, title }) => ({ kind: "competence-plan", id, title, path: pathOf(id) }));
};

const findMeasures: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("competence.measure")
		.select(["id", "title"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, title }) => ({ kind: "competence-measure", id, title, path: measurePathOf(id) }));
};

export const planObjects: Readonly<Record<string, FindObjects>> = {
	...{ "competence-plan": findPlans, "competence-measure": findMeasures },
};

const searchPlans: SearchObjects = async (work, words, most) => {
	const conditions = words.map((word) => sql`search_name like ${`%${word}%`}`);
	const { rows } = await sql<{ id: string; title: string }>`
		select id, title from competence.plan where state <> 'ended' and ${sql.join(conditions, sql` and `)}
		order by first_day desc, id limit ${most}`.execute(work.db);
	return rows.map(({ id, title }) => ({ kind: "competence-plan", id, title, path: pathOf(id) }));
};

const searchMeasures: SearchObjects = async (work, words, most) => {
	const rows = await work.db
		.selectFrom("competence.measure")
		.select(["id", "title"])
		.where("status", "<>", "dropped")
		.orderBy("id", "desc")
		.limit(lookedThrough)
		.execute();
	return rows
		.filter(({ title }) => words.every((word) => foldName(title).includes(word)))
		.slice(0, most)
		.map(({ id, title }) => ({ kind: "competence-measure", id, title, path: measurePathOf(id) }));
};

/** What people may point at: plans that have not ended, and measures that are not dropped. */
export const planSearches: Readonly<Record<string, SearchObjects>> = {
	...{ "competence-plan": searchPlans, "competence-measure": searchMeasures },
};
