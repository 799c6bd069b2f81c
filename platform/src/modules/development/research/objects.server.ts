import type { FindObjects } from "../../../registry/objects.server.ts";

const kind = "research";

const findResearch: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("development.research")
		.select(["id", "title"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, title }) => ({ kind, id, title, path: `/development/research/${id}` }));
};

export const researchObjects: Readonly<Record<string, FindObjects>> = { [kind]: findResearch };
