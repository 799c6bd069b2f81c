import type { Work } from "../database/work.server.ts";
import type { WaitingItem } from "../registry/waiting.server.ts";
import { isOver } from "./rules.ts";
import { listJobsOf } from "./store.server.ts";
import { jobText } from "./text.ts";

/** Jobs further back than this are over. */
const looked = 20;

/** The person's own jobs that are not over: each with its progress. */
export async function findWaitingJobs(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person") return [];
	const jobs = await listJobsOf(work, actor.personId, looked);
	return jobs
		.filter((job) => !isOver(job.state))
		.map((job) => ({
			key: `job.${job.id}`,
			title: job.title,
			note: jobText[actor.language].states[job.state],
			path: `/jobs/${job.id}`,
			urgency: "whenever",
		}));
}
