import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { enqueueJob } from "../../../job/service.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import { recordEffort } from "../effort.server.ts";
import { reasonsJob } from "../round/reasons.server.ts";
import { askRun } from "../round/run.server.ts";
import { findRun } from "../round/run.store.server.ts";
import { countRound, findRound } from "../round/store.server.ts";
import { mayCoordinate } from "../rules.ts";
import type { PublishRefusal } from "./contract.ts";
import { publishJob } from "./jobs.server.ts";
import { readAsked } from "./preview.server.ts";
import * as store from "./publication.store.server.ts";
import { askSites, type Telling, tellStudents, tellWithoutPlace } from "./tell.server.ts";
import { tellHosts } from "./told.server.ts";

/** Asks for the chosen run of a round to be published: all of it in one transaction, with progress. */
export async function requestPublication(
	work: Work,
	roundId: string,
): Promise<Outcome<{ jobId: string }, PublishRefusal>> {
	const { actor } = work;
	const mandate = await mandateOf(work);
	const round = await findRound(work, roundId);
	if (!round || round.organisationId !== mandate.organisationId) return refused("missing");
	if (!mayCoordinate(mandate)) return refused("not-allowed");
	if (round.chosenRunId === null) return refused("run-missing");
	const byName = actor.kind === "person" ? actor.name : "Læringsarena";
	const jobId = await enqueueJob(
		work,
		publishJob,
		{
			roundId,
			runId: round.chosenRunId,
			publication: round.publication + 1,
			personId: actor.kind === "person" ? actor.personId : null,
			byName,
		},
		{ title: round.name },
	);
	await recordEffort(work, { kind: "touch", what: "round-published", roundId });
	await record(work, {
		verb: "round.ask-publication",
		objectKind: "round",
		objectId: roundId,
		detail: { run: round.chosenRunId },
	});
	return done({ jobId });
}

export type Publishing = {
	readonly roundId: string;
	readonly runId: string;
	/** The number this publication gets: asked for twice, only the first goes through. */
	readonly publication: number;
	readonly personId: string | null;
	readonly byName: string;
};

/**
 * Publishes: placements made, those that have another place or none ended, everybody told, all in the caller's transaction.
 * Run as the system of the round's owner; quietly, nobody is told. Whatever has changed since the run, so that the plan no longer fits, refuses it.
 */
export async function publish(
	work: Work,
	organisationId: string,
	asked: Publishing,
	told: (done: number, of: number) => Promise<void>,
	{ quietly = false, mails = false }: { readonly quietly?: boolean } & Partial<Telling> = {},
): Promise<Outcome<{ roundId: string }, PublishRefusal>> {
	const round = await findRound(work, asked.roundId);
	const run = await findRun(work, asked.runId);
	if (!round || round.organisationId !== organisationId || !run) return refused("missing");
	if (round.publication !== asked.publication - 1) return refused("changed-by-another");
	if (run.supposed.length > 0) return refused("run-supposed");
	const ask = await askRun(work, run);
	if (!ask) return refused("run-not-done");
	const judged = await ask("publication", { ...(await readAsked(work, round, run)), write: true });
	const { changes } = judged;
	const { slices, gone, removed } = judged.writing ?? { slices: [], gone: [], removed: [] };
	if (judged.overbooked.length > 0) {
		const names = await nameOrganisations(
			work,
			judged.overbooked.flatMap(({ promisedTo }) => promisedTo ?? []),
		);
		const what = judged.overbooked.map(({ name, planned, most, promisedTo }) => {
			const others = promisedTo === null ? undefined : names.get(promisedTo)?.name;
			return `${name} (${planned} / ${most}${others === undefined ? "" : `; ${others}`})`;
		});
		return refused("run-outdated", { detail: { what: what.join(", ") } });
	}
	if (slices.length === 0 && removed.length === 0 && round.publication > 0) return refused("nothing-placed");
	const { byName } = asked;
	await store.supersede(work, round, gone, byName);
	const published = { round, runId: run.id, publication: asked.publication, byName };
	const fresh = slices.reduce((sum, { count }) => sum + count, 0);
	await store.insertPlacements(work, published, slices, (written) => told(written, fresh));
	await store.insertPublication(work, round, {
		...{ number: asked.publication, runId: run.id, personId: asked.personId, byName },
		changes,
		counted: await countRound(work, round),
	});
	await record(work, {
		verb: "round.publish",
		objectKind: "round",
		objectId: round.id,
		organisationId,
		detail: { ...changes, run: run.id, publication: asked.publication },
		...(asked.personId === null ? {} : { by: { personId: asked.personId, name: byName } }),
	});
	if (!quietly) {
		if ((await ask("about", null)).crosses)
			await enqueueJob(work, reasonsJob, { roundId: round.id, runId: run.id }, { title: round.name });
		await tellStudents(work, round, asked.publication, { mails });
		await tellWithoutPlace(work, round, removed, { mails });
		// A site nobody new comes to was asked before, and is not asked once more.
		await askSites(work, round, { publication: asked.publication }, { mails });
		await tellHosts(work, round, asked.publication, { mails });
	}
	return done({ roundId: round.id });
}
