import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { system } from "../../../identity/actor.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { done } from "../../../outcome.ts";
import { findRound } from "../round/store.server.ts";
import { listRoundsToRemind } from "./asked.store.server.ts";
import { reminderDays, remindOfRound } from "./tell.server.ts";

/** Rounds whose last day to answer is near or has passed, with answers missing, and who runs them. */
export async function roundsToRemind(work: Work) {
	const nearest = addDays(work.today, reminderDays);
	return listRoundsToRemind(work, nearest);
}

/**
 * Once a day: sites and students who have not answered are reminded, from some days before the last day to answer until
 * the placement begins, at most every other day. An answer settles it. Run again the same day, it finds nothing.
 */
export const remindPlacementsTask: Task = {
	name: "placement.remind",
	async run({ database, log, configuration }) {
		const telling = { mails: configuration.mail.smtpUrl !== undefined };
		for (const { organisationId, id } of await database.reading(system("placement reminders"), roundsToRemind)) {
			const reminded = await database.commanding(system("placement reminders", organisationId), async (work) => {
				const round = await findRound(work, id);
				return done(round ? await remindOfRound(work, round, telling) : { sites: 0, students: 0 });
			});
			log.info({ ...reminded.done }, "placements without an answer are reminded of");
		}
	},
};

export const remindPlacementsCron: Cron = { pattern: "23 6 * * *", task: remindPlacementsTask.name };
