import type { Work } from "../../database/work.server.ts";
import { mandateOf } from "../organisation/service.server.ts";
import type { AgreedPair, NearPair, PlacementPair } from "./gate.store.server.ts";
import { listAgreedPairs, listNearPairs } from "./gate.store.server.ts";
import { mayKeepAgreements } from "./rules.ts";

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

/**
 * Of pairs that lack an agreement on placements, the one that comes nearest to holding, among those the asker may read, with
 * how it stands today: the reason it does not hold. And whether the asker may draw one up.
 */
export async function agreementsNear(
	work: Work,
	pairs: readonly PlacementPair[],
): Promise<{ readonly near: readonly NearPair[]; readonly mayDraft: boolean }> {
	if (pairs.length === 0) return { near: [], mayDraft: false };
	return { near: await listNearPairs(work, pairs), mayDraft: mayKeepAgreements(await mandateOf(work)) };
}
