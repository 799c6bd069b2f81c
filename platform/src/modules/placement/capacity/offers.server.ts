import type { Work } from "../../../database/work.server.ts";
import { searchWords } from "../../../geography/search.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { coordinatedBy } from "./asker.server.ts";
import { listCapacity } from "./collection.server.ts";
import type { Capacity, CapacityQuery, ListedOffer, Offer, OfferQuery } from "./contract.ts";
import { listOffers, listOffersOf } from "./store.server.ts";

const nothing: Page<ListedOffer> = { rows: [], total: 0 };

/** Published places everywhere, as far as the asker may see: what is kept for others is not shown. */
export async function listPublishedOffers(work: Work, query: OfferQuery): Promise<Page<ListedOffer>> {
	if (query.hostId !== undefined && !isId(query.hostId)) return nothing;
	return listOffers(work, null, { ...query, words: searchWords(query.search) });
}

/** The offers the organisation acted for keeps, published or not. */
export async function listOwnOffers(work: Work, query: OfferQuery): Promise<Page<ListedOffer>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined || (query.hostId !== undefined && !isId(query.hostId))) return nothing;
	return listOffers(work, organisationId, { ...query, words: searchWords(query.search) });
}

/** The offers of the capacity a list shows: what a coordinator keeps, or what is said at the units somebody leads. */
export async function listOffersOfCapacity(work: Work, query: CapacityQuery): Promise<readonly ListedOffer[]> {
	const { organisationId } = await mandateOf(work);
	const { offset: _offset, pageSize: _pageSize, sort: _sort, ...narrowed } = query;
	const capacityIds = (await listCapacity(work, narrowed)).rows.map(({ id }) => id);
	if (organisationId === null || capacityIds.length === 0) return [];
	return (await listOffers(work, organisationId, { capacityIds, words: [] })).rows;
}

/** A page of the capacity a list shows, each with the offers that are its answer: none where nobody has answered. */
export async function listWithOffers(
	work: Work,
	query: CapacityQuery,
): Promise<Page<Capacity & { readonly offers: readonly Offer[] }>> {
	const { organisationId } = await mandateOf(work);
	const { rows, total } = await listCapacity(work, query);
	if (organisationId === null || rows.length === 0) return { rows: [], total };
	const offers = new Map<string, Offer[]>(rows.map(({ id }) => [id, []]));
	for (const offer of await listOffersOf(work, organisationId, [...offers.keys()]))
		offers.get(offer.capacityId)?.push(offer);
	return { rows: rows.map((row) => ({ ...row, offers: offers.get(row.id) ?? [] })), total };
}
