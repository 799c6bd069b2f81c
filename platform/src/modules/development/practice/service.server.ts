import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { listNetworks } from "../network/store.server.ts";
import { type OpenedProject, openProject, type ProjectReading, readingOf } from "../project/service.server.ts";
import { mayBegin } from "../rules.ts";
import * as adopted from "./adopt.store.server.ts";
import type { CardFacts, PracticeCard, PracticeRefusal, PracticeResult, PracticeUse } from "./contract.ts";
import { readResults, writeResult } from "./result.server.ts";
import { countStages, inChain, isStale, latestUses, readsUnit, refuseCard } from "./rules.ts";
import * as store from "./store.server.ts";

type Verb<Value = undefined> = Promise<Outcome<Value, PracticeRefusal>>;

/** Writes to the log what was done with a card. */
export async function notedCard(work: Work, deed: string, id: string): Promise<void> {
	await record(work, { verb: `practice-card.${deed}`, objectKind: "practice-card", objectId: id });
}

/** Whether somebody of the card's own organisation may read it: one for its unit only is for those who belong there. */
async function readsOwn(work: Work, reading: ProjectReading, card: PracticeCard): Promise<boolean> {
	if (card.visibility !== "unit" || card.organisationId !== reading.organisationId) return true;
	const opened = await openProject(work, card.projectId, reading);
	if (!opened || opened.mayChange) return opened !== undefined;
	const pathOf = (unitId: string) => reading.units.get(unitId)?.path ?? [];
	const { unitId } = opened.project;
	return readsUnit(reading.asker, unitId === null ? [] : pathOf(unitId), pathOf);
}

/** A card in a list. */
export type ListedCard = PracticeCard & {
	readonly organisationName: string;
	readonly isOwn: boolean;
	readonly isStale: boolean;
	readonly result: PracticeResult | null;
	/** Projects that try it out. */
	readonly adoptions: number;
	/** Organisations by what they said last. */
	readonly stages: ReturnType<typeof countStages>;
};

async function listed(
	work: Work,
	cards: readonly PracticeCard[],
	ownId: string | null,
): Promise<readonly ListedCard[]> {
	const results = await readResults(
		work,
		cards.map(({ projectId }) => projectId),
	);
	const ids = cards.map(({ id }) => id);
	const [adoptions, uses] = [await adopted.countAdoptions(work, ids), await adopted.listUses(work, ids)];
	return cards.map((card) => ({
		...card,
		organisationName: results.get(card.projectId)?.organisationName ?? "",
		isOwn: card.organisationId === ownId,
		isStale: isStale(card, work.today),
		result: results.get(card.projectId) ?? null,
		adoptions: adoptions.get(card.id) ?? 0,
		stages: countStages(uses.filter(({ cardId }) => cardId === card.id)),
	}));
}

/** The cards the asker may read: of their own organisation, of networks it reads, and those for everybody. */
export async function listCards(work: Work): Promise<readonly ListedCard[] | undefined> {
	const reading = await readingOf(work);
	if (!reading) return undefined;
	const cards: PracticeCard[] = [];
	for (const card of await store.listCards(work)) if (await readsOwn(work, reading, card)) cards.push(card);
	return listed(work, cards, reading.organisationId);
}

/** The cards everybody may read, also without an account. */
export async function listPublicCards(work: Work): Promise<readonly ListedCard[]> {
	const cards = await store.listCards(work);
	return listed(
		work,
		cards.filter(({ visibility }) => visibility === "public"),
		null,
	);
}

/** A project in the chain of a card, with how it went. */
export type ChainLink = adopted.ChainRow & {
	readonly depth: number;
	readonly parentRow: number;
	readonly result: PracticeResult | null;
};

export type OpenedCard = {
	readonly card: ListedCard;
	readonly networks: readonly { readonly id: string; readonly name: string }[];
	readonly chain: readonly ChainLink[];
	/** What each organisation said last, the latest first. */
	readonly uses: readonly PracticeUse[];
	readonly can: {
		readonly change: boolean;
		/** Try it out in a project of the organisation acted for. */
		readonly adopt: boolean;
		/** Say what the organisation acted for has done with it. */
		readonly say: boolean;
	};
};

async function opened(work: Work, card: PracticeCard, ownId: string | null): Promise<Omit<OpenedCard, "can">> {
	const [one] = await listed(work, [card], ownId);
	if (!one) throw new Error("a card that is read is listed");
	const links = inChain(await adopted.listChain(work, card.id));
	const results = await readResults(
		work,
		links.map(({ projectId }) => projectId),
	);
	return {
		card: one,
		networks: await store.listCardNetworks(work, card),
		chain: links.map((link) => ({ ...link, result: results.get(link.projectId) ?? null })),
		uses: latestUses(await adopted.listUses(work, [card.id])),
	};
}

/** A card with all that was tried of it; undefined for one that is not the asker's to read. */
export async function openCard(work: Work, id: string): Promise<OpenedCard | undefined> {
	const reading = await readingOf(work);
	const card = reading && isId(id) ? await store.findCard(work, id) : undefined;
	if (!reading || !card || !(await readsOwn(work, reading, card))) return undefined;
	const isOwn = card.organisationId === reading.organisationId;
	const project = isOwn ? await openProject(work, card.projectId, reading) : undefined;
	const begins = mayBegin(reading.asker);
	return {
		...(await opened(work, card, reading.organisationId)),
		can: { change: project?.mayChange === true, adopt: begins, say: begins && !isOwn },
	};
}

/** A card everybody may read; also for those who have no account. */
export async function openPublicCard(work: Work, id: string): Promise<Omit<OpenedCard, "can"> | undefined> {
	const card = isId(id) ? await store.findCard(work, id) : undefined;
	return card?.visibility === "public" ? opened(work, card, null) : undefined;
}

/** The networks the organisation acted for may show a card to. */
export async function networksToShow(work: Work, { organisationId }: Pick<ProjectReading, "organisationId">) {
	const networks = await listNetworks(work, organisationId);
	return networks.filter(({ endedOn }) => endedOn === null).map(({ id, name }) => ({ id, name }));
}

async function judged(work: Work, facts: CardFacts, { project }: OpenedProject) {
	const networks = new Set((await networksToShow(work, project)).map(({ id }) => id));
	return refuseCard(facts, { unitId: project.unitId, networks, today: work.today });
}

/** Makes a card of a project that is under way or has ended. */
export async function addCard(work: Work, projectId: string, facts: CardFacts): Verb<{ id: string }> {
	const of = await openProject(work, projectId);
	if (!of) return refused("missing");
	if (!of.mayChange) return refused("not-allowed");
	const { project } = of;
	if (project.state === "draft") return refused("not-running");
	if (await store.findCardOf(work, project.organisationId, projectId)) return refused("has-card");
	const refusals = await judged(work, facts, of);
	if (refusals.length > 0) return refusedAll(refusals);
	const key = { organisationId: project.organisationId, id: newId(), projectId };
	await store.insertCard(work, key, facts);
	await store.writeCardNetworks(work, key, facts.visibility === "network" ? facts.networkIds : []);
	await writeResult(work, project.organisationId, projectId);
	await notedCard(work, "create", key.id);
	return done({ id: key.id });
}

/** A card of the own organisation, for a change by somebody who may change its project. */
async function toChange(work: Work, id: string): Verb<{ card: PracticeCard; of: OpenedProject }> {
	const reading = await readingOf(work);
	const card = reading && isId(id) ? await store.findCard(work, id) : undefined;
	if (!reading || !card) return refused("missing");
	const of =
		card.organisationId === reading.organisationId ? await openProject(work, card.projectId, reading) : undefined;
	return of?.mayChange ? done({ card, of }) : refused("not-allowed");
}

/** Changes what a card says and who reads it, in the version looked at. Whoever saves it says that it holds. */
export async function changeCard(
	work: Work,
	id: string,
	{ version, ...facts }: CardFacts & { readonly version: number },
): Verb {
	const found = await toChange(work, id);
	if (found.refused) return found;
	const { card, of } = found.done;
	const refusals = await judged(work, facts, of);
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await store.updateCard(work, { ...card, version }, facts))) return refused("changed-by-another");
	await store.writeCardNetworks(work, card, facts.visibility === "network" ? facts.networkIds : []);
	await notedCard(work, "change", id);
	return done(undefined);
}

/** Says that a card still holds, until a day it is looked at anew. */
export async function confirmCard(
	work: Work,
	id: string,
	{ version, revalidateOn }: { readonly version: number; readonly revalidateOn: string },
): Verb {
	const found = await toChange(work, id);
	if (found.refused) return found;
	if (revalidateOn <= work.today) return refused("revalidate-too-soon", { field: "revalidateOn" });
	if (!(await store.updateCard(work, { ...found.done.card, version }, { revalidateOn })))
		return refused("changed-by-another");
	await notedCard(work, "confirm", id);
	return done(undefined);
}

/** Takes away a card nobody has tried out or said anything of; others stay, and are shown to fewer. */
export async function removeCard(work: Work, id: string, version: number): Verb {
	const found = await toChange(work, id);
	if (found.refused) return found;
	const { card } = found.done;
	if (await adopted.hasFollowers(work, card)) return refused("has-followers");
	if (!(await store.deleteCard(work, { ...card, version }))) return refused("changed-by-another");
	await notedCard(work, "remove", id);
	return done(undefined);
}
