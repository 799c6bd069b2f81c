import { newId, type Work } from "../../database/work.server.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../outcome.ts";
import { nameUnits } from "../organisation/service.server.ts";
import type { ProvisionKind } from "./codes.ts";
import { heldMeasure } from "./codes.ts";
import type { AgreementRefusal, CommitmentFacts, ThemeContact, ThemeFacts } from "./contract.ts";
import { openForWriting } from "./draft.server.ts";
import { accessIn, type Opened, openAgreement } from "./open.server.ts";
import * as parts from "./part.store.server.ts";
import * as partyStore from "./party.store.server.ts";
import { unitNamed } from "./unit.ts";

type Changed = Promise<Outcome<{ readonly id: string }, AgreementRefusal>>;

/** Adds a theme at the end of the text. */
export async function addTheme(work: Work, agreementId: string, facts: ThemeFacts): Changed {
	const opened = await openForWriting(work, agreementId);
	if (opened.refused) return opened;
	const refusals = refuseTheme(opened.done, facts, null);
	if (refusals.length > 0) return refusedAll(refusals);
	const { agreement, themes } = opened.done;
	const id = newId();
	const sort = Math.max(-1, ...themes.map((theme) => theme.sort)) + 1;
	await parts.insertTheme(work, agreement, { ...facts, id, sort }, accessIn(agreement.state, opened.done));
	await note(work, agreementId, "agreement.add-theme", { theme: facts.theme });
	return done({ id });
}

/** Changes a theme in the version that was looked at: two who write the same theme at once never overwrite each other. */
export async function changeTheme(
	work: Work,
	agreementId: string,
	themeId: string,
	{ version, ...facts }: ThemeFacts & { readonly version: number },
): Changed {
	const opened = await openForWriting(work, agreementId);
	if (opened.refused) return opened;
	if (!opened.done.themes.some(({ id }) => id === themeId)) return refused("part-unknown");
	const refusals = refuseTheme(opened.done, facts, themeId);
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await parts.updateTheme(work, opened.done.agreement, themeId, facts, version)))
		return refused("changed-by-another");
	await note(work, agreementId, "agreement.change-theme", { theme: facts.theme });
	return done({ id: themeId });
}

function refuseTheme({ themes }: Opened, facts: ThemeFacts, own: string | null): readonly Refusal<AgreementRefusal>[] {
	const refusals: Refusal<AgreementRefusal>[] = [];
	if (facts.theme === "other" && !facts.name) refusals.push({ code: "needs-name", field: "name" });
	if (facts.theme !== "other" && themes.some(({ id, theme }) => theme === facts.theme && id !== own))
		refusals.push({ code: "theme-twice", field: "theme" });
	if (facts.planFrom !== null && facts.planUntil !== null && facts.planUntil < facts.planFrom)
		refusals.push({ code: "ends-before-start", field: "planUntil" });
	return refusals;
}

/** Takes a theme out, with its contacts and commitments. */
export async function removeTheme(work: Work, agreementId: string, themeId: string): Changed {
	const opened = await openForWriting(work, agreementId);
	if (opened.refused) return opened;
	const theme = opened.done.themes.find(({ id }) => id === themeId);
	if (!theme) return refused("part-unknown");
	await parts.deleteTheme(work, opened.done.agreement, themeId);
	await note(work, agreementId, "agreement.remove-theme", { theme: theme.theme });
	return done({ id: themeId });
}

/** Adds a promise to a theme. */
/** The unit of a party that a commitment says it holds at. */
async function unitMeant(work: Work, { parties }: Opened, { unitName }: CommitmentFacts) {
	const units =
		unitName === null
			? []
			: await nameUnits(
					work,
					parties.map(({ organisationId }) => organisationId),
				);
	return unitNamed(unitName, units, parties);
}

export async function addCommitment(work: Work, agreementId: string, facts: CommitmentFacts): Changed {
	const opened = await openForWriting(work, agreementId);
	if (opened.refused) return opened;
	const refusals = refuseCommitment(opened.done, facts);
	if (refusals.length > 0) return refusedAll(refusals);
	const { agreement, commitments } = opened.done;
	const id = newId();
	const sort = Math.max(-1, ...commitments.map((one) => one.sort)) + 1;
	const where = await unitMeant(work, opened.done, facts);
	await parts.insertCommitment(
		work,
		agreement,
		{ ...facts, ...where, id, sort },
		accessIn(agreement.state, opened.done),
	);
	await note(work, agreementId, "agreement.add-commitment", { what: facts.what });
	return done({ id });
}

export async function changeCommitment(
	work: Work,
	agreementId: string,
	commitmentId: string,
	{ version, ...facts }: CommitmentFacts & { readonly version: number },
): Changed {
	const opened = await openForWriting(work, agreementId);
	if (opened.refused) return opened;
	if (!opened.done.commitments.some(({ id }) => id === commitmentId)) return refused("part-unknown");
	const refusals = refuseCommitment(opened.done, facts);
	if (refusals.length > 0) return refusedAll(refusals);
	const written = { ...facts, ...(await unitMeant(work, opened.done, facts)) };
	if (!(await parts.updateCommitment(work, opened.done.agreement, commitmentId, written, version)))
		return refused("changed-by-another");
	await note(work, agreementId, "agreement.change-commitment", { what: facts.what });
	return done({ id: commitmentId });
}

function refuseCommitment({ themes, parties }: Opened, facts: CommitmentFacts): readonly Refusal<AgreementRefusal>[] {
	const refusals: Refusal<AgreementRefusal>[] = [];
	if (!themes.some(({ id }) => id === facts.themeId)) refusals.push({ code: "part-unknown", field: "themeId" });
	if (!parties.some(({ organisationId }) => organisationId === facts.partyId))
		refusals.push({ code: "party-unknown", field: "partyId" });
	if (facts.firstDay !== null && facts.lastDay !== null && facts.lastDay < facts.firstDay)
		refusals.push({ code: "ends-before-start", field: "lastDay" });
	if (facts.measure === heldMeasure && facts.per === "whole") refusals.push({ code: "share-per-year", field: "per" });
	return refusals;
}

export async function removeCommitment(work: Work, agreementId: string, commitmentId: string): Changed {
	const opened = await openForWriting(work, agreementId);
	if (opened.refused) return opened;
	const commitment = opened.done.commitments.find(({ id }) => id === commitmentId);
	if (!commitment) return refused("part-unknown");
	await parts.deleteCommitment(work, opened.done.agreement, commitmentId);
	await note(work, agreementId, "agreement.remove-commitment", { what: commitment.what });
	return done({ id: commitmentId });
}

/** Says what the agreement says on a matter, in the version looked at (null: nothing was said); an empty text takes it out. */
export async function setProvision(
	work: Work,
	agreementId: string,
	{ kind, body, version }: { readonly kind: ProvisionKind; readonly body: string; readonly version: number | null },
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openForWriting(work, agreementId);
	if (opened.refused) return opened;
	const { agreement } = opened.done;
	if (body === "" && version === null) return done(undefined);
	const written =
		body === "" && version !== null
			? await parts.deleteProvision(work, agreement, kind, version)
			: await parts.writeProvision(work, agreement, { kind, body }, version, accessIn(agreement.state, opened.done));
	if (!written) return refused("changed-by-another");
	await note(work, agreementId, "agreement.change-provision", { kind });
	return done(undefined);
}

/** Says who answers for a theme at a party, also while the agreement is in force: people change, the text stands. */
export async function setContact(
	work: Work,
	agreementId: string,
	contact: Omit<ThemeContact, "version">,
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { can, agreement, themes, parties } = opened.done;
	if (!can.edit && !can.follow) return refused("not-allowed");
	if (!themes.some(({ id }) => id === contact.themeId)) return refused("part-unknown");
	if (!parties.some(({ organisationId }) => organisationId === contact.partyId)) return refused("party-unknown");
	await parts.writeContact(work, agreement, contact, accessIn(agreement.state, opened.done).readers);
	await note(work, agreementId, "agreement.change-contact", { partyId: contact.partyId });
	return done(undefined);
}

/** Who coordinates the agreement at a party, who stands in, which side it is on and whether it signs. */
export type PartyFacts = {
	readonly side: "service" | "education" | "other";
	readonly signs: boolean;
	readonly coordinatorName: string | null;
	readonly coordinatorEmail: string | null;
	readonly deputyName: string | null;
	readonly deputyEmail: string | null;
	readonly version: number;
};

/** Changes what stands of a party; side and signature only while the text is written. */
export async function changeParty(
	work: Work,
	agreementId: string,
	partyId: string,
	{ version, ...facts }: PartyFacts,
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { can, agreement, parties } = opened.done;
	if (!can.edit && !can.follow) return refused("not-allowed");
	const party = parties.find(({ organisationId }) => organisationId === partyId);
	if (!party) return refused("party-unknown");
	if (!can.edit && (party.side !== facts.side || party.signs !== facts.signs)) return refused("text-locked");
	const changed = await partyStore.updateParty(
		work,
		agreement,
		partyId,
		{
			...{ side: facts.side, signs: facts.signs, coordinator_name: facts.coordinatorName },
			...{ coordinator_email: facts.coordinatorEmail, deputy_name: facts.deputyName },
			deputy_email: facts.deputyEmail,
		},
		version,
	);
	if (!changed) return refused("changed-by-another");
	await note(work, agreementId, "agreement.change-party", { partyId });
	return done(undefined);
}

async function note(work: Work, agreementId: string, verb: string, detail: Readonly<Record<string, string>>) {
	await record(work, { verb, objectKind: "agreement", objectId: agreementId, detail });
}
