import type { Job } from "./job.server.ts";

const known = new Map<string, Job>();

/** Makes jobs known to the pages that show them. Workers are given theirs when they start. */
export function registerJobs(jobs: readonly Job[]): void {
	for (const job of jobs) {
		const other = known.get(job.kind);
		if (other && other !== job) throw new Error(`two jobs are called ${job.kind}`);
		known.set(job.kind, job);
	}
}

export function findJob(kind: string): Job | undefined {
	return known.get(kind);
}
