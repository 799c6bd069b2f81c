import type { Work } from "../../database/work.server.ts";
import { addDays, dayOf } from "../../day.ts";
import { record } from "../../identity/audit.server.ts";
import { revokeLinksTo, spendLink } from "../../identity/link-token.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../outcome.ts";
import { findContent } from "./content.store.server.ts";
import type { AgreementRefusal, Party, Signature, SigningWay } from "./contract.ts";
import { accessIn, type Opened, openAgreement, readWhole, tellLife } from "./open.server.ts";
import * as partyStore from "./party.store.server.ts";
import { type LinkFor, linkToParty, type PartyLink } from "./party-link.server.ts";
import { endPublication } from "./publish/store.server.ts";
import { type Can, countedOf, maySign, yetToSign } from "./rules.ts";
import * as store from "./store.server.ts";
import { tellParties } from "./tell.server.ts";

/** A link by which a party without an account signs. */
export const signPurpose = "agreement-sign";
const linkDays = 60;

/**
 * Signs for a party. On the page whoever leads the party signs; what was signed on paper is written down by any party,
 * with the signed file beside. The text signed is named by its fingerprint, so nobody signs another than they saw.
 * When the last one signs, the agreement is made, and one that it follows ends the day before it begins.
 */
export async function sign(
	work: Work,
	agreementId: string,
	given: Signature,
	way: Exclude<SigningWay, "link">,
): Promise<Outcome<{ complete: boolean }, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { can, asker, agreement, organisationId } = opened.done;
	if (agreement.state !== "signing") return refused("wrong-state");
	if (!can.sign) return refused("not-allowed");
	if (way === "page" && (given.partyId !== organisationId || !maySign(asker))) return refused("not-allowed");
	return signFor(work, opened.done, given, way);
}

/** Nothing of what the pages of the parties offer: a link opens one deed by itself. */
export const nothing: Can = {
	...{ edit: false, propose: false, comment: false, approve: false, openForSigning: false, sign: false },
	...{ reopen: false, withdraw: false, remove: false, publish: false, end: false, renew: false, follow: false },
};

/** Signs by a link, once, for the party the link was made for. */
export async function signByLink(
	work: Work,
	given: Omit<Signature, "partyId">,
): Promise<Outcome<{ complete: boolean }, AgreementRefusal | "link-spent">> {
	const opened = await openSigningLink(work);
	if (opened.refused) return opened;
	const { whole, party } = opened.done;
	if (whole.agreement.state !== "signing") return refused("wrong-state");
	// Used up first: what is signed below withdraws every other link to the party.
	const spent = await spendLink(work, signPurpose);
	return spent.refused ? spent : signFor(work, whole, { ...given, partyId: party.organisationId }, "link");
}

/** The agreement and the party a signing link is for. */
export async function openSigningLink(
	work: Work,
): Promise<Outcome<{ readonly whole: Opened; readonly party: Party }, AgreementRefusal>> {
	const { actor } = work;
	if (actor.kind !== "link" || actor.purpose !== signPurpose) return refused("missing");
	const agreementId = await partyStore.findAgreementOf(work, actor.objectId);
	const whole = agreementId === undefined ? undefined : await readWhole(work, agreementId);
	const party = whole?.parties.find(({ id }) => id === actor.objectId);
	if (!whole || !party) return refused("missing");
	const asker = { organisationId: party.organisationId, system: false, holdings: [] };
	return done({
		party,
		whole: { ...whole, organisationId: party.organisationId, asker, can: nothing },
	});
}

async function signFor(
	work: Work,
	opened: Opened,
	given: Signature,
	way: SigningWay,
): Promise<Outcome<{ complete: boolean }, AgreementRefusal>> {
	const { agreement, parties } = opened;
	const party = parties.find(({ organisationId }) => organisationId === given.partyId);
	if (!party?.signs) return refused("party-unknown");
	if (party.signedOn !== null) return refused("already-signed");
	const text = await findContent(work, agreement, agreement.contentVersion);
	if (!text || text.fingerprint !== given.fingerprint) return refused("text-changed");
	const refusals: Refusal<AgreementRefusal>[] = [];
	if (given.signedOn > work.today) refusals.push({ code: "in-the-future", field: "signedOn" });
	if (given.signedOn < dayOf(text.madeAt)) refusals.push({ code: "before-text", field: "signedOn" });
	if (refusals.length > 0) return refusedAll(refusals);
	const { actor } = work;
	const evidence = {
		...{ fingerprint: text.fingerprint, version: text.number, at: work.now.toISOString() },
		...(actor.kind === "link" ? { link: actor.tokenId } : {}),
		...(actor.kind === "person" ? { writtenBy: actor.personId } : {}),
	};
	await partyStore.updateParty(work, agreement, party.organisationId, {
		...{ signed_by: given.name, signed_as: given.as, signed_on: given.signedOn, signed_at: work.now, signed_way: way },
		evidence: JSON.stringify(evidence),
	});
	await revokeLinksTo(work, { kind: "agreement-party", id: party.id }, signPurpose);
	await tellLife(work, opened, { what: "signed", partyId: party.organisationId, note: `${given.name}, ${given.as}` });
	await record(work, {
		...{ verb: "agreement.sign", objectKind: "agreement", objectId: agreement.id },
		detail: { partyId: party.organisationId, way, fingerprint: text.fingerprint },
	});
	const left = yetToSign(parties).filter(({ organisationId }) => organisationId !== party.organisationId);
	if (left.length === 0) await make(work, opened);
	await tellParties(work, opened, left.length === 0 ? "in-force" : "signed", "");
	return done({ complete: left.length === 0 });
}

/** All have signed: the agreement is made, and the one it follows ends. */
async function make(work: Work, opened: Opened): Promise<void> {
	const { agreement } = opened;
	const counted = countedOf(opened);
	await store.updateAgreement(work, agreement, {
		...{ state: "signed", signed_at: work.now, theme_codes: [...counted.themes] },
		...{ sector_codes: [...counted.sectors], has_arena: counted.hasArena },
	});
	await store.giveAccess(work, agreement, { ...accessIn("signed", opened), published: false });
	await tellLife(work, opened, { what: "made" }, "signed");
	if (agreement.followsId === null || agreement.firstDay === null) return;
	const before = await readWhole(work, agreement.followsId);
	if (before?.agreement.state !== "signed") return;
	const endsOn = addDays(agreement.firstDay, -1);
	const last = before.agreement.endedOn ?? before.agreement.lastDay;
	if (last !== null && last <= endsOn) return;
	await store.updateAgreement(work, before.agreement, { ended_on: endsOn, ended_reason: null });
	await endPublication(work, before.agreement, endsOn);
	await tellLife(
		work,
		{ ...before, organisationId: opened.organisationId },
		{ what: "followed", note: agreement.title },
	);
}

/** Makes a link by which a party signs without an account: for the one who sends it to hand over. Given here only. */
export async function makeSigningLink(
	work: Work,
	agreementId: string,
	partyId: string,
	to: LinkFor,
): Promise<Outcome<PartyLink, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { agreement, can, parties } = opened.done;
	if (agreement.state !== "signing") return refused("wrong-state");
	if (!can.sign) return refused("not-allowed");
	const party = parties.find(({ organisationId }) => organisationId === partyId);
	if (!party?.signs) return refused("party-unknown");
	if (party.signedOn !== null) return refused("already-signed");
	return done(await linkToParty(work, opened.done, party, { purpose: signPurpose, days: linkDays, to }));
}
