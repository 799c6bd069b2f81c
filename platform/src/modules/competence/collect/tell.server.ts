import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { addDays, dayOf, daysBetween } from "../../../day.ts";
import { system } from "../../../identity/actor.ts";
import { record } from "../../../identity/audit.server.ts";
import { issueLink, revokeLinksTo } from "../../../identity/link-token.server.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import type { Language } from "../../../language.ts";
import { formatShortDate } from "../../../language.ts";
import { linkTo } from "../../../notice/letter.ts";
import { mailTo, notify } from "../../../notice/service.server.ts";
import { done } from "../../../outcome.ts";
import { languageOf, leadersOf } from "../../organisation/service.server.ts";
import { collectPurpose } from "./answer.server.ts";
import type { Asked, Collection } from "./contract.ts";
import { collectMail } from "./mail.ts";
import { unitAsked } from "./notices.ts";
import { reminderDays } from "./rules.ts";
import * as store from "./store.server.ts";

/** How those who are asked are told. */
export type Telling = {
	/** Whether this installation sends mail; without, links are made and handed on by whoever asks. */
	readonly mails: boolean;
};

/** So many days a link is good for after the last day to answer. */
const daysAfterDue = 60;

/** Makes a link to answer by and mails it where there is somebody to mail. The path holds the secret, and is given here only. */
export async function linkFor(
	work: Work,
	collection: Collection,
	asked: Pick<Asked, "id" | "unitName">,
	to: {
		readonly name: string | null;
		readonly email: string | null;
		readonly language: Language;
		readonly reminded: boolean;
	},
): Promise<string> {
	const words = collectMail[to.language];
	const reasonOf = (reader: Language) =>
		collectMail[reader].reason(asked.unitName, formatShortDate(reader, collection.answerBy));
	const { path } = await issueLink(work, {
		...{ purpose: collectPurpose, objectKind: "competence-asked", objectId: asked.id, reason: reasonOf },
		...{ language: to.language, recipientName: to.name ?? asked.unitName, recipientEmail: to.email },
		days: Math.max(daysBetween(work.today, collection.answerBy), 0) + daysAfterDue,
	});
	if (to.email !== null)
		await mailTo(work, {
			...{ recipient: to.email, language: to.language },
			subject: to.reminded ? words.reminder(asked.unitName) : words.subject(asked.unitName),
			body: [reasonOf(to.language), collection.message, linkTo(path, words.open)].filter(Boolean).join("\n\n"),
		});
	return path;
}

/**
 * Tells the leaders of units: in their inbox where they have an account, else by mail with a link of their own.
 * @returns how many units somebody was told at
 */
export async function tellUnits(
	work: Work,
	collection: Collection,
	asked: readonly Asked[],
	{ mails }: Telling,
	reminded: boolean,
): Promise<number> {
	const { organisationId, answerBy } = collection;
	const units = asked.map(({ unitId }) => unitId);
	const leaders = await leadersOf(work, organisationId, units);
	const language = await languageOf(work, organisationId);
	let told = 0;
	for (const one of asked) {
		const own = leaders.filter(({ unitId }) => unitId === one.unitId);
		const personIds = own.flatMap(({ personId }) => (personId === null ? [] : [personId]));
		const strangers = own.filter(({ personId, email }) => mails && personId === null && email !== null);
		if (personIds.length > 0) {
			const detail = { unit: one.unitName, answerBy, reminded };
			await notify(work, { kind: unitAsked, personIds, detail, link: `/competence/asked/${one.id}` });
		}
		if (strangers.length > 0) await revokeLinksTo(work, { kind: "competence-asked", id: one.id });
		for (const { name, email } of strangers) await linkFor(work, collection, one, { name, email, language, reminded });
		if (personIds.length + strangers.length > 0) told += 1;
	}
	return told;
}

/** Reminds the units of a collection that have not answered and were not written to today. */
export async function remindUnits(
	work: Work,
	collection: Collection,
	telling: Telling,
	asked: readonly Asked[],
): Promise<{ readonly due: number; readonly told: number }> {
	const due = asked.filter(
		({ answeredAt, askedAt, remindedAt }) => answeredAt === null && dayOf(remindedAt ?? askedAt) < work.today,
	);
	if (due.length === 0) return { due: 0, told: 0 };
	const told = await tellUnits(work, collection, due, telling, true);
	await store.markReminded(
		work,
		collection.organisationId,
		due.map(({ id }) => id),
	);
	await record(work, {
		...{ verb: "competence-collection.remind", objectKind: "competence-collection", objectId: collection.id },
		...{ organisationId: collection.organisationId, detail: { units: due.length } },
	});
	return { due: due.length, told };
}

/** Once a day: units that have not answered are reminded, once, some days before the last day. */
export const remindUnitsTask: Task = {
	name: "competence.remind-units",
	async run({ database, log, configuration }) {
		const mails = configuration.mail.smtpUrl !== undefined;
		const open = await database.reading(system("competence collections"), (work) =>
			store.listToRemind(work, addDays(work.today, reminderDays)),
		);
		for (const { organisationId, id } of open) {
			const outcome = await database.commanding(system("competence collections", organisationId), async (work) => {
				const collection = await store.findCollection(work, id);
				const never = sql`k.collection_id = ${id} and k.answered_at is null and k.reminded_at is null`;
				if (!collection) return done({ due: 0, told: 0 });
				return done(await remindUnits(work, collection, { mails }, await store.listAsked(work, never)));
			});
			log.info({ ...outcome.done }, "units are reminded of what they have and need of competence");
		}
	},
};

export const remindUnitsCron: Cron = { pattern: "53 6 * * *", task: remindUnitsTask.name };
