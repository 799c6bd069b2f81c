import { onTestFinished } from "vitest";
import { readConfiguration } from "../src/configuration.server.ts";
import type { Job } from "../src/job/job.server.ts";
import type { Registrations, WorkerContext } from "../src/job/task.server.ts";
import { type RunningWorker, startWorker, type WorkerTiming } from "../src/job/worker.server.ts";
import { openLog } from "../src/log.server.ts";
import type { TestDatabase } from "./database.ts";
import { hurried } from "./hurried.ts";

export function testHouse(database: TestDatabase, env: Record<string, string> = {}) {
	return { database, owner: database.owner, log: openLog("silent"), configuration: readConfiguration(env) };
}

/** What a task is lent, without a worker around it. */
export function testContext(database: TestDatabase, env: Record<string, string> = {}): WorkerContext {
	const { configuration, log } = testHouse(database, env);
	return { workerId: "01900000-0000-7000-8000-00000000dead", database, configuration, log, backoff: () => 0 };
}

/** Starts a hurried worker for these jobs; it is stopped when the test is over. */
export async function workOn(
	database: TestDatabase,
	given: Partial<Omit<Registrations, "jobs">> & { jobs?: readonly Job[] },
	options: { timing?: Partial<WorkerTiming>; env?: Record<string, string> } = {},
): Promise<RunningWorker> {
	const worker = await startWorker(
		testHouse(database, options.env),
		{ jobs: [], tasks: [], cron: [], sweeps: [], ...given },
		{ timing: { ...hurried, ...options.timing }, room: { jobs: 4, tasks: 4 } },
	);
	let stopped = false;
	const once = async () => {
		if (stopped) return;
		stopped = true;
		await worker.stop();
	};
	onTestFinished(once);
	return { ...worker, stop: once };
}

/** Looks again and again until what is looked for is there. */
export async function eventually<Value>(look: () => Promise<Value | null | undefined | false>): Promise<Value> {
	for (;;) {
		const found = await look();
		if (found !== null && found !== undefined && found !== false) return found;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
