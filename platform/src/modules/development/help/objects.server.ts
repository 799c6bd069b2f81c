import type { FindObjects } from "../../../registry/objects.server.ts";

const kind = "help";

const findHelp: FindObjects = async (work, ids) => {
	const rows = await work.db
		.selectFrom("development.help")
		.select(["id", "title"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, title }) => ({ kind, id, title, path: `/development/help/${id}` }));
};

export const helpObjects: Readonly<Record<string, FindObjects>> = { [kind]: findHelp };
