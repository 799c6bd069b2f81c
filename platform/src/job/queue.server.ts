import type pg from "pg";
import { z } from "zod";
import type { Log } from "../log.server.ts";
import { describeFault } from "./fault.ts";
import { listen } from "./listen.server.ts";
import { pause } from "./repeat.server.ts";

/**
 * Takes tasks from the tables of the queue library (graphile-worker), which keeps and migrates them and through whose
 * `add_job` everything is queued. Its own runner is not used: tried here (0.17.3), it ends the program, or stands
 * still for good, when the database goes away at the wrong moment.
 */
export type Queue = {
	/** The tasks being run right now, by their ids in the queue. */
	readonly inHand: ReadonlySet<string>;
	/** Takes no more, and resolves when what is running has ended. */
	stop(): Promise<void>;
};

type QueueOptions = {
	readonly pool: pg.Pool;
	readonly connection: pg.ClientConfig;
	readonly workerId: string;
	readonly tasks: Readonly<Record<string, (payload: unknown) => Promise<void>>>;
	readonly concurrency: number;
	/** Milliseconds between two looks where no notification came. */
	readonly pollInterval: number;
	readonly log: Log;
};

const taken = z.object({ id: z.string(), task: z.string(), payload: z.unknown() });
type Taken = z.infer<typeof taken>;

export function openQueue(options: QueueOptions): Queue {
	const { pool, workerId, tasks, concurrency, log } = options;
	const running = new Map<string, Promise<void>>();
	const inHand = new Set<string>();
	let stopping = false;
	let wake = () => {};

	async function run(one: Taken): Promise<void> {
		let fault: string | null = null;
		try {
			await tasks[one.task]?.(one.payload);
		} catch (error) {
			fault = describeFault(error);
			log.error({ task: one.task, fault }, "task failed");
		}
		// What became of a task is known only here: it is written when the database is there again.
		for (;;) {
			try {
				await end(pool, workerId, one.id, fault);
				break;
			} catch (error) {
				log.warn({ task: one.task, fault: describeFault(error) }, "the queue could not be told of a task");
				if (stopping) break;
				await pause(1_000);
			}
		}
		inHand.delete(one.id);
		running.delete(one.id);
		wake();
	}

	const loop = (async () => {
		while (!stopping) {
			const free = concurrency - running.size;
			let found: Taken[] = [];
			const woken = new Promise<void>((resolve) => {
				wake = resolve;
			});
			if (free > 0)
				try {
					found = await take(pool, workerId, Object.keys(tasks), free);
				} catch (error) {
					log.warn({ fault: describeFault(error) }, "the queue could not be read");
					await pause(500);
				}
			for (const one of found) {
				inHand.add(one.id);
				running.set(one.id, run(one));
			}
			if (free > 0 && found.length === free) continue;
			await Promise.race([woken, pause(options.pollInterval)]);
		}
		await Promise.all(running.values());
	})();
	const ear = listen(options.connection, "jobs:insert", () => wake());

	return {
		inHand,
		async stop() {
			stopping = true;
			wake();
			await ear.stop();
			await loop;
		},
	};
}

async function take(pool: pg.Pool, workerId: string, names: readonly string[], count: number): Promise<Taken[]> {
	const { rows } = await pool.query(
		`with next as (
			select job.id, task.identifier
			from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
			where job.is_available and job.run_at <= now() and task.identifier = any($2)
			order by job.priority, job.run_at, job.id limit $3
			for update of job skip locked
		)
		update graphile_worker._private_jobs job set attempts = attempts + 1, locked_by = $1, locked_at = now()
		from next where job.id = next.id
		returning job.id::text, next.identifier as task, job.payload`,
		[workerId, names, count],
	);
	return z.array(taken).parse(rows);
}

/** A task that went well leaves the queue; one that did not waits longer each time, as the library has it. */
async function end(pool: pg.Pool, workerId: string, id: string, fault: string | null): Promise<void> {
	if (fault === null)
		await pool.query("delete from graphile_worker._private_jobs where id = $1 and locked_by = $2", [id, workerId]);
	else
		await pool.query(
			`update graphile_worker._private_jobs set locked_by = null, locked_at = null, last_error = $3,
				run_at = greatest(now(), run_at) + exp(least(attempts, 10)) * interval '1 second'
			where id = $1 and locked_by = $2`,
			[id, workerId, fault],
		);
}

/**
 * Gives back what is locked by no living worker, and what this worker was given in an answer that never arrived.
 * @param workers the living
 * @param silence how long a lock is left in peace, milliseconds
 */
export async function unlock(
	pool: pg.Pool,
	workers: readonly string[],
	self: { readonly workerId: string; readonly inHand: readonly string[] },
	silence: number,
): Promise<void> {
	await pool.query(
		`update graphile_worker._private_jobs set locked_by = null, locked_at = null
		where locked_at < now() - $1 * interval '1 millisecond'
		and (locked_by <> all($2) or (locked_by = $3 and id <> all($4::bigint[])))`,
		[silence, workers, self.workerId, self.inHand],
	);
}

/** Forgets tasks that were given up a week ago. What they were about stands in tables of its own. */
export async function forget(pool: pg.Pool): Promise<void> {
	await pool.query(
		`delete from graphile_worker._private_jobs
		where attempts >= max_attempts and locked_at is null and run_at < now() - interval '7 days'`,
	);
}
