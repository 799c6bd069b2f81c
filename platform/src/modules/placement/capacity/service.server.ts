/** The verbs and queries of sites, collections, capacity and load: what pages, the API and the other parts call. */

export {
	answerCapacity,
	capacityPurpose,
	enterCapacity,
	listInstitutions,
	readAnswerPage,
	stepCapacity,
} from "./answer.server.ts";
export { readCalendar } from "./calendar.server.ts";
export * from "./collection.server.ts";
export * from "./load.server.ts";
export { listOffersOfCapacity, listOwnOffers, listPublishedOffers, listWithOffers } from "./offers.server.ts";
export * from "./site.server.ts";
