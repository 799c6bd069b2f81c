import type { Work } from "../../../database/work.server.ts";
import { missing } from "../../../visit.server.ts";
import type { Can } from "../rules.ts";
import { type Opened, openAgreement } from "../service.server.ts";

/** An agreement of which the asker may do one of these things now; else the page is not there. */
export async function openedFor(work: Work, agreementId: string, ...deeds: readonly (keyof Can)[]): Promise<Opened> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused || !deeds.some((deed) => opened.done.can[deed])) missing();
	return opened.done;
}

/** An agreement whose text the asker may write now. */
export function writableBy(work: Work, agreementId: string): Promise<Opened> {
	return openedFor(work, agreementId, "edit");
}
