import type { Database, Reading, Work } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import type { Round } from "../round/contract.ts";
import { listMoves } from "../round/move.store.server.ts";
import { readOccupancy } from "../round/occupancy.server.ts";
import type { PublicationAsked, PublicationJudged } from "../round/opened/publication.ts";
import { askRunLater } from "../round/run.server.ts";
import { findRun, type RunHead } from "../round/run.store.server.ts";
import { editsOf } from "../round/run-view.server.ts";
import { findRound } from "../round/store.server.ts";
import { mayCoordinate } from "../rules.ts";
import { readUnchanged } from "./preview.store.server.ts";
import { endedInText, standingInText } from "./publication.store.server.ts";

/** A plan of more students than these that stands as it was published is judged anew only when somebody asks. */
const judgedAtOnce = 5000;

export type Preview = Omit<PublicationJudged, "writing"> & {
	readonly run: { readonly id: string; readonly name: string; readonly number: number };
	/** Whether it was looked at if every site still has room. */
	readonly judged: boolean;
};

/** What the thread that has a run needs to say what publishing it would do. Read as the system, because the students of all keepers count. */
export async function readAsked(work: Work, round: Round, run: RunHead): Promise<Omit<PublicationAsked, "write">> {
	return {
		edits: editsOf(await listMoves(work, run)),
		now: await readOccupancy(work, round),
		ended: await endedInText(work, round, run.createdAt),
		standing: await standingInText(work, round),
	};
}

/** A round whose plan the asker may publish, and the run chosen for it. */
export async function findToPublish(work: Work, roundId: string): Promise<{ round: Round; run: RunHead } | undefined> {
	const mandate = await mandateOf(work);
	const round = await findRound(work, roundId);
	if (!round?.chosenRunId || round.organisationId !== mandate.organisationId || !mayCoordinate(mandate))
		return undefined;
	if (isOver(round, work.today)) return undefined;
	const run = await findRun(work, round.chosenRunId);
	return run?.state === "done" ? { round, run } : undefined;
}

/**
 * What publishing the chosen run of a round would do; undefined where none is chosen, the round is over, or the asker may
 * not publish.
 * @param whole judges a large plan too that stands as it was published
 */
export async function previewPublication(
	reading: Reading,
	database: Database,
	roundId: string,
	whole = false,
): Promise<Preview | undefined> {
	const found = await reading((work) => findToPublish(work, roundId));
	if (!found) return undefined;
	const { round, run } = found;
	const head = { id: run.id, name: run.name, number: run.number };
	const asSystem: Reading = (work) => database.reading(system("placement preview", round.organisationId), work);
	if (!whole && round.publication > 0 && (run.claims ?? 0) > judgedAtOnce) {
		const standing = await asSystem((work) => readUnchanged(work, round, run));
		if (standing) return { run: head, ...standing, judged: false };
	}
	const asked = await asSystem((work) => readAsked(work, round, run));
	const ask = askRunLater(asSystem, run);
	if (!ask) return undefined;
	const { writing: _none, overbooked, ...judged } = await ask("publication", { ...asked, write: false });
	const names = await asSystem((work) =>
		nameOrganisations(
			work,
			overbooked.flatMap(({ promisedTo }) => promisedTo ?? []),
		),
	);
	return {
		run: head,
		...judged,
		overbooked: overbooked.map((one) => ({
			...one,
			promisedTo: one.promisedTo === null ? null : (names.get(one.promisedTo)?.name ?? null),
		})),
		judged: true,
	};
}

/** A published round whose days are past: nobody plans it any more. */
export function isOver(round: Pick<Round, "publication" | "lastDay">, today: string): boolean {
	return round.publication > 0 && round.lastDay < today;
}
