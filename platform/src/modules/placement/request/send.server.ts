import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import type { Language } from "../../../language.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { recordEffort } from "../effort.server.ts";
import type { Request, RequestRefusal } from "./contract.ts";
import { insertLetter } from "./letters.store.server.ts";
import { type OpenedRequest, openRequest } from "./open.server.ts";
import * as store from "./store.server.ts";
import { linkFor, type Telling, tell } from "./tell.server.ts";

/** What became of each order that was sent. */
export type Sent = { readonly sent: number; readonly told: number; readonly mailed: number; readonly silent: number };

/**
 * Sends drafts: coordinators of the host with an account find it in their inbox, others get a link by mail (`tell`).
 * `silent` ones reach nobody: make a link, or call. An order a host has written down itself is only marked as sent.
 */
export async function sendRequests(
	work: Work,
	requestIds: readonly string[],
	telling: Telling,
): Promise<Outcome<Sent, RequestRefusal>> {
	if (requestIds.length === 0) return refused("none-chosen");
	const counts = { sent: 0, told: 0, mailed: 0, silent: 0 };
	for (const id of new Set(requestIds)) {
		const opened = await openRequest(work, id, null);
		if (opened.refused) return opened;
		const { request, isKeeper, organisationId } = opened.done;
		if (!isKeeper) return refused("not-allowed");
		if (request.state !== "draft") {
			if (requestIds.length === 1) return refused("already-sent");
			continue;
		}
		await store.updateRequest(work, request, { state: "sent", sent_at: work.now });
		await record(work, { verb: "request.send", objectKind: "request", objectId: id, organisationId });
		await recordEffort(work, { kind: "touch", what: "request-sent", organisationId, requestId: id });
		counts.sent++;
		if (request.hostId !== organisationId) counts[await tell(work, request, "sent", telling)]++;
	}
	return counts.sent === 0 ? refused("already-sent") : done(counts);
}

/** Reminds a host of an order it has not answered, where it was sent or where somebody now says. */
export async function remindRequest(
	work: Work,
	requestId: string,
	telling: Telling,
): Promise<Outcome<{ way: "told" | "mailed" }, RequestRefusal>> {
	const opened = await openSent(work, requestId);
	if (opened.refused) return opened;
	const { request, organisationId } = opened.done;
	if (request.state === "answered") return refused("already-answered");
	const way = await tell(work, request, "reminded", telling);
	if (way === "silent") return refused("nobody-to-tell", { field: "email" });
	await record(work, { verb: "request.remind", objectKind: "request", objectId: requestId, organisationId });
	return done({ way });
}

/**
 * Makes a link by which a host answers an order without an account, for the one who ordered to send; perhaps with the
 * address it is sent to, which is offered the next time. The link is given here only.
 */
export async function makeRequestLink(
	work: Work,
	requestId: string,
	language: Language,
	email: string | null = null,
): Promise<Outcome<{ path: string; request: Request }, RequestRefusal>> {
	const opened = await openSent(work, requestId);
	if (opened.refused) return opened;
	const { request } = opened.done;
	const path = await linkFor(work, request, language, email);
	const byName = work.actor.kind === "person" ? work.actor.name : null;
	await insertLetter(work, request, { kind: "sent", way: "link", recipient: email, byName });
	await recordEffort(work, { kind: "message", what: "request-link", requestId });
	return done({ path, request });
}

/** An order of the asker's that has been sent and still stands. */
async function openSent(work: Work, requestId: string): Promise<Outcome<OpenedRequest, RequestRefusal>> {
	const opened = await openRequest(work, requestId, null);
	if (opened.refused) return opened;
	const { request, isKeeper } = opened.done;
	if (!isKeeper) return refused("not-allowed");
	if (request.state === "draft") return refused("not-sent");
	if (request.state === "withdrawn") return refused("withdrawn");
	return opened;
}
