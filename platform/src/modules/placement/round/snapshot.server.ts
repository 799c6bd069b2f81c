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

/** What the places of a round are full of, as of this moment: the part of a snapshot that says whether a plan still fits. */
export type Occupancy = {
	readonly claims: readonly Pick<Snapshot["claims"][number], "id" | "periodId">[];
	readonly periods: readonly Pick<Snapshot["periods"][number], "id" | "firstDay" | "lastDay">[];
	readonly offers: readonly Pick<Snapshot["offers"][number], "id" | "siteId" | "places">[];
	readonly sites: readonly Pick<Snapshot["sites"][number], "id" | "name" | "limits" | "load">[];
};

/** Read as `readSnapshot` is, without what the students wish: publishing asks nothing about it. */
export async function readOccupancy(work: Work, round: Round): Promise<Occupancy> {
	const offers = await store.snapshotOffers(work, round);
	const siteIds = [...new Set(offers.map((offer) => offer.siteId))].sort();
	const limits = grouped(await store.snapshotLimits(work, round, siteIds), "siteId");
	const load = grouped(await store.snapshotLoad(work, round, siteIds), "siteId");
	return {
		offers,
		sites: (await store.snapshotSites(work, siteIds)).map(({ id, name }) => ({
			...{ id, name, limits: limits.get(id) ?? [], load: load.get(id) ?? [] },
		})),
		claims: await store.snapshotClaimIds(work, round),
		periods: await store.snapshotPeriods(work, round),
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
