import { newId, type Work } from "../../../database/work.server.ts";
import { searchWords } from "../../../geography/search.ts";
import { operatorOrganisationId } from "../../../identity/actor.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import type { CompetenceRefusal } from "../contract.ts";
import { mayEnter, mayPlan } from "../rules.ts";
import type { Entry, EntryChange, EntryFacts, EntryQuery, ListedEntry } from "./contract.ts";
import { refuseEntry } from "./rules.ts";
import * as store from "./store.server.ts";

/** Open entries of the shared catalogue and of the organisation acted for, by page. */
export async function listEntries(work: Work, query: EntryQuery): Promise<Page<ListedEntry>> {
	const asker = await mandateOf(work);
	if (asker.organisationId === null || !mayEnter(asker)) return { rows: [], total: 0 };
	const rows = await store.listEntries(work, asker.organisationId, { ...query, words: searchWords(query.search) });
	return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** One entry, with whether the asker may change it; undefined for one that is not there or stands with others. */
export async function readEntry(
	work: Work,
	id: string,
): Promise<{ readonly entry: Entry; readonly mayChange: boolean; readonly uses: number } | undefined> {
	const asker = await mandateOf(work);
	const entry = isId(id) && mayEnter(asker) ? await store.findEntry(work, id) : undefined;
	if (!entry) return undefined;
	const mayChange = entry.organisationId === asker.organisationId && mayPlan(asker);
	return { entry, mayChange, uses: await store.countUses(work, id) };
}

/** The entries a choice can be made from: own ones before the shared ones they answer to, which then are left out. */
export async function listChoosable(work: Work): Promise<readonly Entry[]> {
	const { organisationId } = await mandateOf(work);
	if (organisationId === null) return [];
	return choosableOf(await store.listAllEntries(work, organisationId));
}

/** Of all entries those that can be chosen. */
export function choosableOf(all: readonly Entry[]): readonly Entry[] {
	const entries = all.filter(({ retiredOn }) => retiredOn === null);
	const answered = new Set(entries.flatMap(({ mappedId }) => (mappedId === null ? [] : [mappedId])));
	return entries.filter(({ id }) => !answered.has(id));
}

/** Adds an entry to the framework of the organisation acted for; the operator's are shared with everybody. */
export async function addEntry(work: Work, facts: EntryFacts): Promise<Outcome<{ id: string }, CompetenceRefusal>> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayPlan(asker)) return refused("not-allowed");
	const isShared = organisationId === operatorOrganisationId;
	const refusals = refuseEntry(facts, {
		isShared,
		entries: await store.listAllEntries(work, organisationId),
		ownId: null,
	});
	if (refusals.length > 0) return refusedAll(refusals);
	const id = newId();
	await store.insertEntry(work, organisationId, id, facts);
	await record(work, { verb: "competence-entry.create", objectKind: "competence-entry", objectId: id });
	return done({ id });
}

/** Changes an own entry in the version looked at. */
export async function changeEntry(
	work: Work,
	id: string,
	{ version, ...facts }: EntryChange,
): Promise<Outcome<undefined, CompetenceRefusal>> {
	const found = await readEntry(work, id);
	if (!found) return refused("missing");
	if (!found.mayChange) return refused("not-allowed");
	const { isShared, organisationId } = found.entry;
	const entries = await store.listAllEntries(work, organisationId);
	const refusals = refuseEntry(facts, { isShared, entries, ownId: id });
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await store.updateEntry(work, found.entry, facts, version))) return refused("changed-by-another");
	await record(work, { verb: "competence-entry.change", objectKind: "competence-entry", objectId: id });
	return done(undefined);
}

/** Takes an own entry out of use. What was counted with it stays. */
export async function retireEntry(
	work: Work,
	id: string,
	version: number,
): Promise<Outcome<undefined, CompetenceRefusal>> {
	const found = await readEntry(work, id);
	if (!found) return refused("missing");
	if (!found.mayChange) return refused("not-allowed");
	if (!(await store.updateEntry(work, found.entry, { retiredOn: work.today }, version)))
		return refused("changed-by-another");
	await record(work, { verb: "competence-entry.retire", objectKind: "competence-entry", objectId: id });
	return done(undefined);
}
