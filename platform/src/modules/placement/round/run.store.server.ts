import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Measures, RoundRules, RunResult } from "../allocate/contract.ts";
import type { KeptRun } from "../allocate/thread-messages.ts";
import type { Kept, Round, RunRow, SupposedAt } from "./contract.ts";

const state = sql<
	RunRow["state"]
>`case when u.state = 'waiting' and j.state in ('failed', 'cancelled') then 'stopped' else u.state end`;

export type RunHead = RunRow & {
	readonly roundId: string;
	readonly organisationId: string;
	readonly rules: RoundRules;
	readonly seed: string;
	readonly snapshotHash: string | null;
	readonly measures: Measures | null;
	readonly comparisons: RunResult["comparisons"] | null;
};

const columns = sql`u.id, u.organisation_id "organisationId", u.round_id "roundId", u.number, u.name, ${state} state,
	u.job_id "jobId", u.holds, u.claims, u.placed, u.created_at "createdAt", u.finished_at "finishedAt",
	r.chosen_run_id is not distinct from u.id chosen, u.rules, u.seed, u.supposed, u.snapshot_hash "snapshotHash", u.measures, u.comparisons`;
const from = sql`placement.run u
	join placement.round r on r.organisation_id = u.organisation_id and r.id = u.round_id
	left join job.job j on j.organisation_id = u.organisation_id and j.id = u.job_id`;

/** The runs of a round, newest first, without what they were made from. */
export async function listRuns(work: Work, round: Kept): Promise<RunHead[]> {
	const { rows } = await sql<RunHead>`select ${columns} from ${from}
		where u.organisation_id = ${round.organisationId} and u.round_id = ${round.id} and u.deleted_at is null
		order by u.number desc`.execute(work.db);
	return rows;
}

export async function findRun(work: Work, id: string): Promise<RunHead | undefined> {
	const { rows } = await sql<RunHead>`select ${columns} from ${from}
		where u.id = ${id} and u.deleted_at is null`.execute(work.db);
	return rows[0];
}

/** The frozen facts, the plan and the certificate of a finished run, each gzipped JSON. */
export async function findRunContent(
	work: Work,
	run: Kept,
): Promise<{ snapshot: Buffer; plan: Buffer; certificate: Buffer } | undefined> {
	const row = await work.db
		.selectFrom("placement.run")
		.select(["snapshot", "plan", "certificate"])
		.where("organisation_id", "=", run.organisationId)
		.where("id", "=", run.id)
		.executeTakeFirst();
	if (!row?.snapshot || !row.plan || !row.certificate) return undefined;
	return { snapshot: row.snapshot, plan: row.plan, certificate: row.certificate };
}

export async function insertRun(
	work: Work,
	round: Round,
	run: {
		readonly id: string;
		readonly nameOf: (number: number) => string;
		readonly jobId: string;
		readonly rules: RoundRules;
		readonly supposed: readonly SupposedAt[];
	},
): Promise<void> {
	const { rows } = await sql<{ number: number }>`select coalesce(max(number), 0) + 1 number from placement.run
		where organisation_id = ${round.organisationId} and round_id = ${round.id}`.execute(work.db);
	const number = rows[0]?.number ?? 1;
	await work.db
		.insertInto("placement.run")
		.values({
			organisation_id: round.organisationId,
			id: run.id,
			round_id: round.id,
			number,
			name: run.nameOf(number),
			rules: JSON.stringify(run.rules),
			supposed: JSON.stringify(run.supposed),
			seed: round.seed,
			job_id: run.jobId,
			state: "waiting",
			created_by: work.actor.kind === "person" ? work.actor.personId : null,
			created_at: work.now,
		})
		.execute();
}

export async function finishRun(work: Work, run: Kept, { head, snapshot, plan, certificate }: KeptRun): Promise<void> {
	await work.db
		.updateTable("placement.run")
		.set({
			state: "done",
			holds: head.holds,
			claims: head.measures.claims,
			placed: head.measures.placed,
			measures: JSON.stringify(head.measures),
			comparisons: JSON.stringify(head.comparisons),
			snapshot: Buffer.from(snapshot),
			snapshot_hash: head.snapshotHash,
			plan: Buffer.from(plan),
			certificate: Buffer.from(certificate),
			finished_at: work.now,
		})
		.where("organisation_id", "=", run.organisationId)
		.where("id", "=", run.id)
		.execute();
}

/** Whether a run has been published, lately or before. */
export async function isPublished(work: Work, run: Kept): Promise<boolean> {
	const found = await work.db
		.selectFrom("placement.publication")
		.select("number")
		.where("organisation_id", "=", run.organisationId)
		.where("run_id", "=", run.id)
		.executeTakeFirst();
	return found !== undefined;
}

export async function deleteRun(work: Work, run: Kept): Promise<void> {
	await work.db
		.updateTable("placement.run")
		.set({ deleted_at: work.now, snapshot: null, plan: null, certificate: null })
		.where("organisation_id", "=", run.organisationId)
		.where("id", "=", run.id)
		.execute();
}

export async function chooseRun(work: Work, round: Kept, runId: string | null): Promise<void> {
	await work.db
		.updateTable("placement.round")
		.set({ chosen_run_id: runId })
		.where("organisation_id", "=", round.organisationId)
		.where("id", "=", round.id)
		.execute();
}

/**
 * What claims are called to whoever asks: students others keep are not in the answer. Where the keeper has two students of
 * one name, the number tells them apart.
 */
export async function nameClaims(
	work: Work,
	claimIds: readonly string[],
): Promise<{ id: string; organisationId: string; studentId: string; name: string; number: string | null }[]> {
	const { rows } = await sql<{
		id: string;
		organisationId: string;
		studentId: string;
		name: string;
		number: string | null;
	}>`
		select c.id, c.organisation_id "organisationId", c.student_id "studentId", s.number,
			case when s.number is not null and exists (select from placement.student o
				where o.organisation_id = s.organisation_id and o.search_name = s.search_name and o.name = s.name
					and o.id <> s.id and o.left_on is null)
				then s.name || ' (' || s.number || ')' else s.name end "name"
		from placement.claim c
		join placement.student s on s.organisation_id = c.organisation_id and s.id = c.student_id
		where c.id = any(${claimIds})`.execute(work.db);
	return rows;
}

/**
 * The claims of a run's round in the order of their students' names, as far as the asker may know them, and for each word
 * those whose name has it: ids with commas, because national rounds have 50,000 and rows would hold up the event loop.
 */
export async function orderNames(
	work: Work,
	run: Pick<RunHead, "organisationId" | "roundId">,
	words: readonly string[],
): Promise<{ readonly order: string; readonly found: readonly string[] }> {
	const { rows } = await sql<{ order: string | null; found: (string | null)[] }>`
		select string_agg(c.id::text, ',' order by s.name collate house.norwegian, c.id) "order", ${found(words)} found
		${namesIn(run)}`.execute(work.db);
	return { order: rows[0]?.order ?? "", found: (rows[0]?.found ?? []).map((ids) => ids ?? "") };
}

/** The same without the order. */
export async function findNames(
	work: Work,
	run: Pick<RunHead, "organisationId" | "roundId">,
	words: readonly string[],
): Promise<readonly string[]> {
	const { rows } = await sql<{ found: (string | null)[] }>`select ${found(words)} found ${namesIn(run)}`.execute(
		work.db,
	);
	return (rows[0]?.found ?? []).map((ids) => ids ?? "");
}

const found = (words: readonly string[]) =>
	sql`array[${sql.join(words.map((word) => sql`string_agg(c.id::text, ',') filter (where s.search_name like ${`%${word}%`})`))}]::text[]`;
const namesIn = (run: Pick<RunHead, "organisationId" | "roundId">) => sql`from placement.claim c
	join placement.student s on s.organisation_id = c.organisation_id and s.id = c.student_id
	where c.round_owner_id = ${run.organisationId} and c.round_id = ${run.roundId}`;
