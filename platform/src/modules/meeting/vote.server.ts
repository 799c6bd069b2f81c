import type { Work } from "../../database/work.server.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../outcome.ts";
import { mostVotes } from "./codes.ts";
import type { Item, MeetingRefusal, Seat } from "./contract.ts";
import { type OpenedArena, openArena } from "./open.server.ts";
import { answerPurpose, openAnswerLink } from "./plan.server.ts";
import * as itemStore from "./store/item.server.ts";

/** The seat the asker votes for: the one they hold, or the one a link is for; undefined where they have none. */
export function votingSeat({ arena, seats, asker }: OpenedArena): Seat | undefined {
	if (arena.endedOn !== null || asker.personId === null) return undefined;
	return seats.find(({ personId, validTo }) => personId === asker.personId && validTo === null);
}

/** How many of those who sit in the arena now want an item on the agenda. */
export function votesFor({ votes }: Pick<Item, "votes">, seats: readonly Pick<Seat, "id" | "validTo">[]): number {
	return seats.filter(({ id, validTo }) => validTo === null && votes.includes(id)).length;
}

/** Marks the items asked for that a member most wants on the agenda, on the page or by the link of an invitation. */
export async function voteForItems(
	work: Work,
	arenaId: string,
	itemIds: readonly string[],
): Promise<Outcome<undefined, MeetingRefusal>> {
	const { actor } = work;
	const byLink = actor.kind === "link" && actor.purpose === answerPurpose ? await openAnswerLink(work) : undefined;
	const opened: Outcome<OpenedArena, MeetingRefusal> = byLink?.done
		? done(byLink.done.opened)
		: await openArena(work, arenaId);
	if (opened.refused) return opened;
	const { arena, requests } = opened.done;
	const seat = byLink?.done?.seat ?? votingSeat(opened.done);
	if (!seat || arena.id !== arenaId) return refused("not-allowed");
	if (arena.endedOn !== null) return refused("arena-ended");
	if (itemIds.length > mostVotes) return refused("too-many-votes", { field: "votes" });
	if (itemIds.some((id) => !requests.some((item) => item.id === id)))
		return refused("item-unknown", { field: "votes" });
	await itemStore.setVotes(work, arena, seat.id, itemIds);
	await record(work, { verb: "arena.vote", objectKind: "arena", objectId: arenaId, detail: { count: itemIds.length } });
	return done(undefined);
}
