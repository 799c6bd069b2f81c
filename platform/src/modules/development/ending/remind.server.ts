import type { Cron } from "../../../job/task.server.ts";
import { notify } from "../../../notice/service.server.ts";
import { ownerTask } from "../owner-task.server.ts";
import { followUpDue } from "./notices.ts";
import { listToTell, markTold } from "./store.server.ts";

/** Once a day: whoever owns an ended project is asked what is in use, once for each time. */
export const askFollowUpTask = ownerTask({
	name: "development.follow-up",
	as: "follow-ups",
	said: "owners are asked what is in use after a project",
	listDue: listToTell,
	markTold,
	tell: (work, { projectId, id, title }, personIds) =>
		notify(work, {
			...{ kind: followUpDue, personIds, detail: { title } },
			link: `/development/projects/${projectId}/follow-ups/${id}`,
		}),
});

export const askFollowUpCron: Cron = { pattern: "53 6 * * *", task: askFollowUpTask.name };
