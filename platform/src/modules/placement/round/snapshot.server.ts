import type { Work } from "../../../database/work.server.ts";
import type { Snapshot } from "../allocate/contract.ts";
import { agreedPairs } from "./agreed.server.ts";
import type { Round } from "./contract.ts";
import * as store from "./snapshot.store.server.ts";

/**
 * Freezes all a run of a round is made from, as of this moment. Read it as the system, on behalf of the organisation that
 * runs the round: what other keepers have brought along is in it, names and reasons are not.
 */
export async function readSnapshot(work: Work, round: Round): Promise<Snapshot> {
	const periods = await store.snapshotPeriods(work, round);
	const offers = await store.snapshotOffers(work, round);
	const siteIds = [...new Set(offers.map((offer) => offer.siteId))].sort();
	const [sites, limits, load, claims, wishes, rules, locks, previous, declined] = [
		await store.snapshotSites(work, siteIds),
		grouped(await store.snapshotLimits(work, round, siteIds), "siteId"),
		grouped(await store.snapshotLoad(work, round, siteIds), "siteId"),
		await store.snapshotClaims(work, round),
		grouped(await store.snapshotWishes(work, round), "claimId"),
		grouped(await store.snapshotStudentRules(work, round), "studentId"),
		await store.snapshotLocks(work, round),
		await store.snapshotPrevious(work, round),
		await store.snapshotDeclined(work, round),
	];
	const known = new Set(claims.map((claim) => claim.id));
	const open = new Set(offers.map((offer) => offer.id));
	return {
		form: 1,
		periods,
		sites: sites.map(({ latitude, longitude, ...site }) => ({
			...site,
			at: placeOf(latitude, longitude),
			limits: limits.get(site.id) ?? [],
			load: load.get(site.id) ?? [],
			publicTransport: null,
		})),
		offers,
		claims: claims.map(({ latitude, longitude, arrivedAt, ...claim }) => ({
			...claim,
			from: placeOf(latitude, longitude),
			arrivedAt: arrivedAt.toISOString(),
			wishes: wishes.get(claim.id) ?? [],
			rules: rules.get(claim.studentId) ?? [],
		})),
		travel: [],
		agreements: round.rules.agreement === "ignore" ? null : await agreedPairs(work, periods, sites),
		forbidden: declined.filter(({ claim, offer }) => known.has(claim) && open.has(offer)),
		locks: locks.filter(({ claim, offer }) => known.has(claim) && open.has(offer)),
		previous: previous.filter(({ claim }) => known.has(claim)),
		rules: round.rules,
		wishesMost: round.wishesMost,
		seed: round.seed,
	};
}

function placeOf(latitude: number | null, longitude: number | null) {
	return latitude === null || longitude === null ? null : { latitude, longitude };
}

/** Rows by one of their columns, without it. */
function grouped<Row extends Record<Key, string>, Key extends keyof Row & string>(
	rows: readonly Row[],
	key: Key,
): Map<string, Omit<Row, Key>[]> {
	const groups = new Map<string, Omit<Row, Key>[]>();
	for (const row of rows) {
		const { [key]: owner, ...rest } = row;
		const group = groups.get(owner) ?? [];
		group.push(rest);
		groups.set(owner, group);
	}
	return groups;
}
