import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { settleReminders } from "../../../notice/service.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { nameOf } from "../capacity/asker.server.ts";
import { recordEffort } from "../effort.server.ts";
import { readClaim, withdrawClaim } from "../roster/claim.server.ts";
import type { Cancelling, HostAnswer, Placement, PublishRefusal, StudentAnswer, Supervising } from "./contract.ts";
import { isOver, refuseHostAnswer, refuseStudentAnswer } from "./rules.ts";
import { readPlacement } from "./service.server.ts";
import * as store from "./store.server.ts";
import { askToTell } from "./told.server.ts";

/** The site says yes or no to one placement. A no frees the place at once, and the coordinators see why. */
export async function answerAsHost(
	work: Work,
	id: string,
	answer: HostAnswer,
	byName: string,
): Promise<Outcome<undefined, PublishRefusal>> {
	const page = await readPlacement(work, id);
	if (!page) return refused("missing");
	const { placement } = page;
	if (!page.isSite) return refused(isOver(placement.state) ? "already-over" : "not-allowed");
	const refusals = refuseHostAnswer(placement, answer, work.today);
	if (refusals.length > 0) return refusedAll(refusals);
	const isNo = answer.answer === "declined";
	const written = await store.updateAnswer(work, placement, answer.version, {
		state: answer.answer,
		host_answer: answer.answer,
		host_reason: isNo ? answer.reason : null,
		host_closes: isNo ? answer.closes : null,
		host_answered_at: work.now,
		host_answered_by: byName,
		...(answer.supervisor === null ? {} : { supervisor_name: answer.supervisor }),
	});
	if (!written) return refused("changed-by-another");
	const verb = isNo ? "decline" : "confirm";
	const bySide = page.side === "institution" || page.side === "owner" ? page.side : "host";
	await store.insertEvent(work, placement, { byName, bySide, verb, reason: isNo ? answer.reason : null });
	if (isNo && placement.state !== "declined") {
		await settled(work, placement.id);
		await askToTell(work, placement, "declined", "host");
	}
	if (!isNo && placement.state === "declined") await askToTell(work, placement, "restored", "host");
	await recordEffort(work, { kind: "touch", what: `placement-${verb}`, roundId: placement.roundId });
	await recorded(work, placement, verb);
	return done(undefined);
}

/** The site names who supervises, or somebody else, or nobody yet, once it has said yes. */
export async function nameSupervisor(
	work: Work,
	id: string,
	{ version, supervisor }: Supervising,
	byName: string,
): Promise<Outcome<undefined, PublishRefusal>> {
	const page = await readPlacement(work, id);
	if (!page) return refused("missing");
	if (!page.can.supervise) return refused(isOver(page.placement.state) ? "already-over" : "not-allowed");
	if (!(await store.updateAnswer(work, page.placement, version, { supervisor_name: supervisor })))
		return refused("changed-by-another");
	await store.insertEvent(work, page.placement, { byName, bySide: "host", verb: "supervise", reason: supervisor });
	await recorded(work, page.placement, "supervise");
	return done(undefined);
}

/** Says yes to several placements at once. Those that can no longer be answered are named, and hold up none of the others. */
export async function confirmAsHost(
	work: Work,
	ids: readonly string[],
	byName: string,
): Promise<Outcome<{ confirmed: number; refused: readonly NotConfirmed[] }, PublishRefusal>> {
	if (ids.length === 0) return refused("nothing-chosen");
	const not: NotConfirmed[] = [];
	for (const id of new Set(ids)) {
		const page = await readPlacement(work, id);
		if (!page) return refused("missing");
		const { version, studentName } = page.placement;
		const answer = { version, answer: "confirmed", reason: null, supervisor: null, closes: null } as const;
		// What is answered already is answered by a person who saw it: nobody says yes over a no by ticking a list.
		const outcome = page.can.confirm
			? await answerAsHost(work, id, answer, byName)
			: refused(page.isSite ? (isOver(page.placement.state) ? "already-over" : "already-answered") : "not-allowed");
		if (outcome.refused) not.push({ id, studentName, code: outcome.refused[0]?.code ?? "not-allowed" });
	}
	return done({ confirmed: new Set(ids).size - not.length, refused: not });
}

export type NotConfirmed = { readonly id: string; readonly studentName: string; readonly code: PublishRefusal };

/**
 * The student accepts, or asks for another place and says why; or a coordinator of whoever keeps the student writes down
 * what the student has said by telephone or mail.
 */
export async function answerAsStudent(
	work: Work,
	id: string,
	answer: StudentAnswer,
): Promise<Outcome<undefined, PublishRefusal>> {
	const page = await readPlacement(work, id);
	if (!page) return refused("missing");
	if (!page.isStudent) return refused(isOver(page.placement.state) ? "already-over" : "not-allowed");
	const refusal = refuseStudentAnswer(page.placement, answer, work.today);
	if (refusal) return refusedAll([refusal]);
	const written = await store.updateAnswer(work, page.placement, answer.version, {
		student_answer: answer.answer,
		student_reason: answer.reason,
		student_answered_at: work.now,
		// Who answers once more asks anew, or is content after all.
		...{ reconsidered: null, reconsidered_reason: null, reconsidered_at: null, reconsidered_by: null },
	});
	if (!written) return refused("changed-by-another");
	const verb = answer.answer === "accepted" ? "accept" : "ask-reconsideration";
	const isOwn = page.side === "student";
	const byName = (isOwn ? null : nameOf(work)) ?? page.placement.studentName;
	const bySide = isOwn ? "student" : "institution";
	await store.insertEvent(work, page.placement, { byName, bySide, verb, reason: answer.reason });
	if (answer.answer === "reconsider") await askToTell(work, page.placement, "reconsider", bySide);
	if (!isOwn)
		await recordEffort(work, { kind: "touch", what: "student-answer-entered", roundId: page.placement.roundId });
	await settled(work, page.placement.id);
	await recorded(work, page.placement, verb);
	return done(undefined);
}

/** Ends a placement with a reason: its place is free at once. The student is planned again, or leaves the round. */
export async function cancelPlacement(
	work: Work,
	id: string,
	{ version, reason, next }: Cancelling,
	byName: string,
): Promise<Outcome<undefined, PublishRefusal>> {
	const page = await readPlacement(work, id);
	if (!page) return refused("missing");
	if (!page.can.cancel) return refused(isOver(page.placement.state) ? "already-over" : "not-allowed");
	if (page.can.withdraw && next === null) return refused("next-missing", { field: "next" });
	if (!page.can.withdraw && next === "out") return refused("not-allowed");
	if (!(await store.updateAnswer(work, page.placement, version, { state: "cancelled" })))
		return refused("changed-by-another");
	if (next === "out") {
		const claim = await readClaim(work, page.placement.claimId);
		const withdrawn = claim && claim.withdrawnAt === null ? await withdrawClaim(work, claim.id, claim.version) : null;
		if (withdrawn?.refused) return refused("changed-by-another");
	}
	const bySide = page.side === "student" || page.side === "supervisor" ? "institution" : page.side;
	await store.insertEvent(work, page.placement, { byName, bySide, verb: "cancel", reason });
	await settled(work, page.placement.id);
	await askToTell(work, page.placement, "cancelled", bySide);
	await recorded(work, page.placement, "cancel");
	return done(undefined);
}

/** Nobody is reminded of what is answered. */
async function settled(work: Work, placementId: string): Promise<void> {
	await settleReminders(work, { objectKind: "placement", objectId: placementId });
}

async function recorded(work: Work, placement: Placement, verb: string): Promise<void> {
	await record(work, {
		verb: `placement.${verb}`,
		objectKind: "placement",
		objectId: placement.id,
		aboutPersonId: placement.personId,
	});
}
