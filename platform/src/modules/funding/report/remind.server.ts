import { z } from "zod";
import { addDays } from "../../../day.ts";
import { system } from "../../../identity/actor.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { defineText, formatDate } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";
import { notify } from "../../../notice/service.server.ts";
import { done } from "../../../outcome.ts";
import { reminderDays } from "./codes.ts";
import { listInterimsToRemind, markInterimTold } from "./interim.store.server.ts";
import { interimPath } from "./path.ts";
import { listApplying, listToRemind, markTold } from "./store.server.ts";

const detail = z.object({ title: z.string(), reportBy: z.iso.date() });
type Detail = z.infer<typeof detail>;

/** Reminds those who apply for grants that a report is due. */
export const reportDue = defineNotice({
	kind: "funding.report-due",
	detail,
	name: {
		nb: "En rapport om tilskudd skal leveres",
		nn: "Ein rapport om tilskot skal leverast",
		en: "A report on a grant is due",
	},
	text: defineText({
		nb: {
			title: ({ title }: Detail) => `Rapport: ${title}`,
			body: ({ reportBy }: Detail) =>
				`Rapporten skal leveres innen ${formatDate("nb", reportBy)}. Tallene er hentet alt.`,
		},
		nn: {
			title: ({ title }: Detail) => `Rapport: ${title}`,
			body: ({ reportBy }: Detail) => `Rapporten skal leverast innan ${formatDate("nn", reportBy)}. Tala er henta alt.`,
		},
		en: {
			title: ({ title }: Detail) => `Report: ${title}`,
			body: ({ reportBy }: Detail) =>
				`The report is due by ${formatDate("en", reportBy)}. The numbers are already fetched.`,
		},
	}),
});

/** Once a day: who applies for grants is reminded of a report when it is soon due, and once more when it is late. */
export const remindReportTask: Task = {
	name: "funding.report-due",
	async run({ database, log }) {
		const due = await database.reading(system("reports due"), (work) =>
			listToRemind(work, addDays(work.today, reminderDays)),
		);
		for (const { organisationId, id, title, reportBy } of due) {
			const told = await database.commanding(system("reports due", organisationId), async (work) => {
				const personIds = await listApplying(work, organisationId);
				if (personIds.length > 0)
					await notify(work, {
						...{ kind: reportDue, personIds, detail: { title, reportBy }, link: `/funding/awards/${id}/report` },
					});
				await markTold(work, { organisationId, id });
				return done(personIds.length);
			});
			log.info({ told: told.done }, "writers are reminded of a report");
		}
		const underway = await database.reading(system("interim reports due"), (work) =>
			listInterimsToRemind(work, addDays(work.today, reminderDays)),
		);
		for (const { organisationId, id, title, dueOn } of underway) {
			const told = await database.commanding(system("interim reports due", organisationId), async (work) => {
				const personIds = await listApplying(work, organisationId);
				const detail = { title, reportBy: dueOn };
				if (personIds.length > 0)
					await notify(work, { kind: reportDue, personIds, detail, link: interimPath(id, dueOn) });
				await markInterimTold(work, { organisationId, id }, dueOn);
				return done(personIds.length);
			});
			log.info({ told: told.done }, "writers are reminded of an interim report");
		}
	},
};

export const remindReportCron: Cron = { pattern: "23 6 * * *", task: remindReportTask.name };
