import type { Work } from "../../../database/work.server.ts";
import { isId, type Page } from "../contract.ts";
import { mandateOf } from "../mandate.server.ts";
import { holdsOn } from "../rules.ts";
import type {
	DirectoryQuery,
	IdentityPeriod,
	MapPoint,
	Organisation,
	OrganisationRow,
	OtherOrganisation,
	Resolved,
} from "./contract.ts";
import { canWith, followSuccession, rankCandidates } from "./rules.ts";
import * as store from "./store.server.ts";

export type Directory = Page<OrganisationRow> & {
	/** How many of each kind the other filters leave, whatever kind is chosen. */
	readonly byKind: ReadonlyMap<string, number>;
};

/**
 * A page of organisations as they were on a day (today unless said), with search that forgives spelling. Public to
 * everyone signed in.
 */
export async function listOrganisations(work: Work, query: DirectoryQuery): Promise<Directory> {
	const { asOf = work.today, kind, county, search = "", sort, descending = false, offset = 0, pageSize = null } = query;
	const around = { asOf, ...(county === undefined ? {} : { county }) };
	const withKind = { ...around, ...(kind === undefined ? {} : { kind }) };
	if (search.trim() === "") {
		const order = { sort: sort ?? "name", descending, offset, pageSize };
		const [page, byKind] = [
			await store.listOrganisations(work, withKind, order),
			await store.countByKind(work, around),
		];
		return { ...page, byKind };
	}
	const found = rankCandidates(search, await store.listCandidates(work, around));
	const byKind = new Map<string, number>();
	for (const one of found) byKind.set(one.kind, (byKind.get(one.kind) ?? 0) + 1);
	const ids = found.filter((one) => kind === undefined || one.kind === kind).map((one) => one.id);
	if (sort !== undefined) {
		const order = { sort, descending, offset, pageSize };
		return { ...(await store.listOrganisations(work, { ...withKind, ids }, order)), byKind };
	}
	const onPage = ids.slice(offset, pageSize === null ? undefined : offset + pageSize);
	const order = { sort: "name", descending: false, offset: 0, pageSize: null } as const;
	const page = await store.listOrganisations(work, { asOf, ids: onPage }, order);
	const byId = new Map(page.rows.map((row) => [row.id, row]));
	return { rows: onPage.flatMap((id) => byId.get(id) ?? []), total: ids.length, byKind };
}

/** Organisations with a place on the map, the largest first; the same filters as the list. */
export async function mapOrganisations(work: Work, query: DirectoryQuery): Promise<MapPoint[]> {
	const { asOf = work.today, kind, county, search = "" } = query;
	const around = { asOf, ...(kind === undefined ? {} : { kind }), ...(county === undefined ? {} : { county }) };
	if (search.trim() === "") return store.listMapPoints(work, around);
	const ids = rankCandidates(search, await store.listCandidates(work, around)).map((candidate) => candidate.id);
	return store.listMapPoints(work, { ...around, ids });
}

/** An organisation whole as of a day (today unless said); undefined where there is none with this id. */
export async function readOrganisation(work: Work, id: string, asOf = work.today): Promise<Organisation | undefined> {
	const found = isId(id) ? await store.findOrganisation(work, id) : undefined;
	if (!found) return undefined;
	const identities = await store.listIdentities(work, id);
	const identity = identities.find((period) => holdsOn(period, asOf)) ?? null;
	const number = found.kind === "municipality" ? identity?.number : null;
	return {
		id,
		kind: found.kind,
		asOf,
		identity,
		identities,
		keeper: found.keeperId === null ? null : ((await store.findOther(work, found.keeperId, asOf)) ?? null),
		county:
			found.kind === "county" || !identity?.countyNumber
				? null
				: ((await store.findByNumber(work, "county", identity.countyNumber, asOf)) ?? null),
		...(await store.listSuccessions(work, id)),
		...(await store.listAffiliations(work, id, asOf)),
		facts: number ? await store.listFacts(work, number, asOf) : [],
		unitCount: await store.countUnits(work, id, asOf),
		can: canWith(await mandateOf(work), found),
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
	const links = await store.listLinksFrom(work, id);
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
