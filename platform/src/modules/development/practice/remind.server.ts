import { system } from "../../../identity/actor.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { notify } from "../../../notice/service.server.ts";
import { done } from "../../../outcome.ts";
import { listTold } from "../ending/store.server.ts";
import { cardStale } from "./notices.ts";
import { listCardsToTell, markCardTold } from "./store.server.ts";

/** Once a day: whoever owns a card whose day has passed is asked whether it still holds, once for each day that is set. */
export const askCardTask: Task = {
	name: "development.card",
	async run({ database, log }) {
		for (const due of await database.reading(system("practice-cards"), listCardsToTell)) {
			const { organisationId, id, title, ownerEmail } = due;
			const told = await database.commanding(system("practice-cards", organisationId), async (work) => {
				const personIds = await listTold(work, organisationId, ownerEmail);
				if (personIds.length > 0)
					await notify(work, { kind: cardStale, personIds, detail: { title }, link: `/development/practice/${id}` });
				await markCardTold(work, due);
				return done(personIds.length);
			});
			log.info({ told: told.done }, "owners are asked whether a practice card still holds");
		}
	},
};

export const askCardCron: Cron = { pattern: "57 6 * * *", task: askCardTask.name };
