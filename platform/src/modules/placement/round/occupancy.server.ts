import type { Work } from "../../../database/work.server.ts";
import type { Snapshot } from "../allocate/contract.ts";
import type { Round } from "./contract.ts";
import * as store from "./snapshot.store.server.ts";

/** What the places of a round are full of, as of some moment: the part of a snapshot that says whether a plan still fits. */
export type Occupancy = {
	readonly claims: readonly Pick<Snapshot["claims"][number], "id" | "periodId">[];
	readonly periods: readonly Pick<Snapshot["periods"][number], "id" | "firstDay" | "lastDay">[];
	readonly offers: readonly Pick<Snapshot["offers"][number], "id" | "siteId" | "places">[];
	readonly sites: readonly Pick<Snapshot["sites"][number], "id" | "name" | "limits" | "load">[];
};

/** The same as the database writes JSON, one text for each list: parsed in a thread, so that it holds nobody up. */
export type OccupancyText = Pick<Occupancy, "periods"> &
	Readonly<Record<"claims" | "offers" | "sites" | "limits" | "load", string>>;

/** Read as `readSnapshot` is, without what the students wish: publishing asks nothing about it. */
export async function readOccupancy(work: Work, round: Round): Promise<OccupancyText> {
	const { text: offers, siteIds } = await store.occupiedOffers(work, round);
	return {
		offers,
		limits: await store.inText(work, store.limitsOf(round, siteIds)),
		load: await store.inText(work, store.loadOf(round, siteIds)),
		sites: await store.inText(work, store.sitesOf(siteIds)),
		claims: await store.inText(work, store.claimIdsOf(round)),
		periods: await store.snapshotPeriods(work, round),
	};
}
