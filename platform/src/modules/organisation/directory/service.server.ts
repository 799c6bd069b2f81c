import type { Work } from "../../../database/work.server.ts";
import { isId } from "../contract.ts";
import { mandateOf } from "../mandate.server.ts";
import { holdsOn } from "../rules.ts";
import type { IdentityPeriod, Organisation, OtherOrganisation, Resolved } from "./contract.ts";
import { listAffiliations, listLinksFrom, listSuccessions } from "./relation.store.server.ts";
import { canWith, followSuccession } from "./rules.ts";
import * as store from "./store.server.ts";

/** An organisation whole as of a day (today unless said); undefined where there is none with this id. */
export async function readOrganisation(work: Work, id: string, asOf = work.today): Promise<Organisation | undefined> {
	if (!isId(id)) return undefined;
	// What does not wait for each other is asked for together: most of the time of a short query is the way to it.
	const [found, identities, successions, affiliations, unitCount, mandate] = await Promise.all([
		store.findOrganisation(work, id),
		store.listIdentities(work, id),
		listSuccessions(work, id),
		listAffiliations(work, id, asOf),
		store.countUnits(work, id, asOf),
		mandateOf(work),
	]);
	if (!found) return undefined;
	const identity = identities.find((period) => holdsOn(period, asOf)) ?? null;
	const number = found.kind === "municipality" ? identity?.number : null;
	const [keeper, county, facts] = await Promise.all([
		found.keeperId === null ? null : store.findOther(work, found.keeperId, asOf),
		found.kind === "county" || !identity?.countyNumber
			? null
			: store.findByNumber(work, "county", identity.countyNumber, asOf),
		number ? store.listFacts(work, number, asOf) : [],
	]);
	return {
		id,
		kind: found.kind,
		asOf,
		identity,
		identities,
		keeper: keeper ?? null,
		county: county ?? null,
		...successions,
		...affiliations,
		facts,
		unitCount,
		can: canWith(mandate, found),
	};
}

/** An organisation's name, number and seat on a day (today unless said); null where it is not there, or not then. */
export async function readIdentity(work: Work, id: string, asOf = work.today): Promise<IdentityPeriod | null> {
	const periods = isId(id) ? await store.listIdentities(work, id) : [];
	return periods.find((period) => holdsOn(period, asOf)) ?? null;
}

/** The names of organisations on a day (today unless said), also of those that have ended; unknown ids are left out. */
export async function nameOrganisations(
	work: Work,
	ids: readonly string[],
	asOf = work.today,
): Promise<ReadonlyMap<string, OtherOrganisation>> {
	const found = await store.listOthers(work, ids.filter(isId), asOf);
	return new Map(found.map((organisation) => [organisation.id, organisation]));
}

/** All that organisations are or have been called, the longest first: what they may be named in a text. */
export async function everyNameOf(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
	return new Map((await store.listNames(work, ids.filter(isId))).map(({ id, names }) => [id, names]));
}

/**
 * Who answers to a number on a day (today unless said): the organisation that bore it, or those it became through
 * mergers and splits, the largest share first. Empty where nobody of this kind ever bore the number.
 */
export async function resolveNumber(
	work: Work,
	number: string,
	asOf = work.today,
	kind = "municipality",
): Promise<readonly Resolved[]> {
	const bearer = await store.findBearer(work, kind, number, asOf);
	return bearer === undefined ? [] : resolveOrganisation(work, bearer, asOf);
}

/** What an organisation is on a day: itself while it exists, else what it became, the largest share first. */
export async function resolveOrganisation(work: Work, id: string, asOf = work.today): Promise<readonly Resolved[]> {
	const links = await listLinksFrom(work, id);
	const ids = [...new Set([id, ...links.flatMap((link) => [link.predecessorId, link.successorId])])];
	const existing = await store.listExisting(work, ids, asOf);
	const shares = followSuccession(id, links, (one) => existing.some((organisation) => organisation.id === one));
	return existing
		.flatMap((organisation) => {
			const share = shares.get(organisation.id);
			return share === undefined ? [] : [{ ...organisation, share }];
		})
		.sort((a, b) => b.share - a.share);
}
