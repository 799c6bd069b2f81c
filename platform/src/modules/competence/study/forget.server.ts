import { system } from "../../../identity/actor.ts";
import { record } from "../../../identity/audit.server.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { done } from "../../../outcome.ts";
import { forgetEnded, listForgetters } from "./store.server.ts";

/** Once a day: the names of those whose education ended so many years ago as their municipality has chosen are deleted; what is counted stays. */
export const forgetNamesTask: Task = {
	name: "competence.forget-names",
	async run({ database, log }) {
		for (const organisationId of await database.reading(system("names of studies"), listForgetters)) {
			const outcome = await database.commanding(system("names of studies", organisationId), async (work) => {
				const names = await forgetEnded(work, organisationId);
				await record(work, {
					...{ verb: "competence-study.forget", objectKind: "organisation", objectId: organisationId, organisationId },
					detail: { names },
				});
				return done(names);
			});
			log.info({ names: outcome.done }, "names of those who finished their education are deleted");
		}
	},
};

export const forgetNamesCron: Cron = { pattern: "31 3 * * *", task: forgetNamesTask.name };
