import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { issueLink } from "../../../identity/link-token.server.ts";
import type { Language } from "../../../language.ts";
import { mailTo, notify } from "../../../notice/service.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { whoAnswers } from "../../organisation/service.server.ts";
import { coordinatedBy } from "../capacity/asker.server.ts";
import { recordEffort } from "../effort.server.ts";
import type { Request, RequestRefusal } from "./contract.ts";
import { letterOf, reasonOf } from "./letter.ts";
import { requestSent } from "./notices.ts";
import { openRequest, requestPurpose } from "./open.server.ts";
import * as store from "./store.server.ts";

/** How those who are asked are told. */
export type Telling = {
	/** Whether this installation sends mail. */
	readonly mails: boolean;
	readonly language: Language;
	/** Where to send it, where the register does not know or somebody knows better. */
	readonly email?: string | null;
};

/** What became of each order that was sent. */
export type Sent = { readonly sent: number; readonly told: number; readonly mailed: number; readonly silent: number };

/**
 * Sends drafts: coordinators of the host with an account find it in their inbox, others get a link by mail to whoever the
 * register says answers for placements. `silent` ones reach nobody: make a link, or call. An order a host has written down
 * itself is only marked as sent.
 */
export async function sendRequests(
	work: Work,
	requestIds: readonly string[],
	telling: Telling,
): Promise<Outcome<Sent, RequestRefusal>> {
	if (requestIds.length === 0) return refused("none-chosen");
	let [sent, told, mailed, silent] = [0, 0, 0, 0];
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
		sent++;
		if (request.hostId === organisationId) continue;
		const way = await tell(work, request, telling);
		if (way === "told") told++;
		else if (way === "mailed") mailed++;
		else silent++;
	}
	return sent === 0 ? refused("already-sent") : done({ sent, told, mailed, silent });
}

async function tell(work: Work, request: Request, telling: Telling): Promise<"told" | "mailed" | "silent"> {
	const personIds = await store.listCoordinators(work, request.hostId);
	if (personIds.length > 0) {
		const { institutionName: from, courseName: course, places, answerBy, id } = request;
		await notify(work, {
			kind: requestSent,
			personIds,
			detail: { from, course, places, answerBy },
			link: `/placement/requests/${id}`,
		});
		await recordEffort(work, { kind: "message", what: "request-told", requestId: id });
		return "told";
	}
	const to = telling.email ?? (await addressOf(work, request));
	if (!telling.mails || to === null) return "silent";
	const path = await linkFor(work, request, telling.language, to);
	await mailTo(work, { recipient: to, language: telling.language, ...letterOf(telling.language, request, path) });
	await recordEffort(work, { kind: "message", what: "request-mailed", requestId: request.id });
	return "mailed";
}

/** Who the register says answers for placements at the host. */
async function addressOf(work: Work, { hostId: organisationId, profession }: Request): Promise<string | null> {
	return (await whoAnswers(work, { organisationId, responsibility: "placements", profession })).email;
}

/** So many days a link is good for after the last day to answer. */
const daysAfterDue = 60;

async function linkFor(work: Work, request: Request, language: Language, email: string | null): Promise<string> {
	const due = Date.parse(`${request.answerBy ?? request.firstDay}T00:00:00Z`);
	const left = Math.max(0, Math.ceil((due - work.now.getTime()) / 86_400_000));
	const { path } = await issueLink(work, {
		...{ purpose: requestPurpose, objectKind: "request", objectId: request.id, days: left + daysAfterDue },
		...{ reason: reasonOf(language, request), recipientName: request.hostName, recipientEmail: email },
	});
	return path;
}

/** Makes a link by which a host answers an order without an account, for the one who ordered to send. Given here only. */
export async function makeRequestLink(
	work: Work,
	requestId: string,
	language: Language,
): Promise<Outcome<{ path: string; request: Request }, RequestRefusal>> {
	if ((await coordinatedBy(work)) === undefined) return refused("not-allowed");
	const opened = await openRequest(work, requestId, null);
	if (opened.refused) return opened;
	const { request, isKeeper } = opened.done;
	if (!isKeeper) return refused("not-allowed");
	if (request.state === "draft") return refused("not-sent");
	if (request.state === "withdrawn") return refused("withdrawn");
	const path = await linkFor(work, request, language, null);
	await recordEffort(work, { kind: "message", what: "request-link", requestId });
	return done({ path, request });
}
