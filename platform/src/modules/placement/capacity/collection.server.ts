import { newId, type Work } from "../../../database/work.server.ts";
import { dayOf } from "../../../day.ts";
import { searchWords } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import {
	type IssuedLink,
	issueLink,
	issueLinks,
	type LinkRequest,
	revokeLinksTo,
} from "../../../identity/link-token.server.ts";
import type { Language } from "../../../language.ts";
import { mailTo, notify } from "../../../notice/service.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { leadersOf, mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import { recordEffort } from "../effort.server.ts";
import { mayCoordinate } from "../rules.ts";
import { capacityPurpose } from "./answer.server.ts";
import { coordinatedBy, unitsLed } from "./asker.server.ts";
import * as store from "./collection.store.server.ts";
import type {
	Capacity,
	CapacityQuery,
	CapacityRefusal,
	CapacityView,
	Collection,
	CollectionChange,
	NewCollection,
	Site,
} from "./contract.ts";
import { letterOf } from "./letter.ts";
import { capacityAsked } from "./notices.ts";
import { isRemindedOn } from "./rules.ts";
import { listSites } from "./site.store.server.ts";
import { findCapacity, insertCapacity, listCapacity as listStored, updateCapacity } from "./store.server.ts";

/** How those who are asked are told. */
export type Telling = {
	/** Whether this installation sends mail; without, the coordinator makes links and sends them. */
	readonly mails: boolean;
	/** The language of the letter: the coordinator's. */
	readonly language: Language;
};

/** The collections of the organisation acted for, newest first; a unit leader sees none. */
export async function listCollections(work: Work): Promise<readonly Collection[]> {
	const organisationId = await coordinatedBy(work);
	return organisationId === undefined ? [] : store.listCollections(work, organisationId);
}

/** How far each of them has come. */
export async function listProgress(work: Work): Promise<readonly store.CollectionProgress[]> {
	const organisationId = await coordinatedBy(work);
	return organisationId === undefined ? [] : store.listProgress(work, organisationId);
}

export async function readCollection(work: Work, collectionId: string): Promise<Collection | undefined> {
	const organisationId = await coordinatedBy(work);
	return organisationId !== undefined && isId(collectionId)
		? store.findCollection(work, organisationId, collectionId)
		: undefined;
}

/** Capacity the asker keeps: all of it for coordinators, that of their own units for unit leaders. */
export async function listCapacity(work: Work, query: CapacityQuery): Promise<Page<Capacity>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const ids = [query.collectionId, query.siteId].filter((id) => id !== undefined);
	if (organisationId === null || !ids.every(isId)) return { rows: [], total: 0 };
	const unitIds = mayCoordinate(mandate) ? null : await unitsLed(work, mandate);
	if (unitIds?.length === 0) return { rows: [], total: 0 };
	return listStored(work, organisationId, { ...query, words: searchWords(query.search), unitIds });
}

/** Starts a collection: every site chosen is asked, by mail where it has an address, and by notice where its leader has an account. */
export async function startCollection(
	work: Work,
	{ siteIds, ...values }: NewCollection,
	telling: Telling,
): Promise<Outcome<{ id: string; asked: number; mailed: number }, CapacityRefusal>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	if (values.lastDay < values.firstDay) return refused("ends-before-start", { field: "lastDay" });
	if (values.dueOn > values.lastDay) return refused("due-too-late", { field: "dueOn" });
	const id = newId();
	await store.insertCollection(work, organisationId, id, values);
	const collection = await store.findCollection(work, organisationId, id);
	if (!collection) throw new Error("what was just written is there");
	const asked = await ask(work, organisationId, collection, siteIds, telling);
	if (asked.refused) return asked;
	await record(work, {
		...{ verb: "collection.start", objectKind: "collection", objectId: id, organisationId },
		detail: { asked: asked.done.asked },
	});
	return done({ id, ...asked.done });
}

/** Asks more sites in a collection that is open. */
export async function askMoreSites(
	work: Work,
	collectionId: string,
	siteIds: readonly string[],
	telling: Telling,
): Promise<Outcome<{ asked: number; mailed: number }, CapacityRefusal>> {
	const opened = await openCollection(work, collectionId, null);
	if (opened.refused) return opened;
	const { organisationId, collection } = opened.done;
	if (collection.state === "closed") return refused("collection-closed");
	const asked = await ask(work, organisationId, collection, siteIds, telling);
	if (asked.refused) return asked;
	await record(work, {
		...{ verb: "collection.ask", objectKind: "collection", objectId: collectionId, organisationId },
		detail: { asked: asked.done.asked },
	});
	return asked;
}

async function ask(
	work: Work,
	organisationId: string,
	collection: Collection,
	siteIds: readonly string[],
	telling: Telling,
): Promise<Outcome<{ asked: number; mailed: number }, CapacityRefusal>> {
	const wanted = new Set(siteIds);
	const { rows } = await listSites(work, organisationId, { words: [] });
	const already = await listStored(work, organisationId, { collectionId: collection.id, words: [], unitIds: null });
	for (const { siteId } of already.rows) wanted.delete(siteId);
	const sites = rows.filter((site) => wanted.has(site.id));
	if (sites.length === 0)
		return refused(already.rows.length > 0 ? "already-asked" : "none-chosen", { field: "siteIds" });
	const { firstDay, lastDay, id: collectionId } = collection;
	const capacities = sites.map((site) => ({ site, id: newId() }));
	await insertCapacity(
		work,
		organisationId,
		capacities.map(({ site, id }) => ({
			...{ id, siteId: site.id, hostId: site.hostId, collectionId, firstDay, lastDay, state: "asked" as const },
		})),
	);
	const { mailed } = await tell(work, organisationId, collection, capacities, telling, "asked");
	return done({ asked: sites.length, mailed });
}

type Told = Pick<Site, "name" | "unitId" | "contactName" | "contactEmail">;

/** Tells those who answer for sites: by mail with a link of its own, and in the inbox of leaders with an account. */
async function tell(
	work: Work,
	organisationId: string,
	collection: Collection,
	capacities: readonly { readonly id: string; readonly site: Told }[],
	{ mails, language }: Telling,
	why: "asked" | "reminded",
): Promise<{ readonly mailed: number; readonly reached: ReadonlySet<string> }> {
	const organisation = (await nameOrganisations(work, [organisationId])).get(organisationId)?.name ?? "";
	const reached = new Set<string>();
	for (const { id, site } of capacities) {
		if (!mails || site.contactEmail === null) continue;
		const path = await linkTo(work, collection, { id, ...site }, language);
		const letter = letterOf(language, why, { organisation, collection, site: site.name, path });
		await mailTo(work, { recipient: site.contactEmail, language, ...letter });
		reached.add(id);
	}
	const mailed = reached.size;
	const units = capacities.flatMap(({ site }) => (site.unitId === null ? [] : [site.unitId]));
	const leaders = await leadersOf(work, organisationId, units);
	for (const { id, site } of capacities) {
		const personIds = leaders.flatMap(({ unitId, personId }) =>
			unitId === site.unitId && personId !== null ? [personId] : [],
		);
		if (personIds.length > 0) reached.add(id);
		const detail = { site: site.name, dueOn: collection.dueOn, reminded: why === "reminded" };
		await notify(work, { kind: capacityAsked, personIds, detail, link: `/placement/capacity/${id}/answer` });
	}
	await recordEffort(work, {
		...{ kind: "message", what: `capacity-${why}`, times: mailed, collectionId: collection.id, organisationId },
	});
	await recordEffort(work, { kind: "touch", what: `capacity-${why}`, collectionId: collection.id, organisationId });
	return { mailed, reached };
}

/** So many days a link is good for after the last day to answer. */
const daysAfterDue = 60;

async function linkTo(
	work: Work,
	collection: Pick<Collection, "name" | "dueOn">,
	site: { readonly id: string } & Omit<Told, "unitId">,
	language: Language,
): Promise<string> {
	return (await issueLink(work, linkFor(work, collection, site, language))).path;
}

/** What a link to answer one site's capacity by is about. */
function linkFor(
	work: Work,
	collection: Pick<Collection, "name" | "dueOn">,
	{ id, name, contactName, contactEmail }: { readonly id: string } & Omit<Told, "unitId">,
	language: Language,
): LinkRequest {
	const left = Math.ceil((Date.parse(`${collection.dueOn}T00:00:00Z`) - work.now.getTime()) / 86_400_000);
	return {
		...{ purpose: capacityPurpose, objectKind: "capacity", objectId: id, days: Math.max(left, 0) + daysAfterDue },
		reason: (reader) => letterOf(reader, "reason", { organisation: "", collection, site: name, path: "" }).subject,
		...{ language, recipientName: contactName, recipientEmail: contactEmail },
	};
}

/** Makes a link to answer one site's capacity by, for the coordinator to send. The path holds the secret, and is given here only. */
export async function makeCapacityLink(
	work: Work,
	capacityId: string,
	language: Language,
): Promise<Outcome<{ path: string; capacity: CapacityView }, CapacityRefusal>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	const capacity = isId(capacityId) ? await findCapacity(work, organisationId, capacityId) : undefined;
	if (!capacity) return refused("missing");
	if (capacity.approvedAt !== null) return refused("already-approved");
	if (capacity.collectionState === "closed") return refused("collection-closed");
	const { collectionName, dueOn, siteName: name } = capacity;
	const collection = { name: collectionName ?? name, dueOn: dueOn ?? capacity.firstDay };
	const path = await linkTo(work, collection, { ...capacity, name }, language);
	await recordEffort(work, {
		...{ kind: "message", what: "capacity-link", collectionId: capacity.collectionId, organisationId },
	});
	return done({ path, capacity });
}

/** A link to hand over, and to whom. The path holds the secret, and is given here only. */
export type CapacityLink = Pick<Told, "name" | "contactName" | "contactEmail"> & Pick<IssuedLink, "path" | "expiresAt">;

/** Links to all sites of a collection that have not answered, to be sent by other ways than e-mail. Links sent before go on working. */
export async function makeCapacityLinks(
	work: Work,
	collectionId: string,
	language: Language,
): Promise<Outcome<readonly CapacityLink[], CapacityRefusal>> {
	const opened = await openCollection(work, collectionId, null);
	if (opened.refused) return opened;
	const { organisationId, collection } = opened.done;
	if (collection.state === "closed") return refused("collection-closed");
	const { rows } = await listStored(work, organisationId, { collectionId, state: "asked", words: [], unitIds: null });
	const sites = (await listSites(work, organisationId, { words: [] })).rows;
	const byId = new Map(sites.map((site) => [site.id, site]));
	const silent = rows.flatMap(({ id, siteId, siteName }) => {
		const { contactName = null, contactEmail = null } = byId.get(siteId) ?? {};
		return [{ id, name: siteName, contactName, contactEmail }];
	});
	const links = await issueLinks(
		work,
		silent.map((site) => linkFor(work, collection, site, language)),
	);
	await recordEffort(work, {
		...{ kind: "message", what: "capacity-link", times: links.length, collectionId, organisationId },
	});
	await record(work, {
		...{ verb: "collection.make-links", objectKind: "collection", objectId: collectionId, organisationId },
		detail: { links: links.length },
	});
	return done(
		silent.flatMap(({ id: _id, ...site }, at) => {
			const link = links[at];
			return link === undefined ? [] : [{ ...site, path: link.path, expiresAt: link.expiresAt }];
		}),
	);
}

/**
 * Reminds sites that have not answered: those chosen, or (null) all. A site asked or reminded today is left in peace, and
 * one without address or account cannot be reminded; both are counted.
 */
export async function remindSites(
	work: Work,
	collectionId: string,
	capacityIds: readonly string[] | null,
	telling: Telling,
): Promise<Outcome<{ reminded: number; mailed: number; left: number; unreached: number }, CapacityRefusal>> {
	const opened = await openCollection(work, collectionId, null);
	if (opened.refused) return opened;
	const { organisationId, collection } = opened.done;
	if (collection.state === "closed") return refused("collection-closed");
	const { rows } = await listStored(work, organisationId, { collectionId, state: "asked", words: [], unitIds: null });
	const wanted = capacityIds === null ? rows : rows.filter((row) => capacityIds.includes(row.id));
	if (wanted.length === 0) return refused("nobody-to-remind");
	const due = wanted.filter((row) => !isRemindedOn(work.today, sentOn(row.askedAt), sentOn(row.remindedAt)));
	const capacities: { id: string; version: number; site: Told }[] = [];
	for (const row of due) {
		const found = await findCapacity(work, organisationId, row.id);
		if (!found) continue;
		const { siteName: name, unitId, contactName, contactEmail } = found;
		capacities.push({ id: row.id, version: row.version, site: { name, unitId, contactName, contactEmail } });
	}
	if (capacities.length === 0) return done({ reminded: 0, mailed: 0, left: wanted.length, unreached: 0 });
	const { mailed, reached } = await tell(work, organisationId, collection, capacities, telling, "reminded");
	for (const { id, version } of capacities)
		if (reached.has(id)) await updateCapacity(work, { organisationId, id, version }, { reminded_at: work.now });
	await record(work, {
		...{ verb: "collection.remind", objectKind: "collection", objectId: collectionId, organisationId },
		detail: { reminded: reached.size },
	});
	const unreached = capacities.length - reached.size;
	return done({ reminded: reached.size, mailed, left: wanted.length - capacities.length, unreached });
}

function sentOn(moment: Date | null): string | null {
	return moment && dayOf(moment);
}

async function openCollection(
	work: Work,
	collectionId: string,
	version: number | null,
): Promise<Outcome<{ readonly organisationId: string; readonly collection: Collection }, CapacityRefusal>> {
	const organisationId = await coordinatedBy(work);
	// Nobody else sees a collection, or that there is one.
	if (organisationId === undefined) return refused("missing");
	const collection = isId(collectionId) ? await store.findCollection(work, organisationId, collectionId) : undefined;
	if (!collection) return refused("missing");
	if (version !== null && version !== collection.version) return refused("changed-by-another");
	return done({ organisationId, collection });
}

/** Another last day to answer, or other words to those who are reminded. */
export async function changeCollection(
	work: Work,
	collectionId: string,
	{ version, dueOn, message }: CollectionChange,
): Promise<Outcome<{ version: number }, CapacityRefusal>> {
	const opened = await openCollection(work, collectionId, version);
	if (opened.refused) return opened;
	const { organisationId, collection } = opened.done;
	if (dueOn > collection.lastDay) return refused("due-too-late", { field: "dueOn" });
	if (!(await store.updateCollection(work, { organisationId, id: collectionId, version }, { due_on: dueOn, message })))
		return refused("changed-by-another");
	await record(work, { verb: "collection.change", objectKind: "collection", objectId: collectionId, organisationId });
	return done({ version: version + 1 });
}

/** Closes a collection: nobody answers any more, and its links no longer work. Opens it again. */
export async function setCollectionState(
	work: Work,
	collectionId: string,
	{ version, state }: { readonly version: number; readonly state: "open" | "closed" },
): Promise<Outcome<{ version: number }, CapacityRefusal>> {
	const opened = await openCollection(work, collectionId, version);
	if (opened.refused) return opened;
	const { organisationId } = opened.done;
	if (!(await store.updateCollection(work, { organisationId, id: collectionId, version }, { state })))
		return refused("changed-by-another");
	if (state === "closed") {
		const { rows } = await listStored(work, organisationId, { collectionId, words: [], unitIds: null });
		for (const { id } of rows) await revokeLinksTo(work, { kind: "capacity", id }, capacityPurpose);
	}
	await record(work, {
		...{ verb: state === "closed" ? "collection.close" : "collection.reopen", objectKind: "collection" },
		...{ objectId: collectionId, organisationId },
	});
	return done({ version: version + 1 });
}
