import { newId, type Work } from "../../../database/work.server.ts";
import { searchWords } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { revokeLinksTo } from "../../../identity/link-token.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../../outcome.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { nameOrganisations, readVocabulary, resolveOrganisation } from "../../organisation/service.server.ts";
import { coordinatedBy } from "../capacity/asker.server.ts";
import type { NewRequests, Request, RequestChange, RequestQuery, RequestRefusal, RequestTotals } from "./contract.ts";
import { openRequest, requestPurpose } from "./open.server.ts";
import * as store from "./store.server.ts";
import { type Telling, tell } from "./tell.server.ts";

export { answerRequest, readRequest } from "./answer.server.ts";
export { requestPurpose } from "./open.server.ts";
export { makeRequestLink, remindRequest, sendRequests } from "./send.server.ts";
export { takeInAnswer } from "./taken.server.ts";
export { countToTakeIn, type ToTakeIn, takeInAll } from "./to-take-in.server.ts";

/** Orders the organisation acted for has made, keeps for another, or is asked for. */
export async function listRequests(work: Work, query: RequestQuery): Promise<Page<Request>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return { rows: [], total: 0 };
	return store.listRequests(work, organisationId, { ...query, words: searchWords(query.search) });
}

/** What the same orders come to; drafts and withdrawn ones are left out. */
export async function countRequests(work: Work, query: RequestQuery): Promise<RequestTotals> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return { requests: 0, places: 0, settledPlaces: 0, offered: 0, unmet: [] };
	return store.countRequests(work, organisationId, { ...query, words: searchWords(query.search) });
}

/** How many orders nobody has answered yet, of those the organisation is asked for or has ordered of others. */
export async function countUnanswered(work: Work, side: "asked" | "ordered"): Promise<store.Unanswered> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return { sent: 0, overdue: 0, first: null };
	return store.countUnanswered(work, organisationId, side);
}

/**
 * Orders the same places from one or many hosts, as drafts. The one who orders is the institution, or a host that writes
 * down what an institution has ordered of it.
 */
export async function addRequests(
	work: Work,
	{ lines, ...facts }: NewRequests,
): Promise<Outcome<{ ids: readonly string[] }, RequestRefusal>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	const refusals = await judge(work, organisationId, facts);
	for (const [index, { hostId }] of lines.entries()) {
		if (facts.institutionId !== organisationId && hostId !== organisationId)
			refusals.push({ code: "not-party", field: "institutionId" });
		refusals.push(...(await judgeHost(work, hostId, `lines.${index}.hostId`)));
	}
	if (refusals.length > 0) return refusedAll(refusals.filter((one, index) => sameAsBefore(refusals, one) === index));
	const requests = lines.map((line) => ({ ...facts, ...line, id: newId() }));
	await store.insertRequests(work, organisationId, requests);
	for (const { id, hostId, places } of requests)
		await record(work, {
			...{ verb: "request.create", objectKind: "request", objectId: id, organisationId },
			detail: { hostId, places },
		});
	return done({ ids: requests.map(({ id }) => id) });
}

function sameAsBefore(refusals: readonly Refusal[], one: Refusal): number {
	return refusals.findIndex(({ code, field }) => code === one.code && field === one.field);
}

async function judge(
	work: Work,
	organisationId: string,
	facts: Omit<RequestChange, "version" | "places"> & { institutionId?: string; periodId?: string | null },
): Promise<Refusal<RequestRefusal>[]> {
	const refusals: Refusal<RequestRefusal>[] = [];
	if (facts.lastDay < facts.firstDay) refusals.push({ code: "ends-before-start", field: "lastDay" });
	const { settings } = await readVocabulary(work);
	if (facts.settings.some((code) => !settings.some((setting) => setting.code === code)))
		refusals.push({ code: "setting-unknown", field: "settings" });
	const { institutionId, periodId } = facts;
	if (institutionId !== undefined && !(await nameOrganisations(work, [institutionId])).has(institutionId))
		refusals.push({ code: "institution-unknown", field: "institutionId" });
	if (periodId && !(await store.listPeriods(work, organisationId)).some(({ id }) => id === periodId))
		refusals.push({ code: "period-unknown", field: "periodId" });
	return refusals;
}

/** A host that has been merged is answered for by another: the order goes there, and who wrote it is told. */
async function judgeHost(work: Work, hostId: string, field: string): Promise<Refusal<RequestRefusal>[]> {
	if (!isId(hostId)) return [{ code: "host-unknown", field }];
	const heirs = await resolveOrganisation(work, hostId);
	if (heirs.length === 0) return [{ code: "host-unknown", field }];
	if (heirs.some(({ id }) => id === hostId)) return [];
	return [{ code: "host-ended", field, detail: { heirs: heirs.map(({ name }) => name).join(", ") } }];
}

/** Changes a draft. What is sent stands as it was sent: withdraw it, and order anew. */
export async function changeRequest(
	work: Work,
	requestId: string,
	{ version, ...values }: RequestChange,
): Promise<Outcome<{ version: number }, RequestRefusal>> {
	const opened = await openRequest(work, requestId, version);
	if (opened.refused) return opened;
	const { request, isKeeper, organisationId } = opened.done;
	if (!isKeeper) return refused("not-allowed");
	if (request.state !== "draft") return refused("already-sent");
	const refusals = await judge(work, organisationId, values);
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await store.updateRequest(work, request, store.changedColumns(values)))) return refused("changed-by-another");
	await record(work, { verb: "request.change", objectKind: "request", objectId: requestId, organisationId });
	return done({ version: version + 1 });
}

/** Takes an order back: a draft is gone, a sent one stays as withdrawn, and places it was answered with are free again. */
export async function withdrawRequest(
	work: Work,
	requestId: string,
	version: number,
): Promise<Outcome<{ removed: boolean }, RequestRefusal>> {
	const opened = await openRequest(work, requestId, version);
	if (opened.refused) return opened;
	const { request, isKeeper, organisationId } = opened.done;
	if (!isKeeper) return refused("not-allowed");
	if (request.state === "withdrawn") return refused("withdrawn");
	const removed = request.state === "draft";
	if (removed) await store.deleteRequest(work, organisationId, requestId);
	else if (!(await store.updateRequest(work, request, { state: "withdrawn" }))) return refused("changed-by-another");
	await revokeLinksTo(work, { kind: "request", id: requestId }, requestPurpose);
	await record(work, {
		...{ verb: removed ? "request.remove" : "request.withdraw", objectKind: "request", objectId: requestId },
		...{ organisationId, detail: { before: request.state } },
	});
	return done({ removed });
}

/**
 * Moves an order to whoever answers for a host that has been merged or divided since: the largest part of it. Links sent
 * to the earlier host no longer work, and the new one is told of an order that has been sent.
 */
export async function followHost(
	work: Work,
	requestId: string,
	version: number,
	telling: Telling,
): Promise<Outcome<{ hostId: string }, RequestRefusal>> {
	const opened = await openRequest(work, requestId, version);
	if (opened.refused) return opened;
	const { request, isKeeper, organisationId } = opened.done;
	if (!isKeeper) return refused("not-allowed");
	const [heir] = await resolveOrganisation(work, request.hostId);
	if (!heir || heir.id === request.hostId) return refused("host-stands");
	const lines = await store.listAnswer(work, request);
	if (!(await store.updateRequest(work, request, { host_id: heir.id }))) return refused("changed-by-another");
	await store.writeAnswer(
		work,
		{ ...request, hostId: heir.id },
		lines.map((line) => ({ ...line, offerId: null, offerOrganisationId: null })),
	);
	await record(work, {
		...{ verb: "request.follow", objectKind: "request", objectId: requestId, organisationId },
		detail: { from: request.hostId, to: heir.id },
	});
	await revokeLinksTo(work, { kind: "request", id: requestId }, requestPurpose);
	const moved = await store.findRequest(work, requestId);
	if (moved?.state === "sent" && moved.hostId !== organisationId) await tell(work, moved, "sent", telling);
	return done({ hostId: heir.id });
}
