import type { Work } from "../database/work.server.ts";
import type { FindObjects, ObjectCard } from "../registry/objects.server.ts";
import { maySeeJob } from "./rules.ts";

/** Jobs as the log and the rooms point at them. */
export const jobObjects: Readonly<Record<string, FindObjects>> = { job: findJobs };

async function findJobs(work: Work, ids: readonly string[]): Promise<ObjectCard[]> {
	if (ids.length === 0) return [];
	const rows = await work.db
		.selectFrom("job.job")
		.select(["id", "title", "person_id as personId", "organisation_id as organisationId"])
		.where("id", "in", [...ids])
		.execute();
	return rows
		.filter((job) => maySeeJob(work.actor, job))
		.map(({ id, title }) => ({ kind: "job", id, title, path: `/jobs/${id}` }));
}
