import { z } from "zod";
import { saying } from "../../../forms/text.ts";
import { system } from "../../../identity/actor.ts";
import { defineJob } from "../../../job/job.server.ts";
import { inEachLanguage } from "../../../language.ts";
import { done, refused } from "../../../outcome.ts";
import { id } from "../../organisation/contract.ts";
import { keptRunInThread } from "../allocate/run.server.ts";
import { findRun, finishRun } from "./run.store.server.ts";
import { readSnapshotRows } from "./snapshot.server.ts";
import { findRound } from "./store.server.ts";
import { roundText } from "./text.ts";

const result = z.object({ roundId: id, runId: id });

/** Freezes a round's facts under the rules the run was asked for with, allocates in a thread of its own, and keeps plan and proof in the transaction it ends with. */
export const runJob = defineJob({
	kind: "placement.run",
	input: result,
	result,
	attempts: 3,
	title: inEachLanguage((language) => roundText[language].runJob),
	steps: inEachLanguage((language) => roundText[language].runSteps),
	link: ({ roundId, runId }) => `/placement/rounds/${roundId}/runs/${runId}`,
	say: (language, refusal) => saying(language, roundText[language].refusals)(refusal),
	async run({ input, organisationId, database, cancelled, progress, finish }) {
		await progress(0, 100, "freeze");
		const rows = await database.reading(system("placement run", organisationId), async (work) => {
			const round = await findRound(work, input.roundId);
			const run = await findRun(work, input.runId);
			if (round?.organisationId !== organisationId || !run) return undefined;
			const supposed = run.supposed.map(({ offerId, places }) => ({ offer: offerId, places }));
			return readSnapshotRows(work, { ...round, rules: run.rules }, supposed);
		});
		if (!rows) return finish(async () => refused("missing"));
		if (rows.claims.length === 0) return finish(async () => refused("no-claims"));
		if (rows.offers.length === 0) return finish(async () => refused("no-offers"));
		await progress(10, 100, "allocate");
		const kept = await keptRunInThread(rows, {
			signal: cancelled,
			progress: (share) => progress(10 + Math.round(share * 80), 100, "allocate"),
		});
		await progress(92, 100, "keep");
		return finish(async (work) => {
			const run = await findRun(work, input.runId);
			if (!run) return refused("run-missing");
			await finishRun(work, run, kept);
			return done(input);
		});
	},
});
