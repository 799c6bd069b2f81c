import { sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import { isId } from "../../../id.ts";
import { record } from "../../../identity/audit.server.ts";
import { issueLink, revokeLinksTo } from "../../../identity/link-token.server.ts";
import { defineText, formatShortDate, type Language } from "../../../language.ts";
import { linkTo } from "../../../notice/letter.ts";
import { mailTo } from "../../../notice/service.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { languageOf, mandateOf, readTreeAlone, unitPath } from "../../organisation/service.server.ts";
import { mayOf } from "../asker.server.ts";
import type { CallContent } from "../call/contract.ts";
import { openCall } from "../call/service.server.ts";
import type { FundingRefusal } from "../contract.ts";
import type { Asked, Collection, CollectionFacts, Need, NeedRow, Progress, Weighing } from "./contract.ts";
import { inOrder, refuseWeighing } from "./rules.ts";
import * as store from "./store.server.ts";

/** What links to a unit's answer are for. */
export const needPurpose = "funding-need";

/** The units a coordinator can ask: those that are services themselves, parents before children. */
export async function listUnitsToAsk(work: Work) {
	const may = await mayOf(work);
	if (!may.apply || may.organisationId === null) return [];
	return (await readTreeAlone(work, may.organisationId))
		.filter(({ setting, childCount }) => setting !== null || childCount === 0)
		.map(({ id, name }) => ({ id, name }));
}

/** What a call that one may apply to says now: published, or noted by one's own organisation. */
async function callToApplyTo(work: Work, callId: string) {
	const opened = await openCall(work, callId);
	if (opened.refused) return undefined;
	const { call, versions, draft, can } = opened.done;
	const content = versions[0]?.content ?? draft?.content;
	const isOpen = call.way === "outside" ? can.edit : can.apply;
	return content && isOpen ? { call, content } : undefined;
}

/** Asks the units of the organisation what they need of a call. One collection for a call. */
export async function beginCollection(
	work: Work,
	callId: string,
	{ units, ...facts }: CollectionFacts,
): Promise<Outcome<{ id: string }, FundingRefusal>> {
	const may = await mayOf(work);
	if (!may.apply || may.organisationId === null) return refused("not-allowed");
	const found = await callToApplyTo(work, callId);
	if (!found) return refused("missing");
	const { organisationId } = may;
	if (facts.answerBy < work.today) return refused("day-behind", { field: "answerBy" });
	if (found.content.closesOn !== null && facts.answerBy > found.content.closesOn)
		return refused("after-deadline", { field: "answerBy", detail: { day: found.content.closesOn } });
	const standing = await store.findCollection(work, sql`organisation_id = ${organisationId} and call_id = ${callId}`);
	if (standing) return refused("collection-stands");
	const known = new Map((await listUnitsToAsk(work)).map((unit) => [unit.id, unit]));
	const chosen = units.flatMap((id) => known.get(id) ?? []);
	if (chosen.length === 0) return refused("unit-unknown", { field: "units" });
	const key = { organisationId, id: newId() };
	const categories = found.content.categories.map(({ id, name }) => ({ id, name }));
	await store.insertCollection(work, key, found.call, { ...facts, title: found.content.title, categories });
	await store.insertAsked(work, key, chosen);
	await record(work, {
		...{ verb: "funding-collection.begin", objectKind: "funding-collection", objectId: key.id },
		detail: { units: chosen.length },
	});
	return done({ id: key.id });
}

export type OpenedCollection = {
	readonly collection: Collection;
	readonly content: CallContent;
	readonly asked: readonly Asked[];
	/** In the order they are weighed. */
	readonly needs: readonly Need[];
};

/** A collection with all that has been answered, for those who apply on behalf of the organisation. */
export async function openCollection(work: Work, id: string): Promise<Outcome<OpenedCollection, FundingRefusal>> {
	const may = await mayOf(work);
	const collection = isId(id) && may.apply ? await store.findCollection(work, sql`id = ${id}`) : undefined;
	if (!collection || collection.organisationId !== may.organisationId) return refused("missing");
	const opened = await openCall(work, collection.callId);
	const content = opened.done?.versions[0]?.content ?? opened.done?.draft?.content;
	if (!content) return refused("missing");
	const asked = await store.listAsked(work, sql`collection_id = ${id}`);
	const needs = await store.listNeeds(work, sql`k.collection_id = ${id}`);
	return done({ collection, content, asked, needs: inOrder(needs) });
}

export type OpenedAnswer = {
	readonly asked: Asked;
	readonly collection: Collection;
	readonly needs: readonly Need[];
	readonly mayAnswer: boolean;
};

/** What a unit is asked and has answered: for its leader, the coordinator, and who holds its link. */
export async function openUnitAnswer(work: Work, askedId: string): Promise<Outcome<OpenedAnswer, FundingRefusal>> {
	const { actor } = work;
	if (!isId(askedId) || (actor.kind === "link" && (actor.purpose !== needPurpose || actor.objectId !== askedId)))
		return refused("missing");
	const [asked] = await store.listAsked(work, sql`id = ${askedId}`);
	const collection = asked && (await store.findCollection(work, sql`id = ${asked.collectionId}`));
	if (!asked || !collection || !(await mayAnswerFor(work, collection, asked))) return refused("missing");
	const needs = await store.listNeeds(work, sql`n.asked_id = ${askedId}`);
	return done({ asked, collection, needs, mayAnswer: collection.closedAt === null });
}

async function mayAnswerFor(work: Work, collection: Collection, asked: Asked): Promise<boolean> {
	if (work.actor.kind === "link") return true;
	const may = await mayOf(work);
	if (may.organisationId !== collection.organisationId) return false;
	if (may.apply) return true;
	const path = (await unitPath(work, collection.organisationId, asked.unitId)) ?? [];
	const { holdings } = await mandateOf(work);
	return holdings.some(({ role, unitId }) => role === "unit-leader" && (unitId === null || path.includes(unitId)));
}

/** Writes what a unit needs, in the version that was looked at: all of it anew. No rows: it needs nothing. */
export async function answerNeeds(
	work: Work,
	askedId: string,
	{ rows, version }: { readonly rows: readonly NeedRow[]; readonly version: number },
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openUnitAnswer(work, askedId);
	if (opened.refused) return opened;
	const { asked, collection, mayAnswer } = opened.done;
	if (!mayAnswer) return refused("collection-closed");
	const known = new Set(collection.categories.map(({ id }) => id));
	const at = rows.findIndex(({ category }) => category !== "" && !known.has(category));
	if (at >= 0) return refused("category-unknown", { field: `rows-${at}-category` });
	const by = work.actor.kind === "person" ? work.actor.name : asked.unitName;
	const key = { organisationId: collection.organisationId, id: askedId };
	if (!(await store.writeAnswer(work, key, version, { rows, by }))) return refused("changed-by-another");
	await record(work, {
		...{ verb: "funding-need.answer", objectKind: "funding-collection", objectId: collection.id },
		detail: { rows: rows.length },
	});
	return done(undefined);
}

const mail = defineText({
	nb: {
		subject: (title: string) => `Hva trenger dere? ${title}`,
		reason: (title: string, day: string) => `Si hva enheten trenger fra «${title}», innen ${day}.`,
		open: "Si hva enheten trenger",
	},
	nn: {
		subject: (title: string) => `Kva treng de? ${title}`,
		reason: (title: string, day: string) => `Sei kva eininga treng frå «${title}», innan ${day}.`,
		open: "Sei kva eininga treng",
	},
	en: {
		subject: (title: string) => `What do you need? ${title}`,
		reason: (title: string, day: string) => `Say what the unit needs from “${title}”, by ${day}.`,
		open: "Say what the unit needs",
	},
});

/** Makes the link by which a unit answers, in the language of its organisation, and mails it where an address is given; links made before no longer work. */
export async function linkToUnit(
	work: Work,
	askedId: string,
	to: { readonly email: string | null },
): Promise<Outcome<{ readonly path: string; readonly unitName: string }, FundingRefusal>> {
	const opened = await openUnitAnswer(work, askedId);
	if (opened.refused) return opened;
	const { asked, collection, mayAnswer } = opened.done;
	if (!(await mayOf(work)).apply) return refused("not-allowed");
	if (!mayAnswer) return refused("collection-closed");
	const language = await languageOf(work, collection.organisationId);
	const words = mail[language];
	const reason = (reader: Language) =>
		[mail[reader].reason(collection.title, formatShortDate(reader, collection.answerBy)), collection.message]
			.filter(Boolean)
			.join(" ")
			.slice(0, 500);
	await revokeLinksTo(work, { kind: "funding-need", id: askedId });
	const { path } = await issueLink(work, {
		...{ purpose: needPurpose, objectKind: "funding-need", objectId: askedId, reason, language, days: 90 },
		...{ recipientName: asked.unitName, recipientEmail: to.email },
	});
	if (to.email !== null)
		await mailTo(work, {
			...{ recipient: to.email, language, subject: words.subject(collection.title) },
			body: [reason(language), linkTo(path, words.open)].join("\n\n"),
		});
	return done({ path, unitName: asked.unitName });
}

/** Writes what is decided of needs: their order, in or out, and why not. */
export async function weighNeeds(
	work: Work,
	id: string,
	weighings: readonly Weighing[],
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openCollection(work, id);
	if (opened.refused) return opened;
	const known = new Set(opened.done.needs.map((need) => need.id));
	// A unit that answered anew meanwhile has other needs: they are weighed when they are seen.
	if (weighings.some((one) => !known.has(one.id))) return refused("changed-by-another");
	const refusals = refuseWeighing(weighings);
	if (refusals.length > 0) return refusedAll(refusals);
	const by = work.actor.kind === "person" ? work.actor.name : "";
	await store.updateNeeds(work, opened.done.collection.organisationId, weighings, by);
	await record(work, { verb: "funding-need.weigh", objectKind: "funding-collection", objectId: id });
	return done(undefined);
}

/** Takes no more answers from now on, or takes them again. */
export async function closeCollection(
	work: Work,
	id: string,
	closed: boolean,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openCollection(work, id);
	if (opened.refused) return opened;
	await store.setClosed(work, opened.done.collection, closed);
	await record(work, {
		verb: closed ? "funding-collection.close" : "funding-collection.reopen",
		...{ objectKind: "funding-collection", objectId: id },
	});
	return done(undefined);
}

/** How far the collections of the organisation acted for have come, by call; empty for who does not apply. */
export async function listProgress(work: Work): Promise<ReadonlyMap<string, Progress>> {
	const may = await mayOf(work);
	if (!may.apply || may.organisationId === null) return new Map();
	return new Map((await store.listProgress(work, may.organisationId)).map((one) => [one.callId, one]));
}
