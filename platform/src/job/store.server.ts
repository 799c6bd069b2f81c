import { sql } from "kysely";
import { z } from "zod";
import { rowsTogether } from "../database/asked-together.server.ts";
import type { Work } from "../database/work.server.ts";
import { type JobState, jobStates } from "./rules.ts";

export type StoredJob = {
	readonly organisationId: string;
	readonly id: string;
	readonly kind: string;
	readonly title: string;
	readonly input: unknown;
	readonly personId: string | null;
	readonly state: JobState;
	readonly attempt: number;
	readonly attemptsAllowed: number;
	readonly progressDone: number;
	readonly progressOf: number;
	readonly step: string | null;
	readonly result: unknown;
	readonly fault: string | null;
	readonly cancelRequestedAt: Date | null;
	readonly createdAt: Date;
	readonly startedAt: Date | null;
	readonly nextAttemptAt: Date | null;
	readonly finishedAt: Date | null;
	readonly workerId: string | null;
};

function selectJobs(work: Work) {
	return work.db
		.selectFrom("job.job")
		.select([
			"organisation_id as organisationId",
			"id",
			"kind",
			"title",
			"input",
			"person_id as personId",
			"state",
			"attempt",
			"attempts_allowed as attemptsAllowed",
			"progress_done as progressDone",
			"progress_of as progressOf",
			"step",
			"result",
			"fault",
			"cancel_requested_at as cancelRequestedAt",
			"created_at as createdAt",
			"started_at as startedAt",
			"next_attempt_at as nextAttemptAt",
			"finished_at as finishedAt",
			"worker_id as workerId",
		]);
}

function withState<Row extends { state: string }>(row: Row): Omit<Row, "state"> & { state: JobState } {
	const state = jobStates.find((one) => one === row.state);
	if (!state) throw new Error(`unknown job state ${row.state}`);
	return { ...row, state };
}

export async function findJobRow(work: Work, id: string): Promise<StoredJob | undefined> {
	if (!z.uuid().safeParse(id).success) return undefined;
	const row = await selectJobs(work).where("id", "=", id).executeTakeFirst();
	return row && withState(row);
}

/** What a person has asked for, newest first. */
export async function listJobsOf(work: Work, personId: string, limit: number): Promise<StoredJob[]> {
	const rows = await selectJobs(work)
		.where("person_id", "=", personId)
		.orderBy("created_at", "desc")
		.orderBy("id", "desc")
		.limit(limit)
		.execute();
	return rows.map(withState);
}

/** What a person has asked for that is not over, newest first. */
export async function listUnderWay(
	work: Work,
	personId: string,
	limit: number,
): Promise<readonly Pick<StoredJob, "id" | "title" | "state">[]> {
	return rowsTogether(
		work,
		sql<Pick<StoredJob, "id" | "title" | "state">>`
		select id, title, state from job.job where person_id = ${personId} and state in ('waiting', 'running')
		order by created_at desc, id desc limit ${limit}`,
	);
}

/** Names one attempt of one job: what it writes is refused once a later attempt has begun. */
export type Fence = { readonly organisationId: string; readonly id: string; readonly attempt: number };

export type JobChange = {
	readonly state?: JobState;
	readonly progressDone?: number;
	readonly progressOf?: number;
	readonly step?: string | null;
	readonly result?: unknown;
	readonly fault?: string | null;
	readonly attemptsAllowed?: number;
	readonly nextAttemptAt?: Date | null;
	readonly finishedAt?: Date;
};

/** Changes the job as the running attempt; false when this attempt is not the running one any more. */
export async function changeRunning(work: Work, fence: Fence, change: JobChange): Promise<boolean> {
	const { numUpdatedRows } = await work.db
		.updateTable("job.job")
		.set({
			...(change.state && { state: change.state }),
			...(change.progressDone !== undefined && { progress_done: change.progressDone }),
			...(change.progressOf !== undefined && { progress_of: change.progressOf }),
			...(change.step !== undefined && { step: change.step }),
			...(change.result !== undefined && { result: JSON.stringify(change.result) }),
			...(change.fault !== undefined && { fault: change.fault }),
			...(change.attemptsAllowed !== undefined && { attempts_allowed: change.attemptsAllowed }),
			...(change.nextAttemptAt !== undefined && { next_attempt_at: change.nextAttemptAt }),
			...(change.finishedAt && { finished_at: change.finishedAt }),
		})
		.where("organisation_id", "=", fence.organisationId)
		.where("id", "=", fence.id)
		.where("attempt", "=", fence.attempt)
		.where("state", "=", "running")
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/**
 * Puts a task on the queue in this transaction, to run now or at a time. It gets no key: the library looks keys up in
 * the queue, and serializable transactions that read and write the same queue would undo each other.
 */
export async function enqueue(
	work: Work,
	task: string,
	payload: Readonly<Record<string, string | readonly string[]>>,
	runAt: Date = work.now,
): Promise<void> {
	await sql`select graphile_worker.enqueue(${task}, ${JSON.stringify(payload)}::json, null, ${runAt}::timestamptz, 25)`.execute(
		work.db,
	);
}

/** Puts many tasks on the queue, as `enqueue` does one. */
export async function enqueueAll(
	work: Work,
	task: string,
	payloads: readonly Readonly<Record<string, string | readonly string[]>>[],
): Promise<void> {
	for (let first = 0; first < payloads.length; first += 1000)
		await sql`select graphile_worker.enqueue(${task}, payload, null, ${work.now}::timestamptz, 25)
			from json_array_elements(${JSON.stringify(payloads.slice(first, first + 1000))}::json) payload`.execute(work.db);
}
