import { newId, type Work } from "../../database/work.server.ts";
import { foldName } from "../../geography/search.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../outcome.ts";
import { keeperOfAgreement } from "../agreement/service.server.ts";
import { isId } from "../organisation/contract.ts";
import { nameOrganisations, resolveOrganisation } from "../organisation/service.server.ts";
import type { ArenaEnding, ArenaFacts, MeetingRefusal, NewArena, SeatFacts } from "./contract.ts";
import { keptBy, type OpenedArena, openArena, readersOf } from "./open.server.ts";
import { cancelMeeting } from "./plan.server.ts";
import { isAhead, refuseSpeaking } from "./rules.ts";
import * as arenaStore from "./store/arena.server.ts";
import * as meetingStore from "./store/meeting.server.ts";
import * as seatStore from "./store/seat.server.ts";

/** Starts an arena that the organisation acted for keeps and takes part in. */
export async function createArena(
	work: Work,
	{ partyIds, ...facts }: NewArena,
): Promise<Outcome<{ id: string }, MeetingRefusal>> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	const parties = [...new Set([organisationId, ...partyIds])];
	const refusals: Refusal<MeetingRefusal>[] = [];
	for (const [index, id] of partyIds.entries())
		if (!isId(id) || (await resolveOrganisation(work, id)).length === 0)
			refusals.push({ code: "organisation-unknown", field: `partyIds.${index}` });
	refusals.push(...refuseSpeaking(facts));
	const agreement = await judgeAgreement(work, facts);
	if (agreement.refused) refusals.push(...agreement.refused);
	if (refusals.length > 0 || agreement.refused) return refusedAll(refusals);
	const key = { organisationId, id: newId() };
	const readers = readersOf(organisationId, parties);
	await arenaStore.insertArena(work, key, facts, {
		...{ agreementOrganisationId: agreement.done, searchName: await searchNameOf(work, facts.name, parties), readers },
	});
	for (const partyId of parties) await arenaStore.insertParty(work, key, partyId, readers);
	await record(work, { verb: "arena.create", objectKind: "arena", objectId: key.id, organisationId });
	return done({ id: key.id });
}

async function searchNameOf(work: Work, name: string, partyIds: readonly string[]): Promise<string> {
	const names = await nameOrganisations(work, partyIds);
	return foldName([name, ...[...names.values()].map((one) => one.name)].join(" "));
}

async function judgeAgreement(
	work: Work,
	{ agreementId }: ArenaFacts,
): Promise<Outcome<string | null, MeetingRefusal>> {
	if (agreementId === null) return done(null);
	const keeper = await keeperOfAgreement(work, agreementId);
	return keeper === undefined ? refused("agreement-unknown", { field: "agreementId" }) : done(keeper);
}

async function openToKeep(
	work: Work,
	arenaId: string,
	version: number | null = null,
): Promise<Outcome<OpenedArena, MeetingRefusal>> {
	const opened = await openArena(work, arenaId, version);
	if (opened.refused) return opened;
	return opened.done.can.keep ? opened : refused("not-allowed");
}

/** Changes what is said of an arena. */
export async function changeArena(
	work: Work,
	arenaId: string,
	{ version, ...facts }: ArenaFacts & { readonly version: number },
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToKeep(work, arenaId, version);
	if (opened.refused) return opened;
	const { arena, parties } = opened.done;
	const refusals = refuseSpeaking(facts);
	if (refusals.length > 0) return refusedAll(refusals);
	const agreement = await judgeAgreement(work, facts);
	if (agreement.refused) return agreement;
	const searchName = await searchNameOf(
		work,
		facts.name,
		parties.map(({ id }) => id),
	);
	const change = { facts, agreementOrganisationId: agreement.done, searchName };
	if (!(await arenaStore.updateArena(work, arena, change))) return refused("changed-by-another");
	await record(work, { verb: "arena.change", objectKind: "arena", objectId: arenaId });
	return done(undefined);
}

/**
 * Ends an arena: meetings ahead are cancelled, and what it decided stays. It is said what becomes of it, and, where something
 * goes on, who answers for that.
 */
export async function endArena(
	work: Work,
	arenaId: string,
	{ version, becomes, becomesNote }: ArenaEnding,
	/** Why meetings ahead are cancelled, in the words of whoever ends it. */
	because: string,
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToKeep(work, arenaId, version);
	if (opened.refused) return opened;
	if (opened.done.arena.endedOn !== null) return refused("arena-ended");
	if (becomes !== "stops" && becomesNote === "") return refused("needs-going-on", { field: "becomesNote" });
	for (const meeting of opened.done.meetings) {
		if (!isAhead(meeting) || meeting.startsAt <= work.now) continue;
		const cancelled = await cancelMeeting(work, meeting.id, { version: meeting.version, because });
		if (cancelled.refused) return cancelled;
	}
	if (!(await arenaStore.updateArena(work, opened.done.arena, { endedOn: work.today, becomes, becomesNote })))
		return refused("changed-by-another");
	await record(work, { verb: "arena.end", objectKind: "arena", objectId: arenaId, detail: { becomes } });
	return done(undefined);
}

/** Takes a party in: it reads everything in the arena from now on. */
export async function addParty(
	work: Work,
	arenaId: string,
	partyId: string,
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToKeep(work, arenaId);
	if (opened.refused) return opened;
	const { arena, parties } = opened.done;
	if (parties.some(({ id }) => id === partyId)) return refused("party-stands", { field: "partyId" });
	if (!isId(partyId) || (await resolveOrganisation(work, partyId)).length === 0)
		return refused("organisation-unknown", { field: "partyId" });
	const readers = readersOf(arena.organisationId, [...parties.map(({ id }) => id), partyId]);
	await arenaStore.insertParty(work, arena, partyId, readers);
	await arenaStore.giveAccess(work, arena, readers);
	await record(work, { verb: "arena.add-party", objectKind: "arena", objectId: arenaId, detail: { partyId } });
	return done(undefined);
}

/** Leaves a party out that holds no seat; it reads nothing of the arena from now on. */
export async function removeParty(
	work: Work,
	arenaId: string,
	partyId: string,
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToKeep(work, arenaId);
	if (opened.refused) return opened;
	const { arena, parties, seats } = opened.done;
	if (!parties.some(({ id }) => id === partyId)) return refused("party-unknown");
	if (partyId === arena.organisationId || seats.some((seat) => seat.partyId === partyId))
		return refused("party-has-seats");
	await arenaStore.deleteParty(work, arena, partyId);
	const left = parties.map(({ id }) => id).filter((id) => id !== partyId);
	await arenaStore.giveAccess(work, arena, readersOf(arena.organisationId, left));
	await record(work, { verb: "arena.remove-party", objectKind: "arena", objectId: arenaId, detail: { partyId } });
	return done(undefined);
}

/** Says whether an arena that answers for its parties answers for this one. */
export async function speakFor(
	work: Work,
	arenaId: string,
	partyId: string,
	spokenFor: boolean,
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToKeep(work, arenaId);
	if (opened.refused) return opened;
	if (!opened.done.parties.some(({ id }) => id === partyId)) return refused("party-unknown");
	await arenaStore.updateParty(work, opened.done.arena, partyId, spokenFor);
	const detail = { partyId, spokenFor };
	await record(work, { verb: "arena.speak-for", objectKind: "arena", objectId: arenaId, detail });
	return done(undefined);
}

/** Adds a seat: a member by role. A holder with an account at the organisation acted for is found by e-mail address. */
export async function addSeat(
	work: Work,
	arenaId: string,
	facts: SeatFacts,
): Promise<Outcome<{ id: string }, MeetingRefusal>> {
	const opened = await openToKeep(work, arenaId);
	if (opened.refused) return opened;
	const { arena, parties, seats, readers } = opened.done;
	if (!parties.some(({ id }) => id === facts.partyId)) return refused("party-unknown", { field: "partyId" });
	const id = newId();
	const sort = Math.max(-1, ...seats.map((seat) => seat.sort)) + 1;
	await seatStore.insertSeat(work, arena, { ...facts, id, sort, personId: await holderOf(work, facts) }, readers);
	await record(work, { verb: "arena.add-seat", objectKind: "arena", objectId: arenaId, detail: { role: facts.role } });
	return done({ id });
}

async function holderOf(work: Work, { partyId, email }: SeatFacts): Promise<string | null> {
	return email === null ? null : seatStore.findPerson(work, partyId, email);
}

/** Changes a seat. The party itself says who holds its seats; role and duty are the keeper's. */
export async function changeSeat(
	work: Work,
	arenaId: string,
	seatId: string,
	{ version, ...facts }: SeatFacts & { readonly version: number },
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openArena(work, arenaId);
	if (opened.refused) return opened;
	const { arena, seats, can, asker } = opened.done;
	const seat = seats.find(({ id }) => id === seatId);
	if (!seat) return refused("seat-unknown");
	const own = can.takePart && seat.partyId === asker.organisationId;
	if (!can.keep && !own) return refused("not-allowed");
	const changed = can.keep ? facts : { ...facts, partyId: seat.partyId, role: seat.role, duty: seat.duty };
	// Whoever may not see the other's people keeps the account that stands there while the address is the same.
	const personId = (await holderOf(work, changed)) ?? (changed.email === seat.email ? seat.personId : null);
	if (!(await seatStore.updateSeat(work, arena, seatId, { ...changed, personId }, version)))
		return refused("changed-by-another");
	await record(work, { verb: "arena.change-seat", objectKind: "arena", objectId: arenaId, detail: { seatId } });
	return done(undefined);
}

/** Takes a seat away from today; one that has been at a meeting stays in the history. */
export async function removeSeat(
	work: Work,
	arenaId: string,
	seatId: string,
): Promise<Outcome<undefined, MeetingRefusal>> {
	const opened = await openToKeep(work, arenaId);
	if (opened.refused) return opened;
	const { arena, seats, decisions } = opened.done;
	if (!seats.some(({ id }) => id === seatId)) return refused("seat-unknown");
	const presences = await meetingStore.listPresence(work, arena, "every");
	const used = presences.some((one) => one.seatId === seatId) || decisions.some((one) => one.seatId === seatId);
	await seatStore.endSeat(work, arena, seatId, used);
	await record(work, { verb: "arena.remove-seat", objectKind: "arena", objectId: arenaId, detail: { seatId } });
	return done(undefined);
}
