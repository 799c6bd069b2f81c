import { ZodError } from "zod";
import type { Work } from "../database/work.server.ts";
import { system } from "../identity/actor.ts";
import { actorOf } from "../identity/actor-of.server.ts";
import type { Refusal } from "../outcome.ts";
import { tellEnded } from "./ended.server.ts";
import { type Ending, settle } from "./ending.server.ts";
import { describeFault } from "./fault.ts";
import { type AnyRun, type Job, JobEnded, JobFault } from "./job.server.ts";
import { persistently } from "./persist.server.ts";
import { openProgress } from "./progress.server.ts";
import { changeRunning, type Fence, findJobRow, type StoredJob } from "./store.server.ts";
import type { WorkerContext } from "./task.server.ts";

type Hand = { attempt: number | null; readonly ending: AbortController };

/** The attempts one worker has in hand, by job id. The number is null until the job is claimed. */
export type InHand = Map<string, Hand>;

/**
 * Makes one attempt at a job. Whatever happens, the job's own row says how it went; nothing is thrown but faults of
 * the database, and then the row still says `running` and is found by the sweep.
 */
export async function attemptJob(
	context: WorkerContext,
	jobs: ReadonlyMap<string, Job>,
	inHand: InHand,
	about: { readonly organisationId: string; readonly id: string },
): Promise<void> {
	if (inHand.has(about.id)) return;
	const hand: Hand = { attempt: null, ending: new AbortController() };
	inHand.set(about.id, hand);
	try {
		const claimed = await persistently(() => claim(context, about));
		if (!claimed) return;
		hand.attempt = claimed.attempt;
		const fence: Fence = { ...about, attempt: claimed.attempt };
		const ended = await runAttempt(context, jobs.get(claimed.kind), claimed, fence, hand.ending.signal);
		if (ended) await persistently(() => settle(context, fence, ended, claimed.attemptsAllowed));
	} finally {
		inHand.delete(about.id);
	}
}

/**
 * Takes the job for this worker, or leaves it: it may be over, cancelled, or in the hands of a worker that is alive.
 * Taking raises the attempt number, which shuts out whoever had it before.
 */
async function claim(
	context: WorkerContext,
	about: { readonly organisationId: string; readonly id: string },
): Promise<StoredJob | null> {
	const outcome = await context.database.commanding(system("job", about.organisationId), async (work) => {
		const job = await findJobRow(work, about.id);
		if (!job || (job.state !== "waiting" && job.state !== "running")) return { done: null };
		if (job.state === "running" && job.workerId !== null && job.workerId !== context.workerId) {
			const alive = await work.db
				.selectFrom("job.worker")
				.select("id")
				.where("id", "=", job.workerId)
				.executeTakeFirst();
			if (alive) return { done: null };
		}
		const attempt = job.attempt + 1;
		const over = job.cancelRequestedAt ? "cancelled" : attempt > job.attemptsAllowed ? "failed" : null;
		await work.db
			.updateTable("job.job")
			.set({
				attempt,
				worker_id: context.workerId,
				state: over ?? "running",
				progress_done: 0,
				step: null,
				started_at: work.now,
				next_attempt_at: null,
				...(over && { finished_at: work.now }),
				...(over === "failed" && { fault: job.fault ?? "the worker died" }),
			})
			.where("organisation_id", "=", about.organisationId)
			.where("id", "=", about.id)
			.execute();
		return { done: over ? null : { ...job, attempt } };
	});
	return outcome.done ?? null;
}

/** Runs the job's own code. Null means its row already says how it ended: done, or taken over by another worker. */
async function runAttempt(
	context: WorkerContext,
	job: Job | undefined,
	claimed: StoredJob,
	fence: Fence,
	signal: AbortSignal,
): Promise<Ending | null> {
	const { database, log } = context;
	const progress = openProgress(database, fence, (error) =>
		log.warn({ job: fence.id, fault: describeFault(error) }, "progress was not written"),
	);
	let finished = false;
	let refusals: readonly Refusal[] | null = null;
	try {
		if (!job) throw new JobFault(`this program does not know the job ${claimed.kind}`, { retry: true });
		const actor = await findActor(context, job, claimed);
		const run: AnyRun = {
			id: fence.id,
			organisationId: claimed.organisationId,
			personId: claimed.personId,
			actor,
			database,
			mails: context.configuration.mail.smtpUrl !== undefined,
			cancelled: signal,
			reading: (work) => database.reading(actor, work),
			async progress(done, of, step) {
				signal.throwIfAborted();
				if (!finished) progress.tell(done, of, step);
			},
			async finish(effect) {
				signal.throwIfAborted();
				if (finished) throw new JobFault("a job finishes once", { retry: false });
				// The job's row is written at the end of the effect: nothing else of ours may change it meanwhile.
				await progress.stop();
				const together = async (work: Work) => {
					const now = await findJobRow(work, fence.id);
					if (now?.attempt !== fence.attempt || now.state !== "running") throw new JobEnded("superseded");
					if (now.cancelRequestedAt) throw new JobEnded("cancelled");
					const effected = await effect(work);
					if (effected.refused) return effected;
					const of = Math.max(1, now.progressOf);
					const written = await changeRunning(work, fence, {
						...{ state: "done", result: effected.done ?? null, finishedAt: work.now, fault: null, step: null },
						...{ progressDone: of, progressOf: of },
					});
					if (!written) throw new JobEnded("superseded");
					await tellEnded(work, now, "done");
					return effected;
				};
				const outcome = await persistently(() => database.commanding(actor, together));
				finished = !outcome.refused;
				refusals = outcome.refused ?? null;
				return outcome;
			},
		};
		await job.run(claimed.input, run);
		if (!finished && refusals === null) await run.finish(async () => ({ done: null }));
		return refusals === null ? null : { how: "refused", refusals };
	} catch (error) {
		if (finished) {
			log.warn({ job: fence.id, kind: claimed.kind, fault: describeFault(error) }, "job failed after it was done");
			return null;
		}
		const why = error instanceof JobEnded ? error.why : signal.aborted ? reasonOf(signal) : null;
		if (why === "superseded") return null;
		if (why !== null) return { how: why };
		const fault = describeFault(error);
		log.warn({ job: fence.id, kind: claimed.kind, attempt: fence.attempt, fault }, "job attempt failed");
		const retry = error instanceof JobFault ? error.retry : !(error instanceof ZodError);
		return { how: "fault", fault, retry };
	} finally {
		await progress.stop();
	}
}

async function findActor(context: WorkerContext, job: Job, claimed: StoredJob) {
	const { personId, organisationId } = claimed;
	const asSystem = system(`job ${job.kind}`, organisationId);
	if (job.actsAs === "system" || personId === null) return asSystem;
	const person = await context.database.reading(asSystem, (work) => actorOf(work, personId, organisationId));
	if (!person) throw new JobFault("the person who asked has no account any more", { retry: false });
	return person;
}

function reasonOf(signal: AbortSignal): JobEnded["why"] {
	return signal.reason instanceof JobEnded ? signal.reason.why : "stopping";
}
