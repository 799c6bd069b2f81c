import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { record } from "../../../identity/audit.server.ts";
import { notify } from "../../../notice/service.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../../outcome.ts";
import { findArenas } from "../../../registry/arenas.server.ts";
import { isId } from "../../organisation/contract.ts";
import { nameOrganisations, resolveOrganisation } from "../../organisation/service.server.ts";
import { themes } from "../codes.ts";
import { createAgreement } from "../draft.server.ts";
import { keptBy, nameOfActor } from "../open.server.ts";
import { listKeepers } from "../tell.server.ts";
import type {
	CoverageRefusal,
	CoveredMunicipality,
	Interest,
	Invitation,
	NewInterest,
	NewInvitation,
	UnmetParty,
	WeakAgreement,
} from "./contract.ts";
import { readCoverage } from "./country.server.ts";
import { agreementInvited } from "./notices.ts";
import { readRegion } from "./region.store.server.ts";
import { isBroker } from "./rules.ts";
import * as store from "./store.server.ts";

export { readCoverage } from "./country.server.ts";

/** An arena that has not met for so many days is not where an agreement is followed up. */
const longSince = 365;

/** Parties to own agreements in force that are met nowhere, as far as the arenas the asker may read tell. */
export async function listUnmet(work: Work): Promise<readonly UnmetParty[]> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return [];
	const rows = await store.listPartners(work, organisationId);
	const ids = [...new Set(rows.map(({ partyId }) => partyId))];
	if (ids.length === 0) return [];
	const arenas = (await findArenas(work, ids)).toSorted((one, other) =>
		(other.lastMetOn ?? "").localeCompare(one.lastMetOn ?? ""),
	);
	const names = await nameOrganisations(work, ids);
	const since = addDays(work.today, -longSince);
	return ids.flatMap((id): UnmetParty[] => {
		const arena = arenas.find((one) => one.organisationId === id) ?? null;
		if (arena?.lastMetOn && arena.lastMetOn >= since) return [];
		const agreements = rows.filter(({ partyId }) => partyId === id).map((row) => ({ id: row.id, title: row.title }));
		return [{ id, name: names.get(id)?.name ?? "", agreements, arena }];
	});
}

/** Own agreements that hold and are not followed up anywhere, or hang on one person at a party. */
export async function listWeakAgreements(work: Work): Promise<readonly WeakAgreement[]> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return [];
	const rows = await store.listWeak(work, organisationId);
	const names = await nameOrganisations(work, [...new Set(rows.flatMap(({ onePersonIds }) => onePersonIds))]);
	return rows.map(({ id, title, noArena, onePersonIds }) => ({
		...{ id, title, noArena, onePerson: onePersonIds.flatMap((one) => names.get(one)?.name ?? []) },
	}));
}

/** Municipalities of a broker's region without any agreement that can be seen, by name. */
export async function listGaps(work: Work): Promise<readonly Pick<CoveredMunicipality, "id" | "name" | "campus">[]> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return [];
	const region = await readRegion(work, organisationId);
	const { municipalities } = await readCoverage(work, {});
	return municipalities
		.filter(({ id, coverage }) => coverage === "none" && (region === null || region.has(id)))
		.map(({ id, name, campus }) => ({ id, name, campus }));
}

/**
 * Themes somebody wants: for one who keeps agreements their organisation's own, those others want with it or with
 * anybody; for a broker every one of its region.
 */
export async function listInterests(work: Work): Promise<readonly Interest[]> {
	const { actor } = work;
	const organisationId = await keptBy(work);
	if (organisationId === undefined || actor.kind !== "person") return [];
	const broker = isBroker(actor.organisationKind ?? "");
	const region = broker ? await readRegion(work, organisationId) : null;
	const rows = (await store.listInterests(work, broker ? { all: true } : { own: organisationId })).filter(
		(row) => region === null || region.has(row.organisationId) || (row.withId !== null && region.has(row.withId)),
	);
	const names = await nameOrganisations(work, [
		...new Set(rows.flatMap((row) => [row.organisationId, ...(row.withId === null ? [] : [row.withId])])),
	]);
	return rows.map((row) => ({
		...row,
		organisationName: names.get(row.organisationId)?.name ?? "",
		withName: row.withId === null ? null : (names.get(row.withId)?.name ?? ""),
	}));
}

/** Says that the organisation acted for wants an agreement about a theme; anyone signed in can see it. */
export async function addInterest(work: Work, given: NewInterest): Promise<Outcome<{ id: string }, CoverageRefusal>> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	if (given.withId === organisationId) return refused("own-organisation", { field: "withId" });
	const judged = given.withId === null ? [] : await judge(work, given.withId, "withId");
	if (judged.length > 0) return refusedAll(judged);
	const id = await store.insertInterest(work, organisationId, given);
	if (id === null) return refused("interest-stands", { field: "theme" });
	await record(work, {
		...{ verb: "agreement.add-interest", objectKind: "organisation", objectId: organisationId },
		detail: { theme: given.theme },
	});
	return done({ id });
}

export async function removeInterest(work: Work, id: string): Promise<Outcome<undefined, CoverageRefusal>> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	if (!isId(id) || !(await store.deleteInterest(work, organisationId, id))) return refused("missing");
	await record(work, {
		...{ verb: "agreement.remove-interest", objectKind: "organisation", objectId: organisationId },
	});
	return done(undefined);
}

async function judge(work: Work, organisationId: string, field: string): Promise<Refusal<CoverageRefusal>[]> {
	const heirs = isId(organisationId) ? await resolveOrganisation(work, organisationId) : [];
	if (heirs.length === 0) return [{ code: "organisation-unknown", field }];
	return heirs.some(({ id }) => id === organisationId) ? [] : [{ code: "organisation-ended", field }];
}

/** Invitations the organisation acted for has made as a broker, or been sent. */
export async function listInvitations(work: Work): Promise<readonly Invitation[]> {
	if ((await keptBy(work)) === undefined) return [];
	return named(work, await store.listInvitations(work));
}

/** One invitation, for its broker and those invited; undefined for everybody else. */
export async function readInvitation(work: Work, id: string): Promise<Invitation | undefined> {
	if (!isId(id) || (await keptBy(work)) === undefined) return undefined;
	return (await named(work, await store.listInvitations(work, id)))[0];
}

async function named(work: Work, rows: readonly store.InvitationRow[]): Promise<Invitation[]> {
	const ids = new Set(rows.flatMap(({ organisationId, partyIds }) => [organisationId, ...partyIds]));
	const names = await nameOrganisations(work, [...ids]);
	const nameOf = (id: string) => names.get(id)?.name ?? "";
	return rows.map(({ partyIds, ...row }) => ({
		...row,
		brokerName: nameOf(row.organisationId),
		takenByName: row.takenBy === null ? null : nameOf(row.takenBy),
		parties: partyIds.map((id) => ({ id, name: nameOf(id) })),
	}));
}

/** A broker invites parties to an agreement; those who keep agreements there are told, and one of them takes it up. */
export async function invite(
	work: Work,
	given: NewInvitation,
): Promise<Outcome<{ id: string; told: number }, CoverageRefusal>> {
	const { actor } = work;
	const organisationId = await keptBy(work);
	if (organisationId === undefined || actor.kind !== "person" || !isBroker(actor.organisationKind ?? ""))
		return refused("not-allowed");
	const partyIds = [...new Set(given.partyIds)].filter((id) => id !== organisationId);
	if (partyIds.length < 2) return refused("needs-two-parties", { field: "partyIds" });
	const refusals: Refusal<CoverageRefusal>[] = [];
	for (const partyId of partyIds)
		refusals.push(...(await judge(work, partyId, `partyIds.${given.partyIds.indexOf(partyId)}`)));
	if (refusals.length > 0) return refusedAll(refusals);
	const id = await store.insertInvitation(work, organisationId, { ...given, partyIds, madeBy: nameOfActor(work) });
	const personIds = (await Promise.all(partyIds.map((partyId) => listKeepers(work, partyId)))).flat();
	if (personIds.length > 0)
		await notify(work, {
			...{ kind: agreementInvited, personIds: [...new Set(personIds)], link: `/agreements/invitations/${id}` },
			detail: { by: actor.organisationName ?? "", message: given.message },
		});
	await record(work, {
		...{ verb: "agreement.invite", objectKind: "agreement-invitation", objectId: id, organisationId },
		detail: { parties: partyIds.length },
	});
	return done({ id, told: personIds.length });
}

/** One of those invited takes an invitation up: it keeps the draft, with the others as parties and the themes to begin with. */
export async function takeUp(
	work: Work,
	id: string,
	title: string,
): Promise<Outcome<{ agreementId: string }, CoverageRefusal>> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	const invitation = await readInvitation(work, id);
	if (!invitation) return refused("missing");
	if (!invitation.parties.some((party) => party.id === organisationId)) return refused("not-allowed");
	if (invitation.takenBy !== null) return refused("already-taken");
	const drafted = await createAgreement(work, {
		...{ kind: "framework", level: "top", title, purpose: "", legalForm: null, sector: null, parentId: null },
		...{ firstDay: null, lastDay: null, noticeMonths: null, renewalMonths: 6 },
		...{
			partyIds: invitation.parties.map((party) => party.id),
			themes: themes.filter((theme) => invitation.themes.includes(theme)),
		},
	});
	if (drafted.refused) return drafted;
	const agreementId = drafted.done.id;
	if (!(await store.takeInvitation(work, invitation, organisationId, agreementId))) return refused("already-taken");
	await record(work, {
		...{ verb: "agreement.take-up", objectKind: "agreement-invitation", objectId: id, detail: { agreementId } },
	});
	return done({ agreementId });
}
