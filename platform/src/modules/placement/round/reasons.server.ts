import { z } from "zod";
import type { Reading } from "../../../database/work.server.ts";
import { saying } from "../../../forms/text.ts";
import { system } from "../../../identity/actor.ts";
import { defineJob } from "../../../job/job.server.ts";
import { inEachLanguage } from "../../../language.ts";
import { done, refused } from "../../../outcome.ts";
import { piecesOf } from "../../../pieces.ts";
import { id } from "../../organisation/contract.ts";
import { keepReasons, listUntold, type Placed, type Reasons } from "./reasons.store.server.ts";
import { askRunLater } from "./run.server.ts";
import { findRun } from "./run.store.server.ts";
import { roundText } from "./text.ts";

const input = z.object({ roundId: id, runId: id });

/** So many are kept at a time: a worker that is killed loses no more. */
const atOnce = 10;
/** Milliseconds after which the rest is left for whoever asks: a large round has more than anybody will read. */
const mostTogether = 30 * 60_000;

/**
 * Works out why those published from a run have the place they have, before they ask: under rules that cross each wish is a
 * plan of its own to be solved. One after another in the thread that answers pages too, so that a page waits for one at most.
 */
export const reasonsJob = defineJob({
	kind: "placement.reasons",
	input,
	result: input.extend({ told: z.int(), of: z.int() }),
	attempts: 3,
	title: inEachLanguage((language) => roundText[language].reasonsJob),
	steps: inEachLanguage((language) => roundText[language].reasonsSteps),
	// The students of every keeper are in a run.
	actsAs: "system",
	link: ({ roundId, runId }) => `/placement/rounds/${roundId}/runs/${runId}`,
	say: (language, refusal) => saying(language, roundText[language].refusals)(refusal),
	async run({ input: asked, organisationId, database, cancelled, progress, finish }) {
		const actor = system("placement reasons", organisationId);
		const reading: Reading = (work) => database.reading(actor, work);
		const run = await reading((work) => findRun(work, asked.runId));
		const ask = run?.organisationId === organisationId ? askRunLater(reading, run) : undefined;
		if (!run || !ask) return finish(async () => refused("run-missing"));
		const waiting = await reading((work) => listUntold(work, run));
		const began = performance.now();
		let told = 0;
		for (const piece of piecesOf(waiting, atOnce)) {
			if (performance.now() - began > mostTogether) break;
			const rows: (Placed & { readonly told: Reasons })[] = [];
			for (const placed of piece) {
				cancelled.throwIfAborted();
				rows.push({ ...placed, told: await ask("why", placed) });
				told++;
				await progress(told, waiting.length, "explain");
			}
			await database.commanding(actor, async (work) => done(await keepReasons(work, run, rows)));
		}
		return finish(async () => done({ ...asked, told, of: waiting.length }));
	},
});
