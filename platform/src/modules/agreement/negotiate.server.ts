import { createHash } from "node:crypto";
import type { Work } from "../../database/work.server.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../outcome.ts";
import { nameOrganisations } from "../organisation/service.server.ts";
import * as contents from "./content.store.server.ts";
import { canonical, contentOf, type Difference, differences } from "./content.ts";
import { type AgreementRefusal, type Content, type ContentVersion, content, type WholeAgreement } from "./contract.ts";
import { openForWriting } from "./draft.server.ts";
import { accessIn, nameOfActor, type Opened, openAgreement, tellLife } from "./open.server.ts";
import * as partyStore from "./party.store.server.ts";
import { refuseProposal, yetToApprove } from "./rules.ts";
import * as store from "./store.server.ts";
import { tellParties } from "./tell.server.ts";

/** The fingerprint of a text: SHA-256 of its canonical form, in hexadecimal. */
export function fingerprintOf(body: Content): string {
	return createHash("sha256").update(canonical(body)).digest("hex");
}

/**
 * Puts the text forward as it stands, as a numbered version that never changes. A draft is seen by the other parties from
 * now on, and they may write in it too. Whoever puts it forward approves it.
 */
export async function putForward(
	work: Work,
	agreementId: string,
	{ version, message }: { readonly version: number; readonly message: string },
): Promise<Outcome<{ number: number }, AgreementRefusal>> {
	const opened = await openForWriting(work, agreementId, version);
	if (opened.refused) return opened;
	const refusals = refuseProposal(opened.done);
	if (refusals.length > 0) return refusedAll(refusals);
	const { agreement, organisationId, parties } = opened.done;
	const body = contentOf(opened.done);
	const fingerprint = fingerprintOf(body);
	const [last] = await contents.listContents(work, agreement);
	if (last?.fingerprint === fingerprint) return refused("nothing-new");
	const number = agreement.contentVersion + 1;
	const { readers, writers } = accessIn("negotiating", opened.done);
	const change = { content_version: number, state: "negotiating" as const };
	if (!(await store.updateAgreement(work, agreement, change))) return refused("changed-by-another");
	await store.giveAccess(work, agreement, { readers, writers, published: false });
	await contents.insertContent(
		work,
		agreement,
		{ number, body, fingerprint, message, madeFor: organisationId, madeBy: nameOfActor(work) },
		readers,
	);
	for (const party of parties)
		await partyStore.updateParty(
			work,
			agreement,
			party.organisationId,
			party.organisationId === organisationId
				? { ...partyStore.unanswered, ...approvedNow(work, number, nameOfActor(work)) }
				: partyStore.unanswered,
		);
	await tellLife(work, opened.done, { what: "put-forward", number, note: message }, "negotiating");
	await record(work, {
		...{ verb: "agreement.put-forward", objectKind: "agreement", objectId: agreementId, detail: { number } },
	});
	await tellParties(work, opened.done, "put-forward", message);
	return done({ number });
}

/** Every text put forward, newest first, and whether the text as it stands differs from the newest. */
export async function listVersions(
	work: Work,
	opened: WholeAgreement,
): Promise<{ readonly versions: readonly Omit<ContentVersion, "body">[]; readonly changedSince: boolean }> {
	const rows = await contents.listContents(work, opened.agreement);
	const names = await nameOrganisations(
		work,
		rows.map(({ madeFor }) => madeFor),
	);
	return {
		versions: rows.map((row) => ({ ...row, madeForName: names.get(row.madeFor)?.name ?? "" })),
		changedSince: rows[0] !== undefined && rows[0].fingerprint !== fingerprintOf(contentOf(opened)),
	};
}

/** The text put forward with a number; null: as it stands now. */
export async function readContent(work: Work, opened: Opened, number: number | null): Promise<Content | undefined> {
	if (number === null) return contentOf(opened);
	const row = await contents.findContent(work, opened.agreement, number);
	return row === undefined ? undefined : content.parse(row.body);
}

/** Where two texts differ; null for a number is the text as it stands now. */
export async function compareVersions(
	work: Work,
	opened: Opened,
	before: number | null,
	after: number | null,
): Promise<
	{ readonly before: Content; readonly after: Content; readonly differences: readonly Difference[] } | undefined
> {
	const [one, other] = [await readContent(work, opened, before), await readContent(work, opened, after)];
	return one && other ? { before: one, after: other, differences: differences(one, other) } : undefined;
}

/** Approves the text put forward last, on behalf of the organisation acted for; not one that has been changed since. */
export async function approve(
	work: Work,
	agreementId: string,
	number: number,
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { agreement, can } = opened.done;
	if (!can.approve) return refused(agreement.contentVersion === 0 ? "not-put-forward" : "not-allowed");
	return approveFor(work, opened.done, number, nameOfActor(work));
}

/** Approves for the party an agreement is opened for; whether it may has been judged. */
export async function approveFor(
	work: Work,
	opened: Opened,
	number: number,
	by: string | null,
): Promise<Outcome<undefined, AgreementRefusal>> {
	const { agreement, organisationId, parties } = opened;
	if (number !== agreement.contentVersion) return refused("text-changed");
	if (!parties.some((party) => party.organisationId === organisationId)) return refused("not-allowed");
	const change = { ...partyStore.unanswered, ...approvedNow(work, number, by) };
	await partyStore.updateParty(work, agreement, organisationId, change);
	await tellLife(work, opened, { what: "approved", number, ...(by === null ? {} : { by }) });
	await record(work, {
		...{ verb: "agreement.approve", objectKind: "agreement", objectId: agreement.id, detail: { number } },
	});
	await tellParties(work, opened, "approved", "");
	return done(undefined);
}

function approvedNow({ now }: Work, number: number, by: string | null) {
	return { approved_version: number, approved_at: now, approved_by: by };
}

/**
 * Says no to the text put forward last, on behalf of the organisation acted for, and why. The talks go on: the text can be
 * changed and put forward anew, and the answer can be changed.
 */
export async function decline(
	work: Work,
	agreementId: string,
	{ number, reason }: { readonly number: number; readonly reason: string },
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { agreement, can } = opened.done;
	if (!can.approve) return refused(agreement.contentVersion === 0 ? "not-put-forward" : "not-allowed");
	return declineFor(work, opened.done, { number, reason }, nameOfActor(work));
}

/** Says no for the party an agreement is opened for; whether it may has been judged. */
export async function declineFor(
	work: Work,
	opened: Opened,
	{ number, reason }: { readonly number: number; readonly reason: string },
	by: string | null,
): Promise<Outcome<undefined, AgreementRefusal>> {
	const { agreement, organisationId, parties } = opened;
	if (number !== agreement.contentVersion) return refused("text-changed");
	if (!parties.some((party) => party.organisationId === organisationId)) return refused("not-allowed");
	const change = { ...partyStore.unanswered, declined_version: number, declined_because: reason };
	await partyStore.updateParty(work, agreement, organisationId, change);
	await tellLife(work, opened, { what: "declined", number, note: reason, ...(by === null ? {} : { by }) });
	await record(work, {
		...{ verb: "agreement.decline", objectKind: "agreement", objectId: agreement.id, detail: { number } },
	});
	await tellParties(work, opened, "declined", reason, "/negotiation");
	return done(undefined);
}

/**
 * Closes the text for signing. All who sign have approved the version put forward last, and nothing has been changed
 * since: what is signed is what was approved.
 */
export async function openForSigning(
	work: Work,
	agreementId: string,
	version: number,
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, version);
	if (opened.refused) return opened;
	const { agreement, can, parties } = opened.done;
	if (agreement.state !== "negotiating") return refused("wrong-state");
	if (agreement.contentVersion === 0) return refused("not-put-forward");
	const waiting = yetToApprove(agreement.contentVersion, parties);
	if (waiting.length > 0)
		return refused("not-all-approved", { detail: { names: waiting.map(({ name }) => name).join(", ") } });
	if (!can.openForSigning) return refused("not-allowed");
	if ((await listVersions(work, opened.done)).changedSince) return refused("text-changed");
	return step(work, opened.done, "signing", "opened-for-signing");
}

/** Takes the text up again before anybody has signed. */
export async function reopen(
	work: Work,
	agreementId: string,
	{ version, reason }: { readonly version: number; readonly reason: string },
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, version);
	if (opened.refused) return opened;
	const { agreement, can, parties } = opened.done;
	if (agreement.state !== "signing") return refused("wrong-state");
	if (parties.some(({ signedOn }) => signedOn !== null)) return refused("already-signed");
	if (!can.reopen) return refused("not-allowed");
	return step(work, opened.done, "negotiating", "reopened", reason);
}

/** Ends negotiations without an agreement; what was written stays readable. */
export async function withdraw(
	work: Work,
	agreementId: string,
	{ version, reason }: { readonly version: number; readonly reason: string },
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, version);
	if (opened.refused) return opened;
	if (!opened.done.can.withdraw) return refused("wrong-state");
	return step(work, opened.done, "withdrawn", "withdrawn", reason);
}

async function step(
	work: Work,
	opened: Opened,
	state: "signing" | "negotiating" | "withdrawn",
	what: "opened-for-signing" | "reopened" | "withdrawn",
	note = "",
): Promise<Outcome<undefined, AgreementRefusal>> {
	const { agreement } = opened;
	if (!(await store.updateAgreement(work, agreement, { state }))) return refused("changed-by-another");
	await store.giveAccess(work, agreement, { ...accessIn(state, opened), published: false });
	await tellLife(work, opened, { what, note }, state);
	await record(work, { verb: `agreement.${what}`, objectKind: "agreement", objectId: agreement.id });
	await tellParties(work, opened, what, note);
	return done(undefined);
}

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
