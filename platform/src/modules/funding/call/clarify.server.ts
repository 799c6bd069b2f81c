import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import type { FundingRefusal } from "../contract.ts";
import type { Clarification } from "./contract.ts";
import { openCall } from "./service.server.ts";
import * as store from "./store.server.ts";

/** Questions to a call with their answers; unanswered ones for who asked and who answers. */
export function listClarifications(work: Work, callId: string): Promise<readonly Clarification[]> {
	return store.listClarifications(work, callId);
}

/** Asks about a call as it says now. The answer goes to all; who asked does not. */
export async function askAbout(
	work: Work,
	callId: string,
	question: string,
): Promise<Outcome<{ id: string }, FundingRefusal>> {
	const opened = await openCall(work, callId);
	if (opened.refused) return opened;
	const { call, can } = opened.done;
	const { actor } = work;
	if (!can.ask || call.published === null || actor.kind !== "person" || actor.organisationId === null)
		return refused("not-allowed");
	const id = newId();
	await store.insertClarification(work, call, {
		...{ id, number: call.published, askerId: actor.organisationId, question },
	});
	await record(work, { verb: "funding-call.ask", objectKind: "funding-call", objectId: callId });
	return done({ id });
}

/** Answers a question, once and to all. */
export async function clarify(
	work: Work,
	callId: string,
	{ id, answer }: { readonly id: string; readonly answer: string },
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openCall(work, callId);
	if (opened.refused) return opened;
	const { call, can } = opened.done;
	if (!can.edit) return refused("not-allowed");
	const by = work.actor.kind === "person" ? work.actor.name : "";
	if (!(await store.answerClarification(work, call, { id, answer, by }))) return refused("already-answered");
	await record(work, { verb: "funding-call.clarify", objectKind: "funding-call", objectId: callId });
	return done(undefined);
}
