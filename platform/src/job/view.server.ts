import { z } from "zod";
import type { Actor } from "../identity/actor.ts";
import type { Language } from "../language.ts";
import { findJob } from "./registry.server.ts";
import { type JobState, mayCancelJob } from "./rules.ts";
import type { StoredJob } from "./store.server.ts";

/** A job as its page shows it. Moments are ISO 8601. */
export type JobView = {
	readonly id: string;
	readonly title: string;
	readonly state: JobState;
	/** How much is done of how much; `of` is 0 while nobody knows. */
	readonly progress: { readonly done: number; readonly of: number; readonly step: string | null };
	readonly link: string | null;
	/** Where what was asked can be tried again, of one that was cancelled or failed. */
	readonly back: string | null;
	/** Why it could not be completed, in words. */
	readonly refusals: readonly string[];
	readonly fault: string | null;
	readonly attempt: number;
	readonly cancelling: boolean;
	readonly createdAt: string;
	readonly startedAt: string | null;
	readonly nextAttemptAt: string | null;
	readonly finishedAt: string | null;
	readonly can: { readonly cancel: boolean };
};

const refusedResult = z.object({
	refused: z.array(
		z.object({
			code: z.string(),
			field: z.string().exactOptional(),
			detail: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
		}),
	),
});

export function viewJob(actor: Actor, language: Language, stored: StoredJob, now: Date): JobView {
	const job = findJob(stored.kind);
	const refused = stored.state === "failed" ? refusedResult.safeParse(stored.result) : undefined;
	return {
		id: stored.id,
		title: stored.title,
		state: stored.state,
		progress: {
			done: stored.progressDone,
			of: stored.progressOf,
			step: stored.step === null ? null : (job?.step(language, stored.step) ?? stored.step),
		},
		link: stored.state === "done" ? (job?.link(stored.result) ?? null) : null,
		back:
			stored.state === "cancelled" || stored.state === "failed"
				? (job?.back(stored.input, { from: stored.createdAt, to: now }) ?? null)
				: null,
		refusals: refused?.data?.refused.map((refusal) => job?.say(language, refusal) ?? refusal.code) ?? [],
		fault: stored.fault,
		attempt: stored.attempt,
		cancelling: stored.state === "running" && stored.cancelRequestedAt !== null,
		createdAt: stored.createdAt.toISOString(),
		startedAt: stored.startedAt?.toISOString() ?? null,
		nextAttemptAt: stored.nextAttemptAt?.toISOString() ?? null,
		finishedAt: stored.finishedAt?.toISOString() ?? null,
		can: { cancel: mayCancelJob(actor, stored) },
	};
}
