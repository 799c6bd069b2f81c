import { z } from "zod";
import type { Cron, Registrations, Task } from "../job/task.server.ts";
import { deliverNotice, sendDigests, tellReminders } from "./deliver.server.ts";
import { catchUp, findUncertainMail, sendMail } from "./outbox.server.ts";

const mailPayload = z.union([
	z.object({ organisationId: z.uuid(), id: z.uuid() }),
	z.object({ organisationId: z.uuid(), ids: z.array(z.uuid()) }),
]);
const noticePayload = z.object({ organisationId: z.uuid(), ids: z.array(z.uuid()) });

export const noticeTasks: readonly Task[] = [
	{
		name: "mail",
		async run(context, payload) {
			const { organisationId, ...mail } = mailPayload.parse(payload);
			// Each is sent once, however many of the others have to be tried again.
			for (const id of "ids" in mail ? mail.ids : [mail.id]) await sendMail(context, organisationId, id);
		},
	},
	{
		name: "notice",
		async run(context, payload) {
			const { organisationId, ids } = noticePayload.parse(payload);
			for (const id of ids) await deliverNotice(context, organisationId, id);
		},
	},
	{ name: "reminders", run: tellReminders },
	{ name: "digests", run: sendDigests },
	{ name: "catch-up", run: catchUp },
];

/** Each looks at what there is to do, so that a morning the program was down is made up for when it is up again. */
export const noticeCron: readonly Cron[] = [
	{ pattern: "* * * * *", task: "reminders" },
	{ pattern: "*/5 * * * *", task: "digests" },
	{ pattern: "*/10 * * * *", task: "catch-up" },
];

export const noticeSweeps: Registrations["sweeps"] = [findUncertainMail];
