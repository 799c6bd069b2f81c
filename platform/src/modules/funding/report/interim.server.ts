import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { tellApplicants } from "../apply/tell.server.ts";
import { nameOf, type OpenedAward, openAward } from "../award/service.server.ts";
import type { FundingRefusal } from "../contract.ts";
import type { InterimState } from "./codes.ts";
import type { Interim, ReportContent } from "./contract.ts";
import * as store from "./interim.store.server.ts";
import { interimPath } from "./path.ts";
import { factsOf, interimStateOf } from "./rules.ts";
import { reckon } from "./service.server.ts";

export type OpenedInterim = {
	readonly opened: OpenedAward;
	readonly interim: Interim;
	readonly state: InterimState;
	/** As it would be sent now, for who writes it; as it was sent, from then on. Null for others until then. */
	readonly content: ReportContent | null;
	readonly can: { readonly send: boolean; readonly answer: boolean };
};

/** The report underway of an award that is due on a day, for who keeps the award and who gave it. */
export async function openInterim(
	work: Work,
	awardId: string,
	dueOn: string,
): Promise<Outcome<OpenedInterim, FundingRefusal>> {
	const found = await openAward(work, awardId);
	if (found.refused) return found;
	const opened = found.done;
	if ((!opened.can.keep && !opened.can.give) || !/^\d{4}-\d{2}-\d{2}$/.test(dueOn)) return refused("missing");
	const interim = await store.findInterim(work, opened.award, dueOn);
	if (!interim) return refused("missing");
	const state = interimStateOf(interim);
	const can = { send: opened.can.keep && state === "draft", answer: opened.can.give && state === "sent" };
	return done({ opened, interim, state, can, content: can.send ? await soFar(work, opened) : interim.content });
}

/** All that is known of an award so far. What only a judgement can answer waits for the last report. */
async function soFar(work: Work, opened: OpenedAward): Promise<ReportContent> {
	const content = await reckon(work, opened, {});
	const fields = content.fields.filter(({ source }) => source !== "typed");
	return { ...content, fields, facts: factsOf(fields, content.lines), notAsked: [] };
}

/** Sends a report underway: the numbers as they now stand, and how it goes in the words of who received the award. */
export async function sendInterim(
	work: Work,
	awardId: string,
	dueOn: string,
	message: string,
): Promise<Outcome<undefined, FundingRefusal>> {
	const found = await openInterim(work, awardId, dueOn);
	if (found.refused) return found;
	const { can, content, opened } = found.done;
	if (!can.send || !content) return refused("not-allowed");
	const sent = { message, content, by: nameOf(work) };
	if (!(await store.sendInterim(work, opened.award, dueOn, sent))) return refused("changed-by-another");
	await record(work, {
		...{ verb: "funding-report.send-interim", objectKind: "funding-award", objectId: awardId, detail: { dueOn } },
	});
	return done(undefined);
}

/** Says that a report underway is read, with or without a word, on behalf of who gave the award. */
export async function answerInterim(
	work: Work,
	awardId: string,
	dueOn: string,
	answer: string,
): Promise<Outcome<undefined, FundingRefusal>> {
	const found = await openInterim(work, awardId, dueOn);
	if (found.refused) return found;
	const { can, opened } = found.done;
	if (!can.answer) return refused("not-allowed");
	const { award } = opened;
	if (!(await store.answerInterim(work, award, dueOn, { answer, by: nameOf(work) })))
		return refused("changed-by-another");
	await record(work, {
		...{ verb: "funding-report.read-interim", objectKind: "funding-award", objectId: awardId, detail: { dueOn } },
	});
	if (answer !== "")
		await tellApplicants(work, [award.organisationId], {
			...{ step: "interim-answered", title: award.title, by: award.issuerName },
			link: interimPath(awardId, dueOn),
		});
	return done(undefined);
}
