import { newId, type Work } from "../../../database/work.server.ts";
import { addMonths } from "../../../day.ts";
import { kilometresBetween } from "../../../geography/distance.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { listOrganisations, mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import { findNeed } from "../knowledge/store.server.ts";
import { nameOfActor } from "../network/open.server.ts";
import { type Asker, mayEnter } from "../rules.ts";
import type {
	Ask,
	AskAnswer,
	AskFacts,
	AskReturn,
	Research,
	ResearchFacts,
	ResearchRefusal,
	ResearchReturn,
} from "./contract.ts";
import {
	answered,
	mayAnswer,
	mayPropose,
	readersOf,
	refuseAnswer,
	refuseAsk,
	refuseResearch,
	takesPart,
} from "./rules.ts";
import * as store from "./store.server.ts";

/** What is asked of one, with what they are called and the need it is about, where it may be read. */
export type ListedAsk = Ask & { readonly partyName: string };

/** Research in a list, with what the asker may read of what was asked. */
export type ListedResearch = Research & {
	readonly organisationName: string;
	readonly isOwn: boolean;
	/** All of them for one's own; else what the organisation acted for is asked. */
	readonly asks: readonly ListedAsk[];
};

async function named(work: Work, all: readonly Research[], asks: readonly Ask[], asker: Asker) {
	const ids = [...all.map(({ organisationId }) => organisationId), ...asks.map(({ partyId }) => partyId)];
	const names = await nameOrganisations(work, [...new Set(ids)]);
	const nameOf = (id: string) => names.get(id)?.name ?? "";
	const listed = asks.map((ask): ListedAsk => ({ ...ask, partyName: nameOf(ask.partyId) }));
	return all.map(
		(research): ListedResearch => ({
			...{ ...research, organisationName: nameOf(research.organisationId) },
			asks: listed.filter(({ researchId }) => researchId === research.id),
			isOwn: research.organisationId === asker.organisationId,
		}),
	);
}

/** What the organisation acted for proposes or is asked to take part in, by title. */
export async function listResearch(work: Work): Promise<readonly ListedResearch[]> {
	const asker = await mandateOf(work);
	if (!mayEnter(asker)) return [];
	const all = await store.listResearch(work);
	return all.length === 0 ? [] : named(work, all, await store.listAsks(work, null), asker);
}

export type OpenedResearch = ListedResearch & {
	readonly can: {
		/** Change it, ask others, give back what was found, end it. */
		readonly keep: boolean;
		/** Answer what the organisation acted for is asked. */
		readonly answer: boolean;
	};
};

/** Research with what was asked; undefined where it is not the asker's to read. */
export async function openResearch(work: Work, id: string): Promise<OpenedResearch | undefined> {
	const asker = await mandateOf(work);
	const research = isId(id) && mayEnter(asker) ? await store.findResearch(work, id) : undefined;
	if (!research) return undefined;
	const [one] = await named(work, [research], await store.listAsks(work, id), asker);
	return one && { ...one, can: { keep: one.isOwn && mayPropose(asker), answer: !one.isOwn && mayAnswer(asker) } };
}

async function noted(work: Work, deed: string, { organisationId, id }: store.Key): Promise<void> {
	await record(work, { verb: `research.${deed}`, objectKind: "research", objectId: id, organisationId });
}

async function toKeep(work: Work, id: string): Promise<Outcome<OpenedResearch, ResearchRefusal>> {
	const opened = await openResearch(work, id);
	if (!opened) return refused("missing");
	if (!opened.can.keep) return refused("not-allowed");
	return opened.endedOn === null ? done(opened) : refused("has-ended");
}

/** Begins research for the organisation acted for; nobody else sees it before somebody is asked. */
export async function addResearch(work: Work, facts: ResearchFacts): Promise<Outcome<{ id: string }, ResearchRefusal>> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayPropose(asker)) return refused("not-allowed");
	const refusals = refuseResearch(facts);
	if (refusals.length > 0) return refusedAll(refusals);
	const key = { organisationId, id: newId() };
	await store.insertResearch(work, key, facts);
	await noted(work, "create", key);
	return done({ id: key.id });
}

/** Changes what research says, in the version looked at. */
export async function changeResearch(
	work: Work,
	id: string,
	{ version, ...facts }: ResearchFacts & { readonly version: number },
): Promise<Outcome<undefined, ResearchRefusal>> {
	const opened = await toKeep(work, id);
	if (opened.refused) return opened;
	const refusals = refuseResearch(facts);
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await store.updateResearch(work, { ...opened.done, version }, { facts }))) return refused("changed-by-another");
	await noted(work, "change", opened.done);
	return done(undefined);
}

/** Takes away research nobody was asked to take part in; else it is ended. */
export async function removeResearch(
	work: Work,
	id: string,
	version: number,
): Promise<Outcome<undefined, ResearchRefusal>> {
	const opened = await toKeep(work, id);
	if (opened.refused) return opened;
	if (opened.done.asks.length > 0) return refused("has-asked");
	if (!(await store.deleteResearch(work, { ...opened.done, version }))) return refused("changed-by-another");
	await noted(work, "remove", opened.done);
	return done(undefined);
}

/** Asks an organisation to take part, and says what is asked of whom. From now on it reads the research. */
export async function askParty(
	work: Work,
	id: string,
	facts: AskFacts,
): Promise<Outcome<{ id: string }, ResearchRefusal>> {
	const opened = await toKeep(work, id);
	if (opened.refused) return opened;
	const research = opened.done;
	const standing = research.asks.filter(({ withdrawnOn }) => withdrawnOn === null);
	const need = facts.needId === null ? null : ((await findNeed(work, facts.needId)) ?? null);
	const refusals = refuseAsk(facts, {
		...{ organisationId: research.organisationId, today: work.today, need },
		asked: new Set(standing.map(({ partyId }) => partyId)),
	});
	if (!(await nameOrganisations(work, [facts.partyId])).has(facts.partyId))
		refusals.push({ code: "organisation-unknown", field: "partyId" });
	if (refusals.length > 0) return refusedAll(refusals);
	const ask = { ...facts, id: newId(), askedBy: nameOfActor(work) };
	await store.insertAsk(work, research, ask);
	const readers = readersOf(research.organisationId, [...standing, { partyId: facts.partyId, withdrawnOn: null }]);
	if (!(await store.updateResearch(work, research, { readers }))) return refused("changed-by-another");
	await noted(work, "ask", research);
	return done({ id: ask.id });
}

/** Lets go an organisation that was asked: it gives nothing, and no longer reads the research. */
export async function withdrawAsk(
	work: Work,
	id: string,
	askId: string,
	version: number,
): Promise<Outcome<undefined, ResearchRefusal>> {
	const opened = await toKeep(work, id);
	if (opened.refused) return opened;
	const research = opened.done;
	const ask = research.asks.find((one) => one.id === askId);
	if (!ask || ask.withdrawnOn !== null) return refused("missing");
	if (!(await store.updateAsk(work, { ...ask, version }, "withdrawn"))) return refused("changed-by-another");
	const left = research.asks.filter((one) => one.id !== askId);
	const readers = readersOf(research.organisationId, left);
	if (!(await store.updateResearch(work, research, { readers }))) return refused("changed-by-another");
	await noted(work, "withdraw", research);
	return done(undefined);
}

/** What the organisation acted for is asked, for somebody who may answer. */
async function toAnswer(
	work: Work,
	id: string,
	askId: string,
): Promise<Outcome<{ readonly research: OpenedResearch; readonly ask: ListedAsk }, ResearchRefusal>> {
	const research = await openResearch(work, id);
	const ask = research?.asks.find((one) => one.id === askId);
	if (!research || !ask) return refused("missing");
	if (!research.can.answer) return refused("not-allowed");
	if (research.endedOn !== null) return refused("has-ended");
	return ask.withdrawnOn === null ? done({ research, ask }) : refused("is-withdrawn");
}

/** Answers what one is asked: yes, changed, or no by relevance, capacity or finance. It can be answered anew until something has come back. */
export async function answerAsk(
	work: Work,
	id: string,
	askId: string,
	given: AskAnswer,
): Promise<Outcome<undefined, ResearchRefusal>> {
	const opened = await toAnswer(work, id, askId);
	if (opened.refused) return opened;
	const { research, ask } = opened.done;
	if (research.returnedOn !== null && ask.answer !== null) return refused("is-answered");
	const refusals = refuseAnswer(given, ask);
	if (refusals.length > 0) return refusedAll(refusals);
	const change = { answer: answered(given, ask), by: nameOfActor(work) };
	if (!(await store.updateAsk(work, { ...ask, version: given.version }, change))) return refused("changed-by-another");
	await noted(work, "answer", research);
	return done(undefined);
}

/** Gives back what was found, in the words of practice, to all who take part. */
export async function returnResult(
	work: Work,
	id: string,
	{ version, ...found }: ResearchReturn,
): Promise<Outcome<undefined, ResearchRefusal>> {
	const opened = await toKeep(work, id);
	if (opened.refused) return opened;
	const returned = { ...found, returnedOn: opened.done.returnedOn ?? work.today };
	if (!(await store.updateResearch(work, { ...opened.done, version }, { returned })))
		return refused("changed-by-another");
	await noted(work, "return", opened.done);
	return done(undefined);
}

/** Says, for one who takes part, whether what was found has come back so that it can be used. */
export async function checkReturn(
	work: Work,
	id: string,
	askId: string,
	said: AskReturn,
): Promise<Outcome<undefined, ResearchRefusal>> {
	const opened = await toAnswer(work, id, askId);
	if (opened.refused) return opened;
	const { research, ask } = opened.done;
	if (!takesPart(ask)) return refused("not-taking-part");
	if (research.returnedOn === null && said.returnSaid !== "not-received") return refused("not-returned");
	if (!(await store.updateAsk(work, { ...ask, version: said.version }, { returned: said })))
		return refused("changed-by-another");
	await noted(work, "check", research);
	return done(undefined);
}

/** Ends research, with why; or goes on with it after all (null). */
export async function endResearch(
	work: Work,
	id: string,
	{ endedBecause, version }: { readonly endedBecause: string | null; readonly version: number },
): Promise<Outcome<undefined, ResearchRefusal>> {
	const opened = await openResearch(work, id);
	if (!opened) return refused("missing");
	if (!opened.can.keep) return refused("not-allowed");
	if ((opened.endedOn !== null) === (endedBecause !== null)) return refused("has-ended");
	const ended = { on: endedBecause === null ? null : work.today, because: endedBecause ?? "" };
	if (!(await store.updateResearch(work, { ...opened, version }, { ended }))) return refused("changed-by-another");
	await noted(work, endedBecause === null ? "reopen" : "end", opened);
	return done(undefined);
}

/** A municipality and how much it is asked. */
export type Asked = {
	readonly id: string;
	readonly name: string;
	readonly population: number | null;
	readonly centrality: number | null;
	/** From the organisation acted for, as the crow flies, whole; null where one of them has no place. */
	readonly kilometres: number | null;
	/** Times in the last twelve months, by anybody. */
	readonly asks: number;
	readonly hours: number;
};

/** How much each municipality has been asked in the last twelve months, by everybody together: counts alone. */
export async function readAsked(work: Work): Promise<readonly Asked[]> {
	const asker = await mandateOf(work);
	if (!mayEnter(asker)) return [];
	const { rows } = await listOrganisations(work, {});
	const placed = ({ latitude, longitude }: (typeof rows)[number]) =>
		latitude === null || longitude === null ? null : { latitude, longitude };
	const self = rows.find(({ id }) => id === asker.organisationId);
	const here = self ? placed(self) : null;
	const load = await store.readAskedLoad(work, addMonths(work.today, -12));
	return rows
		.filter(({ kind }) => kind === "municipality")
		.map((row): Asked => {
			const there = placed(row);
			return {
				...{ id: row.id, name: row.name, population: row.population?.value ?? null },
				centrality: row.centrality?.value ?? null,
				kilometres: here && there ? Math.round(kilometresBetween(here, there)) : null,
				...{ asks: load.get(row.id)?.asks ?? 0, hours: load.get(row.id)?.hours ?? 0 },
			};
		});
}
