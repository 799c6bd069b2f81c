import type { Measures, RunResult } from "./contract.ts";
import type { Frame } from "./facts.ts";
import { notKnown, notWished } from "./reach.ts";

type Placed = RunResult["plan"][number];

/** A plan of the engine's problem, per claim of the snapshot: the offer, the wish that was met, the way there. */
export function placedBy(frame: Frame, offerOf: (claim: number) => number): readonly Placed[] {
	const { snapshot, ground, reach, indexOfClaim, slotOf } = frame;
	return snapshot.claims.map(({ id }, claim) => {
		const at = offerOf(indexOfClaim[claim] ?? 0);
		const slot = at < 0 ? undefined : ground.slots[slotOf[at] ?? -1];
		if (slot === undefined) return { claim: id, offer: null, rank: null, minutes: null };
		const { rank, minutes } = reach.judge(claim, slot.site);
		return {
			claim: id,
			offer: snapshot.offers[slot.offer]?.id ?? null,
			rank: rank === notWished ? null : rank,
			minutes: minutes === notKnown ? null : minutes,
		};
	});
}

/** What a plan gives, in numbers. `places` are places at once, as offered. */
export function measuresOf(
	{ snapshot, ground }: Pick<Frame, "snapshot" | "ground">,
	plan: readonly Placed[],
): Measures {
	const { claims, offers, sites, periods, rules } = snapshot;
	const period = new Map(periods.map((row) => [row.id, row] as const));
	const siteOf = (offer: string) => sites[ground.siteOfOffer[ground.offerIndex.get(offer) ?? -1] ?? -1];
	const [byPriority, byRank, byInstitution] = [tally<number>(), tally<number | null>(), tally<string>()];
	const byMunicipality = new Map<string | null, { places: number; placed: number }>();
	for (const { siteId, places } of offers) {
		const municipality = sites[ground.siteIndex.get(siteId) ?? -1]?.municipality ?? null;
		const row = byMunicipality.get(municipality) ?? { places: 0, placed: 0 };
		row.places += places;
		byMunicipality.set(municipality, row);
	}
	const before = new Map(snapshot.previous.map(({ claim, offer }) => [claim, offer] as const));
	const floors = rules.floors.map((floor) => ({ ...floor, here: 0 }));
	let changed = 0;
	plan.forEach(({ claim, offer, rank }, index) => {
		const row = claims[index];
		const mine = period.get(row?.periodId ?? "");
		if (row === undefined || mine === undefined) return;
		const placed = offer !== null;
		byPriority.add(row.priority, placed);
		byInstitution.add(mine.institutionId, placed);
		const had = before.get(claim);
		if (had !== undefined && had !== offer) changed++;
		if (offer === null) return;
		byRank.add(rank, true);
		const municipality = siteOf(offer)?.municipality ?? null;
		const there = byMunicipality.get(municipality);
		if (there !== undefined) there.placed++;
		for (const floor of floors)
			if (
				floor.municipality === municipality &&
				(floor.profession ?? mine.profession) === mine.profession &&
				(floor.yearOfStudy ?? mine.yearOfStudy) === mine.yearOfStudy
			)
				floor.here++;
	});
	const last = Number.POSITIVE_INFINITY;
	return {
		claims: plan.length,
		placed: plan.filter(({ offer }) => offer !== null).length,
		byPriority: byPriority
			.rows()
			.sort((a, b) => a.key - b.key)
			.map(({ key, claims: all, placed }) => ({ priority: key, claims: all, placed })),
		byRank: byRank
			.rows()
			.sort((a, b) => (a.key ?? last) - (b.key ?? last))
			.map(({ key, placed }) => ({ rank: key, claims: placed })),
		minutes: quantiles(plan.flatMap(({ minutes }) => minutes ?? [])),
		changed,
		belowFloors: floors.reduce((sum, { least, here }) => sum + Math.max(0, least - here), 0),
		byMunicipality: [...byMunicipality]
			.map(([municipality, row]) => ({ municipality, ...row }))
			.sort((a, b) => ((a.municipality ?? "9999") < (b.municipality ?? "9999") ? -1 : 1)),
		byInstitution: byInstitution
			.rows()
			.sort((a, b) => (a.key < b.key ? -1 : 1))
			.map(({ key, claims: all, placed }) => ({ institutionId: key, claims: all, placed })),
	};
}

function tally<Key>() {
	const counts = new Map<Key, { claims: number; placed: number }>();
	return {
		add(key: Key, placed: boolean) {
			const row = counts.get(key) ?? { claims: 0, placed: 0 };
			row.claims++;
			if (placed) row.placed++;
			counts.set(key, row);
		},
		rows: () => [...counts].map(([key, row]) => ({ key, ...row })),
	};
}

function quantiles(minutes: readonly number[]): Measures["minutes"] {
	if (minutes.length === 0) return null;
	const inOrder = minutes.toSorted((a, b) => a - b);
	// The least value that at least that share of them do not exceed.
	const at = (share: number) => inOrder[Math.max(0, Math.ceil(share * inOrder.length) - 1)] ?? 0;
	const mean = inOrder.reduce((sum, value) => sum + value, 0) / inOrder.length;
	return { known: inOrder.length, mean: Math.round(mean * 10) / 10, median: at(0.5), ninetieth: at(0.9), most: at(1) };
}
