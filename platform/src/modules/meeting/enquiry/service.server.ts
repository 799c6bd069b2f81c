import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { searchWords } from "../../../geography/search.ts";
import type { Page } from "../../organisation/contract.ts";
import { askerOf } from "../open.server.ts";
import type { EnquiryQuery, ListedEnquiry } from "./contract.ts";
import { maySee } from "./rules.ts";
import * as store from "./store.server.ts";

export {
	answerEnquiry,
	askBack,
	forwardEnquiry,
	refuseEnquiry,
	replyToEnquiry,
	takeEnquiry,
} from "./answer.server.ts";
export { enquiryPurpose, type OpenedEnquiry, openEnquiry, openEnquiryLink } from "./open.server.ts";
export { makeEnquiryLink, sendEnquiries, withdrawEnquiry } from "./send.server.ts";

/** What the organisation acted for asks, is asked, and is answered on behalf of, by page. */
export async function listEnquiries(work: Work, query: EnquiryQuery): Promise<Page<ListedEnquiry>> {
	const asker = await askerOf(work);
	if (asker.organisationId === null || !maySee(asker)) return { rows: [], total: 0 };
	const rows = await store.listEnquiries(work, asker.organisationId, { ...query, words: searchWords(query.search) });
	return { total: rows[0]?.total ?? 0, rows: rows.map(({ total, ...row }) => row) };
}

/** How enquiries of the last year were answered, by who was to answer; the organisation acted for first. */
export async function countAnswering(work: Work): Promise<readonly store.CountedReceiver[]> {
	const asker = await askerOf(work);
	if (asker.organisationId === null || !maySee(asker)) return [];
	return store.countAnswering(work, asker.organisationId, addDays(work.today, -365));
}

/** Arenas that answer for their parties, to choose from. */
export async function listSpeakingArenas(work: Work): Promise<readonly store.SpeakingArena[]> {
	return store.listSpeaking(work);
}
