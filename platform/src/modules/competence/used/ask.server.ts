import type { Work } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { record } from "../../../identity/audit.server.ts";
import { issueLink, revokeLinksTo } from "../../../identity/link-token.server.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import type { Language } from "../../../language.ts";
import { linkTo } from "../../../notice/letter.ts";
import { mailTo } from "../../../notice/service.server.ts";
import { done } from "../../../outcome.ts";
import { languageOf, leadersOf, nameOrganisations, readTreeAlone } from "../../organisation/service.server.ts";
import { answerDays } from "./codes.ts";
import { usedPurpose } from "./purpose.ts";
import * as store from "./store.server.ts";
import { usedText } from "./text.ts";

export type Told = { readonly asked: number; readonly reminded: number; readonly forgotten: number };

/**
 * Asks whether completed studies of one organisation are used, reminds once, and forgets which studies were asked of long
 * ago. Whoever studied is written to; of a place without a name, the unit's leader.
 */
export async function askUsed(work: Work, organisationId: string): Promise<Told> {
	const organisation = (await nameOrganisations(work, [organisationId])).get(organisationId)?.name ?? "";
	const language = await languageOf(work, organisationId);
	const leaders = await listLeaderAddresses(work, organisationId);
	const recipientOf = ({ email, unitId }: Pick<store.ToAsk, "email" | "unitId">) =>
		email ?? leaders.get(unitId) ?? null;
	const write = async (one: store.ToAsk, which: "ask" | "remind") => {
		const email = recipientOf(one);
		if (email !== null) await linkFor(work, one, { email, organisation, which, language });
	};
	const forgotten = await store.forgetAsked(work, organisationId);
	const asked = await store.askDue(work, organisationId, (one) => recipientOf(one) !== null);
	const reminded = await store.remindDue(work, organisationId);
	for (const one of asked) await write(one, "ask");
	for (const one of reminded) await write(one, "remind");
	const told = { asked: asked.length, reminded: reminded.length, forgotten };
	if (asked.length + reminded.length > 0)
		await record(work, {
			...{ verb: "competence-used.ask", objectKind: "organisation", objectId: organisationId, organisationId },
			detail: { asked: told.asked, reminded: told.reminded },
		});
	return told;
}

/**
 * Makes the link by which it is answered whether a study is used, in place of those made before, and mails it where there is
 * an address. The path holds the secret, and is given here only.
 */
export async function linkFor(
	work: Work,
	one: store.ToAsk,
	to: {
		readonly email: string | null;
		readonly organisation: string;
		readonly which: "ask" | "remind";
		readonly language: Language;
	},
): Promise<string> {
	const { mail, linkAction } = usedText[to.language];
	const aboutIn = (reader: Language) =>
		one.name === null ? usedText[reader].mail.place(one.title, one.number) : one.title;
	const reasonIn = (reader: Language) =>
		usedText[reader].mail[one.name === null ? "leaderReason" : "reason"](aboutIn(reader));
	await revokeLinksTo(work, { kind: "competence-used", id: one.id }, usedPurpose);
	const { path } = await issueLink(work, {
		...{ purpose: usedPurpose, objectKind: "competence-used", objectId: one.id, days: answerDays, reason: reasonIn },
		...{ language: to.language, recipientName: one.name, recipientEmail: to.email },
		asker: { personId: null, name: to.organisation, organisation: to.organisation },
	});
	if (to.email !== null)
		await mailTo(work, {
			...{ recipient: to.email, subject: mail.subject[to.which](aboutIn(to.language)), language: to.language },
			body: [reasonIn(to.language), mail.counted, linkTo(path, linkAction)].join("\n\n"),
		});
	return path;
}

async function listLeaderAddresses(work: Work, organisationId: string): Promise<ReadonlyMap<string, string>> {
	const units = (await readTreeAlone(work, organisationId)).map(({ id }) => id);
	const leaders = await leadersOf(work, organisationId, units);
	return new Map(leaders.flatMap(({ unitId, email }) => (email === null ? [] : [[unitId, email] as const])));
}

/** Once a day: whoever completed an education half a year or a year and a half ago is asked whether it is used. */
export const askUsedTask: Task = {
	name: "competence.ask-used",
	async run({ database, log, configuration }) {
		// Nobody can be asked where the installation does not mail; the time to ask lasts some weeks.
		if (configuration.mail.smtpUrl === undefined) return;
		for (const organisationId of await database.reading(system("used competence"), store.listAskers)) {
			const outcome = await database.commanding(system("used competence", organisationId), async (work) =>
				done(await askUsed(work, organisationId)),
			);
			log.info({ ...outcome.done }, "it is asked whether completed educations are used");
		}
	},
};

export const askUsedCron: Cron = { pattern: "19 7 * * *", task: askUsedTask.name };
