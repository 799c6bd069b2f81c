import { EventEmitter } from "node:events";
import { Logger, parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import type pg from "pg";
import type { Log } from "../log.server.ts";
import type { Cron } from "./task.server.ts";

export type Queue = {
	/** What the queue library calls this pool of workers in its locks. */
	readonly id: string;
	/** Settles when the library gives up, which it does when it cannot tell what became of a task. */
	readonly ended: Promise<void>;
	/** Takes no more, and waits for what is running. */
	stop(): Promise<void>;
	/** Leaves what is running to its fate. */
	kill(): Promise<void>;
};

/** Starts taking tasks from the queue library's tables. */
export async function openQueue(options: {
	readonly pool: pg.Pool;
	readonly tasks: TaskList;
	readonly cron: readonly Cron[];
	readonly concurrency: number;
	readonly pollInterval: number;
	readonly log: Log;
	readonly onPool: (id: string) => void;
}): Promise<Queue> {
	let id = "";
	const events: WorkerEvents = new EventEmitter();
	events.on("pool:create", ({ workerPool }) => {
		id = workerPool.id;
		options.onPool(id);
	});
	const runner: Runner = await run({
		pgPool: options.pool,
		taskList: options.tasks,
		parsedCronItems: parseCronItems(
			options.cron.map(({ pattern, task }) => ({
				task,
				match: pattern,
				options: { jobKey: task, maxAttempts: 5, backfillPeriod: 0 },
			})),
		),
		concurrency: options.concurrency,
		pollInterval: options.pollInterval,
		noHandleSignals: true,
		events,
		logger: quietLogger(options.log),
	});
	return {
		id,
		ended: runner.promise,
		stop: () => runner.stop(),
		kill: () => runner.kill(),
	};
}

/** The library's messages may quote a payload: only that there was one, and its level, reach our log. */
function quietLogger(log: Log): Logger {
	return new Logger((scope) => (level) => {
		if (level === "error" || level === "warning") log.warn({ from: "queue", label: scope.label }, "queue complained");
	});
}
