import type { Work } from "../../../database/work.server.ts";
import type { Snapshot, SnapshotOffer } from "../allocate/contract.ts";
import { frozen, type SnapshotRows } from "../allocate/frozen.ts";
import type { Supposed } from "../allocate/supposed.ts";
import { agreedPairs } from "./agreed.server.ts";
import type { Round } from "./contract.ts";
import { listAnsweredPlaces } from "./promised.store.server.ts";
import { withAnswered } from "./promised.ts";
import * as store from "./snapshot.store.server.ts";

/**
 * All a run of a round is made from, as of this moment, row by row. Read it as the system, on behalf of the organisation
 * that runs the round: what other keepers have brought along is in it, names and reasons are not.
 * @param supposed places added or taken away for this run alone
 */
export async function readSnapshotRows(
	work: Work,
	round: Round,
	supposed: readonly Supposed[] = [],
): Promise<SnapshotRows> {
	const periods = await store.snapshotPeriods(work, round);
	const { offers, load } = await openOffers(work, round, periods);
	const siteIds = [...new Set(offers.map((offer) => offer.siteId))].sort();
	const sites = await store.snapshotSites(work, siteIds);
	const { rules, wishesMost, seed } = round;
	return {
		...{ periods, offers, sites, round: [{ rules, wishesMost, seed, supposed }] },
		limits: await store.snapshotLimits(work, round, siteIds),
		load: [...(await store.snapshotLoad(work, round, siteIds)), ...load],
		claims: await store.snapshotClaims(work, round),
		wishes: await store.snapshotWishes(work, round),
		studentRules: await store.snapshotStudentRules(work, round),
		locks: await store.snapshotLocks(work, round),
		previous: await store.snapshotPrevious(work, round),
		declined: await store.snapshotDeclined(work, round),
		agreements: rules.agreement === "ignore" ? [] : await agreedPairs(work, periods, sites),
	};
}

/** The offers of a round as answered orders have left them, and who else comes to their sites because of those. */
async function openOffers(
	work: Work,
	round: Round,
	periods: readonly { readonly institutionId: string }[],
): Promise<ReturnType<typeof withAnswered<SnapshotOffer>>> {
	const offers = await store.snapshotOffers(work, round);
	const answered = await listAnsweredPlaces(
		work,
		round,
		offers.map(({ id }) => id),
	);
	return withAnswered(offers, answered, new Set(periods.map(({ institutionId }) => institutionId)));
}

/** The frozen facts of a round: of a large one they are better put together in a thread. */
export async function readSnapshot(work: Work, round: Round): Promise<Snapshot> {
	return frozen(await readSnapshotRows(work, round));
}
