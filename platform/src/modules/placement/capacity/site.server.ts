import { newId, type Work } from "../../../database/work.server.ts";
import { foldName, searchWords } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { revokeLinksTo } from "../../../identity/link-token.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../../outcome.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { nameOrganisations, readVocabulary } from "../../organisation/service.server.ts";
import { coordinatedBy } from "./asker.server.ts";
import type { CapacityRefusal, NewSite, Site, SiteChange, SiteQuery, SiteValues, UnitToTake } from "./contract.ts";
import { holdersOf, peakOf } from "./rules.ts";
import * as store from "./site.store.server.ts";
import { listPromised } from "./store.server.ts";

/** The sites the organisation acted for keeps. */
export async function listSites(work: Work, query: SiteQuery): Promise<Page<Site>> {
	const organisationId = organisationOf(work);
	if (organisationId === undefined || (query.hostId !== undefined && !isId(query.hostId)))
		return { rows: [], total: 0 };
	return store.listSites(work, organisationId, { ...query, words: searchWords(query.search) });
}

function organisationOf({ actor }: Work): string | undefined {
	return actor.kind === "nobody" ? undefined : (actor.organisationId ?? undefined);
}

/** A site the organisation acted for keeps, or another's published one. */
export async function readSite(work: Work, siteId: string): Promise<Site | undefined> {
	return isId(siteId) ? store.findSeenSite(work, siteId) : undefined;
}

/** Units of the organisation acted for that can be sites: those with a setting, and the site each is already. */
export async function listUnitsToTake(work: Work): Promise<readonly UnitToTake[]> {
	const organisationId = await coordinatedBy(work);
	return organisationId === undefined ? [] : store.listUnitsToTake(work, organisationId);
}

/** Makes sites of units, in one step; a unit that is one already is passed over. */
export async function addSitesFromUnits(
	work: Work,
	unitIds: readonly string[],
): Promise<Outcome<{ created: number }, CapacityRefusal>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	const wanted = new Set(unitIds);
	const units = (await store.listUnitsToTake(work, organisationId)).filter(
		(unit) => wanted.has(unit.id) && unit.siteId === null,
	);
	if (units.length === 0) return refused("no-units");
	const points = await store.listUnitPoints(
		work,
		organisationId,
		units.map((unit) => unit.id),
	);
	await store.insertSites(
		work,
		organisationId,
		units.map((unit) => ({
			...{ id: newId(), hostId: organisationId, unitId: unit.id, name: unit.name, setting: unit.setting },
			...{ municipalityNumber: unit.municipalityNumber, housingNote: null, published: true },
			...{ contactName: unit.contactName, contactEmail: unit.contactEmail, searchName: foldName(unit.name) },
			...(points.get(unit.id) ?? { postcode: null, latitude: null, longitude: null }),
		})),
	);
	await record(work, {
		...{ verb: "site.create", objectKind: "organisation", objectId: organisationId, organisationId },
		detail: { sites: units.length },
	});
	return done({ created: units.length });
}

/** A site its keeper knows by name, of its own or on behalf of a host that is not here itself. */
export async function addSite(
	work: Work,
	{ hostId, ...values }: NewSite,
): Promise<Outcome<{ id: string }, CapacityRefusal>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	const host = (await nameOrganisations(work, [hostId])).get(hostId);
	// Where nobody has said where a municipality's site is, it is somewhere in the municipality.
	const isSomewhere = values.postcode !== null || values.municipalityNumber !== null;
	const municipalityNumber = !isSomewhere && host?.kind === "municipality" ? host.number : values.municipalityNumber;
	const judged = await judge(work, { ...values, municipalityNumber });
	const refusals = [...(host ? [] : [{ code: "host-unknown", field: "hostId" } as const]), ...judged.refusals];
	// Two of one name cannot be told apart in any list, nor found by name in a spreadsheet.
	if (await store.isSiteNamed(work, organisationId, hostId, judged.values.searchName))
		refusals.push({ code: "site-exists", field: "name" });
	if (refusals.length > 0) return refusedAll(refusals);
	const id = newId();
	await store.insertSites(work, organisationId, [{ ...judged.values, id, hostId, unitId: null }]);
	await record(work, { verb: "site.create", objectKind: "site", objectId: id, organisationId, detail: { hostId } });
	return done({ id });
}

/** What follows from where a site is, and why it cannot be there. */
async function judge(work: Work, given: SiteValues) {
	const { settings } = await readVocabulary(work);
	const place = await store.findPlace(work, given.postcode, given.municipalityNumber);
	const refusals: Refusal<CapacityRefusal>[] = [];
	if (given.setting !== null && !settings.some((setting) => setting.code === given.setting))
		refusals.push({ code: "setting-unknown", field: "setting" });
	if (given.postcode !== null && !place.postcodeKnown) refusals.push({ code: "postcode-unknown", field: "postcode" });
	if (given.municipalityNumber !== null && !place.municipalityKnown)
		refusals.push({ code: "municipality-unknown", field: "municipalityNumber" });
	const { municipalityNumber, latitude, longitude } = place;
	return {
		refusals,
		values: { ...given, municipalityNumber, latitude, longitude, searchName: foldName(given.name) },
	};
}

async function openSite(
	work: Work,
	siteId: string,
	version: number,
): Promise<Outcome<{ readonly organisationId: string; readonly site: Site }, CapacityRefusal>> {
	const { actor } = work;
	const own = actor.kind === "nobody" ? undefined : (actor.organisationId ?? undefined);
	const site = own !== undefined && isId(siteId) ? await store.findSite(work, own, siteId) : undefined;
	if (!site) return refused("missing");
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	return site.version === version ? done({ organisationId, site }) : refused("changed-by-another");
}

/** Changes what is said of a site. */
export async function changeSite(
	work: Work,
	siteId: string,
	{ version, ...values }: SiteChange,
): Promise<Outcome<{ version: number }, CapacityRefusal>> {
	const opened = await openSite(work, siteId, version);
	if (opened.refused) return opened;
	const { organisationId, site } = opened.done;
	const judged = await judge(work, values);
	const { searchName } = judged.values;
	if (searchName !== foldName(site.name) && (await store.isSiteNamed(work, organisationId, site.hostId, searchName)))
		judged.refusals.push({ code: "site-exists", field: "name" });
	if (judged.refusals.length > 0) return refusedAll(judged.refusals);
	// A unit's own point is better than its postcode's, as long as it has not moved.
	const hasMoved = values.postcode !== site.postcode || values.municipalityNumber !== site.municipalityNumber;
	const { latitude, longitude } = hasMoved ? judged.values : site;
	if (
		!(await store.updateSite(work, { organisationId, id: siteId, version }, { ...judged.values, latitude, longitude }))
	)
		return refused("changed-by-another");
	// Whoever answered there before answers there no longer.
	if (values.contactEmail !== site.contactEmail) await revokeLinksTo(work, { kind: "site", id: siteId });
	await record(work, { verb: "site.change", objectKind: "site", objectId: siteId, organisationId });
	return done({ version: version + 1 });
}

/** Closes a site after a last day; not under those who are promised a place there later. */
export async function closeSite(
	work: Work,
	siteId: string,
	{ version, lastDay }: { readonly version: number; readonly lastDay: string },
): Promise<Outcome<{ version: number }, CapacityRefusal>> {
	const opened = await openSite(work, siteId, version);
	if (opened.refused) return opened;
	const { organisationId } = opened.done;
	const later = (await listPromised(work, [siteId])).filter((one) => one.lastDay > lastDay);
	if (later.length > 0)
		return refused("site-promised", {
			field: "lastDay",
			detail: { places: peakOf(later).places, holder: holdersOf(later) },
		});
	if (!(await store.updateClosed(work, { organisationId, id: siteId, version }, lastDay)))
		return refused("changed-by-another");
	await record(work, {
		...{ verb: "site.close", objectKind: "site", objectId: siteId, organisationId },
		detail: { lastDay },
	});
	return done({ version: version + 1 });
}

/** Opens a closed site again. */
export async function reopenSite(
	work: Work,
	siteId: string,
	version: number,
): Promise<Outcome<{ version: number }, CapacityRefusal>> {
	const opened = await openSite(work, siteId, version);
	if (opened.refused) return opened;
	const { organisationId } = opened.done;
	if (!(await store.updateClosed(work, { organisationId, id: siteId, version }, null)))
		return refused("changed-by-another");
	await record(work, { verb: "site.reopen", objectKind: "site", objectId: siteId, organisationId });
	return done({ version: version + 1 });
}
