import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayReceiveStudents } from "../rules.ts";
import type { SiteEvaluation } from "./codes.ts";
import type { Evaluation, EvaluationAnswer, EvaluationRefusal } from "./contract.ts";
import { mayStillAnswer } from "./rules.ts";
import * as store from "./store.server.ts";

/** What links that ask how a placement was are for. */
export const evaluatePurpose = "placement-evaluate";

export type EvaluationPage = { readonly evaluation: Evaluation; readonly can: { readonly answer: boolean } };

/** What one student was asked of one placement: to that student alone, signed in or by the link they were asked by. */
export async function readEvaluation(work: Work, placementId: string): Promise<EvaluationPage | undefined> {
	const { actor } = work;
	const evaluation = isId(placementId) ? await store.findEvaluation(work, placementId) : undefined;
	if (!evaluation) return undefined;
	const isOwn =
		actor.kind === "link"
			? actor.purpose === evaluatePurpose && actor.objectId === placementId
			: actor.kind === "person" && actor.personId === evaluation.personId;
	return isOwn ? { evaluation, can: { answer: mayStillAnswer(evaluation, work.today) } } : undefined;
}

/** The student says how it was, or says it anew, until the time for it is over. */
export async function answerEvaluation(
	work: Work,
	placementId: string,
	answer: EvaluationAnswer,
): Promise<Outcome<undefined, EvaluationRefusal>> {
	const page = await readEvaluation(work, placementId);
	if (!page) return refused("missing");
	if (!page.can.answer) return refused("evaluation-over");
	if (!(await store.updateEvaluation(work, page.evaluation, answer))) return refused("changed-by-another");
	await record(work, {
		...{ verb: "placement.evaluate", objectKind: "placement", objectId: placementId },
		...{ organisationId: page.evaluation.organisationId, aboutPersonId: page.evaluation.personId },
	});
	return done(undefined);
}

export type SiteSaid = {
	readonly evaluation: SiteEvaluation | null;
	/** Null: not for the asker to read. */
	readonly remarks: readonly { readonly year: number; readonly remark: string }[] | null;
};

/** What students have said of one site, and what they have written, to those at the host and the institution who may read it. */
export async function readSaidOf(work: Work, siteId: string): Promise<SiteSaid> {
	const evaluation = (await store.readSiteEvaluations(work, [siteId])).get(siteId) ?? null;
	const reads = mayReceiveStudents(await mandateOf(work));
	return { evaluation, remarks: reads ? await store.listRemarks(work, siteId) : null };
}
