import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { system } from "../../../identity/actor.ts";
import { record } from "../../../identity/audit.server.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { done } from "../../../outcome.ts";
import { listToRemind } from "./letters.store.server.ts";
import { findRequest } from "./store.server.ts";
import { tell } from "./tell.server.ts";

/** Days before the last day to answer that a host who has not is reminded. */
const reminderDays = 3;
/** Whoever was written to within so many days is not reminded: somebody who never answers is mailed once a week. */
const quietDays = 7;

/** Orders to remind of today, and who keeps them. */
export function requestsToRemind(work: Work) {
	const quietSince = new Date(work.now.getTime() - quietDays * 24 * 60 * 60 * 1000);
	return listToRemind(work, { answerBy: addDays(work.today, reminderDays), quietSince });
}

/** Reminds the host of one order, where it was sent. False where it has been answered since, or nobody can be told. */
export async function remindOfRequest(work: Work, id: string, mails: boolean): Promise<boolean> {
	const request = await findRequest(work, id);
	if (request?.state !== "sent") return false;
	const way = await tell(work, request, "reminded", { mails, language: "nb" });
	if (way === "silent") return false;
	const { organisationId } = request;
	await record(work, { verb: "request.remind", objectKind: "request", objectId: id, organisationId });
	return true;
}

/**
 * Once a day: hosts who have not answered an order are reminded, from some days before the last day to answer until the
 * placement begins, at most once a week. Run again the same day, it finds nothing.
 */
export const remindRequestsTask: Task = {
	name: "placement.remind-requests",
	async run({ database, log, configuration }) {
		const mails = configuration.mail.smtpUrl !== undefined;
		let reminded = 0;
		for (const { organisationId, id } of await database.reading(system("request reminders"), requestsToRemind)) {
			const outcome = await database.commanding(system("request reminders", organisationId), async (work) =>
				done(await remindOfRequest(work, id, mails)),
			);
			if (outcome.done) reminded++;
		}
		if (reminded > 0) log.info({ reminded }, "requests without an answer are reminded of");
	},
};

export const remindRequestsCron: Cron = { pattern: "37 6 * * *", task: remindRequestsTask.name };
