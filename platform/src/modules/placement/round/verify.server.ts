import { sql } from "kysely";
import { z } from "zod";
import { newId, type Work } from "../../../database/work.server.ts";
import { saying } from "../../../forms/text.ts";
import { system } from "../../../identity/actor.ts";
import { record } from "../../../identity/audit.server.ts";
import { defineJob } from "../../../job/job.server.ts";
import { enqueueJob } from "../../../job/service.server.ts";
import { inEachLanguage } from "../../../language.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { id } from "../../organisation/contract.ts";
import { verifyInThread } from "../allocate/verify.server.ts";
import type { Kept, RoundRefusal } from "./contract.ts";
import { readRun } from "./run.server.ts";
import { findRun, findRunContent } from "./run.store.server.ts";
import { roundText } from "./text.ts";

const input = z.object({ roundId: id, runId: id, byName: z.string() });

/** Goes through a stored run with the separate checker, and keeps what it said with who asked. */
export const verifyJob = defineJob({
	kind: "placement.verify",
	input,
	result: input,
	attempts: 2,
	title: inEachLanguage((language) => roundText[language].verifyJob),
	steps: inEachLanguage((language) => roundText[language].verifySteps),
	link: ({ roundId, runId }) => `/placement/rounds/${roundId}/runs/${runId}/proof`,
	say: (language, refusal) => saying(language, roundText[language].refusals)(refusal),
	async run({ input: asked, organisationId, database, cancelled, progress, finish }) {
		await progress(0, 100, "read");
		const content = await database.reading(system("placement verify", organisationId), async (work) => {
			const run = await findRun(work, asked.runId);
			return run?.organisationId === organisationId ? findRunContent(work, run) : undefined;
		});
		if (!content) return finish(async () => refused("run-missing"));
		await progress(20, 100, "check");
		const began = performance.now();
		const { flaws, withProof } = await verifyInThread(content, cancelled);
		const milliseconds = Math.round(performance.now() - began);
		return finish(async (work) => {
			await work.db
				.insertInto("placement.check_made")
				.values({
					...{ organisation_id: organisationId, run_id: asked.runId, id: newId(), asked_by_name: asked.byName },
					...{ checked_at: work.now, flaws: JSON.stringify(flaws), with_proof: withProof, milliseconds },
				})
				.execute();
			return done(asked);
		});
	},
});

/** Asks for a finished run to be checked once more. Returns the job, whose page leads back to the proof. */
export async function requestVerification(
	work: Work,
	runId: string,
): Promise<Outcome<{ jobId: string }, RoundRefusal>> {
	const run = await readRun(work, runId);
	if (!run) return refused("run-missing");
	if (run.state !== "done") return refused("run-not-done");
	const byName = work.actor.kind === "person" ? work.actor.name : "Læringsarena";
	const jobId = await enqueueJob(work, verifyJob, { roundId: run.roundId, runId, byName }, { title: run.name });
	await record(work, { verb: "run.verify", objectKind: "round", objectId: run.roundId, detail: { run: runId } });
	return done({ jobId });
}

export type CheckMade = {
	readonly id: string;
	readonly byName: string;
	readonly at: Date;
	readonly flaws: readonly string[];
	readonly withProof: boolean;
	readonly milliseconds: number;
};

/** The checks somebody has asked for of a run, latest first. */
export async function listChecks(work: Work, run: Kept): Promise<CheckMade[]> {
	const { rows } = await sql<CheckMade>`
		select id, asked_by_name "byName", checked_at "at", flaws, with_proof "withProof", milliseconds
		from placement.check_made where organisation_id = ${run.organisationId} and run_id = ${run.id}
		order by checked_at desc, id desc limit 20`.execute(work.db);
	return rows;
}
