import { newId, type Work } from "../../database/work.server.ts";
import { dayOf } from "../../day.ts";
import { foldName } from "../../geography/search.ts";
import { record } from "../../identity/audit.server.ts";
import { notify } from "../../notice/service.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../outcome.ts";
import { findObjects, type ObjectReference } from "../../registry/objects.server.ts";
import type { DecisionFacts, DecisionState, ItemMinutes, MeetingRefusal, Way } from "./contract.ts";
import { minutesReady } from "./notices.ts";
import { openArena, openToWrite } from "./open.server.ts";
import { maySettle, refuseDecision } from "./rules.ts";
import * as decisionStore from "./store/decision.server.ts";
import * as itemStore from "./store/item.server.ts";
import * as meetingStore from "./store/meeting.server.ts";

/** Writes who came for each seat that was asked, and by that the meeting has begun. */
export async function writePresence(
	work: Work,
	meetingId: string,
	came: readonly { readonly seatId: string; readonly way: Way; readonly name: string }[],
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId);
	if (opened.refused) return opened;
	const { arena, meeting, presence, seats, readers } = opened.done;
	if (meeting.startsAt.getTime() - work.now.getTime() > 86_400_000) return refused("not-held-yet");
	for (const { seatId, way, name } of came) {
		const seat = seats.find(({ id }) => id === seatId);
		if (!seat) return refused("seat-unknown");
		if (!presence.some((one) => one.seatId === seatId))
			await meetingStore.insertPresence(work, arena, { meetingId, seatId, id: newId() }, readers);
		const usual = way === "deputy" ? seat.deputyName : way === "holder" ? seat.name : "";
		await meetingStore.updatePresence(
			work,
			arena,
			{ meetingId, seatId },
			{ came: way, name: name === "" ? usual : name },
		);
	}
	if (meeting.state !== "held" && !(await meetingStore.updateMeeting(work, meeting, { state: "held" })))
		return refused("changed-by-another");
	await record(work, { verb: "meeting.write-presence", objectKind: "meeting", objectId: meetingId });
	return done(undefined);
}

/** Writes what was said of an item and what came of it, in the version that was looked at. */
export async function writeMinutes(
	work: Work,
	meetingId: string,
	itemId: string,
	{ version, ...minutes }: ItemMinutes & { readonly version: number },
): Promise<Outcome<{ version: number }, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId);
	if (opened.refused) return opened;
	const { arena, items } = opened.done;
	if (!items.some(({ id }) => id === itemId)) return refused("item-unknown");
	if (!(await itemStore.updateItem(work, arena, itemId, minutes, version))) return refused("changed-by-another");
	await record(work, { verb: "meeting.write-minutes", objectKind: "meeting", objectId: meetingId, detail: { itemId } });
	return done({ version: version + 1 });
}

/** Decides something on an item: who does it, and by when. The item is then decided. */
export async function decide(
	work: Work,
	meetingId: string,
	itemId: string,
	facts: DecisionFacts,
): Promise<Outcome<{ id: string }, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId);
	if (opened.refused) return opened;
	const { arena, meeting, items, seats, readers } = opened.done;
	const item = items.find(({ id }) => id === itemId);
	if (!item) return refused("item-unknown");
	const decidedOn = dayOf(meeting.startsAt);
	const refusals = refuseDecision(facts, seats, decidedOn);
	if (refusals.length > 0) return refusedAll(refusals);
	const seat = seats.find(({ id }) => id === facts.seatId);
	const ownerName = seat ? [seat.name, seat.role].filter((word) => word !== "").join(", ") : facts.ownerName;
	const id = newId();
	await decisionStore.insertDecision(
		work,
		arena,
		{ id, meetingId, itemId, body: facts.body, seatId: facts.seatId, ownerName, dueOn: facts.dueOn, decidedOn },
		{ searchName: foldName([facts.body, item.title, ownerName, arena.name].join(" ")), readers },
	);
	await itemStore.updateItem(work, arena, itemId, { outcome: "decided" });
	await record(work, { verb: "decision.make", objectKind: "decision", objectId: id, detail: { ownerName } });
	return done({ id });
}

/** Takes back a decision before the minutes are approved. */
export async function undecide(
	work: Work,
	meetingId: string,
	decisionId: string,
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId);
	if (opened.refused) return opened;
	const { arena, decisions } = opened.done;
	const decision = decisions.find(({ id }) => id === decisionId);
	if (!decision || decision.meetingId !== meetingId) return refused("decision-unknown");
	await decisionStore.deleteDecision(work, arena, decisionId);
	if (!decisions.some(({ id, itemId }) => id !== decisionId && itemId === decision.itemId))
		await itemStore.updateItem(work, arena, decision.itemId, { outcome: "none" });
	await record(work, { verb: "decision.take-back", objectKind: "decision", objectId: decisionId });
	return done(undefined);
}

/** Says how a decision stands: done, dropped, or open again, with what was done. By whoever leads the arena or owns it. */
export async function settleDecision(
	work: Work,
	arenaId: string,
	decisionId: string,
	{ state, note, version }: { readonly state: DecisionState; readonly note: string; readonly version: number },
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openArena(work, arenaId);
	if (opened.refused) return opened;
	const { arena, decisions, seats, can, asker } = opened.done;
	const decision = decisions.find(({ id }) => id === decisionId);
	if (!decision) return refused("decision-unknown");
	if (!maySettle(asker, can, decision, seats)) return refused("not-allowed");
	const settledOn = state === "open" ? null : work.today;
	if (!(await decisionStore.updateDecision(work, arena, decisionId, { state, note, settledOn }, version)))
		return refused("changed-by-another");
	await record(work, { verb: "decision.settle", objectKind: "decision", objectId: decisionId, detail: { state } });
	return done(undefined);
}

/** Says at a meeting how the decision stands that an item follows up; the item has then been talked about. */
export async function settleFollowed(
	work: Work,
	meetingId: string,
	itemId: string,
	settling: { readonly state: DecisionState; readonly note: string; readonly version: number },
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId);
	if (opened.refused) return opened;
	const { arena, items } = opened.done;
	const item = items.find(({ id }) => id === itemId);
	if (!item?.decisionId) return refused("item-unknown");
	const settled = await settleDecision(work, arena.id, item.decisionId, settling);
	if (settled.refused || item.outcome !== "none") return settled;
	await itemStore.updateItem(work, arena, itemId, { outcome: "noted" });
	return settled;
}

/**
 * Says which object a decision changes, or that it changes none (null): by whoever leads the arena or owns the decision,
 * among what they can see themselves.
 */
export async function pointDecisionAt(
	work: Work,
	arenaId: string,
	decisionId: string,
	{ object, version }: { readonly object: ObjectReference | null; readonly version: number },
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openArena(work, arenaId);
	if (opened.refused) return opened;
	const { arena, decisions, seats, can, asker } = opened.done;
	const decision = decisions.find(({ id }) => id === decisionId);
	if (!decision) return refused("decision-unknown");
	if (!maySettle(asker, can, decision, seats)) return refused("not-allowed");
	if (object && (await findObjects(work, [object])).length === 0) return refused("object-unknown");
	if (!(await decisionStore.updateDecisionObject(work, arena, decisionId, object, version)))
		return refused("changed-by-another");
	await record(work, {
		...{ verb: "decision.point", objectKind: "decision", objectId: decisionId },
		detail: { kind: object?.kind ?? null, object: object?.id ?? null },
	});
	return done(undefined);
}

/** Approves the minutes: they are locked, and everybody called is told, with how many decisions are theirs. */
export async function approveMinutes(
	work: Work,
	meetingId: string,
	version: number,
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId, version);
	if (opened.refused) return opened;
	const { arena, meeting, items, decisions, seats } = opened.done;
	if (meeting.state !== "held") return refused("not-held-yet");
	const empty = items.find(({ minutes, outcome }) => minutes === "" && outcome === "none");
	if (empty) return refused("minutes-missing", { detail: { title: empty.title } });
	if (!(await meetingStore.updateMeeting(work, meeting, { minutes_approved_at: work.now })))
		return refused("changed-by-another");
	await record(work, { verb: "meeting.approve-minutes", objectKind: "meeting", objectId: meetingId });
	for (const seat of seats) {
		if (seat.personId === null) continue;
		const own = decisions.filter(({ seatId, meetingId: at }) => seatId === seat.id && at === meetingId).length;
		await notify(work, {
			...{ kind: minutesReady, personIds: [seat.personId], link: `/meetings/${meetingId}` },
			detail: { arena: arena.name, day: dayOf(meeting.startsAt), own },
		});
	}
	return done(undefined);
}
