import type { Work } from "../../../database/work.server.ts";
import { agreementsBetween, type PlacementPair } from "../../agreement/service.server.ts";

/**
 * The pairs of institution and host of a round that have an agreement on placements in force on the first day of every
 * period of the institution. Read as the system: a round may be run by a third.
 */
export async function agreedPairs(
	work: Work,
	periods: readonly { readonly institutionId: string; readonly firstDay: string }[],
	sites: readonly { readonly hostId: string }[],
): Promise<readonly PlacementPair[]> {
	const hostIds = [...new Set(sites.map(({ hostId }) => hostId))];
	const lacking = new Set<string>();
	const agreed = new Map<string, PlacementPair>();
	for (const day of new Set(periods.map(({ firstDay }) => firstDay))) {
		const there = periods.filter(({ firstDay }) => firstDay === day).map(({ institutionId }) => institutionId);
		const pairs = [...new Set(there)].flatMap((institutionId) => hostIds.map((hostId) => ({ institutionId, hostId })));
		const found = new Set((await agreementsBetween(work, pairs, day)).map(keyOf));
		for (const pair of pairs)
			if (found.has(keyOf(pair))) agreed.set(keyOf(pair), pair);
			else lacking.add(keyOf(pair));
	}
	return [...agreed].filter(([key]) => !lacking.has(key)).map(([, pair]) => pair);
}

function keyOf({ institutionId, hostId }: PlacementPair): string {
	return `${institutionId} ${hostId}`;
}
