import { addDays } from "../../../day.ts";
import { system } from "../../../identity/actor.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { done } from "../../../outcome.ts";
import { listDue } from "./list.store.server.ts";
import { reminderDays } from "./rules.ts";
import { remindOf } from "./send.server.ts";

/** Once a day: those asked who have said nothing are reminded as the last day comes near, once each. */
export const remindHearingsTask: Task = {
	name: "hearing.remind",
	async run({ database, configuration, log }) {
		const mails = configuration.mail.smtpUrl !== undefined;
		const due = await database.reading(system("hearing reminders"), (work) =>
			listDue(work, addDays(work.today, reminderDays)),
		);
		for (const { organisationId, id } of due) {
			const reminded = await database.commanding(system("hearing reminders", organisationId), async (work) =>
				done(await remindOf(work, id, mails)),
			);
			log.info({ ...reminded.done }, "those invited to a hearing are reminded");
		}
	},
};

export const remindHearingsCron: Cron = { pattern: "17 6 * * *", task: remindHearingsTask.name };
