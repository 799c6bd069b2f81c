import type { Work } from "../../database/work.server.ts";
import { done, type Outcome, refused } from "../../outcome.ts";
import { titleOfAgreement } from "../agreement/service.server.ts";
import { isId } from "../organisation/contract.ts";
import { mandateOf, nameOrganisations } from "../organisation/service.server.ts";
import type { MeetingRefusal, WholeArena, WholeMeeting } from "./contract.ts";
import { type Asker, type Can, mayKeepArenas, whatMay } from "./rules.ts";
import * as arenaStore from "./store/arena.server.ts";
import * as decisionStore from "./store/decision.server.ts";
import * as itemStore from "./store/item.server.ts";
import * as meetingStore from "./store/meeting.server.ts";
import * as seatStore from "./store/seat.server.ts";

export type OpenedArena = WholeArena & {
	readonly can: Can;
	readonly asker: Asker;
	readonly readers: readonly string[];
};

export type OpenedMeeting = OpenedArena & WholeMeeting;

/** Who asks, with the person: seats are held by people. */
export async function askerOf(work: Work): Promise<Asker> {
	const { actor } = work;
	return { ...(await mandateOf(work)), personId: actor.kind === "person" ? actor.personId : null };
}

/** The organisation whose arenas the asker sees; undefined where nobody is represented. */
export async function seenBy(work: Work): Promise<string | undefined> {
	const asker = await askerOf(work);
	return asker.organisationId ?? undefined;
}

/** The organisation whose arenas the asker keeps; undefined where they keep none. */
export async function keptBy(work: Work): Promise<string | undefined> {
	const asker = await askerOf(work);
	return asker.organisationId !== null && mayKeepArenas(asker) ? asker.organisationId : undefined;
}

/** Those who read an arena: its keeper and its parties. */
export function readersOf(organisationId: string, partyIds: readonly string[]): readonly string[] {
	return [...new Set([organisationId, ...partyIds])];
}

/** An arena with its parts, in the version looked at (null: whichever). */
export async function openArena(
	work: Work,
	arenaId: string,
	version: number | null = null,
): Promise<Outcome<OpenedArena, MeetingRefusal>> {
	const found = isId(arenaId) ? await arenaStore.findArena(work, arenaId) : undefined;
	if (!found) return refused("missing");
	if (version !== null && version !== found.version) return refused("changed-by-another");
	const [listed, seats, meetings, requests, decisions, asker] = await Promise.all([
		arenaStore.listParties(work, found),
		seatStore.listSeats(work, found),
		meetingStore.listMeetings(work, found),
		itemStore.listItems(work, found, null),
		decisionStore.listDecisions(work, found),
		askerOf(work),
	]);
	const partyIds = listed.map(({ id }) => id);
	const names = await nameOrganisations(work, [found.organisationId, ...partyIds]);
	const parties = listed
		.map((party) => ({ ...party, name: names.get(party.id)?.name ?? "", kind: names.get(party.id)?.kind ?? "" }))
		.sort((one, other) => one.name.localeCompare(other.name, "nb"));
	const agreementTitle = found.agreementId === null ? null : await titleOfAgreement(work, found.agreementId);
	return done({
		arena: { ...found, keeperName: names.get(found.organisationId)?.name ?? "", agreementTitle },
		...{ parties, seats, meetings, requests, decisions, asker },
		can: whatMay(asker, found, parties, seats),
		readers: readersOf(found.organisationId, partyIds),
	});
}

/** An arena the asker leads. */
export async function openToLead(
	work: Work,
	arenaId: string,
	version: number | null = null,
): Promise<Outcome<OpenedArena, MeetingRefusal>> {
	const opened = await openArena(work, arenaId, version);
	if (opened.refused) return opened;
	if (opened.done.arena.endedOn !== null) return refused("arena-ended");
	return opened.done.can.lead ? opened : refused("not-allowed");
}

/** A meeting with its agenda, in the version looked at (null: whichever). */
export async function openMeeting(
	work: Work,
	meetingId: string,
	version: number | null = null,
): Promise<Outcome<OpenedMeeting, MeetingRefusal>> {
	const meeting = isId(meetingId) ? await meetingStore.findMeeting(work, meetingId) : undefined;
	if (!meeting) return refused("missing");
	const opened = await openArena(work, meeting.arenaId);
	if (opened.refused) return opened;
	if (version !== null && version !== meeting.version) return refused("changed-by-another");
	const { arena, decisions } = opened.done;
	return done({
		...opened.done,
		meeting,
		items: await itemStore.listItems(work, arena, meetingId),
		presence: await meetingStore.listPresence(work, arena, meetingId),
		decisions,
	});
}

/** A meeting the asker leads, whose minutes are not approved. */
export async function openToWrite(
	work: Work,
	meetingId: string,
	version: number | null = null,
): Promise<Outcome<OpenedMeeting, MeetingRefusal>> {
	const opened = await openMeeting(work, meetingId, version);
	if (opened.refused) return opened;
	if (!opened.done.can.lead) return refused("not-allowed");
	if (opened.done.meeting.state === "cancelled") return refused("cancelled");
	if (opened.done.meeting.minutesApprovedAt !== null) return refused("minutes-approved");
	return opened;
}
