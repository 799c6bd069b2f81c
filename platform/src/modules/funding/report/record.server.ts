import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { nameOf, openAward } from "../award/service.server.ts";
import type { FundingRefusal } from "../contract.ts";
import type { Carried } from "./contract.ts";
import * as store from "./store.server.ts";

/** Most awards a track record goes back. */
const most = 20;

/**
 * What became of the awards of an organisation, by its reports, with its own comment; the newest first. Who gives awards
 * reads those it gave, and no others.
 */
export async function readTrackRecord(work: Work, organisationId: string): Promise<readonly Carried[]> {
	const sent = await store.listSent(work, organisationId, most);
	if (sent.length === 0) return [];
	const comments = await store.listComments(work, organisationId);
	return sent.map(({ awardId, title, issuerName, content }) => {
		const sum = (field: "granted" | "spent" | "lost" | "returned" | "begun" | "completed" | "dropped") =>
			content.lines.reduce((total, line) => total + line[field], 0);
		return {
			...{ awardId, title, issuerName, asOf: content.asOf, comment: comments.get(awardId) ?? "" },
			...{ granted: sum("granted"), spent: sum("spent"), lost: sum("lost"), returned: sum("returned") },
			...{ begun: sum("begun"), completed: sum("completed"), dropped: sum("dropped") },
		};
	});
}

/** What who received an award says of what became of it; empty where it says nothing. */
export async function readComment(work: Work, awardId: string): Promise<string> {
	const opened = await openAward(work, awardId);
	if (opened.refused) return "";
	return (await store.listComments(work, opened.done.award.organisationId)).get(awardId) ?? "";
}

/** Says what became of an award, on behalf of who received it; saying nothing takes away what was said. */
export async function commentOnAward(
	work: Work,
	awardId: string,
	comment: string,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openAward(work, awardId);
	if (opened.refused) return opened;
	if (!opened.done.can.keep) return refused("not-allowed");
	await store.writeComment(work, opened.done.award, comment, nameOf(work));
	await record(work, { verb: "funding-award.comment", objectKind: "funding-award", objectId: awardId });
	return done(undefined);
}
