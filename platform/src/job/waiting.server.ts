import type { Work } from "../database/work.server.ts";
import type { WaitingItem } from "../registry/waiting.server.ts";
import { listUnderWay } from "./store.server.ts";
import { jobText } from "./text.ts";

/** So many are shown at most. */
const shown = 20;

/** The person's own jobs that are not over: each with its progress. */
export async function findWaitingJobs(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person") return [];
	const jobs = await listUnderWay(work, actor.personId, shown);
	return jobs.map((job) => ({
		key: `job.${job.id}`,
		title: job.title,
		note: jobText[actor.language].states[job.state],
		path: `/jobs/${job.id}`,
		urgency: "whenever",
	}));
}
