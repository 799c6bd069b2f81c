import type { Work } from "../../database/work.server.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../outcome.ts";
import type { AgreementRefusal } from "./contract.ts";
import { nameOfActor, type Opened, openAgreement, tellLife } from "./open.server.ts";
import * as partyStore from "./party.store.server.ts";
import { tellParties } from "./tell.server.ts";

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

/** What stands of a party that approves a text now. */
export function approvedNow({ now }: Work, number: number, by: string | null) {
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
