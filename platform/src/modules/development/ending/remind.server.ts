import { system } from "../../../identity/actor.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { notify } from "../../../notice/service.server.ts";
import { done } from "../../../outcome.ts";
import { followUpDue } from "./notices.ts";
import { listTold, listToTell, markTold } from "./store.server.ts";

/** Once a day: whoever owns an ended project is asked what is in use, once for each time. */
export const askFollowUpTask: Task = {
	name: "development.follow-up",
	async run({ database, log }) {
		for (const due of await database.reading(system("follow-ups"), listToTell)) {
			const { organisationId, projectId, id, title, ownerEmail } = due;
			const told = await database.commanding(system("follow-ups", organisationId), async (work) => {
				const personIds = await listTold(work, organisationId, ownerEmail);
				if (personIds.length > 0)
					await notify(work, {
						...{ kind: followUpDue, personIds, detail: { title } },
						link: `/development/projects/${projectId}/follow-ups/${id}`,
					});
				await markTold(work, due);
				return done(personIds.length);
			});
			log.info({ told: told.done }, "owners are asked what is in use after a project");
		}
	},
};

export const askFollowUpCron: Cron = { pattern: "53 6 * * *", task: askFollowUpTask.name };
