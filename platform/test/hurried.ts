import type { WorkerTiming } from "../src/job/worker.server.ts";

/** A worker that hurries: what takes seconds in operation takes tenths of a second in tests. */
export const hurried: WorkerTiming = {
	heartbeat: 100,
	deadAfter: 800,
	watch: 30,
	poll: 50,
	lostAfter: 500,
	grace: 300,
	backoff: () => 20,
};
