import type { Cron, Task } from "../job/task.server.ts";
import { done } from "../outcome.ts";
import { system } from "./actor.ts";
import { sweepRates } from "./rate.server.ts";
import { sweepSessions } from "./session.server.ts";

/** Deletes what has expired: sessions, sign-in attempts, and counts of tries. Nothing that still works is touched. */
export const sweepIdentity: Task = {
	name: "identity.sweep",
	async run({ database, log }) {
		const swept = await database.commanding(system("sweep"), async (work) =>
			done({ ...(await sweepSessions(work)), rates: await sweepRates(work) }),
		);
		log.info({ ...swept.done }, "expired sessions swept");
	},
};

export const sweepIdentityCron: Cron = { pattern: "*/15 * * * *", task: sweepIdentity.name };
