import { system } from "../identity/actor.ts";
import type { Refusal } from "../outcome.ts";
import { tellEnded } from "./ended.server.ts";
import { changeRunning, enqueue, type Fence, findJobRow, type JobChange } from "./store.server.ts";
import type { WorkerContext } from "./task.server.ts";

/** How an attempt ended that did not finish its job. */
export type Ending =
	| { readonly how: "refused"; readonly refusals: readonly Refusal[] }
	| { readonly how: "cancelled" }
	| { readonly how: "stopping" }
	| { readonly how: "fault"; readonly fault: string; readonly retry: boolean };

/** Writes how an attempt ended, and queues the next where there is one, unless another attempt has begun. */
export async function settle(context: WorkerContext, fence: Fence, ending: Ending, allowed: number): Promise<void> {
	await context.database.commanding(system("job", fence.organisationId), async (work) => {
		const row = await findJobRow(work, fence.id);
		const cancelled = ending.how === "cancelled" || (row?.cancelRequestedAt ?? null) !== null;
		const again = cancelled ? null : nextAttempt(context, fence, ending, allowed, work.now);
		const change: JobChange = again
			? { ...again, state: "waiting", progressDone: 0, progressOf: 0, step: null }
			: { state: cancelled ? "cancelled" : "failed", finishedAt: work.now, ...lastWords(ending) };
		const written = await changeRunning(work, fence, change);
		const { organisationId, id } = fence;
		if (written && again) await enqueue(work, "job", { organisationId, id }, again.nextAttemptAt);
		if (written && row && change.state === "failed") await tellEnded(work, row, "failed");
		return { done: undefined };
	});
}

function nextAttempt(context: WorkerContext, fence: Fence, ending: Ending, allowed: number, now: Date) {
	// Stopping a worker costs the job no attempt.
	if (ending.how === "stopping") return { attemptsAllowed: allowed + 1, nextAttemptAt: now };
	if (ending.how !== "fault" || !ending.retry || fence.attempt >= allowed) return null;
	return { fault: ending.fault, nextAttemptAt: new Date(now.getTime() + context.backoff(fence.attempt)) };
}

function lastWords(ending: Ending): JobChange {
	if (ending.how === "refused") return { result: { refused: ending.refusals }, fault: null };
	return ending.how === "fault" ? { fault: ending.fault } : {};
}
