import type { Work } from "../../database/work.server.ts";
import { issueLink, type Link, type LinkReasons, reasonIn } from "../../identity/link-token.server.ts";
import { isLanguage } from "../../language.ts";
import { done, type Outcome, refused } from "../../outcome.ts";
import { approveFor, declineFor } from "./approval.server.ts";
import { commentFor } from "./comment.server.ts";
import type { AgreementRefusal, Party } from "./contract.ts";
import { type Opened, openAgreement, readWhole } from "./open.server.ts";
import * as partyStore from "./party.store.server.ts";
import { type LinkFor, linkToParty, type PartyLink } from "./party-link.server.ts";
import { nothing } from "./sign.server.ts";

/** A link by which a party without an account reads the text put forward, comments and approves. */
export const answerPurpose = "agreement-answer";
const linkDays = 120;

/** The agreement and the party an answering link is for, and what may be done by it now. */
export async function openAnswerLink(
	work: Work,
): Promise<Outcome<{ readonly whole: Opened; readonly party: Party }, AgreementRefusal>> {
	const { actor } = work;
	if (actor.kind !== "link" || actor.purpose !== answerPurpose) return refused("missing");
	const agreementId = await partyStore.findAgreementOf(work, actor.objectId);
	const whole = agreementId === undefined ? undefined : await readWhole(work, agreementId);
	const party = whole?.parties.find(({ id }) => id === actor.objectId);
	if (!whole || !party || whole.agreement.state === "draft") return refused("missing");
	const asker = { organisationId: party.organisationId, system: false, holdings: [] };
	const isOpen = whole.agreement.state === "negotiating";
	const can = { ...nothing, comment: isOpen, approve: isOpen && whole.agreement.contentVersion > 0 };
	return done({ party, whole: { ...whole, organisationId: party.organisationId, asker, can } });
}

/** Comments by a link; who comments says what they are called. */
export async function commentByLink(
	work: Work,
	given: { readonly part: string; readonly body: string; readonly name: string },
): Promise<Outcome<{ id: string }, AgreementRefusal>> {
	const opened = await openAnswerLink(work);
	if (opened.refused) return opened;
	if (!opened.done.whole.can.comment) return refused("wrong-state");
	return commentFor(work, opened.done.whole, given, given.name);
}

/** Approves by a link; who approves says what they are called. */
export async function approveByLink(
	work: Work,
	given: { readonly number: number; readonly name: string },
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAnswerLink(work);
	if (opened.refused) return opened;
	if (!opened.done.whole.can.approve) return refused("wrong-state");
	return approveFor(work, opened.done.whole, given.number, given.name);
}

/** Says no by a link, and why; who says so says what they are called. */
export async function declineByLink(
	work: Work,
	{ name, ...given }: { readonly number: number; readonly reason: string; readonly name: string },
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAnswerLink(work);
	if (opened.refused) return opened;
	if (!opened.done.whole.can.approve) return refused("wrong-state");
	return declineFor(work, opened.done.whole, given, name);
}

/** Makes a link by which a party answers without an account: for the one who sends it to hand over. Given here only. */
export async function makeAnswerLink(
	work: Work,
	agreementId: string,
	partyId: string,
	to: LinkFor,
): Promise<Outcome<PartyLink, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { agreement, can, parties } = opened.done;
	if (agreement.state !== "negotiating") return refused("wrong-state");
	if (!can.comment) return refused("not-allowed");
	const party = parties.find(({ organisationId }) => organisationId === partyId);
	if (!party) return refused("party-unknown");
	return done(await linkToParty(work, opened.done, party, { purpose: answerPurpose, days: linkDays, to }));
}

/**
 * A link to read by what somebody has just signed by a link that is used up, in the name of who asked them. Made by the
 * program, since a link makes no links. Given here only, to whoever signed.
 */
export async function makeReadingLink(
	work: Work,
	party: Party,
	asked: Pick<Link, LinkReasons | "language" | "askerName" | "askerOrganisation">,
): Promise<string> {
	const { path } = await issueLink(work, {
		...{ purpose: answerPurpose, objectKind: "agreement-party", objectId: party.id, days: linkDays },
		...{ reason: (reader) => reasonIn(asked, reader), recipientName: party.name },
		...(isLanguage(asked.language) && { language: asked.language }),
		asker: { personId: null, name: asked.askerName, organisation: asked.askerOrganisation },
	});
	return path;
}
