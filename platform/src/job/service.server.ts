import { newId, type Work } from "../database/work.server.ts";
import { operatorOrganisationId } from "../identity/actor.ts";
import { record } from "../identity/audit.server.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import type { Job } from "./job.server.ts";
import { isOver, mayCancelJob, maySeeJob } from "./rules.ts";
import { enqueue, findJobRow } from "./store.server.ts";

/**
 * Asks for a job in the transaction of whoever asks: it runs if and only if the rest of the transaction is kept.
 * @returns the id of the job; `jobPath(id)` shows it.
 * @throws ZodError when the input is not what the job takes, and Error when nobody is there to own it.
 */
export async function enqueueJob<Input>(
	work: Work,
	job: Job<Input>,
	input: Input,
	about: { readonly title?: string; readonly runAt?: Date } = {},
): Promise<string> {
	const { actor } = work;
	if (actor.kind === "nobody") throw new Error("nobody cannot ask for a job");
	const organisationId = actor.organisationId ?? (actor.kind === "system" ? operatorOrganisationId : null);
	if (organisationId === null) throw new Error("a job is asked for on behalf of an organisation");
	job.input.parse(input);
	const id = newId();
	await work.db
		.insertInto("job.job")
		.values({
			organisation_id: organisationId,
			id,
			kind: job.kind,
			title: about.title ?? job.title[actor.kind === "person" ? actor.language : "nb"],
			input: JSON.stringify(input),
			person_id: actor.kind === "person" ? actor.personId : null,
			attempts_allowed: job.attempts,
			created_at: work.now,
			next_attempt_at: about.runAt ?? null,
		})
		.execute();
	await enqueue(work, "job", { organisationId, id }, about.runAt);
	await record(work, {
		verb: "job.request",
		objectKind: "job",
		objectId: id,
		organisationId,
		detail: { kind: job.kind },
	});
	return id;
}

/** The page of a job; it goes on to the result when the job is done. */
export function jobPath(id: string): string {
	return `/jobs/${id}?follow=1`;
}

export type CancelCode = "job-missing" | "job-over";

/** Cancels a job: one that waits never starts, one that runs is asked to end. */
export async function cancelJob(work: Work, id: string): Promise<Outcome<undefined, CancelCode>> {
	const job = await findJobRow(work, id);
	if (!job || !maySeeJob(work.actor, job)) return refused("job-missing");
	if (isOver(job.state) || !mayCancelJob(work.actor, job)) return refused("job-over");
	await work.db
		.updateTable("job.job")
		.set(
			job.state === "waiting"
				? { state: "cancelled", cancel_requested_at: work.now, finished_at: work.now }
				: { cancel_requested_at: work.now },
		)
		.where("organisation_id", "=", job.organisationId)
		.where("id", "=", id)
		.execute();
	await record(work, { verb: "job.cancel", objectKind: "job", objectId: id, organisationId: job.organisationId });
	return done(undefined);
}
