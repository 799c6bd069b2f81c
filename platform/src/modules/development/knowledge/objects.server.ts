import type { FindObjects } from "../../../registry/objects.server.ts";

const kind = "knowledge-need";

const findNeeds: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("development.knowledge_need")
		.select(["id", "question"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, question }) => ({ kind, id, title: question, path: `/development/needs/${id}` }));
};

export const needObjects: Readonly<Record<string, FindObjects>> = { [kind]: findNeeds };
