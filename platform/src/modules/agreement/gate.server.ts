import type { Work } from "../../database/work.server.ts";
import type { AgreedPair, PlacementPair } from "./gate.store.server.ts";
import { listAgreedPairs } from "./gate.store.server.ts";

/**
 * Of these pairs, those with an agreement on placements in force on a day (YYYY-MM-DD), among the agreements the asker
 * may read: both are parties, or the host is a member of a party, such as a regional council. An agreement is on
 * placements when it is a placement agreement, or has placements among its themes. Where there are several, the one
 * nearest to the work: a placement agreement first, then the newest. One query, however many pairs.
 */
export async function agreementsBetween(
	work: Work,
	pairs: readonly PlacementPair[],
	day: string,
): Promise<readonly AgreedPair[]> {
	return pairs.length === 0 ? [] : listAgreedPairs(work, pairs, day);
}
