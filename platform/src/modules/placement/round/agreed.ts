import type { RunResult, Snapshot } from "../allocate/contract.ts";

/** How many places, at how many hosts, lack an agreement. */
export type LackingAgreement = { readonly places: number; readonly hosts: number };

type Facts = Pick<Snapshot, "agreements" | "periods" | "sites" | "offers" | "claims">;

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
	const lacking = offers.flatMap(({ siteId, profession, reservedFor, places }) => {
		const hostId = hostOf.get(siteId);
		const lacks = wanting.some(
			(period) =>
				hostId !== undefined &&
				(profession === null || profession === period.profession) &&
				(reservedFor === null || reservedFor === period.institutionId) &&
				!agreed.has(key(period.institutionId, hostId)),
		);
		return lacks ? [{ hostId, places }] : [];
	});
	return counted(lacking);
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
			return [{ hostId, places: 1 }];
		}),
	);
}

function counted(
	lacking: readonly { readonly hostId: string | undefined; readonly places: number }[],
): LackingAgreement {
	return {
		places: lacking.reduce((sum, { places }) => sum + places, 0),
		hosts: new Set(lacking.map(({ hostId }) => hostId)).size,
	};
}
