import type { Work } from "../../database/work.server.ts";
import { putFollowUps } from "./agenda.server.ts";
import type { Item } from "./contract.ts";
import type { OpenedMeeting } from "./open.server.ts";
import { standingOf, toFollowUp } from "./rules.ts";

/** Decisions that will be overdue when a meeting is held and are not on its agenda: they come up by themselves. */
function lateFor({ meeting, items, decisions }: OpenedMeeting, today: string) {
	const earlier = decisions.filter(({ meetingId }) => meetingId !== meeting.id);
	return toFollowUp(earlier, items).filter((decision) => standingOf(decision, today) === "late");
}

/** Puts what is overdue on an agenda, before what is new; answers with the items that were put there. */
export async function takeUpLate(work: Work, opened: OpenedMeeting): Promise<readonly Pick<Item, "title">[]> {
	const late = lateFor(opened, work.today).map(({ id, body }) => ({
		...{ title: body.slice(0, 200), body: "", decisionId: id },
	}));
	await putFollowUps(work, opened, late);
	return late;
}
