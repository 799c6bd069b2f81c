import { sql } from "kysely";
import type { Work } from "../database/work.server.ts";

/** How the queue of jobs stands, and how long jobs that ended within the last hour took; Prometheus text, line by line. */
export async function jobMetrics(work: Work): Promise<string[]> {
	const { rows: under } = await sql<{ state: string; count: number; oldest: number }>`
		select state, count(*)::integer as count,
			greatest(0, extract(epoch from ${work.now} - min(coalesce(next_attempt_at, created_at))))::float8 as oldest
		from job.job where finished_at is null and state in ('waiting', 'running') group by state`.execute(work.db);
	const { rows: ended } = await sql<{ kind: string; state: string; count: number; sum: number; longest: number }>`
		select kind, state, count(*)::integer as count,
			coalesce(sum(extract(epoch from finished_at - started_at)), 0)::float8 as sum,
			coalesce(max(extract(epoch from finished_at - started_at)), 0)::float8 as longest
		from job.job where finished_at > ${work.now}::timestamptz - interval '1 hour' and finished_at <= ${work.now}
		group by kind, state order by kind, state`.execute(work.db);
	const of = (state: string) => under.find((row) => row.state === state);
	const each = (name: string, value: (row: (typeof ended)[number]) => number | string) =>
		ended.map((row) => `${name}{kind="${row.kind}",state="${row.state}"} ${value(row)}`);
	return [
		"# HELP laeringsarena_jobs Jobs that wait or run now.",
		"# TYPE laeringsarena_jobs gauge",
		...["waiting", "running"].map((state) => `laeringsarena_jobs{state="${state}"} ${of(state)?.count ?? 0}`),
		"# HELP laeringsarena_job_oldest_waiting_seconds How long the job that has waited longest could have been taken.",
		"# TYPE laeringsarena_job_oldest_waiting_seconds gauge",
		`laeringsarena_job_oldest_waiting_seconds ${(of("waiting")?.oldest ?? 0).toFixed(1)}`,
		"# HELP laeringsarena_jobs_ended_last_hour Jobs that ended within the last hour.",
		"# TYPE laeringsarena_jobs_ended_last_hour gauge",
		...each("laeringsarena_jobs_ended_last_hour", (row) => row.count),
		"# HELP laeringsarena_job_seconds_last_hour How long they took together, from first start to end.",
		"# TYPE laeringsarena_job_seconds_last_hour gauge",
		...each("laeringsarena_job_seconds_last_hour", (row) => row.sum.toFixed(3)),
		"# HELP laeringsarena_job_longest_seconds_last_hour How long the longest of them took.",
		"# TYPE laeringsarena_job_longest_seconds_last_hour gauge",
		...each("laeringsarena_job_longest_seconds_last_hour", (row) => row.longest.toFixed(3)),
	];
}
