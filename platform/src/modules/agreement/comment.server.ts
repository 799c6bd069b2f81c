import type { Work } from "../../database/work.server.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../outcome.ts";
import * as contents from "./content.store.server.ts";
import type { AgreementRefusal } from "./contract.ts";
import { accessIn, nameOfActor, type Opened, openAgreement } from "./open.server.ts";
import { tellParties } from "./tell.server.ts";

/** Says something about a part of the text, to all parties. */
export async function addComment(
	work: Work,
	agreementId: string,
	{ part, body }: { readonly part: string; readonly body: string },
): Promise<Outcome<{ id: string }, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	if (!opened.done.can.comment) return refused("not-allowed");
	return commentFor(work, opened.done, { part, body }, nameOfActor(work));
}

/** Comments for the party an agreement is opened for; whether it may has been judged. */
export async function commentFor(
	work: Work,
	opened: Opened,
	{ part, body }: { readonly part: string; readonly body: string },
	by: string | null,
): Promise<Outcome<{ id: string }, AgreementRefusal>> {
	const { agreement, organisationId } = opened;
	const id = await contents.insertComment(
		work,
		agreement,
		{
			...{ part, body, partyId: organisationId, personName: by },
			personId: work.actor.kind === "person" ? work.actor.personId : null,
		},
		accessIn(agreement.state, opened).readers,
	);
	await record(work, { verb: "agreement.comment", objectKind: "agreement", objectId: agreement.id, detail: { part } });
	await tellParties(work, opened, "commented", body);
	return done({ id });
}

/** Marks a comment as settled. */
export async function settleComment(
	work: Work,
	agreementId: string,
	commentId: string,
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	if (!opened.done.can.comment) return refused("not-allowed");
	const settled = await contents.settleComment(work, opened.done.agreement, commentId, nameOfActor(work));
	return settled ? done(undefined) : refused("already-settled");
}
