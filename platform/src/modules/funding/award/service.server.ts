import { sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import { isId } from "../../../id.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../../outcome.ts";
import { mayOf } from "../asker.server.ts";
import { openCall } from "../call/service.server.ts";
import type { FundingRefusal } from "../contract.ts";
import type { Award, AwardFacts, AwardHead, AwardLine, AwardToMake, LineFacts } from "./contract.ts";
import { insertEntry, readBalancesOf } from "./ledger.store.server.ts";
import { type Balance, postingsOf } from "./ledger.ts";
import * as store from "./store.server.ts";

export function nameOf({ actor }: Work): string {
	return actor.kind === "person" ? actor.name : "";
}

export type OpenedAward = {
	readonly award: Award;
	readonly lines: readonly AwardLine[];
	readonly can: {
		/** Keeps it: notes, places studies, asks, reports. Who received it. */
		readonly keep: boolean;
		/** Pays and decides. Who gives it. */
		readonly give: boolean;
		/** Says yes or no to it. */
		readonly answer: boolean;
		/** Writes its lines: a noted one, before it is accepted. */
		readonly write: boolean;
	};
};

/** An award, for those who apply on behalf of who received it and those who give grants on behalf of who gives it. */
export async function openAward(work: Work, id: string): Promise<Outcome<OpenedAward, FundingRefusal>> {
	const [award] = isId(id) ? await store.findAwards(work, sql`a.id = ${id}`) : [];
	if (!award) return refused("missing");
	const may = await mayOf(work);
	const isOwn = may.organisationId === award.organisationId && may.apply;
	const isGiver = may.organisationId === award.issuerId && may.makeCalls;
	if (!isOwn && !isGiver) return refused("missing");
	const isGiven = award.state === "given";
	return done({
		award,
		lines: (await store.listLines(work, [id])).get(id) ?? [],
		can: {
			...{ keep: isOwn && award.state === "accepted", give: isGiver && award.state === "accepted" },
			...{ answer: isOwn && isGiven, write: isOwn && isGiven && award.way === "letter" },
		},
	});
}

/** An award that is accepted, for who keeps it or who gives it. */
export async function openTo(
	work: Work,
	id: string,
	who: "keep" | "give" | "answer" | "write",
): Promise<Outcome<OpenedAward, FundingRefusal>> {
	const opened = await openAward(work, id);
	if (opened.refused) return opened;
	return opened.done.can[who] ? opened : refused("not-allowed");
}

export type ListedAward = {
	readonly award: AwardHead;
	/** Whether the organisation acted for received it; else it gives it. */
	readonly isOwn: boolean;
};

export type ReckonedAward = ListedAward & {
	readonly granted: number;
	/** How the money stands; empty for who gives it. */
	readonly balances: readonly Balance[];
};

/** The awards the organisation acted for has received or given, the last decided first. */
export async function listAwards(work: Work): Promise<readonly ListedAward[]> {
	const may = await mayOf(work);
	if (may.organisationId === null || !(may.apply || may.makeCalls)) return [];
	const own = may.apply ? sql`a.organisation_id = ${may.organisationId}` : sql`false`;
	const given = may.makeCalls ? sql`a.issuer_id = ${may.organisationId}` : sql`false`;
	const awards = await store.listHeads(work, sql`${own} or ${given}`);
	return awards.map((award) => ({ award, isOwn: award.organisationId === may.organisationId }));
}

/** What some of them come to, in the same order. */
export async function reckonAwards(work: Work, rows: readonly ListedAward[]): Promise<readonly ReckonedAward[]> {
	const awards = rows.map(({ award }) => award);
	// What is left is the recipient's to follow: who gives it reads sums in the report.
	const followed = rows.flatMap(({ award, isOwn }) => (isOwn && award.state === "accepted" ? [award] : []));
	const [lines, balances] = await Promise.all([
		store.listLines(
			work,
			awards.map(({ id }) => id),
		),
		readBalancesOf(work, followed),
	]);
	return rows.map(({ award, isOwn }) => ({
		...{ award, isOwn, balances: balances.get(award.id) ?? [] },
		granted: (lines.get(award.id) ?? []).reduce((sum, { granted }) => sum + granted, 0),
	}));
}

function refuseAward(
	facts: Pick<AwardFacts, "decidedOn" | "spendBy" | "reportBy">,
	today: string,
): Refusal<FundingRefusal>[] {
	const found: Refusal<FundingRefusal>[] = [];
	if (facts.decidedOn > today) found.push({ code: "day-ahead", field: "decidedOn" });
	if (facts.spendBy < facts.decidedOn) found.push({ code: "spend-before-decides", field: "spendBy" });
	if (facts.reportBy < facts.spendBy) found.push({ code: "report-before-spend", field: "reportBy" });
	return found;
}

/** A day noted from a letter must lie between the decision and the report; one the call said may lie behind a late decision. */
function refuseInterim({ decidedOn, reportBy, interimOn }: AwardFacts): Refusal<FundingRefusal>[] {
	if (interimOn === null) return [];
	const found: Refusal<FundingRefusal>[] = [];
	if (interimOn < decidedOn) found.push({ code: "interim-before-decides", field: "interimOn" });
	if (interimOn >= reportBy) found.push({ code: "interim-after-report", field: "interimOn" });
	return found;
}

function refuseLines(lines: readonly LineFacts[]): Refusal<FundingRefusal>[] {
	return lines.flatMap((line, at): Refusal<FundingRefusal>[] =>
		line.conditional && line.places === 0 ? [{ code: "places-missing", field: `rows-${at}-places` }] : [],
	);
}

/**
 * Makes an award on behalf of who gives it: what a decision on an application calls, or a giver without one. It stands
 * until the recipient accepts it; then the ledger begins. Refused for who gives no grants, a recipient that is not there,
 * days in the wrong order, and a conditional line without places.
 */
export async function makeAward(work: Work, given: AwardToMake): Promise<Outcome<{ id: string }, FundingRefusal>> {
	const may = await mayOf(work);
	const { organisationId: issuerId } = may;
	if (!may.makeCalls || issuerId === null) return refused("not-allowed");
	if (!isId(given.recipientId) || given.recipientId === issuerId) return refused("recipient-unknown");
	const names = await namesOf(work, [given.recipientId, issuerId]);
	const issuerName = names.get(issuerId);
	if (issuerName === undefined || !names.has(given.recipientId)) return refused("recipient-unknown");
	const refusals = [...refuseAward(given, work.today), ...refuseLines(given.lines)];
	if (given.lines.length === 0) refusals.push({ code: "line-missing" });
	if (refusals.length > 0) return refusedAll(refusals);
	const key = { organisationId: given.recipientId, id: newId() };
	const { call, applicationId, lines } = given;
	await store.insertAward(work, {
		...given,
		...key,
		way: "here",
		issuerId,
		issuerName,
		call,
		applicationId,
		by: nameOf(work),
	});
	await store.writeLines(work, key, lines);
	await record(work, {
		...{ verb: "funding-award.make", objectKind: "funding-award", objectId: key.id },
		detail: { lines: lines.length },
	});
	return done({ id: key.id });
}

async function namesOf(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const { rows } = await sql<{ id: string; name: string }>`
		select organisation_id id, name from organisation.identity where organisation_id = any(${[...ids]}::uuid[])
			and valid_from <= ${work.today} and (valid_to is null or valid_to >= ${work.today})`.execute(work.db);
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * Notes an award that came by letter, for a call that is here or one from outside. Who makes the call here can read it; an
 * outside giver is a name. Its lines are written before it is accepted.
 */
export async function noteAward(work: Work, facts: AwardFacts): Promise<Outcome<{ id: string }, FundingRefusal>> {
	const may = await mayOf(work);
	if (!may.apply || may.organisationId === null) return refused("not-allowed");
	const call = facts.callId === null ? undefined : (await openCall(work, facts.callId)).done;
	if (facts.callId !== null && !call) return refused("missing", { field: "callId" });
	const isHere = call?.call.way === "here";
	const content = call?.versions[0]?.content ?? call?.draft?.content;
	const issuerName = isHere ? call.call.organisationName : facts.issuerName || content?.issuer || "";
	const refusals = [...refuseAward(facts, work.today), ...refuseInterim(facts)];
	if (issuerName === "") refusals.push({ code: "issuer-missing", field: "issuerName" });
	if (refusals.length > 0) return refusedAll(refusals);
	const key = { organisationId: may.organisationId, id: newId() };
	const issuerId = isHere && call.call.organisationId !== may.organisationId ? call.call.organisationId : null;
	await store.insertAward(work, {
		...{ ...facts, ...key, way: "letter", issuerId, issuerName, applicationId: null, by: nameOf(work) },
		call: call ? { organisationId: call.call.organisationId, id: call.call.id, number: call.call.published } : null,
	});
	await record(work, { verb: "funding-award.note", objectKind: "funding-award", objectId: key.id });
	return done({ id: key.id });
}

/** Writes what a noted award is for: all its lines anew, in the version that was looked at. */
export async function writeAwardLines(
	work: Work,
	id: string,
	{ version, lines }: { readonly version: number; readonly lines: readonly LineFacts[] },
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openTo(work, id, "write");
	if (opened.refused) return opened;
	const { award } = opened.done;
	if (lines.length === 0) return refused("line-missing");
	const refusals = refuseLines(lines);
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await store.updateAward(work, { ...award, version }, {}))) return refused("changed-by-another");
	await store.writeLines(work, award, lines);
	await record(work, { verb: "funding-award.change", objectKind: "funding-award", objectId: id });
	return done(undefined);
}

/** Accepts an award on behalf of who received it. What is granted is entered in its ledger, line by line. */
export async function acceptAward(
	work: Work,
	id: string,
	version: number,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openTo(work, id, "answer");
	if (opened.refused) return opened;
	const { award, lines } = opened.done;
	if (lines.length === 0) return refused("line-missing");
	const by = nameOf(work);
	const change = { accepted_at: work.now, accepted_by: by };
	if (!(await store.updateAward(work, { ...award, version }, change))) return refused("changed-by-another");
	for (const { id: lineId, title, budgetYear, granted } of lines)
		await insertEntry(
			work,
			award,
			{ kind: "grant", onDay: award.decidedOn, text: title, reference: award.reference, seen: true, by },
			postingsOf({ kind: "grant", lineId, budgetYear, kroner: granted }),
		);
	await record(work, { verb: "funding-award.accept", objectKind: "funding-award", objectId: id });
	return done(undefined);
}

/** Says no to an award, with why. */
export async function declineAward(
	work: Work,
	id: string,
	{ version, because }: { readonly version: number; readonly because: string },
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openTo(work, id, "answer");
	if (opened.refused) return opened;
	const change = { declined_at: work.now, declined_because: because };
	if (!(await store.updateAward(work, { ...opened.done.award, version }, change))) return refused("changed-by-another");
	await record(work, { verb: "funding-award.decline", objectKind: "funding-award", objectId: id });
	return done(undefined);
}

/** Takes away an award that was noted by mistake, before it is accepted. */
export async function removeAward(work: Work, id: string): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openTo(work, id, "write");
	if (opened.refused) return opened;
	await store.deleteAward(work, opened.done.award);
	await record(work, { verb: "funding-award.remove", objectKind: "funding-award", objectId: id });
	return done(undefined);
}
