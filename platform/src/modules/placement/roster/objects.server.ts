import type { Work } from "../../../database/work.server.ts";
import type { FindObjects, ObjectCard } from "../../../registry/objects.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { maySeeStudents } from "../rules.ts";

/** What the log and notices can point at among courses and students: as far as the asker may see them. */
export const rosterObjects: Readonly<Record<string, FindObjects>> = {
	course: findCourses,
	student: findStudents,
};

async function findCourses(work: Work, ids: readonly string[]): Promise<ObjectCard[]> {
	const mandate = await mandateOf(work);
	if (mandate.organisationId === null || ids.length === 0) return [];
	const rows = await work.db
		.selectFrom("placement.course")
		.select(["id", "name"])
		.where("organisation_id", "=", mandate.organisationId)
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, name }) => ({ kind: "course", id, title: name, path: `/placement/courses/${id}` }));
}

async function findStudents(work: Work, ids: readonly string[]): Promise<ObjectCard[]> {
	const mandate = await mandateOf(work);
	if (mandate.organisationId === null || ids.length === 0 || !maySeeStudents(mandate)) return [];
	const rows = await work.db
		.selectFrom("placement.student")
		.select(["id", "name"])
		.where("organisation_id", "=", mandate.organisationId)
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, name }) => ({ kind: "student", id, title: name, path: `/placement/students/${id}` }));
}
