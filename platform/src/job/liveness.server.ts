import { sql } from "kysely";
import type pg from "pg";
import type { Database } from "../database/work.server.ts";
import { system } from "../identity/actor.ts";
import type { InHand } from "./attempt.server.ts";
import { JobEnded } from "./job.server.ts";
import { enqueue } from "./store.server.ts";
import type { WorkerContext } from "./task.server.ts";

const actor = system("worker");

/** Says that this worker is alive, by the database's clock. */
export async function beat(database: Database, workerId: string): Promise<void> {
	await database.commanding(actor, async (work) => {
		await sql`insert into job.worker (id) values (${workerId})
			on conflict (id) do update set heartbeat_at = now()`.execute(work.db);
		return { done: undefined };
	});
}

/** Takes this worker off the list, so that nobody waits for it to fall silent. */
export async function leave(database: Database, workerId: string): Promise<void> {
	await database.commanding(actor, async (work) => {
		await work.db.deleteFrom("job.worker").where("id", "=", workerId).execute();
		return { done: undefined };
	});
}

/** Removes workers that have been silent for too long. A worker that was only slow says so at its next beat. */
export async function buryDead(database: Database, deadAfter: number): Promise<void> {
	const silent = sql<boolean>`heartbeat_at < now() - ${deadAfter} * interval '1 millisecond'`;
	const dead = await database.reading(actor, (work) =>
		work.db.selectFrom("job.worker").select("id").where(silent).execute(),
	);
	if (dead.length === 0) return;
	await database.commanding(actor, async (work) => {
		const ids = dead.map((worker) => worker.id);
		await work.db.deleteFrom("job.worker").where("id", "in", ids).where(silent).execute();
		return { done: undefined };
	});
}

/** The workers that are alive, as far as anyone knows. */
export async function listWorkers(database: Database): Promise<string[]> {
	const workers = await database.reading(actor, (work) => work.db.selectFrom("job.worker").select("id").execute());
	return workers.map((worker) => worker.id);
}

/**
 * Queues again every job that ought to run and is neither on the queue nor in living hands: the queue and the job's
 * own row are two tables, and the row is the one that is right.
 */
export async function requeueLost(context: WorkerContext, inHand: InHand, queue: pg.Pool, age: number): Promise<void> {
	const { database, workerId } = context;
	const lost = await database.reading(actor, (work) =>
		work.db
			.selectFrom("job.job as job")
			.leftJoin("job.worker as worker", "worker.id", "job.worker_id")
			.select(["job.organisation_id as organisationId", "job.id"])
			.where("job.finished_at", "is", null)
			.where((where) =>
				where.or([
					where.and([
						where("job.state", "=", "waiting"),
						sql<boolean>`coalesce(job.next_attempt_at, job.created_at) < now() - ${age} * interval '1 millisecond'`,
					]),
					where.and([
						where("job.state", "=", "running"),
						where.or([where("worker.id", "is", null), where("worker.id", "=", workerId)]),
					]),
				]),
			)
			.limit(1000)
			.execute(),
	);
	const candidates = lost.filter((job) => !inHand.has(job.id));
	if (candidates.length === 0) return;
	const { rows } = await queue.query<{ id: string }>(
		"select payload->>'id' as id from graphile_worker._private_jobs where payload->>'id' = any($1) and attempts < max_attempts",
		[candidates.map((job) => job.id)],
	);
	const queued = new Set(rows.map((row) => row.id));
	for (const { organisationId, id } of candidates) {
		if (queued.has(id)) continue;
		await database.commanding(system("worker", organisationId), async (work) => {
			await enqueue(work, "job", { organisationId, id });
			return { done: undefined };
		});
	}
}

/** Ends attempts in hand whose job was cancelled, or was taken over while this worker was thought dead. */
export async function watchInHand(context: WorkerContext, inHand: InHand): Promise<void> {
	const watched = [...inHand].filter(([, hand]) => hand.attempt !== null && !hand.ending.signal.aborted);
	if (watched.length === 0) return;
	const rows = await context.database.reading(actor, (work) =>
		work.db
			.selectFrom("job.job")
			.select(["id", "attempt", "state", "cancel_requested_at as cancelRequestedAt"])
			.where(
				"id",
				"in",
				watched.map(([id]) => id),
			)
			.execute(),
	);
	for (const [id, hand] of watched) {
		const row = rows.find((one) => one.id === id);
		if (row?.state === "done") continue;
		if (row?.attempt !== hand.attempt || row.state !== "running") hand.ending.abort(new JobEnded("superseded"));
		else if (row.cancelRequestedAt) hand.ending.abort(new JobEnded("cancelled"));
	}
}
