import pg from "pg";
import { z } from "zod";
import { asRole } from "../database/migrate.server.ts";
import { newId, openDatabase } from "../database/work.server.ts";
import type { House } from "../house.server.ts";
import { attemptJob, type InHand } from "./attempt.server.ts";
import { backoff } from "./backoff.ts";
import { queueDue, readCron } from "./cron.server.ts";
import { describeFault } from "./fault.ts";
import { JobEnded } from "./job.server.ts";
import { beat, buryDead, leave, listWorkers, requeueLost, watchInHand } from "./liveness.server.ts";
import { persistently } from "./persist.server.ts";
import { forget, openQueue, unlock } from "./queue.server.ts";
import { every, pause } from "./repeat.server.ts";
import type { Registrations, WorkerContext } from "./task.server.ts";

/** How a worker keeps time, milliseconds. Tests make it hurry; nothing else should. */
export type WorkerTiming = {
	/** Between two signs of life, and between two looks for what dead workers left; each in its own time. */
	readonly heartbeat: number;
	/** A worker silent for this long is taken for dead. */
	readonly deadAfter: number;
	/** Between two looks at whether a running job was cancelled. */
	readonly watch: number;
	/** Between two looks at the queue where no notification came. */
	readonly poll: number;
	/** A job that ought to be on the queue for this long and is not is put back. */
	readonly lostAfter: number;
	/** How long `stop` lets jobs go on before it asks them to end, and then waits for them to. */
	readonly grace: number;
	readonly backoff: (attempt: number) => number;
};

const ordinary: WorkerTiming = {
	heartbeat: 5_000,
	deadAfter: 17_000,
	watch: 75,
	poll: 2_000,
	lostAfter: 60_000,
	grace: 4_000,
	backoff,
};

export type RunningWorker = {
	readonly id: string;
	/** Takes no more jobs, hands back those that do not end soon, and resolves when nothing runs. */
	stop(): Promise<void>;
};

const jobPayload = z.object({ organisationId: z.uuid(), id: z.uuid() });

/** How many of each a worker runs at once. Jobs that compute do so in threads; mail waits for no job. */
export type WorkerRoom = { readonly jobs: number; readonly tasks: number };

/**
 * Takes jobs and tasks from the database until stopped. Any number of workers may run on one database. Lives through
 * a database that goes away and comes back.
 */
export async function startWorker(
	house: Pick<House, "database" | "owner" | "log" | "configuration">,
	registrations: Registrations,
	options: { readonly room?: WorkerRoom; readonly timing?: Partial<WorkerTiming> } = {},
): Promise<RunningWorker> {
	const { database, log, configuration } = house;
	const timing = { ...ordinary, ...options.timing };
	const room = options.room ?? { jobs: 3, tasks: 3 };
	const context: WorkerContext = { workerId: newId(), database, configuration, log, backoff: timing.backoff };
	const jobs = new Map(registrations.jobs.map((job) => [job.kind, job]));
	const inHand: InHand = new Map();
	const connection = { ...asRole(house.owner, "laeringsarena_queue"), application_name: "laeringsarena worker" };
	const pool = new pg.Pool({ ...connection, max: 4, connectionTimeoutMillis: 10_000, statement_timeout: 30_000 });
	// A broken connection is replaced at its next use; without listeners it would end the process.
	pool.on("error", () => {});
	pool.on("connect", (client) => client.on("error", () => {}));

	// Its own connection, and its own turn: pages that take every other connection, or a slow look at what dead workers
	// left, must not make a living worker look dead and its jobs begin twice.
	const pulse = openDatabase({ connection: house.owner, poolSize: 1 });

	const cron = readCron(registrations.cron);

	async function tick(): Promise<void> {
		await buryDead(database, timing.deadAfter);
		const held = queues.flatMap((queue) => [...queue.inHand]);
		const self = { workerId: context.workerId, inHand: held };
		await unlock(pool, await listWorkers(database), self, timing.deadAfter);
		await requeueLost(context, inHand, pool, timing.lostAfter);
		await queueDue(pool, cron, new Date());
		await forget(pool);
		for (const sweep of registrations.sweeps) await sweep(context);
	}

	await beat(pulse, context.workerId);
	const shared = { pool, connection, workerId: context.workerId, pollInterval: timing.poll, log };
	const queues = [
		openQueue({
			...{ ...shared, concurrency: room.jobs },
			tasks: { job: (payload) => attemptJob(context, jobs, inHand, jobPayload.parse(payload)) },
		}),
		openQueue({
			...{ ...shared, concurrency: room.tasks },
			tasks: Object.fromEntries(
				registrations.tasks.map((task) => [
					task.name,
					(payload: unknown) => persistently(() => task.run(context, payload)),
				]),
			),
		}),
	];
	const beating = every(
		timing.heartbeat,
		() => beat(pulse, context.workerId),
		(error) => log.warn({ fault: describeFault(error) }, "the worker could not say that it is alive"),
	);
	const ticking = every(timing.heartbeat, tick, (error) =>
		log.warn({ fault: describeFault(error) }, "the worker could not look after its jobs"),
	);
	const watching = every(
		timing.watch,
		() => watchInHand(context, inHand),
		() => {
			// the database is away: the tick says so
		},
	);

	return {
		id: context.workerId,
		async stop() {
			const ended = Promise.all(queues.map((queue) => queue.stop()));
			await Promise.race([ended, pause(timing.grace)]);
			for (const hand of inHand.values()) hand.ending.abort(new JobEnded("stopping"));
			const inTime = await Promise.race([ended.then(() => true), pause(timing.grace).then(() => false)]);
			await Promise.all([beating.stop(), ticking.stop(), watching.stop()]);
			await leave(pulse, context.workerId).catch((error) =>
				log.warn({ fault: describeFault(error) }, "the worker could not say goodbye"),
			);
			await pulse.close();
			// What did not end in time may still tell the queue how it went, until the program itself ends.
			if (inTime) await pool.end();
		},
	};
}
