import { z } from "zod";
import { readConfiguration } from "../src/configuration.server.ts";
import { openDatabase } from "../src/database/work.server.ts";
import { startWorker } from "../src/job/worker.server.ts";
import { openLog } from "../src/log.server.ts";
import { noticeSweeps, noticeTasks } from "../src/notice/tasks.server.ts";
import { hurried } from "./hurried.ts";
import { deaths, mortalJob } from "./mortal-job.ts";

/** A worker in a process of its own that kills itself (kill -9) at the place it is told to; run by tests. */
const { owner, death, env } = z
	.object({
		owner: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
		death: z.enum(deaths).nullable(),
		env: z.record(z.string(), z.string()),
	})
	.parse(JSON.parse(process.argv[2] ?? ""));

const job = mortalJob((place) => {
	if (place === death) process.kill(process.pid, "SIGKILL");
});
// One that is stopped in the middle of a transaction holds its locks until the database ends it.
const database = openDatabase({ connection: owner, poolSize: 4, idleTimeout: 500 });
await startWorker(
	{ database, owner, log: openLog("silent"), configuration: readConfiguration(env) },
	{ jobs: [job], tasks: noticeTasks, cron: [], sweeps: noticeSweeps },
	{ timing: hurried, room: { jobs: 2, tasks: 2 } },
);
process.stdout.write("ready\n");
