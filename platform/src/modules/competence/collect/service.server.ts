import { sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { revokeLinksTo } from "../../../identity/link-token.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { languageOf, leadersOf, mandateOf } from "../../organisation/service.server.ts";
import { mayPlan } from "../rules.ts";
import { type ReadUnit, readingOf } from "../units.server.ts";
import { openAsked } from "./answer.server.ts";
import type { Asked, Collection, CollectionFacts, CollectRefusal, ListedCollection, Reach } from "./contract.ts";
import * as store from "./store.server.ts";
import { linkFor, remindUnits, type Telling, tellUnits } from "./tell.server.ts";

export { answerAsked, collectPurpose, openAsked } from "./answer.server.ts";
export { compareAsked, takeIn, takeInAll } from "./take.server.ts";

async function planningAt(work: Work): Promise<string | undefined> {
	const asker = await mandateOf(work);
	return asker.organisationId !== null && mayPlan(asker) ? asker.organisationId : undefined;
}

/** The collections of the organisation acted for, the newest first; none for who does not plan. */
export async function listCollections(work: Work): Promise<readonly ListedCollection[]> {
	const organisationId = await planningAt(work);
	return organisationId === undefined ? [] : store.listCollections(work, organisationId);
}

/** The units whoever plans can ask: those that are services themselves, parents before children, with how to reach them. */
export async function listUnitsToAsk(
	work: Work,
	mails: boolean,
): Promise<readonly (ReadUnit & { readonly reach: Reach })[]> {
	const organisationId = await planningAt(work);
	const reading = organisationId === undefined ? undefined : await readingOf(work);
	if (organisationId === undefined || !reading) return [];
	const units = reading.units.filter(({ isGathering }) => !isGathering);
	const reached = await reachOf(work, organisationId, units, mails);
	return units.map((unit) => ({ ...unit, reach: reached(unit.id) }));
}

async function reachOf(
	work: Work,
	organisationId: string,
	units: readonly { readonly id: string }[],
	mails: boolean,
): Promise<(unitId: string) => Reach> {
	const leaders = await leadersOf(
		work,
		organisationId,
		units.map(({ id }) => id),
	);
	return (id) => {
		const own = leaders.filter(({ unitId }) => unitId === id);
		const isMailed = mails && own.some(({ email }) => email !== null);
		const way = own.some(({ personId }) => personId !== null) ? "account" : isMailed ? "mail" : "none";
		return { way, leaders: own.map(({ name }) => name) };
	};
}

/** Asks units what they have and need. Each that can be reached is told. */
export async function startCollection(
	work: Work,
	{ units, ...facts }: CollectionFacts,
	telling: Telling,
): Promise<Outcome<{ id: string; asked: number; told: number }, CollectRefusal>> {
	const organisationId = await planningAt(work);
	if (organisationId === undefined) return refused("not-allowed");
	if (facts.answerBy < work.today) return refused("day-behind", { field: "answerBy" });
	const known = new Map((await listUnitsToAsk(work, telling.mails)).map((unit) => [unit.id, unit]));
	const chosen = [...new Set(units)].flatMap((id) => known.get(id) ?? []);
	if (chosen.length === 0) return refused("unit-unknown", { field: "units" });
	const key = { organisationId, id: newId() };
	await store.insertCollection(work, key, facts);
	await store.insertAsked(work, key, chosen);
	const asked = await store.listAsked(work, sql`k.collection_id = ${key.id}`);
	const told = await tellUnits(work, { ...key, ...facts, closedAt: null }, asked, telling, false);
	await record(work, {
		...{ verb: "competence-collection.start", objectKind: "competence-collection", objectId: key.id },
		detail: { units: chosen.length },
	});
	return done({ id: key.id, asked: chosen.length, told });
}

export type OpenedCollection = {
	readonly collection: Collection;
	readonly asked: readonly (Asked & { readonly reach: Reach })[];
};

/** A collection with the units asked; undefined for who does not plan there. */
export async function openCollection(work: Work, id: string, mails: boolean): Promise<OpenedCollection | undefined> {
	const organisationId = await planningAt(work);
	const collection = isId(id) && organisationId !== undefined ? await store.findCollection(work, id) : undefined;
	if (organisationId === undefined || collection?.organisationId !== organisationId) return undefined;
	const asked = await store.listAsked(work, sql`k.collection_id = ${id}`);
	const reached = await reachOf(
		work,
		organisationId,
		asked.map(({ unitId }) => ({ id: unitId })),
		mails,
	);
	return { collection, asked: asked.map((one) => ({ ...one, reach: reached(one.unitId) })) };
}

/** Reminds the units that have not answered, apart from those written to today. */
export async function remindCollection(
	work: Work,
	id: string,
	telling: Telling,
): Promise<Outcome<{ due: number; told: number }, CollectRefusal>> {
	const opened = await openCollection(work, id, telling.mails);
	if (!opened) return refused("missing");
	if (opened.collection.closedAt !== null) return refused("collection-closed");
	const reminded = await remindUnits(work, opened.collection, telling, opened.asked);
	return reminded.due === 0 ? refused("nobody-to-remind") : done(reminded);
}

/** Takes no more answers from now on, or takes them again. Links no longer work when it is closed. */
export async function closeCollection(
	work: Work,
	id: string,
	closed: boolean,
): Promise<Outcome<undefined, CollectRefusal>> {
	const opened = await openCollection(work, id, false);
	if (!opened) return refused("missing");
	await store.setClosed(work, opened.collection, closed);
	if (closed) for (const one of opened.asked) await revokeLinksTo(work, { kind: "competence-asked", id: one.id });
	await record(work, {
		verb: closed ? "competence-collection.close" : "competence-collection.reopen",
		...{ objectKind: "competence-collection", objectId: id },
	});
	return done(undefined);
}

/** Makes the link by which a unit answers, in the language of its organisation, and mails it where an address is given; links made before no longer work. */
export async function linkToAsked(
	work: Work,
	askedId: string,
	to: { readonly email: string | null },
): Promise<Outcome<{ readonly path: string }, CollectRefusal>> {
	const opened = await openAsked(work, askedId);
	if (!opened || (await planningAt(work)) === undefined) return refused("missing");
	if (!opened.mayAnswer) return refused("collection-closed");
	await revokeLinksTo(work, { kind: "competence-asked", id: askedId });
	const language = await languageOf(work, opened.collection.organisationId);
	return done({
		path: await linkFor(work, opened.collection, opened.asked, { ...to, language, name: null, reminded: false }),
	});
}
