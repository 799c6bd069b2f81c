import { newId, type Work } from "../../database/work.server.ts";
import { dayOf } from "../../day.ts";
import { record } from "../../identity/audit.server.ts";
import { issueLink, revokeLinksTo } from "../../identity/link-token.server.ts";
import type { Language } from "../../language.ts";
import { mailTo, notify } from "../../notice/service.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../outcome.ts";
import { languageOf } from "../organisation/service.server.ts";
import type { Answer, Item, Meeting, MeetingFacts, MeetingRefusal, NewMeetings, Seat } from "./contract.ts";
import { takeUpLate } from "./late.server.ts";
import { invitationLetter } from "./letter.ts";
import { meetingCalled, meetingCancelled } from "./notices.ts";
import { type OpenedMeeting, openMeeting, openToLead, openToWrite } from "./open.server.ts";
import { isAhead, refuseTime, seatsOn } from "./rules.ts";
import * as meetingStore from "./store/meeting.server.ts";
import { momentOf, norwegianTime, weeksAfter } from "./time.ts";

/** A link by which a member without an account answers an invitation, reads the agenda and the minutes. */
export const answerPurpose = "meeting-answer";
/** How long after a meeting its link can be used, days: until the minutes are read and the decisions done. */
const linkDaysAfter = 120;

/** Plans a meeting, and those after it at the same time of day where it is a series. */
export async function planMeetings(
	work: Work,
	arenaId: string,
	{ count, weeksBetween, ...facts }: NewMeetings,
): Promise<Outcome<{ ids: readonly string[] }, MeetingRefusal>> {
	const opened = await openToLead(work, arenaId);
	if (opened.refused) return opened;
	const refusals = refuseTime(facts, work.today);
	if (refusals.length > 0) return refusedAll(refusals);
	const { arena, readers } = opened.done;
	const ids: string[] = [];
	for (let index = 0; index < count; index++) {
		const id = newId();
		await meetingStore.insertMeeting(
			work,
			arena,
			{ id, ...timesOf({ ...facts, day: weeksAfter(facts.day, index * weeksBetween) }) },
			readers,
		);
		await record(work, { verb: "meeting.plan", objectKind: "meeting", objectId: id });
		ids.push(id);
	}
	return done({ ids });
}

function timesOf(facts: MeetingFacts): Pick<Meeting, "startsAt" | "endsAt" | "place" | "link"> {
	return {
		startsAt: momentOf(facts.day, facts.from),
		endsAt: momentOf(facts.day, facts.to),
		place: facts.place,
		link: facts.link,
	};
}

/** How those who are called are told: whether this installation sends mail, and the language of who calls. */
export type Telling = { readonly mails: boolean; readonly language: Language };

/** Moves a meeting; whoever was called is told of the new time, and answers anew. */
export async function changeMeeting(
	work: Work,
	meetingId: string,
	{ version, ...facts }: MeetingFacts & { readonly version: number },
	telling: Telling,
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId, version);
	if (opened.refused) return opened;
	const { meeting } = opened.done;
	if (!isAhead(meeting)) return refused("already-held");
	const refusals = refuseTime(facts, work.today);
	if (refusals.length > 0) return refusedAll(refusals);
	const times = timesOf(facts);
	const moved = times.startsAt.getTime() !== meeting.startsAt.getTime();
	const change = { starts_at: times.startsAt, ends_at: times.endsAt, place: times.place, link: times.link };
	if (!(await meetingStore.updateMeeting(work, meeting, change))) return refused("changed-by-another");
	await record(work, { verb: "meeting.change", objectKind: "meeting", objectId: meetingId });
	if (moved && meeting.state === "invited")
		await call(work, { ...opened.done, meeting: { ...meeting, ...times } }, telling, true);
	return done(undefined);
}

/** What became of an invitation: who found it in the inbox, who by mail, and who has neither account nor address. */
export type Called = { readonly told: number; readonly mailed: number; readonly silent: number };

/**
 * Calls the members: an agenda goes to every seat, by account or by link. Again to those who have come since. What is
 * overdue is put first on the agenda by itself.
 */
export async function invite(
	work: Work,
	meetingId: string,
	version: number,
	telling: Telling,
): Promise<Outcome<Called, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId, version);
	if (opened.refused) return opened;
	const { meeting, seats } = opened.done;
	if (!isAhead(meeting)) return refused("already-held");
	const items = [...(await takeUpLate(work, opened.done)), ...opened.done.items];
	const refusals: Refusal<MeetingRefusal>[] = [];
	if (seatsOn(seats, dayOf(meeting.startsAt)).length === 0) refusals.push({ code: "no-seats" });
	if (items.length === 0) refusals.push({ code: "no-items" });
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await meetingStore.updateMeeting(work, meeting, { state: "invited" }))) return refused("changed-by-another");
	await record(work, { verb: "meeting.invite", objectKind: "meeting", objectId: meetingId });
	return done(await call(work, { ...opened.done, items }, telling, false));
}

type Calling = Omit<OpenedMeeting, "items"> & { readonly items: readonly Pick<Item, "title">[] };

async function call(work: Work, opened: Calling, telling: Telling, moved: boolean): Promise<Called> {
	const { arena, meeting, items, seats, presence, readers } = opened;
	const { day, time } = norwegianTime(meeting.startsAt);
	let [told, mailed, silent] = [0, 0, 0];
	const people: string[] = [];
	for (const seat of seatsOn(seats, day)) {
		const before = presence.find(({ seatId }) => seatId === seat.id);
		if (before && !moved) continue;
		const id = before?.id ?? newId();
		if (!before)
			await meetingStore.insertPresence(work, arena, { meetingId: meeting.id, seatId: seat.id, id }, readers);
		if (seat.personId !== null) {
			people.push(seat.personId);
			told++;
		} else if (seat.email !== null && telling.mails) {
			const language = await languageOf(work, seat.partyId);
			const path = await linkFor(work, opened, seat, id, language);
			await mailTo(work, {
				...{ recipient: seat.email, language },
				...invitationLetter(language, { arena: arena.name, day, time, place: meeting.place, items, path }),
			});
			mailed++;
		} else silent++;
	}
	if (people.length > 0)
		await notify(work, {
			...{ kind: meetingCalled, personIds: people, link: `/meetings/${meeting.id}` },
			detail: { arena: arena.name, day, time, moved },
		});
	return { told, mailed, silent };
}

async function linkFor(
	work: Work,
	{ arena, meeting }: Pick<OpenedMeeting, "arena" | "meeting">,
	seat: Seat,
	presenceId: string,
	language: Language,
): Promise<string> {
	const { day, time } = norwegianTime(meeting.startsAt);
	const ahead = Math.max(0, Math.ceil((meeting.startsAt.getTime() - work.now.getTime()) / 86_400_000));
	const { path } = await issueLink(work, {
		...{ purpose: answerPurpose, objectKind: "meeting-presence", objectId: presenceId, days: ahead + linkDaysAfter },
		reason: (reader) =>
			invitationLetter(reader, { arena: arena.name, day, time, place: meeting.place, items: [], path: "/" }).subject,
		...{ language, recipientName: seat.name || seat.role, recipientEmail: seat.email },
	});
	return path;
}

/** Makes a link for a seat without account or address, for the one who calls to hand over. Given here only. */
export async function makeAnswerLink(
	work: Work,
	meetingId: string,
	seatId: string,
): Promise<Outcome<{ path: string; seat: Seat }, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId);
	if (opened.refused) return opened;
	const { seats, presence } = opened.done;
	const seat = seats.find(({ id }) => id === seatId);
	const asked = presence.find((one) => one.seatId === seatId);
	if (!seat || !asked) return refused("seat-unknown");
	const language = await languageOf(work, seat.partyId);
	return done({ path: await linkFor(work, opened.done, seat, asked.id, language), seat });
}

/** Cancels a meeting that has not been held; whoever was called is told why. */
export async function cancelMeeting(
	work: Work,
	meetingId: string,
	{ version, because }: { readonly version: number; readonly because: string },
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId, version);
	if (opened.refused) return opened;
	const { arena, meeting, seats, presence } = opened.done;
	if (!isAhead(meeting)) return refused("already-held");
	if (!(await meetingStore.updateMeeting(work, meeting, { state: "cancelled", cancelled_because: because })))
		return refused("changed-by-another");
	await record(work, { verb: "meeting.cancel", objectKind: "meeting", objectId: meetingId });
	for (const { id } of presence) await revokeLinksTo(work, { kind: "meeting-presence", id }, answerPurpose);
	const personIds = seats.flatMap(({ id, personId }) =>
		personId !== null && presence.some(({ seatId }) => seatId === id) ? [personId] : [],
	);
	if (personIds.length > 0)
		await notify(work, {
			...{ kind: meetingCancelled, personIds, link: `/meetings/${meetingId}` },
			detail: { arena: arena.name, day: dayOf(meeting.startsAt), because },
		});
	return done(undefined);
}

/** Answers an invitation: the holder of the seat on the page, whoever has the link, or the secretary for them. */
export async function answerInvitation(
	work: Work,
	meetingId: string,
	{ seatId, answer }: { readonly seatId: string; readonly answer: Answer },
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openMeeting(work, meetingId);
	if (opened.refused) return opened;
	const { arena, meeting, seats, presence, can, asker } = opened.done;
	const seat = seats.find(({ id }) => id === seatId);
	const asked = presence.find((one) => one.seatId === seatId);
	if (!seat || !asked) return refused("seat-unknown");
	const { actor } = work;
	const byLink = actor.kind === "link" && actor.purpose === answerPurpose && actor.objectId === asked.id;
	const own = seat.personId !== null && seat.personId === asker.personId;
	if (!byLink && !own && !can.lead) return refused("not-allowed");
	if (meeting.state === "cancelled") return refused("cancelled");
	if (meeting.state === "held") return refused("already-held");
	await meetingStore.updatePresence(work, arena, { meetingId, seatId }, { answer, answered_at: work.now });
	await record(work, {
		verb: "meeting.answer",
		objectKind: "meeting",
		objectId: meetingId,
		detail: { seatId, answer },
	});
	return done(undefined);
}

/** The meeting and the seat a link is for. */
export async function openAnswerLink(
	work: Work,
): Promise<Outcome<{ readonly opened: OpenedMeeting; readonly seat: Seat }, MeetingRefusal>> {
	const { actor } = work;
	if (actor.kind !== "link" || actor.purpose !== answerPurpose) return refused("missing");
	const invited = await meetingStore.findInvited(work, actor.objectId);
	if (!invited) return refused("missing");
	const opened = await openMeeting(work, invited.meetingId);
	if (opened.refused) return opened;
	const seat = opened.done.seats.find(({ id }) => id === invited.seatId);
	return seat ? done({ opened: opened.done, seat }) : refused("missing");
}
