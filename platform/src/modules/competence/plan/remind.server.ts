import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { system } from "../../../identity/actor.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { notify } from "../../../notice/service.server.ts";
import { done } from "../../../outcome.ts";
import { reviewReminderDays } from "./codes.ts";
import { planToReview } from "./notices.ts";
import { findPlan, listPlanners, listToRemind, markTold } from "./store.server.ts";

/** Tells those who plan that a plan is to be looked at again. Gives how many were told. */
export async function tellReview(work: Work, organisationId: string, id: string): Promise<number> {
	const plan = await findPlan(work, organisationId, id);
	if (!plan || plan.reviewOn === null) return 0;
	const personIds = await listPlanners(work, organisationId);
	if (personIds.length > 0)
		await notify(work, {
			...{ kind: planToReview, personIds, detail: { title: plan.title, reviewOn: plan.reviewOn } },
			link: `/competence/plans/${id}`,
		});
	await markTold(work, { organisationId, id });
	return personIds.length;
}

/** Once a day: those who plan are reminded, once for each time, of plans to be looked at again. */
export const remindReviewTask: Task = {
	name: "competence.plan-review",
	async run({ database, log }) {
		const due = await database.reading(system("plan reviews"), (work) =>
			listToRemind(work, addDays(work.today, reviewReminderDays)),
		);
		for (const { organisationId, id } of due) {
			const told = await database.commanding(system("plan reviews", organisationId), async (work) =>
				done(await tellReview(work, organisationId, id)),
			);
			log.info({ told: told.done }, "planners are reminded of a plan to be reviewed");
		}
	},
};

export const remindReviewCron: Cron = { pattern: "47 6 * * *", task: remindReviewTask.name };
