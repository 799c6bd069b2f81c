import { z } from "zod";
import type { Work } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { record } from "../../../identity/audit.server.ts";
import { issueLinks } from "../../../identity/link-token.server.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { inEachLanguage } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";
import { mailEach, notifyEach } from "../../../notice/service.server.ts";
import { done } from "../../../outcome.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { answerDays } from "./rules.ts";
import { evaluatePurpose } from "./service.server.ts";
import * as store from "./store.server.ts";
import { evaluateText } from "./text.ts";

/** Asks a student how a placement was. */
export const placementEvaluate = defineNotice({
	kind: "placement.evaluate",
	detail: z.object({ siteName: z.string() }),
	name: inEachLanguage((language) => evaluateText[language].notice.name),
	text: inEachLanguage((language) => evaluateText[language].notice),
});

/** So many are asked in one transaction. */
const atOnce = 500;

/** Writes to students, in their inbox or by mail with a link of their own. */
async function write(
	work: Work,
	organisationId: string,
	students: readonly store.ToAsk[],
	which: "ask" | "remind",
): Promise<void> {
	const name = (await nameOrganisations(work, [organisationId])).get(organisationId)?.name ?? "";
	await notifyEach(
		work,
		placementEvaluate,
		students.flatMap(({ personId, placementId, siteName }) =>
			personId === null
				? []
				: [{ personId, detail: { siteName }, link: `/placement/placements/${placementId}/evaluation` }],
		),
	);
	const strangers = students.flatMap(({ personId, email, ...student }) =>
		personId !== null || email === null ? [] : [{ ...student, email }],
	);
	const links = await issueLinks(
		work,
		strangers.map((student) => ({
			...{ purpose: evaluatePurpose, objectKind: "placement", objectId: student.placementId, days: answerDays },
			...{ reason: (said) => evaluateText[said].mail.reason(student.siteName), language: student.language },
			...{ recipientName: student.name, recipientEmail: student.email },
			asker: { personId: null, name, organisation: name },
		})),
	);
	await mailEach(
		work,
		strangers.map(({ language, email, name, siteName }, at) => {
			const { subject, body } = evaluateText[language].mail;
			return {
				...{ language, recipient: email, subject: subject[which](siteName) },
				body: body(name, siteName, links[at]?.path ?? ""),
			};
		}),
	);
}

/** Asks or reminds at most some hundred students of one institution. @returns how many */
async function some(work: Work, organisationId: string, which: "ask" | "remind"): Promise<number> {
	const find = which === "ask" ? store.askSome : store.remindSome;
	const students = await find(work, organisationId, atOnce);
	if (students.length === 0) return 0;
	await write(work, organisationId, students, which);
	await record(work, {
		...{ verb: `placement.${which}-evaluation`, objectKind: "organisation", objectId: organisationId, organisationId },
		detail: { students: students.length },
	});
	return students.length;
}

/** Once a day: students whose placement is over are asked how it was, and those who have not answered are reminded once. */
export const askEvaluationsTask: Task = {
	name: "placement.ask-evaluations",
	async run({ database, log }) {
		const as = (organisationId?: string) => system("placement evaluations", organisationId);
		for (const organisationId of await database.reading(as(), store.listAskers))
			for (const which of ["ask", "remind"] as const) {
				let asked = atOnce;
				let all = 0;
				while (asked === atOnce) {
					const outcome = await database.commanding(as(organisationId), async (work) =>
						done(await some(work, organisationId, which)),
					);
					asked = outcome.done ?? 0;
					all += asked;
				}
				log.info({ which, students: all }, "students are asked how their placement was");
			}
	},
};

export const askEvaluationsCron: Cron = { pattern: "11 7 * * *", task: askEvaluationsTask.name };
