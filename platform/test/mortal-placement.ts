import { z } from "zod";
import { readConfiguration } from "../src/configuration.server.ts";
import { openDatabase } from "../src/database/work.server.ts";
import type { Job } from "../src/job/job.server.ts";
import { startWorker } from "../src/job/worker.server.ts";
import { openLog } from "../src/log.server.ts";
import { publishJob } from "../src/modules/placement/publish/jobs.server.ts";
import { runJob } from "../src/modules/placement/round/jobs.server.ts";
import { noticeSweeps, noticeTasks } from "../src/notice/tasks.server.ts";
import { hurried } from "./hurried.ts";

/** A worker in a process of its own that runs and publishes rounds, and kills itself (kill -9) at a step; run by tests. */
const { owner, step } = z
	.object({
		owner: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
		/** The step of the job, once it has told of some progress in it. */
		step: z.enum(["allocate", "tell"]),
	})
	.parse(JSON.parse(process.argv[2] ?? ""));

function mortal(job: Job): Job {
	return {
		...job,
		run: (stored, given) =>
			job.run(stored, {
				...given,
				async progress(done, of, at) {
					await given.progress(done, of, at);
					if (at === step && done > 10) process.kill(process.pid, "SIGKILL");
				},
			}),
	};
}

await startWorker(
	{
		database: openDatabase({ connection: owner, poolSize: 4, idleTimeout: 500 }),
		...{ owner, log: openLog("silent"), configuration: readConfiguration({}) },
	},
	{ jobs: [mortal(runJob), mortal(publishJob)], tasks: noticeTasks, cron: [], sweeps: noticeSweeps },
	{ timing: hurried, room: { jobs: 2, tasks: 2 } },
);
