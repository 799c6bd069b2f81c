import { newId, type Reading, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { enqueueJob } from "../../../job/service.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { recordEffort } from "../effort.server.ts";
import { mayCoordinate } from "../rules.ts";
import type { RoundRefusal, WhatIf } from "./contract.ts";
import { runJob } from "./jobs.server.ts";
import { type AskRun, askable, isOpen } from "./opened/ask.server.ts";
import * as runs from "./run.store.server.ts";
import { roundToRun } from "./service.server.ts";
import { listHosts, listPeriods } from "./store.server.ts";
import { judgeSupposed } from "./supposed.server.ts";
import { roundText } from "./text.ts";

/**
 * Asks for a run of a round as it stands: it is frozen when the run begins.
 * @param whatIf what this run alone is tried with; the round stays as it is
 */
export async function requestRun(
	work: Work,
	roundId: string,
	name: string | null,
	whatIf: WhatIf = {},
): Promise<Outcome<{ runId: string; jobId: string }, RoundRefusal>> {
	const found = await roundToRun(work, roundId, null);
	if (found.refused) return found;
	const round = found.done;
	const periods = (await listPeriods(work, round, round.organisationId)).filter((period) => period.included);
	if (periods.length === 0) return refused("no-periods");
	if (periods.every((period) => period.claims === 0)) return refused("no-claims");
	if ((await listHosts(work, round)).every((host) => host.places === 0)) return refused("no-offers");
	const supposed = await judgeSupposed(work, round, whatIf.supposed ?? []);
	if (supposed.refused) return supposed;
	const runId = newId();
	const jobId = await enqueueJob(work, runJob, { roundId, runId }, { title: name ?? round.name });
	const language = work.actor.kind === "person" ? work.actor.language : "nb";
	const text = roundText[language];
	const nameOf = (number: number) =>
		name ?? (supposed.done.length > 0 ? text.runSupposedName(number) : text.runName(number));
	const { travelCap = round.rules.travelCap, aim = round.rules.aim } = whatIf;
	const rules = { ...round.rules, travelCap, aim };
	await runs.insertRun(work, round, { id: runId, nameOf, jobId, rules, supposed: supposed.done });
	await recordEffort(work, { kind: "touch", what: "run-requested", roundId });
	await record(work, { verb: "run.request", objectKind: "round", objectId: roundId, detail: { run: runId } });
	return done({ runId, jobId });
}

/**
 * A finished run to be asked about within a unit of work; undefined where it is not done, or what it came to is gone. Takes a
 * run the asker has just read: that is where the database says who may see it.
 */
export async function askRun(work: Work, run: runs.RunHead): Promise<AskRun | undefined> {
	if (run.state !== "done") return undefined;
	if (isOpen(run, "about")) return askable(run, async () => contentOf(work, run));
	const content = await runs.findRunContent(work, run);
	return content && askable(run, async () => content);
}

/**
 * The same to be asked when no unit of work is under way: the first answer about a national run takes seconds, and no
 * transaction is to stand open so long.
 */
export function askRunLater(reading: Reading, run: runs.RunHead): AskRun | undefined {
	return run.state === "done" ? askable(run, () => reading((work) => contentOf(work, run))) : undefined;
}

async function contentOf(work: Work, run: runs.RunHead) {
	const content = await runs.findRunContent(work, run);
	if (!content) throw new Error("what a run came to is gone");
	return content;
}

/** One run, where the organisation acted for keeps its round. */
export async function readRun(work: Work, runId: string): Promise<runs.RunHead | undefined> {
	const mandate = await mandateOf(work);
	if (!isId(runId) || !mayCoordinate(mandate)) return undefined;
	const run = await runs.findRun(work, runId);
	return run && (mandate.system || run.organisationId === mandate.organisationId) ? run : undefined;
}

/** Marks the run that is meant to be published; another may be chosen until then. Never one of places that are not there. */
export async function chooseRun(work: Work, runId: string): Promise<Outcome<undefined, RoundRefusal>> {
	const run = await readRun(work, runId);
	if (!run) return refused("run-missing");
	if (run.state !== "done") return refused("run-not-done");
	if (run.supposed.length > 0) return refused("run-supposed");
	await runs.chooseRun(work, { organisationId: run.organisationId, id: run.roundId }, runId);
	await record(work, { verb: "run.choose", objectKind: "round", objectId: run.roundId, detail: { run: runId } });
	return done(undefined);
}

/** Throws a run away; not the chosen one, nor one that has been published: placements are explained by it. */
export async function deleteRun(work: Work, runId: string): Promise<Outcome<undefined, RoundRefusal>> {
	const run = await readRun(work, runId);
	if (!run) return refused("run-missing");
	if (run.chosen || (await runs.isPublished(work, run))) return refused("run-kept");
	await runs.deleteRun(work, run);
	await record(work, { verb: "run.delete", objectKind: "round", objectId: run.roundId, detail: { run: runId } });
	return done(undefined);
}
