import { type ParsedCronItem, parseCronItems } from "graphile-worker";
import type pg from "pg";
import type { Cron } from "./task.server.ts";

/** @throws when a pattern is no cron pattern. */
export function readCron(cron: readonly Cron[]): ParsedCronItem[] {
	return parseCronItems(cron.map(({ pattern, task }) => ({ task, match: pattern })));
}

/**
 * Queues the tasks whose time is this minute (UTC). Whichever worker comes first does; a task that still waits from
 * last time is not queued beside itself.
 */
export async function queueDue(pool: pg.Pool, cron: readonly ParsedCronItem[], now: Date): Promise<void> {
	const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
	const digest = {
		min: minute.getUTCMinutes(),
		hour: minute.getUTCHours(),
		date: minute.getUTCDate(),
		month: minute.getUTCMonth() + 1,
		dow: minute.getUTCDay(),
	};
	for (const { task, match } of cron)
		if (match(digest))
			await pool.query(
				`with won as (
					insert into graphile_worker._private_known_crontabs as known (identifier, known_since, last_execution)
					values ($1, now(), $2)
					on conflict (identifier) do update set last_execution = excluded.last_execution
					where known.last_execution is null or known.last_execution < excluded.last_execution
					returning identifier
				)
				select graphile_worker.add_job($1, '{}'::json, job_key => 'cron:' || $1, max_attempts => 5) from won`,
				[task, minute],
			);
}
