import type { Work } from "../../database/work.server.ts";
import { listAgreedPairs } from "./gate.store.server.ts";

/** An institution and a host of placements. */
export type PlacementPair = { readonly institutionId: string; readonly hostId: string };

/** A pair with the agreement on placements that holds between them. */
export type AgreedPair = PlacementPair & { readonly agreementId: string; readonly title: string };

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
