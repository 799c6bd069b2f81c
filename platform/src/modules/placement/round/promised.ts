import type { SnapshotOffer } from "../allocate/contract.ts";
import { peakOf } from "../capacity/rules.ts";

/** Places at an offer that an order of an institution has been answered with, and that no placement has taken up. */
export type AnsweredPlaces = {
	readonly offerId: string;
	readonly siteId: string;
	readonly institutionId: string;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly places: number;
	/** Whether it was ordered for students like those of the round: it is the round that fills them. */
	readonly own: boolean;
};

/**
 * Offers of a round as orders have left them. What is promised for students of the round stays for their institution; what is
 * promised others is not the round's to give, and is learners at the site as far as the round knows.
 * @param institutions whose students are in the round; one alone needs nothing kept from others
 */
export function withAnswered<Offer extends Pick<SnapshotOffer, "id" | "places" | "reservedFor">>(
	offers: readonly Offer[],
	answered: readonly AnsweredPlaces[],
	institutions: ReadonlySet<string>,
): {
	readonly offers: readonly (Offer & Pick<SnapshotOffer, "promised">)[];
	readonly load: readonly { siteId: string; firstDay: string; lastDay: string; learners: number }[];
} {
	const byOffer = new Map<string, AnsweredPlaces[]>();
	for (const one of answered) byOffer.set(one.offerId, [...(byOffer.get(one.offerId) ?? []), one]);
	return {
		offers: offers.map((offer) => {
			const there = byOffer.get(offer.id) ?? [];
			const others = there.filter(({ own }) => !own).map((one) => ({ ...one, kind: "answer" as const, holder: "" }));
			const own = there.filter(({ own, institutionId }) => own && institutionId !== offer.reservedFor);
			const promised = own.map(({ institutionId, firstDay, lastDay, places }) => ({
				...{ institutionId, firstDay, lastDay, places },
			}));
			return {
				...offer,
				places: Math.max(0, offer.places - peakOf(others).places),
				...(institutions.size > 1 && promised.length > 0 ? { promised } : {}),
			};
		}),
		load: answered
			.filter(({ own }) => !own)
			.map(({ siteId, firstDay, lastDay, places }) => ({ siteId, firstDay, lastDay, learners: places })),
	};
}
