import { sql } from "kysely";
import type { Work } from "../database/work.server.ts";
import { stuckStates } from "./mail-state.ts";
import { countMail } from "./store.server.ts";

/** How the outbox stands, and what became of mail within the last hour; Prometheus text, line by line. */
export async function mailMetrics(work: Work): Promise<string[]> {
	const counts = await countMail(work);
	const { rows: oldest } = await sql<{ seconds: number | null }>`
		select extract(epoch from ${work.now} - min(next_attempt_at))::float8 as seconds
		from notice.mail where state = 'waiting' and next_attempt_at <= ${work.now}`.execute(work.db);
	const { rows: ended } = await sql<{ state: string; count: number }>`
		select state, count(*)::integer as count from notice.mail
		where finished_at > ${work.now}::timestamptz - interval '1 hour' and finished_at <= ${work.now}
		group by state`.execute(work.db);
	const lately = new Map(ended.map(({ state, count }) => [state, count]));
	return [
		"# HELP laeringsarena_mail Mail that is not over, by state.",
		"# TYPE laeringsarena_mail gauge",
		...["waiting", "sending", ...stuckStates].map(
			(state) => `laeringsarena_mail{state="${state}"} ${counts.get(state) ?? 0}`,
		),
		"# HELP laeringsarena_mail_oldest_waiting_seconds How long the mail that has waited longest could have been sent.",
		"# TYPE laeringsarena_mail_oldest_waiting_seconds gauge",
		`laeringsarena_mail_oldest_waiting_seconds ${(oldest[0]?.seconds ?? 0).toFixed(1)}`,
		"# HELP laeringsarena_mail_ended_last_hour Mail that was sent or given up within the last hour.",
		"# TYPE laeringsarena_mail_ended_last_hour gauge",
		...["sent", "failed"].map(
			(state) => `laeringsarena_mail_ended_last_hour{state="${state}"} ${lately.get(state) ?? 0}`,
		),
	];
}
