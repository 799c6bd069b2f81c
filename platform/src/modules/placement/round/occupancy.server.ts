import type { Work } from "../../../database/work.server.ts";
import type { Snapshot } from "../allocate/contract.ts";
import type { Round } from "./contract.ts";
import { listAnsweredPlaces } from "./promised.store.server.ts";
import type { AnsweredPlaces } from "./promised.ts";
import * as store from "./snapshot.store.server.ts";

/** What the places of a round are full of, as of some moment: the part of a snapshot that says whether a plan still fits. */
export type Occupancy = {
	readonly claims: readonly Pick<Snapshot["claims"][number], "id" | "periodId">[];
	readonly periods: readonly Pick<Snapshot["periods"][number], "id" | "institutionId" | "firstDay" | "lastDay">[];
	readonly offers: readonly Pick<Snapshot["offers"][number], "id" | "siteId" | "places" | "promised">[];
	readonly sites: readonly Pick<Snapshot["sites"][number], "id" | "name" | "limits" | "load">[];
};

/** The same as the database writes JSON, one text for each list: parsed in a thread, so that it holds nobody up. */
export type OccupancyText = Pick<Occupancy, "periods"> & {
	/** Places orders have been answered with, as of now. */
	readonly answered: readonly AnsweredPlaces[];
} & Readonly<Record<"claims" | "offers" | "sites" | "limits" | "load", string>>;

/** The places of a round alone, without whom they are for. */
export type PlacesInText = Omit<OccupancyText, "claims" | "sites">;

/** Read as `readSnapshot` is, without what the students wish: publishing asks nothing about it. */
export async function readOccupancy(work: Work, round: Round): Promise<OccupancyText> {
	const { siteIds, ...places } = await readPlaces(work, round);
	return {
		...places,
		sites: await store.inText(work, store.sitesOf(siteIds, work.today)),
		claims: await store.inText(work, store.claimIdsOf(round)),
	};
}

/** What every place of a round is full of, and the sites they are at. */
export async function readPlaces(
	work: Work,
	round: Round,
): Promise<PlacesInText & { readonly siteIds: readonly string[] }> {
	const { text: offers, siteIds, offerIds } = await store.occupiedOffers(work, round);
	return {
		...{ offers, siteIds },
		answered: await listAnsweredPlaces(work, round, offerIds),
		limits: await store.inText(work, store.limitsOf(round, siteIds)),
		load: await store.inText(work, store.loadOf(round, siteIds)),
		periods: await store.snapshotPeriods(work, round),
	};
}
