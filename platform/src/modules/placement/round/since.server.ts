import type { Database, Reading, Work } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import type { SnapshotOffer } from "../allocate/contract.ts";
import { grouped } from "../allocate/frozen.ts";
import type { Round } from "./contract.ts";
import { type PlacesInText, readPlaces } from "./occupancy.server.ts";
import type { PlacesNow, SiteSince } from "./opened/since.ts";
import { listAnsweredPlaces } from "./promised.store.server.ts";
import { withAnswered } from "./promised.ts";
import type { Standing } from "./run-view.server.ts";
import * as store from "./snapshot.store.server.ts";
import { findRound } from "./store.server.ts";

/** Reads as the system on behalf of whoever runs the round: who else has taken places is in rows of others, and only numbers come out. */
export function placesReader(database: Database, organisationId: string): Reading {
	return (work) => database.reading(system("placement board", organisationId), work);
}

/**
 * Of some sites of a run, those with other places now than it was made from.
 * @param asSystem see `placesReader`
 * @param about for whom free places are counted: students of a course, or one claim; all without
 */
export async function readSince(
	asSystem: Reading,
	{ ask, run, edits }: Pick<Standing, "ask" | "run" | "edits">,
	siteIds: readonly string[],
	about: { readonly course?: string; readonly claim?: string } = {},
): Promise<Readonly<Record<string, SiteSince>>> {
	if (siteIds.length === 0) return {};
	const now = await asSystem(async (work) => {
		const round = await findRound(work, run.roundId);
		return round && readPlacesNow(work, round, siteIds);
	});
	return now === undefined ? {} : ask("since", { edits, now, ...about });
}

/** What every site of a run has room for now, as the database writes it: nationally 8,000, read in the thread. */
export function readPlacesOf(asSystem: Reading, run: Standing["run"]): Promise<PlacesInText | undefined> {
	return asSystem(async (work) => {
		const round = await findRound(work, run.roundId);
		if (!round) return undefined;
		const { siteIds: _siteIds, ...places } = await readPlaces(work, round);
		return places;
	});
}

async function readPlacesNow(work: Work, round: Round, siteIds: readonly string[]): Promise<PlacesNow> {
	const offers: readonly SnapshotOffer[] = await store.snapshotOffers(work, round, siteIds);
	const answered = await listAnsweredPlaces(
		work,
		round,
		offers.map(({ id }) => id),
	);
	const periods = await store.snapshotPeriods(work, round);
	const kept = withAnswered(offers, answered, new Set(periods.map(({ institutionId }) => institutionId)));
	const limits = grouped(await store.snapshotLimits(work, round, siteIds), "siteId");
	const load = grouped([...(await store.snapshotLoad(work, round, siteIds)), ...kept.load], "siteId");
	return {
		offers: kept.offers.map(({ id, places, promised }) => ({
			id,
			places,
			...(promised === undefined ? {} : { promised }),
		})),
		sites: siteIds.map((id) => ({ id, limits: limits.get(id) ?? [], load: load.get(id) ?? [] })),
	};
}
