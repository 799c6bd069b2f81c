import pg from "pg";
import { z } from "zod";
import { asRole } from "../database/migrate.server.ts";
import { newId } from "../database/work.server.ts";
import type { House } from "../house.server.ts";
import { attemptJob, type InHand } from "./attempt.server.ts";
import { backoff } from "./backoff.ts";
import { describeFault } from "./fault.ts";
import { JobEnded } from "./job.server.ts";
import { beat, buryDead, leave, requeueLost, unlockQueue, watchInHand } from "./liveness.server.ts";
import { persistently } from "./persist.server.ts";
import { openQueue, type Queue } from "./queue.server.ts";
import type { Registrations, WorkerContext } from "./task.server.ts";

/** How a worker keeps time, milliseconds. Tests make it hurry; nothing else should. */
export type WorkerTiming = {
	/** Between two signs of life, and between two looks for what dead workers left. */
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
	watch: 150,
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

/**
 * Takes jobs and tasks from the database until stopped. Any number of workers may run on one database. Lives through
 * a database that goes away and comes back.
 */
export async function startWorker(
	house: Pick<House, "database" | "owner" | "log" | "configuration">,
	registrations: Registrations,
	options: { readonly concurrency?: number; readonly timing?: Partial<WorkerTiming> } = {},
): Promise<RunningWorker> {
	const { database, log, configuration } = house;
	const timing = { ...ordinary, ...options.timing };
	const concurrency = options.concurrency ?? 4;
	const context: WorkerContext = { workerId: newId(), database, configuration, log, backoff: timing.backoff };
	const jobs = new Map(registrations.jobs.map((job) => [job.kind, job]));
	const inHand: InHand = new Map();
	const pool = new pg.Pool({ ...asRole(house.owner, "laeringsarena_queue"), max: concurrency + 3 });
	// A broken connection is replaced at its next use; without listeners it would end the process.
	pool.on("error", () => {});
	pool.on("connect", (client) => client.on("error", () => {}));
	let queue: Queue | null = null;
	let queueId: string | null = null;
	let stopping = false;

	const tasks = Object.fromEntries(
		registrations.tasks.map((task) => [
			task.name,
			(payload: unknown) => guarded(task.name, () => task.run(context, payload)),
		]),
	);
	const taskList = {
		...tasks,
		job: (payload: unknown) => guarded("job", () => attemptJob(context, jobs, inHand, jobPayload.parse(payload))),
	};

	/** The queue library keeps the message of what a task throws: it gets one without personal data. */
	async function guarded(name: string, work: () => Promise<void>): Promise<void> {
		try {
			await persistently(work);
		} catch (error) {
			const fault = describeFault(error);
			log.error({ task: name, fault }, "task failed");
			throw new Error(fault);
		}
	}

	async function tick(): Promise<void> {
		await beat(database, context.workerId, queueId);
		await buryDead(database, timing.deadAfter);
		await unlockQueue(database, pool, timing.deadAfter);
		await requeueLost(context, inHand, pool, timing.lostAfter);
		for (const sweep of registrations.sweeps) await sweep(context);
	}

	async function keepQueueOpen(): Promise<void> {
		while (!stopping) {
			try {
				queue = await openQueue({
					...{ pool, tasks: taskList, cron: registrations.cron, concurrency, pollInterval: timing.poll, log },
					onPool: (id) => {
						queueId = id;
					},
				});
				opened();
				await queue.ended;
			} catch (error) {
				log.error({ fault: describeFault(error) }, "the queue closed");
			}
			if (!stopping) await pause(1_000);
		}
	}

	await beat(database, context.workerId, null);
	let opened: () => void = () => {};
	const firstOpen = new Promise<void>((resolve) => {
		opened = resolve;
	});
	const open = keepQueueOpen();
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
	await firstOpen;

	return {
		id: context.workerId,
		async stop() {
			stopping = true;
			const ended = queue?.stop().catch(() => {}) ?? Promise.resolve();
			await Promise.race([ended, pause(timing.grace)]);
			for (const hand of inHand.values()) hand.ending.abort(new JobEnded("stopping"));
			const inTime = await Promise.race([ended.then(() => true), pause(timing.grace).then(() => false)]);
			if (!inTime) await queue?.kill().catch(() => {});
			await Promise.all([ticking.stop(), watching.stop(), inTime ? open : undefined]);
			await leave(database, context.workerId).catch((error) =>
				log.warn({ fault: describeFault(error) }, "the worker could not say goodbye"),
			);
			if (inTime) await pool.end();
		},
	};
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, milliseconds).unref();
	});
}

/** Runs work again and again with a pause between, one at a time. */
function every(milliseconds: number, work: () => Promise<void>, onFault: (error: unknown) => void) {
	let stopped = false;
	let wake = () => {};
	const loop = (async () => {
		while (!stopped) {
			await work().catch(onFault);
			if (stopped) break;
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, milliseconds);
				wake = () => {
					clearTimeout(timer);
					resolve();
				};
			});
		}
	})();
	return {
		async stop() {
			stopped = true;
			wake();
			await loop;
		},
	};
}
