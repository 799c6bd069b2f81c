import type { Work } from "../../../database/work.server.ts";
import { done, type Outcome, type Refusal, refusedAll } from "../../../outcome.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { supposedField } from "./codes.ts";
import type { Round, SupposedAt, WhatIf } from "./contract.ts";
import { listAnsweredPlaces } from "./promised.store.server.ts";
import { withAnswered } from "./promised.ts";
import { snapshotPeriods } from "./snapshot.store.server.ts";
import { listOffersToSuppose, type OffersToSuppose, type OfferToSuppose } from "./supposed.store.server.ts";

/**
 * Offers of a round with the places a run would count there. Read it as the system on behalf of whoever runs the round: who
 * else has taken places is in rows of others, and only numbers come out.
 */
export async function offersToSuppose(work: Work, round: Round, query: OffersToSuppose): Promise<Page<OfferToSuppose>> {
	const { rows, total } = await listOffersToSuppose(work, round, query);
	const ids = rows.map(({ id }) => id);
	const institutions = new Set((await snapshotPeriods(work, round)).map(({ institutionId }) => institutionId));
	const { offers } = withAnswered(rows, await listAnsweredPlaces(work, round, ids), institutions);
	return { rows: offers, total };
}

/** What somebody wants to suppose, with what the sites are called; refused where the round has no such offer, or it not so many places. */
export async function judgeSupposed(
	work: Work,
	round: Round,
	asked: NonNullable<WhatIf["supposed"]>,
): Promise<Outcome<readonly SupposedAt[], "offer-unknown" | "fewer-than-none">> {
	if (asked.length === 0) return done([]);
	const offerIds = asked.map(({ offerId }) => offerId).filter(isId);
	const { rows } = await listOffersToSuppose(work, round, { offerIds });
	const known = new Map(rows.map((row) => [row.id, row]));
	const refusals = asked.flatMap(({ offerId, places }): Refusal<"offer-unknown" | "fewer-than-none">[] => {
		const offer = known.get(offerId);
		const field = supposedField(offerId);
		if (offer === undefined) return [{ code: "offer-unknown", field }];
		return offer.places + places < 0 ? [{ code: "fewer-than-none", field }] : [];
	});
	if (refusals.length > 0) return refusedAll(refusals);
	return done(
		asked.flatMap(({ offerId, places }) => {
			const offer = known.get(offerId);
			if (offer === undefined) return [];
			const { siteId, site, hostId, profession, years, firstDay, lastDay } = offer;
			return [{ offerId, places, siteId, site, hostId, profession, years, firstDay, lastDay }];
		}),
	);
}
