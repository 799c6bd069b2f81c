import type { Actor } from "../identity/actor.ts";
import { mayAdminister } from "../identity/rules.ts";

export const jobStates = ["waiting", "running", "done", "failed", "cancelled"] as const;
export type JobState = (typeof jobStates)[number];

type Owned = { readonly personId: string | null; readonly organisationId: string };

/** The person who asked, and those who administer the organisation it was asked for. */
export function maySeeJob(actor: Actor, job: Owned): boolean {
	if (actor.kind !== "person") return actor.kind === "system";
	return actor.personId === job.personId || (mayAdminister(actor) && actor.organisationId === job.organisationId);
}

/** Whoever may see a job may cancel it while it is not over. */
export function mayCancelJob(actor: Actor, job: Owned & { readonly state: JobState }): boolean {
	return maySeeJob(actor, job) && !isOver(job.state);
}

export function isOver(state: JobState): boolean {
	return state !== "waiting" && state !== "running";
}
