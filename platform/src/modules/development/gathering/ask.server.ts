import type { Work } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { issueLink } from "../../../identity/link-token.server.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import type { Language } from "../../../language.ts";
import { linkTo } from "../../../notice/letter.ts";
import { mailTo } from "../../../notice/service.server.ts";
import { done } from "../../../outcome.ts";
import { languageOf, nameOrganisations } from "../../organisation/service.server.ts";
import { takeHomePurpose } from "./purpose.ts";
import * as store from "./store.server.ts";
import { gatheringText } from "./text.ts";

/** How long a leader can answer, days. */
const linkDays = 60;

async function ask(work: Work, organisationId: string, id: string): Promise<void> {
	const one = await store.findTakeHome(work, id);
	if (!one || one.leaderEmail === null) return;
	const name = (await nameOrganisations(work, [organisationId])).get(organisationId)?.name ?? "";
	const language = await languageOf(work, organisationId);
	const { mail } = gatheringText[language];
	const reason = (reader: Language) => gatheringText[reader].mail.reason(one.participant);
	const { path } = await issueLink(work, {
		...{ purpose: takeHomePurpose, objectKind: "network-take-home", objectId: id, days: linkDays, reason, language },
		...{ recipientName: one.leaderName, recipientEmail: one.leaderEmail },
		asker: { personId: null, name, organisation: name },
	});
	await mailTo(work, {
		...{ recipient: one.leaderEmail, subject: mail.subject(one.participant), language },
		body: [mail.hello(one.leaderName), reason(language), mail.what(one.what, one.who), linkTo(path, mail.action)].join(
			"\n\n",
		),
	});
	await store.markAsked(work, id);
}

/** Once a day: leaders of those who took something home from a gathering a month ago are asked, once, whether anybody asked. */
export const askTakeHomeTask: Task = {
	name: "development.take-home",
	async run({ database, log, configuration }) {
		// Nobody can be asked where the installation does not mail.
		if (configuration.mail.smtpUrl === undefined) return;
		for (const { organisationId, id } of await database.reading(system("take-home"), store.listToAsk)) {
			await database.commanding(system("take-home", organisationId), async (work) =>
				done(await ask(work, organisationId, id)),
			);
			log.info({ id }, "a leader is asked whether anybody asked what was brought home");
		}
	},
};

export const askTakeHomeCron: Cron = { pattern: "29 7 * * *", task: askTakeHomeTask.name };
