import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { system } from "../../../identity/actor.ts";
import { record } from "../../../identity/audit.server.ts";
import { issueLink } from "../../../identity/link-token.server.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { mailTo, notify } from "../../../notice/service.server.ts";
import { done } from "../../../outcome.ts";
import { languageOf, whoAnswers } from "../../organisation/service.server.ts";
import type { Party, WholeAgreement } from "../contract.ts";
import { resultPurpose } from "../follow/results.server.ts";
import { listResults } from "../follow/store.server.ts";
import { readWhole, tellLife } from "../open.server.ts";
import { listKeepers } from "../tell.server.ts";
import type { WayAsked } from "./codes.ts";
import { reasonOf, yearlyLetter } from "./letter.ts";
import { agreementResultAsked } from "./notices.ts";
import { type Address, addressesOf, remindAfterDays, yearAskedFor } from "./rules.ts";
import * as store from "./store.server.ts";

/** How long a link to answer by can be used, days: until long after the reminder. */
const linkDays = 90;

/** Whether this installation sends mail. */
type Telling = { readonly mails: boolean };

/**
 * Asks the parties that sign an agreement what it has led to, where today is in the month for that and they have not
 * been asked. Gives how many were asked; a party that has already answered is not.
 */
export async function askParties(work: Work, agreementId: string, telling: Telling): Promise<number> {
	const whole = await readWhole(work, agreementId);
	if (!whole) return 0;
	const { agreement, parties } = whole;
	const year = yearAskedFor(await store.findAsking(work, agreement), agreement, work.today);
	if (year === null) return 0;
	const settled = new Set([
		...(await listResults(work, agreement)).filter((one) => one.year === year).map(({ partyId }) => partyId),
		...(await store.listAsked(work, agreement)).filter((one) => one.year === year).map(({ partyId }) => partyId),
	]);
	const toAsk = parties.filter(({ signs, organisationId }) => signs && !settled.has(organisationId));
	for (const party of toAsk) {
		const way = await ask(work, whole, party, { ...telling, year, isReminder: false });
		await store.insertAsked(work, agreement, { year, partyId: party.organisationId, way });
	}
	if (toAsk.length > 0) {
		const step = { what: "results-asked", note: String(year) };
		await tellLife(work, { ...whole, organisationId: agreement.organisationId }, step);
		await record(work, {
			...{ verb: "agreement.ask-results", objectKind: "agreement", objectId: agreement.id },
			detail: { year, parties: toAsk.length },
		});
	}
	return toAsk.length;
}

/** Reminds, once, the parties that were asked some weeks ago and have not answered. Gives how many. */
export async function remindParties(work: Work, agreementId: string, telling: Telling): Promise<number> {
	const whole = await readWhole(work, agreementId);
	if (!whole) return 0;
	const askedUntil = addDays(work.today, -remindAfterDays);
	const late = (await store.listAsked(work, whole.agreement)).filter(
		({ hasAnswered, remindedOn, askedOn }) => !hasAnswered && remindedOn === null && askedOn <= askedUntil,
	);
	for (const { year, partyId } of late) {
		const party = whole.parties.find(({ organisationId }) => organisationId === partyId);
		const way = party ? await ask(work, whole, party, { ...telling, year, isReminder: true }) : "silent";
		await store.writeReminded(work, whole.agreement, { year, partyId, way });
	}
	if (late.length > 0)
		await record(work, {
			...{ verb: "agreement.remind-results", objectKind: "agreement", objectId: agreementId },
			detail: { parties: late.length },
		});
	return late.length;
}

type Question = Telling & { readonly year: number; readonly isReminder: boolean };

/** Asks one party: those who keep agreements there in their inbox, and its contact, when that is somebody else, by a link. */
async function ask(work: Work, whole: WholeAgreement, party: Party, question: Question): Promise<WayAsked> {
	const { agreement } = whole;
	const { isReminder } = question;
	const keepers = await listKeepers(work, party.organisationId);
	if (keepers.length > 0)
		await notify(work, {
			...{ kind: agreementResultAsked, personIds: keepers },
			detail: { title: agreement.title, year: String(question.year), isReminder },
			link: `/agreements/${agreement.id}/results/answer?year=${question.year}`,
		});
	const reached = new Set(await store.listEmails(work, keepers));
	const named = addressesOf(party, whole, isReminder);
	const addresses = named.length > 0 || keepers.length > 0 ? named : await fallback(work, party);
	const others = addresses.filter(({ email }) => !reached.has(email.toLowerCase()));
	if (question.mails) for (const address of others) await mail(work, whole, party, address, question);
	if (keepers.length > 0) return "told";
	return question.mails && others.length > 0 ? "mailed" : "silent";
}

/** Who answers for agreements at a party that has named nobody in this one. */
async function fallback(work: Work, { organisationId }: Party): Promise<readonly Address[]> {
	const { name, email } = await whoAnswers(work, { organisationId, responsibility: "agreements" });
	return email === null ? [] : [{ name: name ?? email, email }];
}

async function mail(
	work: Work,
	{ agreement }: WholeAgreement,
	party: Party,
	to: Address,
	{ year, isReminder }: Question,
): Promise<void> {
	const language = await languageOf(work, party.organisationId);
	const asking = { title: agreement.title, year: String(year), party: party.name };
	const { path } = await issueLink(work, {
		...{ purpose: resultPurpose, objectKind: "agreement-party", objectId: party.id, days: linkDays },
		...{ reason: (reader) => reasonOf(reader, asking), language, recipientName: to.name, recipientEmail: to.email },
		asker: { personId: null, name: agreement.keeperName, organisation: agreement.keeperName },
	});
	await mailTo(work, {
		...{ recipient: to.email, language },
		...yearlyLetter(language, { ...asking, path, isReminder }),
	});
}

/** Once a day: parties are asked in the month for it, and reminded once. Run again the same day, it finds nothing. */
export const askResultsTask: Task = {
	name: "agreement.yearly-results",
	async run({ database, configuration, log }) {
		const telling = { mails: configuration.mail.smtpUrl !== undefined };
		const by = (organisationId?: string) => system("yearly results of agreements", organisationId);
		for (const { organisationId, id } of await database.reading(by(), store.listMonth)) {
			const asked = await database.commanding(by(organisationId), async (work) =>
				done(await askParties(work, id, telling)),
			);
			log.info({ asked: asked.done }, "parties to an agreement are asked what it has led to");
		}
		const late = await database.reading(by(), (work) =>
			store.listToRemind(work, addDays(work.today, -remindAfterDays)),
		);
		for (const { organisationId, id } of late) {
			const reminded = await database.commanding(by(organisationId), async (work) =>
				done(await remindParties(work, id, telling)),
			);
			log.info({ reminded: reminded.done }, "parties to an agreement are reminded to say what it has led to");
		}
	},
};

export const askResultsCron: Cron = { pattern: "52 6 * * *", task: askResultsTask.name };
