import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { enqueueJob } from "../../../job/service.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import type { RunCertificate, RunResult, Snapshot } from "../allocate/contract.ts";
import { recordEffort } from "../effort.server.ts";
import { mayCoordinate } from "../rules.ts";
import type { RoundRefusal } from "./contract.ts";
import { runJob } from "./jobs.server.ts";
import { unpacked } from "./pack.server.ts";
import * as runs from "./run.store.server.ts";
import { roundToRun } from "./service.server.ts";
import { listHosts, listPeriods } from "./store.server.ts";
import { roundText } from "./text.ts";

/** Asks for a run of a round as it stands: it is frozen when the run begins. */
export async function requestRun(
	work: Work,
	roundId: string,
	name: string | null,
): Promise<Outcome<{ runId: string; jobId: string }, RoundRefusal>> {
	const found = await roundToRun(work, roundId, null);
	if (found.refused) return found;
	const round = found.done;
	const periods = (await listPeriods(work, round, round.organisationId)).filter((period) => period.included);
	if (periods.length === 0) return refused("no-periods");
	if (periods.every((period) => period.claims === 0)) return refused("no-claims");
	if ((await listHosts(work, round)).every((host) => host.places === 0)) return refused("no-offers");
	const runId = newId();
	const jobId = await enqueueJob(work, runJob, { roundId, runId }, { title: name ?? round.name });
	const language = work.actor.kind === "person" ? work.actor.language : "nb";
	const nameOf = (number: number) => name ?? roundText[language].runName(number);
	await runs.insertRun(work, round, { id: runId, nameOf, jobId });
	await recordEffort(work, { kind: "touch", what: "run-requested", roundId });
	await record(work, { verb: "run.request", objectKind: "round", objectId: roundId, detail: { run: runId } });
	return done({ runId, jobId });
}

export type RunContent = {
	readonly snapshot: Snapshot;
	readonly result: RunResult;
	readonly certificate: RunCertificate;
};

/** Runs never change once they are done, so the last few looked at are kept unpacked. */
const kept = new Map<string, RunContent>();
const keptAtMost = 4;

/**
 * A run with all it was made from and came to; undefined where it is not done. Takes a run the asker has just read: that
 * is where the database says who may see it, whatever is kept here.
 */
export async function readRunContent(work: Work, run: runs.RunHead): Promise<RunContent | undefined> {
	const content = kept.get(run.id);
	if (content) return content;
	const row = await runs.findRunContent(work, run);
	if (!row) return undefined;
	const [snapshot, result, certificate] = await Promise.all([
		unpacked<Snapshot>(row.snapshot),
		unpacked<RunResult>(row.plan),
		unpacked<RunCertificate>(row.certificate),
	]);
	const read = { snapshot, result, certificate };
	kept.set(run.id, read);
	for (const [first] of kept) if (kept.size > keptAtMost) kept.delete(first);
	return read;
}

/** The plan of a run alone; undefined where it is not done. Takes a run the asker has just read, as `readRunContent` does. */
export async function readRunPlan(work: Work, run: runs.RunHead): Promise<RunResult["plan"] | undefined> {
	const content = kept.get(run.id);
	if (content) return content.result.plan;
	const packedPlan = await runs.findRunPlan(work, run);
	return packedPlan && (await unpacked<RunResult>(packedPlan)).plan;
}

/** One run, where the organisation acted for keeps its round. */
export async function readRun(work: Work, runId: string): Promise<runs.RunHead | undefined> {
	const mandate = await mandateOf(work);
	if (!isId(runId) || !mayCoordinate(mandate)) return undefined;
	const run = await runs.findRun(work, runId);
	return run && (mandate.system || run.organisationId === mandate.organisationId) ? run : undefined;
}

/** Marks the run that is meant to be published; another may be chosen until then. */
export async function chooseRun(work: Work, runId: string): Promise<Outcome<undefined, RoundRefusal>> {
	const run = await readRun(work, runId);
	if (!run) return refused("run-missing");
	if (run.state !== "done") return refused("run-not-done");
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
