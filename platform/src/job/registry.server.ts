import type { Job } from "./job.server.ts";

let known: ReadonlyMap<string, Job> = new Map();

/**
 * Makes jobs known to the pages that show them: all there are, in place of those known before, so that a development
 * server may load them again. Workers are given theirs when they start.
 */
export function registerJobs(jobs: readonly Job[]): void {
	known = new Map(jobs.map((job) => [job.kind, job]));
	if (known.size < jobs.length) throw new Error("two jobs are called the same");
}

/** Every job, in the order they were registered. */
export function listJobs(): Job[] {
	return [...known.values()];
}

export function findJob(kind: string): Job | undefined {
	return known.get(kind);
}
