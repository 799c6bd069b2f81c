import type { Work } from "../../database/work.server.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome } from "../../outcome.ts";
import { findObjects } from "../../registry/objects.server.ts";
import { followAll } from "../agreement/follow/service.server.ts";
import { afterLast, putFollowUps } from "./agenda.server.ts";
import type { MeetingRefusal } from "./contract.ts";
import { type OpenedMeeting, openToWrite } from "./open.server.ts";
import { standingOf, toFollowUp } from "./rules.ts";
import * as itemStore from "./store/item.server.ts";
import { votesFor } from "./vote.server.ts";

/** Something that should come up at a meeting, and is not on its agenda yet. */
export type Proposal = {
	readonly kind: "decision" | "commitment" | "request";
	readonly id: string;
	readonly title: string;
	/** Who does it, who asked for it, or which agreement it stands in. */
	readonly by: string;
	/** The last day, YYYY-MM-DD; null where there is none. */
	readonly dueOn: string | null;
	readonly isLate: boolean;
	/** Where it stands; null where that is the page one is on. */
	readonly path: string | null;
	/** What was promised and delivered by now, of a commitment. */
	readonly numbers: { readonly promised: number; readonly delivered: number } | null;
	/** How many members most want it, of an item asked for. */
	readonly votes: number;
};

/** What slips and what members ask for: decisions not done, the latest first; commitments behind; items asked for, those most wanted first. */
export async function listProposals(work: Work, opened: OpenedMeeting): Promise<readonly Proposal[]> {
	const { arena, meeting, items, decisions, requests, seats } = opened;
	const open = toFollowUp(
		decisions.filter(({ meetingId }) => meetingId !== meeting.id),
		items,
	);
	return [
		...open.map((one) => ({
			...{ kind: "decision" as const, id: one.id, title: one.body, by: one.ownerName, dueOn: one.dueOn },
			...{
				isLate: standingOf(one, work.today) === "late",
				path: `/arenas/${arena.id}/decisions/${one.id}`,
				numbers: null,
				votes: 0,
			},
		})),
		...(await listSlipping(work, opened)),
		...requests
			.map((one) => ({
				...{ kind: "request" as const, id: one.id, title: one.title, by: one.askedByName ?? "", dueOn: null },
				...{ isLate: false, path: null, numbers: null, votes: votesFor(one, seats) },
			}))
			.sort((one, other) => other.votes - one.votes),
	];
}

/** Commitments behind what should be delivered by now: of the agreement the arena follows up, else by those in it. */
async function listSlipping(work: Work, { arena, parties, items }: OpenedMeeting): Promise<Proposal[]> {
	const slipping = (await followAll(work)).filter(
		({ spans, agreementId, deliveredBy, commitmentId }) =>
			spans[0]?.following === "slipping" &&
			(arena.agreementId === null ? parties.some(({ id }) => id === deliveredBy) : agreementId === arena.agreementId) &&
			!items.some(({ objectId }) => objectId === commitmentId),
	);
	const cards = await findObjects(
		work,
		slipping.map(({ commitmentId: id }) => ({ kind: "commitment", id })),
	);
	return slipping.map(({ commitmentId, what, agreementTitle, agreementId, spans: [span] }) => ({
		...{ kind: "commitment" as const, id: commitmentId, title: what, by: agreementTitle, dueOn: null, isLate: true },
		path: cards.find(({ id }) => id === commitmentId)?.path ?? `/agreements/${agreementId}/delivered`,
		numbers: { promised: span?.promised ?? 0, delivered: span?.delivered ?? 0 },
		votes: 0,
	}));
}

/** Puts proposals on an agenda: what slips before what is new, in the order it is proposed, and what was asked for last. */
export async function takeUp(
	work: Work,
	meetingId: string,
	wanted: (proposal: Proposal) => boolean,
	/** What a commitment says on the agenda of how far it has come, in the words of whoever sets it there. */
	saying: (proposal: Proposal) => string = ({ by, numbers }) => `${by}: ${numbers?.delivered} / ${numbers?.promised}`,
): Promise<Outcome<{ count: number }, MeetingRefusal>> {
	const opened = await openToWrite(work, meetingId);
	if (opened.refused) return opened;
	const { arena, items } = opened.done;
	const chosen = (await listProposals(work, opened.done)).filter(wanted);
	const slipping = chosen.filter(({ kind }) => kind !== "request");
	await putFollowUps(
		work,
		opened.done,
		slipping.map((proposal) => {
			const { kind, id } = proposal;
			const title = proposal.title.slice(0, 200);
			return kind === "decision"
				? { title, body: "", decisionId: id }
				: { title, body: saying(proposal), decisionId: null, object: { kind: "commitment", id } };
		}),
	);
	const requests = chosen.filter(({ kind }) => kind === "request");
	for (const [index, { id }] of requests.entries())
		await itemStore.updateItem(work, arena, id, {
			meeting_id: meetingId,
			sort: afterLast(items) + slipping.length + index,
		});
	const detail = { count: chosen.length };
	await record(work, { verb: "meeting.follow-up", objectKind: "meeting", objectId: meetingId, detail });
	return done({ count: chosen.length });
}
