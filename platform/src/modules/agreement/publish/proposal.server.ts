import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { accessIn, keptBy, nameOfActor, type Opened, openAgreement, tellLife } from "../open.server.ts";
import { giveAccess } from "../store.server.ts";
import { listKeepers, tellParties } from "../tell.server.ts";
import type { ProposalAnswer } from "./codes.ts";
import type { Proposal, Publishing, PublishRefusal } from "./contract.ts";
import * as store from "./proposal.store.server.ts";
import { proposalText } from "./proposal.text.ts";
import { answerDay, refusePublishing, showsMore, yetToAgree } from "./rules.ts";
import { showingOf } from "./service.server.ts";
import { shownOf } from "./shown.ts";
import { deletePublication, writePublication } from "./store.server.ts";

/** What came of asking for an agreement to be shown otherwise: it is, or the other parties have been asked. */
export type Changed = "shown" | "proposed";

type Between = Pick<
	Opened,
	"agreement" | "parties" | "themes" | "contacts" | "commitments" | "provisions" | "organisationId"
>;

/**
 * Says whom an agreement is shown to besides its parties. To show it to fewer, or less of it, is up to any party at once.
 * To show more of it, or to more people, is proposed to the others, and done when they have agreed.
 */
export async function publishAgreement(
	work: Work,
	agreementId: string,
	asked: Publishing,
): Promise<Outcome<Changed, PublishRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	if (!opened.done.can.publish) return refused("not-allowed");
	const wrong = refusePublishing(opened.done, asked);
	if (wrong.length > 0) return { refused: wrong };
	const { agreement } = opened.done;
	if (!showsMore(await showingOf(work, agreement), asked)) {
		await show(work, opened.done, asked);
		return done("shown");
	}
	return propose(work, opened.done, asked);
}

async function propose(work: Work, opened: Between, asked: Publishing): Promise<Outcome<Changed, PublishRefusal>> {
	const { agreement, organisationId } = opened;
	const proposal: Proposal = {
		...{ ...asked, proposedFor: organisationId, proposedBy: nameOfActor(work), proposedOn: work.today },
		...{ answerBy: answerDay(work.today), agreedIds: [organisationId], askedIds: [] },
	};
	await store.writeProposal(work, agreement, proposal);
	await record(work, {
		...{ verb: "agreement.propose-publishing", objectKind: "agreement", objectId: agreement.id, detail: asked },
	});
	if (await settle(work, opened)) return done("shown");
	await tellLife(work, opened, { what: "publication-proposed" });
	await tellParties(work, opened, "publication-proposed", "", "/publish");
	return done("proposed");
}

/** Shows an agreement as it was asked for or agreed. Nothing is proposed any longer. */
async function show(work: Work, opened: Between, asked: Publishing): Promise<void> {
	const { agreement } = opened;
	const before = await showingOf(work, agreement);
	const published = asked.audience !== "parties";
	await store.deleteProposal(work, agreement);
	await giveAccess(work, agreement, { ...accessIn("signed", opened), published });
	if (asked.audience === "everybody") await writePublication(work, agreement, shownOf(opened, asked));
	else await deletePublication(work, agreement);
	if (before.audience !== asked.audience) {
		const what = asked.audience === "everybody" ? "published-to-all" : published ? "published" : "unpublished";
		await tellLife(work, opened, { what });
		if (asked.audience === "everybody") await tellParties(work, opened, "published", "");
	}
	await record(work, {
		verb: published ? "agreement.publish" : "agreement.unpublish",
		...{ objectKind: "agreement", objectId: agreement.id, detail: asked },
	});
}

/** Shows what is proposed, where nobody is waited for. False where somebody is, or nothing is proposed. */
export async function settle(work: Work, opened: Between): Promise<boolean> {
	const proposal = await store.findProposal(work, opened.agreement);
	if (!proposal || opened.agreement.state !== "signed") return false;
	const here = await whoIsHere(work, opened);
	if (yetToAgree(proposal, opened.parties, here, work.today).length > 0) return false;
	await show(work, opened, proposal);
	return true;
}

/** The parties where somebody with an account keeps agreements. */
export async function whoIsHere(work: Work, { parties }: Pick<Opened, "parties">): Promise<ReadonlySet<string>> {
	const here = new Set<string>();
	for (const { organisationId } of parties)
		if ((await listKeepers(work, organisationId)).length > 0) here.add(organisationId);
	return here;
}

/** Says yes or no to what is proposed, for the organisation acted for. */
export async function answerProposal(
	work: Work,
	agreementId: string,
	given: { readonly answer: ProposalAnswer; readonly reason: string | null },
): Promise<Outcome<Changed | "declined", PublishRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	if (!opened.done.can.publish) return refused("not-allowed");
	return answerFor(work, opened.done, given, nameOfActor(work));
}

/**
 * Says yes or no for a party. One no ends the proposal, with a reason the others read; the last yes shows the agreement.
 * Who made the proposal takes it back without a reason.
 */
export async function answerFor(
	work: Work,
	opened: Between,
	{ answer, reason }: { readonly answer: ProposalAnswer; readonly reason: string | null },
	by: string | null,
): Promise<Outcome<Changed | "declined", PublishRefusal>> {
	const { agreement, organisationId } = opened;
	const proposal = await store.findProposal(work, agreement);
	if (!proposal) return refused("nothing-proposed");
	const isOwn = proposal.proposedFor === organisationId;
	if (answer === "decline") {
		if (!isOwn && !reason) return refused("needs-reason", { field: "reason" });
		await store.deleteProposal(work, agreement);
		const what = isOwn ? "publication-withdrawn" : "publication-declined";
		await tellLife(work, opened, { what, note: reason ?? "", ...(by !== null && { by }) });
		if (!isOwn) await tellParties(work, opened, "publication-declined", reason ?? "");
		await recordAnswer(work, agreement.id, { partyId: organisationId, answer });
		return done("declined");
	}
	const agreedIds = [...new Set([...proposal.agreedIds, organisationId])];
	await store.writeProposal(work, agreement, { ...proposal, agreedIds });
	await tellLife(work, opened, { what: "publication-agreed", ...(by !== null && { by }) });
	await recordAnswer(work, agreement.id, { partyId: organisationId, answer });
	return done((await settle(work, opened)) ? "shown" : "proposed");
}

async function recordAnswer(
	work: Work,
	objectId: string,
	detail: { readonly partyId: string; readonly answer: string },
) {
	const verb = detail.answer === "agree" ? "agreement.agree-publishing" : "agreement.decline-publishing";
	await record(work, { verb, objectKind: "agreement", objectId, detail });
}

/** Proposals to show an agreement that wait for an answer from the organisation acted for. */
export async function findProposalsToAnswer(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person") return [];
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return [];
	const [first, ...others] = await store.listToAnswer(work, organisationId);
	if (first === undefined) return [];
	return [
		{
			key: "agreement.publishing",
			title: proposalText[actor.language].toAnswer(first.title),
			...(others.length > 0 && { note: others.map(({ title }) => title).join(", ") }),
			path: `/agreements/${first.id}/publish`,
			urgency: "whenever",
		},
	];
}
