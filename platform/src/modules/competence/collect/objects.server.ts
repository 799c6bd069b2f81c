import { sql } from "kysely";
import type { FindObjects, ObjectCard } from "../../../registry/objects.server.ts";

const findCollections: FindObjects = async (work, ids) => {
	const { rows } = await sql<ObjectCard>`
		select 'competence-collection' kind, id, name title, '/competence/collections/' || id path from competence.collection
		where id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows;
};

const findAsked: FindObjects = async (work, ids) => {
	const { rows } = await sql<ObjectCard>`
		select 'competence-asked' kind, id, unit_name title, '/competence/asked/' || id path from competence.asked
		where id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows;
};

/** How collections, and units asked in them, are found. */
export const collectionObjects = { "competence-collection": findCollections, "competence-asked": findAsked };
