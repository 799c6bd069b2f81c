import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mayOf } from "../asker.server.ts";
import { reminderDays } from "./codes.ts";
import { listReports } from "./service.server.ts";
import { reportText } from "./text.ts";

/** Reports to be sent or answered, for who keeps awards; reports to be handled, for who gave them. */
export async function findWaitingReports(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const may = await mayOf(work);
	if (!may.apply && !may.makeCalls) return [];
	const words = reportText[actor.language];
	const soon = addDays(work.today, reminderDays);
	return (await listReports(work)).flatMap((one): WaitingItem[] => {
		const common = { key: `funding.report ${one.awardId}`, path: `/funding/awards/${one.awardId}/report` };
		if (!one.isOwn)
			return one.state === "sent"
				? [
						{
							...{ ...common, title: words.waitingJudge(one.title, one.recipientName), note: words.waitingJudgeNote },
							urgency: "soon",
						},
					]
				: [];
		const returned = one.state === "returned";
		if (!returned && (one.state !== "draft" || one.reportBy > soon)) return [];
		const title = returned ? words.waitingAnswer(one.title) : words.waitingWrite(one.title);
		return [{ ...common, title, note: words.waitingNote, urgency: one.isLate ? "now" : "soon", dueOn: one.reportBy }];
	});
}
