import type { Work } from "../../../database/work.server.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { coordinatedBy, wordsOf } from "./asker.server.ts";
import type { ListedOffer, OfferQuery } from "./contract.ts";
import { listOffers } from "./store.server.ts";

const nothing: Page<ListedOffer> = { rows: [], total: 0 };

/** Published places everywhere, as far as the asker may see: what is kept for others is not shown. */
export async function listPublishedOffers(work: Work, query: OfferQuery): Promise<Page<ListedOffer>> {
	if (query.hostId !== undefined && !isId(query.hostId)) return nothing;
	return listOffers(work, null, { ...query, words: wordsOf(query.search) });
}

/** The offers the organisation acted for keeps, published or not. */
export async function listOwnOffers(work: Work, query: OfferQuery): Promise<Page<ListedOffer>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined || (query.hostId !== undefined && !isId(query.hostId))) return nothing;
	return listOffers(work, organisationId, { ...query, words: wordsOf(query.search) });
}
