import type { RunResult, Snapshot } from "../allocate/contract.ts";

/** An institution and a host that lack an agreement, and how many places or students it is about. */
export type LackingPair = { readonly institutionId: string; readonly hostId: string; readonly places: number };

/**
 * How many places, at how many hosts, lack an agreement, and between whom: most places first, no more than can be told. A
 * place that two institutions could use is one place, and is told of both pairs.
 */
export type LackingAgreement = {
	readonly places: number;
	readonly hosts: number;
	readonly pairs: readonly LackingPair[];
	/** Pairs that are not among those told. */
	readonly morePairs: number;
};

type Facts = Pick<Snapshot, "agreements" | "periods" | "sites" | "offers" | "claims">;

/** So many pairs are told; a national round could have thousands. */
const toldPairs = 30;

const key = (institutionId: string, hostId: string) => `${institutionId} ${hostId}`;

/**
 * Places offered by hosts that lack an agreement with an institution whose students the places are for. Null where the
 * round does not look at agreements.
 */
export function placesWithoutAgreement({ agreements, periods, sites, offers, claims }: Facts): LackingAgreement | null {
	if (agreements === null) return null;
	const agreed = new Set(agreements.map(({ institutionId, hostId }) => key(institutionId, hostId)));
	const hostOf = new Map(sites.map(({ id, hostId }) => [id, hostId]));
	const asked = new Set(claims.map(({ periodId }) => periodId));
	const wanting = periods.filter(({ id }) => asked.has(id));
	return counted(
		offers.flatMap(({ siteId, profession, reservedFor, places }) => {
			const hostId = hostOf.get(siteId);
			if (hostId === undefined) return [];
			const lacking = wanting.filter(
				(period) =>
					(profession === null || profession === period.profession) &&
					(reservedFor === null || reservedFor === period.institutionId) &&
					!agreed.has(key(period.institutionId, hostId)),
			);
			const institutionIds = [...new Set(lacking.map(({ institutionId }) => institutionId))];
			return institutionIds.length === 0 ? [] : [{ hostId, institutionIds, places }];
		}),
	);
}

/** Students a plan places at hosts that lack an agreement with their institution; null where the run did not look. */
export function studentsWithoutAgreement(
	{ agreements, periods, sites, offers, claims }: Facts,
	plan: RunResult["plan"],
): LackingAgreement | null {
	if (agreements === null) return null;
	const agreed = new Set(agreements.map(({ institutionId, hostId }) => key(institutionId, hostId)));
	const hostOf = new Map(sites.map(({ id, hostId }) => [id, hostId]));
	const hostOfOffer = new Map(offers.map(({ id, siteId }) => [id, hostOf.get(siteId)]));
	const institutionOf = new Map(periods.map(({ id, institutionId }) => [id, institutionId]));
	const claimed = new Map(claims.map(({ id, periodId }) => [id, institutionOf.get(periodId)]));
	return counted(
		plan.flatMap(({ claim, offer }) => {
			const [institutionId, hostId] = [claimed.get(claim), offer === null ? undefined : hostOfOffer.get(offer)];
			if (institutionId === undefined || hostId === undefined || agreed.has(key(institutionId, hostId))) return [];
			return [{ hostId, institutionIds: [institutionId], places: 1 }];
		}),
	);
}

function counted(
	lacking: readonly {
		readonly hostId: string;
		readonly institutionIds: readonly string[];
		readonly places: number;
	}[],
): LackingAgreement {
	const pairs = new Map<string, LackingPair>();
	for (const { hostId, institutionIds, places } of lacking)
		for (const institutionId of institutionIds) {
			const before = pairs.get(key(institutionId, hostId))?.places ?? 0;
			pairs.set(key(institutionId, hostId), { institutionId, hostId, places: before + places });
		}
	const sorted = [...pairs.values()].sort(
		(one, other) =>
			other.places - one.places ||
			one.hostId.localeCompare(other.hostId) ||
			one.institutionId.localeCompare(other.institutionId),
	);
	return {
		places: lacking.reduce((sum, { places }) => sum + places, 0),
		hosts: new Set(lacking.map(({ hostId }) => hostId)).size,
		pairs: sorted.slice(0, toldPairs),
		morePairs: Math.max(sorted.length - toldPairs, 0),
	};
}
