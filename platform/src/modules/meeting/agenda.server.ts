import { newId, type Work } from "../../database/work.server.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../outcome.ts";
import type { ObjectReference } from "../../registry/objects.server.ts";
import type { Item, ItemFacts, MeetingRefusal } from "./contract.ts";
import { type OpenedArena, type OpenedMeeting, openArena, openToLead, openToWrite } from "./open.server.ts";
import { answerPurpose, openAnswerLink } from "./plan.server.ts";
import { placeToFollowUp } from "./rules.ts";
import * as itemStore from "./store/item.server.ts";

/** Puts an item at the end of an agenda. */
export async function addItem(
	work: Work,
	meetingId: string,
	facts: ItemFacts,
): Promise<Outcome<{ id: string }, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId);
	if (opened.refused) return opened;
	const { arena, items, readers } = opened.done;
	const id = newId();
	await itemStore.insertItem(
		work,
		arena,
		{ ...facts, id, meetingId, askedBy: null, askedByName: null, decisionId: null, sort: afterLast(items) },
		readers,
	);
	await record(work, {
		verb: "meeting.add-item",
		objectKind: "meeting",
		objectId: meetingId,
		detail: { title: facts.title },
	});
	return done({ id });
}

/** The place after the last of these. */
export function afterLast(items: readonly { readonly sort: number }[]): number {
	return Math.max(-1, ...items.map(({ sort }) => sort)) + 1;
}

/** Something to follow up, as it stands on an agenda. */
type FollowUp = Pick<Item, "title" | "body" | "decisionId"> & { readonly object?: ObjectReference };

/** Puts what is to be followed up in its place on an agenda, in the order given; the items after it move down. */
export async function putFollowUps(
	work: Work,
	{ arena, meeting, items, readers }: OpenedMeeting,
	followUps: readonly FollowUp[],
): Promise<void> {
	const agenda: (Item | (FollowUp & { readonly id: string; readonly kind: "follow-up" }))[] = [...items];
	for (const one of followUps)
		agenda.splice(placeToFollowUp(agenda, one), 0, { ...one, id: newId(), kind: "follow-up" });
	for (const [sort, one] of agenda.entries()) {
		if ("sort" in one) {
			if (one.sort !== sort) await itemStore.placeItem(work, arena, one.id, sort);
			continue;
		}
		const facts = { meetingId: meeting.id, askedBy: null, askedByName: null, sort };
		await itemStore.insertItem(work, arena, { ...one, ...facts }, readers);
	}
}

/** Asks for an item: any member may, on the page or by the link of an invitation. The secretary places it. */
export async function askForItem(
	work: Work,
	arenaId: string,
	facts: ItemFacts,
): Promise<Outcome<{ id: string }, MeetingRefusal>> {
	const { actor } = work;
	const byLink = actor.kind === "link" && actor.purpose === answerPurpose ? await openAnswerLink(work) : undefined;
	const opened: Outcome<OpenedArena, MeetingRefusal> = byLink?.done
		? done(byLink.done.opened)
		: await openArena(work, arenaId);
	if (opened.refused) return opened;
	const { arena, can, asker, requests, readers } = opened.done;
	const seat = byLink?.done?.seat;
	if (arena.id !== arenaId || (!can.takePart && !seat)) return refused("not-allowed");
	if (arena.endedOn !== null) return refused("arena-ended");
	const id = newId();
	const by = actor.kind === "person" ? actor.name : (seat?.name ?? null);
	await itemStore.insertItem(
		work,
		arena,
		{
			...{ ...facts, id, meetingId: null, decisionId: null, sort: afterLast(requests) },
			...{ askedBy: seat?.partyId ?? asker.organisationId, askedByName: by },
		},
		readers,
	);
	await record(work, {
		verb: "arena.ask-for-item",
		objectKind: "arena",
		objectId: arenaId,
		detail: { title: facts.title },
	});
	return done({ id });
}

/** Changes an item in the version that was looked at. */
export async function changeItem(
	work: Work,
	meetingId: string,
	itemId: string,
	{ version, ...facts }: ItemFacts & { readonly version: number },
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId);
	if (opened.refused) return opened;
	if (!opened.done.items.some(({ id }) => id === itemId)) return refused("item-unknown");
	if (!(await itemStore.updateItem(work, opened.done.arena, itemId, facts, version)))
		return refused("changed-by-another");
	await record(work, { verb: "meeting.change-item", objectKind: "meeting", objectId: meetingId, detail: { itemId } });
	return done(undefined);
}

/** Moves an item one place up or down. */
export async function moveItem(
	work: Work,
	meetingId: string,
	itemId: string,
	by: -1 | 1,
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId);
	if (opened.refused) return opened;
	const { arena, items } = opened.done;
	const at = items.findIndex(({ id }) => id === itemId);
	const other = items[at + by];
	const own = items[at];
	if (!own) return refused("item-unknown");
	if (!other) return done(undefined);
	const order = items.map(({ id }) => id);
	[order[at], order[at + by]] = [other.id, own.id];
	for (const [sort, id] of order.entries()) await itemStore.placeItem(work, arena, id, sort);
	return done(undefined);
}

/** Takes an item off an agenda. What a member asked for goes back among what is asked for. */
export async function removeItem(
	work: Work,
	meetingId: string,
	itemId: string,
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId);
	if (opened.refused) return opened;
	const { arena, items, decisions } = opened.done;
	const item = items.find(({ id }) => id === itemId);
	if (!item) return refused("item-unknown");
	if (decisions.some((decision) => decision.itemId === itemId)) return refused("needs-decision");
	if (item.askedBy === null) await itemStore.deleteItem(work, arena, itemId);
	else await itemStore.updateItem(work, arena, itemId, { meeting_id: null, minutes: "", outcome: "none" });
	await record(work, { verb: "meeting.remove-item", objectKind: "meeting", objectId: meetingId, detail: { itemId } });
	return done(undefined);
}

/** Refuses what was asked for, which is then gone. */
export async function dropRequest(
	work: Work,
	arenaId: string,
	itemId: string,
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToLead(work, arenaId);
	if (opened.refused) return opened;
	if (!opened.done.requests.some(({ id }) => id === itemId)) return refused("item-unknown");
	await itemStore.deleteItem(work, opened.done.arena, itemId);
	await record(work, { verb: "arena.drop-item", objectKind: "arena", objectId: arenaId, detail: { itemId } });
	return done(undefined);
}
