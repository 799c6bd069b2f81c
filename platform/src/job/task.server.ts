import type { Configuration } from "../configuration.server.ts";
import type { Database } from "../database/work.server.ts";
import type { Log } from "../log.server.ts";
import type { Job } from "./job.server.ts";

/** What a worker lends to what it runs. */
export type WorkerContext = {
	readonly workerId: string;
	readonly database: Database;
	readonly configuration: Configuration;
	readonly log: Log;
	/** Milliseconds until an attempt that failed is made again. */
	readonly backoff: (attempt: number) => number;
};

/**
 * Small work the program gives itself: sending a mail, sweeping. It has no page and no progress, may run more than
 * once, and so must look at what is there before it does anything.
 */
export type Task = {
	readonly name: string;
	run(context: WorkerContext, payload: unknown): Promise<void>;
};

/** A task at regular times: a cron pattern in UTC. What matters is the state it finds, not the hour it wakes. */
export type Cron = { readonly pattern: string; readonly task: string };

/** All that workers run, put together in registrations.server.ts. */
export type Registrations = {
	readonly jobs: readonly Job[];
	readonly tasks: readonly Task[];
	readonly cron: readonly Cron[];
	/** Run every few seconds on every worker, to take over what a dead worker held. */
	readonly sweeps: readonly ((context: WorkerContext) => Promise<void>)[];
};
