import type { Work } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { issueLink } from "../../../identity/link-token.server.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { formatDate } from "../../../language.ts";
import { linkTo } from "../../../notice/letter.ts";
import { mailTo } from "../../../notice/service.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { languageOf } from "../../organisation/service.server.ts";
import type { Party } from "../contract.ts";
import { addressOf } from "../mail.server.ts";
import { type Opened, openAgreement, readWhole, tellLife } from "../open.server.ts";
import { findAgreementOf } from "../party.store.server.ts";
import type { ProposalAnswer } from "./codes.ts";
import type { Proposal, PublishRefusal } from "./contract.ts";
import { answerFor, type Changed, settle, whoIsHere } from "./proposal.server.ts";
import * as store from "./proposal.store.server.ts";
import { proposalText } from "./proposal.text.ts";
import { answerDay, daysToObject } from "./rules.ts";

/** A link by which a party without an account says whether an agreement may be shown. */
export const publishPurpose = "agreement-publishing";

type Telling = { readonly mails: boolean };

/** Mails a link to every party that signs and has nobody here; the names of those that could not be reached. */
export async function askParties(work: Work, agreementId: string, telling: Telling): Promise<readonly string[]> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return [];
	const { parties, organisationId } = opened.done;
	const here = await whoIsHere(work, opened.done);
	const silent: string[] = [];
	for (const party of parties) {
		if (!party.signs || party.organisationId === organisationId || here.has(party.organisationId)) continue;
		const to = await addressOf(work, party);
		if (!telling.mails || to.email === null) silent.push(party.name);
		else await makeLink(work, opened.done, party, telling, to);
	}
	return silent;
}

/** Makes a link for one party, for the one who asks to hand over, and mails it where an address is known. Given here only. */
export async function makePublishLink(
	work: Work,
	agreementId: string,
	partyId: string,
	telling: Telling,
): Promise<Outcome<{ path: string; mailedTo: string | null }, PublishRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { can, parties, organisationId } = opened.done;
	if (!can.publish) return refused("not-allowed");
	const party = parties.find((one) => one.organisationId === partyId && one.signs);
	if (!party || partyId === organisationId) return refused("party-unknown");
	return makeLink(work, opened.done, party, telling, await addressOf(work, party));
}

async function makeLink(
	work: Work,
	opened: Opened,
	party: Party,
	{ mails }: Telling,
	to: { readonly name: string | null; readonly email: string | null },
): Promise<Outcome<{ path: string; mailedTo: string | null }, PublishRefusal>> {
	const { agreement, parties, organisationId } = opened;
	const proposal = await store.findProposal(work, agreement);
	if (!proposal) return refused("nothing-proposed");
	const from = parties.find((one) => one.organisationId === organisationId)?.name ?? agreement.keeperName;
	const language = await languageOf(work, party.organisationId);
	const text = proposalText[language];
	const reason = text.reasonOf(from, agreement.title);
	const { path } = await issueLink(work, {
		...{ purpose: publishPurpose, objectKind: "agreement-party", objectId: party.id, days: 2 * daysToObject },
		...{ reason: (reader) => proposalText[reader].reasonOf(from, agreement.title), language },
		...{ recipientName: to.name ?? party.name, recipientEmail: to.email },
	});
	const answerBy = answerDay(work.today);
	const askedIds = [...new Set([...proposal.askedIds, party.organisationId])];
	await store.writeProposal(work, agreement, { ...proposal, answerBy, askedIds });
	const mailedTo = mails ? to.email : null;
	if (mailedTo !== null)
		await mailTo(work, {
			...{ recipient: mailedTo, language, subject: reason },
			body: [reason, text.objectBy(formatDate(language, answerBy)), linkTo(path, text.openLink)].join("\n\n"),
		});
	return done({ path, mailedTo });
}

/** The agreement, the party and what is proposed, for who holds a link. */
export async function openPublishLink(
	work: Work,
): Promise<Outcome<{ opened: Parameters<typeof settle>[1]; party: Party; proposal: Proposal | null }, PublishRefusal>> {
	const { actor } = work;
	if (actor.kind !== "link" || actor.purpose !== publishPurpose) return refused("missing");
	const agreementId = await findAgreementOf(work, actor.objectId);
	const whole = agreementId === undefined ? undefined : await readWhole(work, agreementId);
	const party = whole?.parties.find(({ id }) => id === actor.objectId);
	if (!whole || !party) return refused("missing");
	const proposal = (await store.findProposal(work, whole.agreement)) ?? null;
	return done({ opened: { ...whole, organisationId: party.organisationId }, party, proposal });
}

/** Says yes or no for the party a link is for. */
export async function answerByLink(
	work: Work,
	given: { readonly answer: ProposalAnswer; readonly reason: string | null },
	by: string | null,
): Promise<Outcome<Changed | "declined", PublishRefusal>> {
	const found = await openPublishLink(work);
	return found.refused ? found : answerFor(work, found.done.opened, given, by);
}

/** Once a day: what nobody objected to in time, and those who are here have agreed to, is shown. */
export const settleProposalsTask: Task = {
	name: "agreement.publishing",
	async run({ database, log }) {
		for (const { organisationId, id } of await database.reading(system("publishing agreements"), store.listDue)) {
			const shown = await database.commanding(system("publishing agreements", organisationId), async (work) => {
				const whole = await readWhole(work, id);
				return done(whole !== undefined && (await settleDue(work, { ...whole, organisationId })));
			});
			log.info({ shown: shown.done }, "a proposal to show an agreement has stood its time");
		}
	},
};

/** Shows what is proposed where the day to object by has gone; says in its life that nobody objected. */
export async function settleDue(work: Work, opened: Parameters<typeof settle>[1]): Promise<boolean> {
	const proposal = await store.findProposal(work, opened.agreement);
	if (!proposal) return false;
	// It is shown in the name of the party that proposed it.
	const shown = await settle(work, { ...opened, organisationId: proposal.proposedFor });
	if (shown)
		await tellLife(work, { ...opened, organisationId: proposal.proposedFor }, { what: "publication-unopposed" });
	return shown;
}

export const settleProposalsCron: Cron = { pattern: "58 6 * * *", task: settleProposalsTask.name };
