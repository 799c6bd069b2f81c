import type { Work } from "../../database/work.server.ts";
import { searchWords } from "../../geography/search.ts";
import type { Page } from "../organisation/contract.ts";
import { nameOrganisations } from "../organisation/service.server.ts";
import type { ArenaQuery, DecisionQuery, Item, ListedArena, ListedDecision, Presence } from "./contract.ts";
import { type OpenedArena, seenBy } from "./open.server.ts";
import * as arenaStore from "./store/arena.server.ts";
import * as decisionStore from "./store/decision.server.ts";
import * as itemStore from "./store/item.server.ts";
import * as meetingStore from "./store/meeting.server.ts";

export {
	addItem,
	askForItem,
	changeItem,
	dropRequest,
	moveItem,
	removeItem,
} from "./agenda.server.ts";
export {
	addParty,
	addSeat,
	changeArena,
	changeSeat,
	createArena,
	endArena,
	removeParty,
	removeSeat,
	speakFor,
} from "./arena.server.ts";
export {
	approveMinutes,
	decide,
	pointDecisionAt,
	settleDecision,
	settleFollowed,
	undecide,
	writeMinutes,
	writePresence,
} from "./minutes.server.ts";
export { type OpenedArena, type OpenedMeeting, openArena, openMeeting } from "./open.server.ts";
export {
	answerInvitation,
	answerPurpose,
	cancelMeeting,
	changeMeeting,
	invite,
	makeAnswerLink,
	openAnswerLink,
	planMeetings,
} from "./plan.server.ts";
export { listProposals, type Proposal, takeUp } from "./propose.server.ts";
export { voteForItems, votesFor, votingSeat } from "./vote.server.ts";

/** Arenas the organisation acted for keeps or takes part in, by page. */
export async function listArenas(work: Work, query: ArenaQuery): Promise<Page<ListedArena>> {
	const organisationId = await seenBy(work);
	if (organisationId === undefined) return { rows: [], total: 0 };
	const rows = await arenaStore.listArenas(work, organisationId, { ...query, words: searchWords(query.search) });
	const names = await nameOrganisations(
		work,
		rows.flatMap(({ partyIds }) => partyIds),
	);
	return {
		total: rows[0]?.total ?? 0,
		rows: rows.map(({ partyIds, total, ...row }) => ({
			...row,
			parties: partyIds.filter((id) => id !== organisationId).map((id) => names.get(id)?.name ?? ""),
		})),
	};
}

/** Decisions across arenas and years, by page. */
export async function listDecisions(work: Work, query: DecisionQuery): Promise<Page<ListedDecision>> {
	const organisationId = await seenBy(work);
	if (organisationId === undefined) return { rows: [], total: 0 };
	const rows = await decisionStore.searchDecisions(work, organisationId, {
		...query,
		words: searchWords(query.search),
	});
	return { total: rows[0]?.total ?? 0, rows: rows.map(({ total, ...row }) => row) };
}

/** What an arena's held meetings show: who came, and what became of the items. */
export async function readArenaRecord(
	work: Work,
	{ arena, meetings }: OpenedArena,
): Promise<{ readonly presences: readonly Presence[]; readonly items: readonly Item[] }> {
	const held = new Set(meetings.filter(({ state }) => state === "held").map(({ id }) => id));
	const [presences, items] = await Promise.all([
		meetingStore.listPresence(work, arena, "every"),
		itemStore.listItems(work, arena, "every"),
	]);
	return {
		presences: presences.filter(({ came }) => came !== null),
		items: items.filter(({ meetingId }) => meetingId !== null && held.has(meetingId)),
	};
}
