import { newId, type Work } from "../../database/work.server.ts";
import { foldName } from "../../geography/search.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../outcome.ts";
import { isId } from "../organisation/contract.ts";
import { nameOrganisations, readVocabulary, resolveOrganisation } from "../organisation/service.server.ts";
import type { AgreementFacts, AgreementRefusal, NewAgreement, Party, WholeAgreement } from "./contract.ts";
import { accessIn, keptBy, type Opened, openAgreement, tellLife } from "./open.server.ts";
import * as parts from "./part.store.server.ts";
import * as partyStore from "./party.store.server.ts";
import { refuseFacts, sideOf } from "./rules.ts";
import * as store from "./store.server.ts";

/** What an agreement is found by: its title and the names of its parties. */
export function searchNameOf(title: string, parties: readonly { readonly name: string }[]): string {
	return foldName([title, ...parties.map(({ name }) => name)].join(" "));
}

/**
 * Starts an agreement as a draft that the organisation acted for keeps and is itself a party to. The other parties see
 * nothing of it before it is put forward. Each theme asked for begins empty.
 */
export async function createAgreement(
	work: Work,
	{ partyIds, themes, ...facts }: NewAgreement,
): Promise<Outcome<{ id: string }, AgreementRefusal>> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	const others = [...new Set(partyIds)].filter((id) => id !== organisationId);
	const refusals: Refusal<AgreementRefusal>[] = [...refuseFacts(facts), ...(await judgeSector(work, facts))];
	for (const partyId of others)
		refusals.push(...(await judgeParty(work, partyId, `partyIds.${partyIds.indexOf(partyId)}`)));
	const parent = await judgeParent(work, facts.parentId, null);
	if (parent.refused) refusals.push(...parent.refused);
	if (refusals.length > 0 || parent.refused) return refusedAll(refusals);
	const names = await nameOrganisations(work, [organisationId, ...others]);
	const id = newId();
	const key = { organisationId, id };
	const access = { readers: [organisationId], writers: [organisationId] };
	await store.insertAgreement(work, {
		...{ ...facts, organisationId, id, followsOrganisationId: null, followsId: null },
		...{ parentOrganisationId: parent.done.organisationId, searchName: searchNameOf(facts.title, [...names.values()]) },
	});
	for (const partyId of [organisationId, ...others])
		await partyStore.insertParty(
			work,
			key,
			{ organisationId: partyId, side: sideOf(names.get(partyId)?.kind ?? ""), signs: true },
			access.readers,
		);
	for (const [sort, theme] of [...new Set(themes)].entries())
		await parts.insertTheme(work, key, { ...emptyTheme, theme, id: newId(), sort }, access);
	await store.insertEvent(
		work,
		key,
		{ what: "created", partyId: organisationId, personName: null, note: null, number: null },
		access.readers,
	);
	await record(work, { verb: "agreement.create", objectKind: "agreement", objectId: id, organisationId });
	return done({ id });
}

export const emptyTheme = {
	...{ name: null, goal: "", responsibility: "", obligations: "", payer: "", arena: "", meetingsAYear: null },
	...{ planName: "", planDecision: "", planFrom: null, planUntil: null, note: "" },
};

async function judgeParty(work: Work, partyId: string, field: string): Promise<Refusal<AgreementRefusal>[]> {
	if (!isId(partyId)) return [{ code: "organisation-unknown", field }];
	const heirs = await resolveOrganisation(work, partyId);
	if (heirs.length === 0) return [{ code: "organisation-unknown", field }];
	if (heirs.some(({ id }) => id === partyId)) return [];
	return [{ code: "organisation-ended", field, detail: { heirs: heirs.map(({ name }) => name).join(", ") } }];
}

async function judgeSector(
	work: Work,
	{ sector }: Pick<AgreementFacts, "sector">,
): Promise<Refusal<AgreementRefusal>[]> {
	if (sector === null || (await readVocabulary(work)).sectors.some(({ code }) => code === sector)) return [];
	return [{ code: "sector-unknown", field: "sector" }];
}

/** The agreement another lies under: one the asker may read, and not itself or one below it. */
async function judgeParent(
	work: Work,
	parentId: string | null,
	own: string | null,
): Promise<Outcome<{ readonly organisationId: string | null }, AgreementRefusal>> {
	if (parentId === null) return done({ organisationId: null });
	const parent = isId(parentId) ? await store.findAgreement(work, parentId) : undefined;
	if (!parent) return refused("parent-unknown", { field: "parentId" });
	let above: typeof parent | undefined = parent;
	for (let depth = 0; above && depth < 20; depth++) {
		if (above.id === own) return refused("parent-circle", { field: "parentId" });
		above = above.parentId === null ? undefined : await store.findAgreement(work, above.parentId);
	}
	return done({ organisationId: parent.organisationId });
}

/** Opens an agreement whose text can be written now, by the asker. */
export async function openForWriting(
	work: Work,
	agreementId: string,
	version: number | null = null,
): Promise<Outcome<Opened, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, version);
	if (opened.refused) return opened;
	if (opened.done.can.edit) return opened;
	return refused(["draft", "negotiating"].includes(opened.done.agreement.state) ? "not-allowed" : "text-locked");
}

/** Changes what is said of the agreement itself. */
export async function changeFacts(
	work: Work,
	agreementId: string,
	{ version, ...facts }: AgreementFacts & { readonly version: number },
): Promise<Outcome<{ version: number }, AgreementRefusal>> {
	const opened = await openForWriting(work, agreementId, version);
	if (opened.refused) return opened;
	const { agreement, parties } = opened.done;
	const keepsParent = facts.parentId === agreement.parentId;
	const parent = await judgeParent(work, keepsParent ? null : facts.parentId, agreementId);
	const refusals = [...refuseFacts(facts), ...(await judgeSector(work, facts)), ...(parent.refused ?? [])];
	if (refusals.length > 0 || parent.refused) return refusedAll(refusals);
	const { parent_organisation_id, ...columns } = store.factColumns(facts, parent.done.organisationId);
	const changed = await store.updateAgreement(work, agreement, {
		...columns,
		...(keepsParent ? {} : { parent_organisation_id }),
		search_name: searchNameOf(facts.title, parties),
	});
	if (!changed) return refused("changed-by-another");
	await record(work, { verb: "agreement.change", objectKind: "agreement", objectId: agreementId });
	return done({ version: version + 1 });
}

/** Takes a party in. Where the text is already negotiated it sees it from now on. */
export async function addParty(
	work: Work,
	agreementId: string,
	partyId: string,
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openForWriting(work, agreementId);
	if (opened.refused) return opened;
	const { agreement, parties } = opened.done;
	if (parties.some(({ organisationId }) => organisationId === partyId))
		return refused("party-stands", { field: "partyId" });
	const refusals = await judgeParty(work, partyId, "partyId");
	if (refusals.length > 0) return refusedAll(refusals);
	const other = (await nameOrganisations(work, [partyId])).get(partyId);
	await partyStore.insertParty(
		work,
		agreement,
		{ organisationId: partyId, side: sideOf(other?.kind ?? ""), signs: true },
		accessIn(agreement.state, opened.done).readers,
	);
	await settleParties(work, opened.done, [...parties, { organisationId: partyId, name: other?.name ?? "" }]);
	await tellLife(work, opened.done, { what: "party-added", note: other?.name ?? "" });
	await record(work, {
		...{ verb: "agreement.add-party", objectKind: "agreement", objectId: agreementId, detail: { partyId } },
	});
	return done(undefined);
}

/** Leaves a party out, with what it promised. Who keeps the agreement stays. */
export async function removeParty(
	work: Work,
	agreementId: string,
	partyId: string,
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openForWriting(work, agreementId);
	if (opened.refused) return opened;
	const { agreement, parties } = opened.done;
	const party = parties.find(({ organisationId }) => organisationId === partyId);
	if (!party) return refused("party-unknown");
	if (partyId === agreement.organisationId) return refused("party-stands");
	await tellLife(work, opened.done, { what: "party-removed", partyId, note: party.name });
	await partyStore.deleteParty(work, agreement, partyId);
	await settleParties(
		work,
		opened.done,
		parties.filter(({ organisationId }) => organisationId !== partyId),
	);
	await record(work, {
		...{ verb: "agreement.remove-party", objectKind: "agreement", objectId: agreementId, detail: { partyId } },
	});
	return done(undefined);
}

/** Gives access to who are parties now, and has whatever was approved approved anew: the text has other parties. */
async function settleParties(
	work: Work,
	{ agreement, parties }: WholeAgreement,
	now: readonly Pick<Party, "organisationId" | "name">[],
): Promise<void> {
	await store.updateAgreement(work, agreement, { search_name: searchNameOf(agreement.title, now) });
	for (const { organisationId } of parties)
		await partyStore.updateParty(work, agreement, organisationId, partyStore.unanswered);
	await store.giveAccess(work, agreement, {
		...accessIn(agreement.state, { agreement, parties: now }),
		published: false,
	});
}
