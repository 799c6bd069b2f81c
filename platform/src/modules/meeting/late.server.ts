import { newId, type Work } from "../../database/work.server.ts";
import type { Item } from "./contract.ts";
import type { OpenedMeeting } from "./open.server.ts";
import { standingOf, toFollowUp } from "./rules.ts";
import * as itemStore from "./store/item.server.ts";

/** Decisions that will be overdue when a meeting is held and are not on its agenda: they come up by themselves. */
function lateFor({ meeting, items, decisions }: OpenedMeeting, today: string) {
	const earlier = decisions.filter(({ meetingId }) => meetingId !== meeting.id);
	return toFollowUp(earlier, items).filter((decision) => standingOf(decision, today) === "late");
}

/** Puts what is overdue first on an agenda; answers with the items that were put there. */
export async function takeUpLate(work: Work, opened: OpenedMeeting): Promise<readonly Pick<Item, "title">[]> {
	const { arena, meeting, items, readers } = opened;
	const late = lateFor(opened, work.today);
	const first = Math.min(0, ...items.map(({ sort }) => sort)) - late.length;
	const put: Pick<Item, "title">[] = [];
	for (const [index, { id, body }] of late.entries()) {
		const title = body.slice(0, 200);
		await itemStore.insertItem(
			work,
			arena,
			{
				...{ id: newId(), meetingId: meeting.id, kind: "follow-up", title, body: "", sort: first + index },
				...{ askedBy: null, askedByName: null, decisionId: id },
			},
			readers,
		);
		put.push({ title });
	}
	return put;
}
