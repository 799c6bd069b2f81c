import { z } from "zod";
import type { Work } from "../database/work.server.ts";
import { defineText } from "../language.ts";
import { defineNotice } from "../notice/kind.ts";
import { notify } from "../notice/service.server.ts";
import type { StoredJob } from "./store.server.ts";

/** Whoever asked for a job that took longer than this has gone on to something else, milliseconds. */
const longWait = 30_000;

const endedDetail = z.object({ title: z.string(), state: z.enum(["done", "failed"]) });
type Ended = z.infer<typeof endedDetail>;

const text = defineText({
	nb: {
		name: "Jobber du har startet, er ferdige",
		title: ({ title, state }: Ended) => (state === "done" ? `Ferdig: ${title}` : `Stoppet: ${title}`),
	},
	nn: {
		name: "Jobbar du har starta, er ferdige",
		title: ({ title, state }: Ended) => (state === "done" ? `Ferdig: ${title}` : `Stoppa: ${title}`),
	},
	en: {
		name: "Jobs you started have ended",
		title: ({ title, state }: Ended) => (state === "done" ? `Done: ${title}` : `Stopped: ${title}`),
	},
});

/** Tells whoever asked for a long job that it has ended. */
export const jobEnded = defineNotice({
	kind: "job.ended",
	detail: endedDetail,
	name: { nb: text.nb.name, nn: text.nn.name, en: text.en.name },
	text,
	frequency: "never",
});

/** In the transaction that ends the job: a notice, where the person has been kept waiting. */
export async function tellEnded(work: Work, job: StoredJob, state: Ended["state"]): Promise<void> {
	if (job.personId === null || work.now.getTime() - job.createdAt.getTime() < longWait) return;
	const person = await work.db
		.selectFrom("identity.person")
		.select("id")
		.where("id", "=", job.personId)
		.executeTakeFirst();
	if (!person) return;
	await notify(work, {
		kind: jobEnded,
		personIds: [job.personId],
		detail: { title: job.title, state },
		link: `/jobs/${job.id}?follow=1`,
	});
}
