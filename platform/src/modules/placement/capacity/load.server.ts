import { newId, type Work } from "../../../database/work.server.ts";
import { searchWords } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { coordinatedBy } from "./asker.server.ts";
import type { CapacityRefusal, Load, LoadChange, LoadQuery, LoadValues } from "./contract.ts";
import * as store from "./load.store.server.ts";
import { findSite } from "./site.store.server.ts";

/** Learners outside the rounds at the sites of the organisation acted for. */
export async function listLoad(work: Work, query: LoadQuery): Promise<Page<Load>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined || (query.siteId !== undefined && !isId(query.siteId)))
		return { rows: [], total: 0 };
	return store.listLoad(work, organisationId, { ...query, words: searchWords(query.search) });
}

export async function readLoad(work: Work, loadId: string): Promise<Load | undefined> {
	const organisationId = await coordinatedBy(work);
	return organisationId !== undefined && isId(loadId) ? store.findLoad(work, organisationId, loadId) : undefined;
}

/** Says that learners are at a site in some days. */
export async function addLoad(work: Work, values: LoadValues): Promise<Outcome<{ id: string }, CapacityRefusal>> {
	const judged = await judge(work, values);
	if (judged.refused) return judged;
	const organisationId = judged.done;
	const id = newId();
	await store.insertLoad(work, organisationId, id, values);
	await recordLoad(work, "load.create", organisationId, id);
	return done({ id });
}

export async function changeLoad(
	work: Work,
	loadId: string,
	{ version, ...values }: LoadChange,
): Promise<Outcome<{ version: number }, CapacityRefusal>> {
	if (!(await readLoad(work, loadId))) return refused("missing");
	const judged = await judge(work, values);
	if (judged.refused) return judged;
	const organisationId = judged.done;
	if (!(await store.updateLoad(work, { organisationId, id: loadId, version }, values)))
		return refused("changed-by-another");
	await recordLoad(work, "load.change", organisationId, loadId);
	return done({ version: version + 1 });
}

/** Takes a load away, as if it had never been said. */
export async function removeLoad(work: Work, loadId: string): Promise<Outcome<undefined, CapacityRefusal>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined || !(await readLoad(work, loadId))) return refused("missing");
	await store.deleteLoad(work, organisationId, loadId);
	await recordLoad(work, "load.remove", organisationId, loadId);
	return done(undefined);
}

async function judge(work: Work, values: LoadValues): Promise<Outcome<string, CapacityRefusal>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	if (!(await findSite(work, organisationId, values.siteId))) return refused("site-unknown", { field: "siteId" });
	return values.lastDay < values.firstDay ? refused("ends-before-start", { field: "lastDay" }) : done(organisationId);
}

async function recordLoad(work: Work, verb: string, organisationId: string, id: string): Promise<void> {
	await record(work, { verb, objectKind: "load", objectId: id, organisationId });
}
