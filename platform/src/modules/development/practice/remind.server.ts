import type { Cron } from "../../../job/task.server.ts";
import { notify } from "../../../notice/service.server.ts";
import { ownerTask } from "../owner-task.server.ts";
import { cardStale } from "./notices.ts";
import { listCardsToTell, markCardTold } from "./store.server.ts";

/** Once a day: whoever owns a card whose day has passed is asked whether it still holds, once for each day that is set. */
export const askCardTask = ownerTask({
	name: "development.card",
	as: "practice-cards",
	said: "owners are asked whether a practice card still holds",
	listDue: listCardsToTell,
	markTold: markCardTold,
	tell: (work, { id, title }, personIds) =>
		notify(work, { kind: cardStale, personIds, detail: { title }, link: `/development/practice/${id}` }),
});

export const askCardCron: Cron = { pattern: "57 6 * * *", task: askCardTask.name };
