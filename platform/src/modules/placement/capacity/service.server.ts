/** The verbs and queries of sites, collections, capacity and load: what pages, the API and the other parts call. */

export {
	type AnswerPage,
	answerCapacity,
	capacityPurpose,
	enterCapacity,
	listInstitutions,
	readAnswerPage,
	stepCapacity,
} from "./answer.server.ts";
export { type Calendar, readCalendar } from "./calendar.server.ts";
export * from "./collection.server.ts";
export { type ImportedCapacity, type ImportedRow, takeInCapacity } from "./import.server.ts";
export * from "./load.server.ts";
export { listOwnOffers, listPublishedOffers } from "./offers.server.ts";
export * from "./site.server.ts";
