import { professionOf } from "./codes.ts";
import type { Offer, OfferInAnswer } from "./contract.ts";

/** An offer as a form of answers shows it and takes it back. */
export function asAnswer(offer: Offer): OfferInAnswer {
	const { id, profession, years, firstDay, lastDay, places, leastTogether, reservedFor } = offer;
	return {
		id,
		profession: professionOf(profession),
		years,
		firstDay,
		lastDay,
		places,
		leastTogether,
		reservedFor,
	};
}
