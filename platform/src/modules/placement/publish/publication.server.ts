import type { Database, Work } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { record } from "../../../identity/audit.server.ts";
import { enqueueJob } from "../../../job/service.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { mean, type Statistic } from "../../../statistic/statistic.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import type { RunResult } from "../allocate/contract.ts";
import { recordEffort } from "../effort.server.ts";
import type { Kept, Round } from "../round/contract.ts";
import { listMoves } from "../round/move.store.server.ts";
import { askRun } from "../round/run.server.ts";
import { findRun, type RunHead } from "../round/run.store.server.ts";
import { editsOf } from "../round/run-view.server.ts";
import { readOccupancy } from "../round/snapshot.server.ts";
import { findRound } from "../round/store.server.ts";
import { mayCoordinate } from "../rules.ts";
import type { Publication, PublicationChanges, PublishRefusal } from "./contract.ts";
import { usualEffort } from "./effort.ts";
import { publishJob } from "./jobs.server.ts";
import { readUnreached, type Unreached } from "./lists.store.server.ts";
import { comparePlans, overbooked } from "./rules.ts";
import * as store from "./store.server.ts";
import { askSites, tellStudents, tellWithoutPlace } from "./tell.server.ts";

export type Preview = {
	readonly run: { readonly id: string; readonly name: string; readonly number: number };
	readonly changes: PublicationChanges;
	/** Students who have been withdrawn since the run: their planned places stay free. */
	readonly withdrawn: number;
	/** Planned places that have been declined or cancelled since the run: they are not published once more. */
	readonly ended: number;
	/** Sites the plan would fill beyond what they can take today. */
	readonly overbooked: readonly {
		readonly siteId: string;
		readonly name: string;
		readonly most: number;
		readonly planned: number;
	}[];
	/** Students of the round who are left without a place, those who have come since the run too. */
	readonly unplaced: number;
};

type Judged = {
	readonly plan: RunResult["plan"];
	readonly preview: Omit<Preview, "run">;
	readonly compared: ReturnType<typeof comparePlans>;
};

/** What publishing a run would do now. Read as the system, because the students of all keepers count. */
async function judge(work: Work, round: Round, run: RunHead): Promise<Outcome<Judged, PublishRefusal>> {
	const ask = await askRun(work, run);
	if (!ask) return refused("run-not-done");
	const moved = await ask("plan", { edits: editsOf(await listMoves(work, run)) });
	const now = await readOccupancy(work, round);
	const there = new Set(now.claims.map(({ id }) => id));
	const ended = new Map<string, Set<string>>();
	for (const { claim, offer } of await store.listEnded(work, round, run.createdAt))
		ended.set(claim, (ended.get(claim) ?? new Set<string>()).add(offer));
	const isEnded = ({ claim, offer }: { claim: string; offer: string | null }) =>
		offer !== null && there.has(claim) && ended.get(claim)?.has(offer) === true;
	const plan = moved
		.filter(({ claim }) => there.has(claim))
		.map((row) => (isEnded(row) ? { ...row, offer: null, rank: null, minutes: null } : row));
	const placed = plan.filter(({ offer }) => offer !== null);
	const open = new Set(now.offers.map(({ id }) => id));
	// Only what is gone has to be named from the facts of the run.
	const gone = placed.flatMap(({ offer }) => (offer !== null && !open.has(offer) ? [offer] : []));
	const before = gone.length === 0 ? {} : await ask("sitesOf", { offers: gone });
	const standing = await store.listStanding(work, round);
	const compared = comparePlans(plan, standing);
	return done({
		plan,
		compared,
		preview: {
			changes: compared.changes,
			withdrawn: moved.filter(({ claim, offer }) => offer !== null && !there.has(claim)).length,
			ended: moved.filter(isEnded).length,
			overbooked: overbooked(now, placed, before),
			unplaced: now.claims.length - placed.length,
		},
	});
}

/** What publishing the chosen run of a round would do; undefined where none is chosen, or the asker may not publish. */
export async function previewPublication(
	work: Work,
	database: Database,
	roundId: string,
): Promise<Preview | undefined> {
	const mandate = await mandateOf(work);
	const round = await findRound(work, roundId);
	if (!round?.chosenRunId || round.organisationId !== mandate.organisationId || !mayCoordinate(mandate))
		return undefined;
	const run = await findRun(work, round.chosenRunId);
	if (run?.state !== "done") return undefined;
	const judged = await database.reading(system("placement preview", round.organisationId), (inner) =>
		judge(inner, round, run),
	);
	return judged.done && { run: { id: run.id, name: run.name, number: run.number }, ...judged.done.preview };
}

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
	{ quietly = false }: { readonly quietly?: boolean } = {},
): Promise<Outcome<{ roundId: string }, PublishRefusal>> {
	const round = await findRound(work, asked.roundId);
	const run = await findRun(work, asked.runId);
	if (!round || round.organisationId !== organisationId || !run) return refused("missing");
	if (round.publication !== asked.publication - 1) return refused("changed-by-another");
	const judged = await judge(work, round, run);
	if (judged.refused) return judged;
	const { compared, preview, plan } = judged.done;
	if (preview.overbooked.length > 0)
		return refused("run-outdated", {
			detail: {
				what: preview.overbooked.map(({ name, planned, most }) => `${name} (${planned} / ${most})`).join(", "),
			},
		});
	const rows = new Map(plan.map((row) => [row.claim, row]));
	const fresh = [...compared.added, ...compared.changed].map(({ claim, offer }) => ({
		...{ claim, offer },
		rank: rows.get(claim)?.rank ?? null,
		minutes: rows.get(claim)?.minutes ?? null,
	}));
	if (fresh.length === 0 && compared.removed.length === 0 && round.publication > 0) return refused("nothing-placed");
	const { byName } = asked;
	const gone = [...compared.changed, ...compared.removed].map(({ claim }) => claim);
	await store.supersede(work, round, gone, byName);
	const published = { round, runId: run.id, publication: asked.publication, byName };
	await store.insertPlacements(work, published, fresh, (written) => told(written, fresh.length));
	await store.insertPublication(work, round, {
		...{ number: asked.publication, runId: run.id, personId: asked.personId, byName },
		changes: compared.changes,
	});
	await record(work, {
		verb: "round.publish",
		objectKind: "round",
		objectId: round.id,
		organisationId,
		detail: { ...compared.changes, run: run.id, publication: asked.publication },
		...(asked.personId === null ? {} : { by: { personId: asked.personId, name: byName } }),
	});
	if (!quietly) {
		await tellStudents(work, round, asked.publication);
		await tellWithoutPlace(
			work,
			round,
			compared.removed.map(({ claim }) => claim),
		);
		await askSites(work, round);
	}
	return done({ roundId: round.id });
}

/** A round's publications, newest first, how sites and students have answered, and what it has taken of people. */
export async function readPublications(
	work: Work,
	round: Kept,
): Promise<{
	readonly publications: readonly Publication[];
	readonly answers: store.AnswerCounts;
	/** Whom nobody could write to. */
	readonly unreached: Unreached;
	readonly effort: {
		/** Of everybody who had a part in it, and where it was spent. */
		readonly here: store.EffortSum;
		readonly spent: Readonly<Record<store.EffortSource, store.EffortSum>>;
		readonly usual: { readonly messages: number; readonly touches: number };
		readonly placed: number;
		/** Days from the round was made to the site confirmed, mean over the confirmed. */
		readonly days: Statistic;
	};
}> {
	const { spent, waits, ...size } = await store.readEffort(work, round);
	const base = { baseRule: "confirmed placements that stand", source: "placement.placement", date: work.today };
	return {
		publications: await store.listPublications(work, round),
		answers: await store.countAnswers(work, round),
		unreached: await readUnreached(work, round),
		effort: {
			...{ here: spent.all, spent, usual: usualEffort(size), placed: size.placed },
			days: mean(waits, base, "hours"),
		},
	};
}
