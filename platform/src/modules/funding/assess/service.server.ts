import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { isId } from "../../../id.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { tellApplicants } from "../apply/tell.server.ts";
import { mayOf } from "../asker.server.ts";
import type { CallContent, StoredCall } from "../call/contract.ts";
import { standingOf } from "../call/rules.ts";
import { openCall } from "../call/service.server.ts";
import type { CallStanding, FundingRefusal } from "../contract.ts";
import type {
	Appeal,
	Assessment,
	AssessmentFacts,
	Decision,
	EligibilityFacts,
	ReceivedDetail,
	ReceivedHead,
	ReceivedWhole,
} from "./contract.ts";
import { type Judged, judge, judgeScores } from "./rules.ts";
import * as store from "./store.server.ts";

type Given = {
	readonly call: StoredCall;
	readonly content: CallContent;
	readonly standing: CallStanding;
	readonly giverId: string;
	readonly giverName: string;
};

/** A published call, for those who make calls on behalf of who made it. */
export async function openGiven(work: Work, callId: string): Promise<Given | undefined> {
	const may = await mayOf(work);
	const opened = may.makeCalls ? (await openCall(work, callId)).done : undefined;
	const [newest] = opened?.versions ?? [];
	if (!opened || !newest || opened.call.organisationId !== may.organisationId) return undefined;
	const { call } = opened;
	return {
		...{ call, content: newest.content, giverId: call.organisationId, giverName: call.organisationName },
		standing: standingOf(call, newest.content, work.today),
	};
}

/** The applications to one's own call, by name, without what is read of those shown alone. */
export async function listReceivedHeads(
	work: Work,
	callId: string,
): Promise<Outcome<Given & { readonly heads: readonly ReceivedHead[] }, FundingRefusal>> {
	const given = await openGiven(work, callId);
	if (!given) return refused("missing");
	return done({ ...given, heads: await store.listReceived(work, given.giverId, callId) });
}

type Call = Pick<Given, "giverId" | "content">;

/** How some of them are judged. */
export async function judgeHeads<Head extends ReceivedHead>(
	work: Work,
	{ giverId, content }: Call,
	heads: readonly Head[],
): Promise<readonly (Head & Judged)[]> {
	const scores = await store.listScores(work, giverId, idsOf(heads));
	return heads.map((head) => ({ ...head, ...judgeScores(content.criteria, scores.get(head.id) ?? []) }));
}

/** What else a list shows of some of them. */
export async function detailHeads<Head extends ReceivedHead>(
	work: Work,
	{ giverId }: Call,
	heads: readonly Head[],
): Promise<readonly (Head & ReceivedDetail)[]> {
	const details = await store.listDetails(work, giverId, idsOf(heads));
	return heads.flatMap((head) => {
		const detail = details.get(head.id);
		return detail ? [{ ...head, ...detail }] : [];
	});
}

const idsOf = (heads: readonly ReceivedHead[]) => heads.map(({ id }) => id);

export type ReceivedRow = ReceivedHead & ReceivedDetail & Judged;

export type ReceivedList = Given & { readonly rows: readonly ReceivedRow[] };

/** The applications to one's own call whole, with how they are judged. */
export async function listReceived(work: Work, callId: string): Promise<Outcome<ReceivedList, FundingRefusal>> {
	const listed = await listReceivedHeads(work, callId);
	if (listed.refused) return listed;
	const { heads, ...given } = listed.done;
	return done({ ...given, rows: await detailHeads(work, given, await judgeHeads(work, given, heads)) });
}

export type ReachOfCall = Given & { readonly reached: readonly store.InReach[] };

/** The municipalities one's own call is for: who has applied, alone or with others, and who has not. */
export async function readReach(work: Work, callId: string): Promise<Outcome<ReachOfCall, FundingRefusal>> {
	const given = await openGiven(work, callId);
	if (!given) return refused("missing");
	return done({ ...given, reached: await store.listReach(work, given.giverId, callId) });
}

/** How many applications to one's own call stand; undefined for who does not make it. */
export async function countReceived(work: Work, callId: string): Promise<number | undefined> {
	const given = await openGiven(work, callId);
	if (!given) return undefined;
	const { rows } = await sql<{ readonly count: number }>`
		select count(*)::int count from funding.application
		where call_organisation_id = ${given.giverId} and call_id = ${callId} and state = 'sent'`.execute(work.db);
	return rows[0]?.count;
}

export type OpenedReceived = Given & {
	readonly received: ReceivedWhole & { readonly applicantId: string };
	/** What the call said in the version it was applied to. */
	readonly bound: CallContent;
	readonly assessments: readonly Assessment[];
	readonly judged: Judged;
	readonly own: { readonly assessment: Assessment | null; readonly note: string };
	readonly decision: Decision | null;
	readonly appeal: Appeal | null;
};

/** One application as it was sent, with what colleagues give it and what is decided so far. */
export async function openReceived(
	work: Work,
	callId: string,
	id: string,
): Promise<Outcome<OpenedReceived, FundingRefusal>> {
	const given = await openGiven(work, callId);
	const received = given && isId(id) ? await store.findReceived(work, given.giverId, id) : undefined;
	if (!given || !received || received.callId !== callId) return refused("missing");
	const key = { organisationId: given.giverId, applicationId: id };
	const assessments = await store.listAssessments(work, key);
	const { actor } = work;
	const personId = actor.kind === "person" ? actor.personId : "";
	const versions = (await openCall(work, callId)).done?.versions ?? [];
	return done({
		...given,
		...{ received, assessments, judged: judge(given.content.criteria, assessments) },
		bound: versions.find(({ number }) => number === received.content.number)?.content ?? given.content,
		own: {
			assessment: assessments.find((one) => one.personId === personId) ?? null,
			note: personId === "" ? "" : await store.findNote(work, key, personId),
		},
		decision: (await store.findDecision(work, id)) ?? null,
		appeal: (await store.findAppeal(work, id)) ?? null,
	});
}

/** Says whether an application can be considered at all, and why where it cannot. */
export async function judgeEligibility(
	work: Work,
	callId: string,
	id: string,
	{ eligible, because, version }: EligibilityFacts,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openReceived(work, callId, id);
	if (opened.refused) return opened;
	const { giverId, received, decision } = opened.done;
	if (decision?.decidedAt) return refused("already-decided");
	if (eligible === "no" && because === "") return refused("note-missing", { field: "because" });
	const around = { callId, applicantId: received.applicantId, version };
	const change = { eligible: eligible === "yes", eligibleBecause: because };
	if (!(await store.writeDecision(work, { organisationId: giverId, applicationId: id }, around, change)))
		return refused("changed-by-another");
	await record(work, {
		...{ verb: "funding-application.judge", objectKind: "funding-application", objectId: id, detail: { eligible } },
	});
	return done(undefined);
}

/** Gives an application one's own scores. Who is not impartial says so, and gives none. */
export async function assess(
	work: Work,
	callId: string,
	id: string,
	facts: AssessmentFacts,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openReceived(work, callId, id);
	if (opened.refused) return opened;
	const { giverId, received, decision, content } = opened.done;
	const { actor } = work;
	if (actor.kind !== "person") return refused("not-allowed");
	if (decision?.decidedAt) return refused("already-decided");
	const known = new Set(content.criteria.map((one) => one.id));
	const scores = Object.fromEntries(Object.entries(facts.scores).filter(([criterion]) => known.has(criterion)));
	await store.writeAssessment(
		work,
		{ organisationId: giverId, applicationId: id },
		{ applicantId: received.applicantId, personId: actor.personId, name: actor.name },
		{ ...facts, scores },
	);
	await record(work, {
		...{ verb: "funding-application.assess", objectKind: "funding-application", objectId: id },
		detail: { impartial: facts.impartial ? "yes" : "no" },
	});
	return done(undefined);
}

/** Encourages an organisation that has not applied to do so; once, and it is logged. */
export async function recommend(
	work: Work,
	callId: string,
	recipientId: string,
	message: string,
): Promise<Outcome<undefined, FundingRefusal>> {
	const listed = await readReach(work, callId);
	if (listed.refused) return listed;
	const { giverId, giverName, content, standing, reached } = listed.done;
	if (standing !== "open" && standing !== "coming") return refused("call-closed");
	if (!reached.some(({ id, applied }) => id === recipientId && !applied)) return refused("party-unknown");
	const by = work.actor.kind === "person" ? work.actor.name : "";
	if (!(await store.insertRecommendation(work, { organisationId: giverId, callId }, { recipientId, message, by })))
		return refused("already-answered");
	await record(work, {
		...{ verb: "funding-call.recommend", objectKind: "funding-call", objectId: callId, detail: { to: recipientId } },
	});
	await tellApplicants(work, [recipientId], {
		...{ step: "recommended", title: content.title, by: giverName, link: `/funding/calls/${callId}` },
	});
	return done(undefined);
}
