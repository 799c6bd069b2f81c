import { createHash } from "node:crypto";
import type { Work } from "../../database/work.server.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../outcome.ts";
import { nameOrganisations } from "../organisation/service.server.ts";
import { approvedNow } from "./approval.server.ts";
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
