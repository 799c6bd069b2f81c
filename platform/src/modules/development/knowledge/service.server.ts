import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import { readingOf } from "../project/service.server.ts";
import { mayEnter } from "../rules.ts";
import type { Need, NeedClosing, NeedFacts, NeedRefusal } from "./contract.ts";
import { mayNoteNeeds, refuseClosing, refuseNeed } from "./rules.ts";
import * as store from "./store.server.ts";

/** A need in a list, with whose it is. */
export type ListedNeed = Need & {
	readonly organisationName: string;
	readonly isOwn: boolean;
	/** The asker may change it. */
	readonly mayChange: boolean;
};

/** What the organisation acted for needs to know, and what others have chosen to show; what matters most first. */
export async function listNeeds(work: Work): Promise<readonly ListedNeed[]> {
	const asker = await mandateOf(work);
	if (!mayEnter(asker)) return [];
	const needs = await store.listNeeds(work);
	return withNames(work, needs, asker);
}

async function withNames(
	work: Work,
	needs: readonly Need[],
	asker: Awaited<ReturnType<typeof mandateOf>>,
): Promise<readonly ListedNeed[]> {
	const names = await nameOrganisations(work, [...new Set(needs.map(({ organisationId }) => organisationId))]);
	return needs.map((need) => {
		const isOwn = need.organisationId === asker.organisationId;
		return {
			...{ ...need, isOwn, mayChange: isOwn && mayNoteNeeds(asker) },
			organisationName: names.get(need.organisationId)?.name ?? "",
		};
	});
}

/** A need; undefined for one that is not the asker's to read. */
export async function openNeed(work: Work, id: string): Promise<ListedNeed | undefined> {
	const asker = await mandateOf(work);
	const need = isId(id) && mayEnter(asker) ? await store.findNeed(work, id) : undefined;
	return need && (await withNames(work, [need], asker))[0];
}

async function noted(work: Work, deed: string, id: string): Promise<void> {
	await record(work, { verb: `knowledge-need.${deed}`, objectKind: "knowledge-need", objectId: id });
}

/** Notes what the organisation acted for needs to know. */
export async function addNeed(work: Work, facts: NeedFacts): Promise<Outcome<{ id: string }, NeedRefusal>> {
	const reading = await readingOf(work);
	if (!reading || !mayNoteNeeds(reading.asker)) return refused("not-allowed");
	const units = new Set(reading.units.keys());
	const refusals = refuseNeed(facts, { units, today: work.today, neededBefore: null });
	if (refusals.length > 0) return refusedAll(refusals);
	const id = newId();
	await store.insertNeed(work, { organisationId: reading.organisationId, id }, facts);
	await noted(work, "create", id);
	return done({ id });
}

async function toChange(work: Work, id: string): Promise<Outcome<ListedNeed, NeedRefusal>> {
	const need = await openNeed(work, id);
	if (!need) return refused("missing");
	return need.mayChange ? done(need) : refused("not-allowed");
}

/** Changes a need that is open, in the version looked at. */
export async function changeNeed(
	work: Work,
	id: string,
	{ version, ...facts }: NeedFacts & { readonly version: number },
): Promise<Outcome<undefined, NeedRefusal>> {
	const opened = await toChange(work, id);
	if (opened.refused) return opened;
	const need = opened.done;
	if (need.closedOn !== null) return refused("is-closed");
	const units = new Set([...((await readingOf(work))?.units.keys() ?? []), ...(need.unitId ? [need.unitId] : [])]);
	const refusals = refuseNeed(facts, { units, today: work.today, neededBefore: need.neededBy });
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await store.updateNeed(work, { ...need, version }, facts))) return refused("changed-by-another");
	await noted(work, "change", id);
	return done(undefined);
}

/** Closes a need: it is answered, and says by what was learnt, or nobody needs it any more. */
export async function closeNeed(
	work: Work,
	id: string,
	closing: NeedClosing,
): Promise<Outcome<undefined, NeedRefusal>> {
	const opened = await toChange(work, id);
	if (opened.refused) return opened;
	if (opened.done.closedOn !== null) return refused("is-closed");
	const refusals = refuseClosing(closing);
	if (refusals.length > 0) return refusedAll(refusals);
	const change = { ...closing, closedOn: work.today };
	if (!(await store.updateNeed(work, { ...opened.done, version: closing.version }, change)))
		return refused("changed-by-another");
	await noted(work, "close", id);
	return done(undefined);
}

/** Opens a closed need again; what was learnt stays to be read. */
export async function reopenNeed(work: Work, id: string, version: number): Promise<Outcome<undefined, NeedRefusal>> {
	const opened = await toChange(work, id);
	if (opened.refused) return opened;
	if (opened.done.closedOn === null) return refused("not-closed");
	if (!(await store.updateNeed(work, { ...opened.done, version }, null))) return refused("changed-by-another");
	await noted(work, "reopen", id);
	return done(undefined);
}

/** Takes away a need nobody has asked about; one that has been asked about is closed. */
export async function removeNeed(work: Work, id: string, version: number): Promise<Outcome<undefined, NeedRefusal>> {
	const opened = await toChange(work, id);
	if (opened.refused) return opened;
	if (await store.isAskedAbout(work, opened.done)) return refused("is-asked-about");
	if (!(await store.deleteNeed(work, { ...opened.done, version }))) return refused("changed-by-another");
	await noted(work, "remove", id);
	return done(undefined);
}
