import { newId, type Work } from "../../database/work.server.ts";
import { addDays, addYears } from "../../day.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../outcome.ts";
import { everyNameOf } from "../organisation/service.server.ts";
import type { AgreementRefusal, WholeAgreement } from "./contract.ts";
import { searchNameOf } from "./draft.server.ts";
import { keptBy, openAgreement, tellLife } from "./open.server.ts";
import * as parts from "./part.store.server.ts";
import * as partyStore from "./party.store.server.ts";
import { endPublication } from "./publish/store.server.ts";
import * as store from "./store.server.ts";
import { tellParties } from "./tell.server.ts";
import { findAsking, setAsking } from "./yearly/store.server.ts";

/** Ends an agreement before its time, from a day that is today or ahead; who ends it says why. */
export async function endAgreement(
	work: Work,
	agreementId: string,
	{ version, endsOn, reason }: { readonly version: number; readonly endsOn: string; readonly reason: string },
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, version);
	if (opened.refused) return opened;
	const { agreement, can } = opened.done;
	if (!can.end) return refused("wrong-state");
	if (endsOn < work.today) return refused("ends-before-today", { field: "endsOn" });
	if (!(await store.updateAgreement(work, agreement, { ended_on: endsOn, ended_reason: reason })))
		return refused("changed-by-another");
	await endPublication(work, agreement, endsOn);
	await tellLife(work, opened.done, { what: "ended", note: reason });
	await record(work, {
		...{ verb: "agreement.end", objectKind: "agreement", objectId: agreementId, detail: { endsOn } },
	});
	await tellParties(work, opened.done, "ended", reason);
	return done(undefined);
}

/** Removes a draft nobody else has seen. */
export async function removeDraft(
	work: Work,
	agreementId: string,
	version: number,
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, version);
	if (opened.refused) return opened;
	const { agreement, can } = opened.done;
	if (!can.remove) return refused("wrong-state");
	await store.deleteAgreement(work, agreement.organisationId, agreement.id);
	await record(work, { verb: "agreement.remove", objectKind: "agreement", objectId: agreementId });
	return done(undefined);
}

/** The days an agreement that follows another is offered: as long as the one before, from the day after it. */
export function daysAfter({ firstDay, lastDay }: Pick<WholeAgreement["agreement"], "firstDay" | "lastDay">): {
	firstDay: string | null;
	lastDay: string | null;
} {
	if (firstDay === null || lastDay === null) return { firstDay: null, lastDay: null };
	const next = addDays(lastDay, 1);
	const years = Math.max(1, Math.round((Date.parse(next) - Date.parse(firstDay)) / (365.25 * 86_400_000)));
	return { firstDay: next, lastDay: addDays(addYears(next, years), -1) };
}

/**
 * A new draft with the text of another that the asker may read: to renew or change it (`follows`: the same parties, from
 * the day it ends), or as a pattern for other parties. Commitments of parties that are not in the new one go to the
 * organisation acted for; `listToAdapt` says what to look at.
 */
export async function copyAgreement(
	work: Work,
	agreementId: string,
	{ title, follows }: { readonly title: string; readonly follows: boolean },
): Promise<Outcome<{ id: string }, AgreementRefusal>> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { agreement, parties, themes, commitments, provisions, contacts, can } = opened.done;
	if (follows && !can.renew) return refused("wrong-state");
	const isParty = parties.some((party) => party.organisationId === organisationId);
	const kept = follows ? parties : parties.filter((party) => party.organisationId === organisationId);
	const id = newId();
	const key = { organisationId, id };
	const access = { readers: [organisationId], writers: [organisationId] };
	const days = follows ? daysAfter(agreement) : { firstDay: null, lastDay: null };
	const left = parties.filter((party) => !kept.includes(party) && party.organisationId !== organisationId);
	await store.insertAgreement(work, {
		formerPartyIds: left.map((party) => party.organisationId),
		...{ ...agreement, ...key, ...days, title, parentId: follows ? agreement.parentId : null },
		...{ parentOrganisationId: null, searchName: searchNameOf(title, kept) },
		...{ followsOrganisationId: follows ? agreement.organisationId : null, followsId: follows ? agreement.id : null },
	});
	// A renewed agreement is asked about as the one before was: in its month, or not.
	if (follows) await setAsking(work, key, await findAsking(work, agreement));
	if (!isParty)
		await partyStore.insertParty(work, key, { organisationId, side: "service", signs: true }, access.readers);
	for (const party of kept) await partyStore.insertParty(work, key, party, access.readers);
	const ids = new Map(themes.map((theme) => [theme.id, newId()]));
	const newThemeId = (old: string) => ids.get(old) ?? old;
	for (const theme of themes) await parts.insertTheme(work, key, { ...theme, id: newThemeId(theme.id) }, access);
	for (const one of commitments) {
		const stays = (id: string | null) => kept.some((party) => party.organisationId === id);
		const partyId = stays(one.partyId) ? one.partyId : organisationId;
		// A unit of who is no party here is left as words, for whoever goes through the copy.
		const nowhere = stays(one.unitOrganisationId) ? {} : { unitOrganisationId: null, unitId: null };
		const copy = {
			...one,
			id: newId(),
			themeId: newThemeId(one.themeId),
			partyId,
			firstDay: null,
			lastDay: null,
			...nowhere,
		};
		await parts.insertCommitment(work, key, copy, access);
	}
	for (const { kind, body } of provisions) await parts.writeProvision(work, key, { kind, body }, null, access);
	for (const contact of contacts.filter(({ partyId }) => kept.some((party) => party.organisationId === partyId)))
		await parts.writeContact(work, key, { ...contact, themeId: newThemeId(contact.themeId) }, access.readers);
	await store.insertEvent(
		work,
		key,
		{ what: "copied", partyId: organisationId, personName: null, note: agreement.title, number: null },
		access.readers,
	);
	await record(work, {
		...{ verb: "agreement.copy", objectKind: "agreement", objectId: id, organisationId, detail: { from: agreementId } },
	});
	return done({ id });
}

/** What those are called who were parties to the text a draft was copied from, and are not to this one. */
export async function nameFormerParties(
	work: Work,
	{ agreement, parties }: WholeAgreement,
): Promise<readonly (readonly string[])[]> {
	const former = await store.findFormerParties(work, agreement);
	const names = await everyNameOf(
		work,
		former.filter((id) => !parties.some(({ organisationId }) => organisationId === id)),
	);
	return [...names.values()];
}
