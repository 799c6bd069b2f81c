import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import type { CapacityView, OfferInAnswer } from "./contract.ts";
import { asAnswer } from "./offer-in-answer.ts";
import * as store from "./store.server.ts";

/** Capacity a keeper wrote for a site that is asked itself: what its answer takes the place of, and what stands. */
export type Replaced = {
	readonly id: string;
	readonly version: number;
	readonly mostAtOnce: number | null;
	readonly supervisors: number | null;
	readonly gone: readonly store.OfferOf[];
	readonly left: readonly store.OfferOf[];
};

type Beside = {
	/** Only where the site is asked in a collection, and what was written is not published. */
	readonly replaced: readonly Replaced[];
	/** Places for the same days that are published already. */
	readonly published: readonly OfferInAnswer[];
};

/** What else there is of a site for the days of one of its capacities. */
export async function readBeside(work: Work, capacity: CapacityView): Promise<Beside> {
	const beside = await store.listBeside(work, capacity.organisationId, capacity);
	const isGone = ({ firstDay, lastDay }: store.OfferOf) => capacity.firstDay <= firstDay && lastDay <= capacity.lastDay;
	return {
		replaced: beside.flatMap(({ collectionId, published, offers, ...one }) => {
			if (capacity.collectionId === null || collectionId !== null || published) return [];
			const gone = offers.filter(isGone);
			return gone.length === 0 ? [] : [{ ...one, gone, left: offers.filter((offer) => !isGone(offer)) }];
		}),
		published: beside.filter(({ published }) => published).flatMap(({ offers }) => offers.map(asAnswer)),
	};
}

/** Takes away what the keeper had written for the days a site has now answered for itself. */
export async function replace(work: Work, capacity: CapacityView, replaced: readonly Replaced[]): Promise<void> {
	const { organisationId, siteId, hostId } = capacity;
	for (const { id, version, gone, left } of replaced) {
		const standing = left.map((offer) => ({ ...asAnswer(offer), id: offer.id }));
		await store.writeOffers(work, { organisationId, capacityId: id, siteId, hostId, published: false }, standing);
		await store.updateCapacity(work, { organisationId, id, version }, left.length === 0 ? { state: "none" } : {});
		await record(work, {
			...{ verb: "capacity.supersede", objectKind: "capacity", objectId: id, organisationId },
			detail: { by: capacity.id, offers: gone.length },
		});
	}
}
