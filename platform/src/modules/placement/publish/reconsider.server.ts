import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { recordEffort } from "../effort.server.ts";
import type { PublishRefusal, ReconsiderationAnswer } from "./contract.ts";
import { refuseReconsideration } from "./reconsider.ts";
import { readPlacement } from "./service.server.ts";
import { insertEvent, updateAnswer } from "./store.server.ts";
import { askToTell } from "./told.server.ts";

/**
 * The institution answers a student who asks for reconsideration. Granted, the next run finds the student another site,
 * and the place is kept until that is published; refused, the place stands, and the student reads why. Another answer can
 * be given until the placement is over.
 */
export async function answerReconsideration(
	work: Work,
	id: string,
	answer: ReconsiderationAnswer,
	byName: string,
): Promise<Outcome<undefined, PublishRefusal>> {
	const page = await readPlacement(work, id);
	if (!page) return refused("missing");
	const { placement } = page;
	const refusal = refuseReconsideration(placement, answer);
	if (refusal) return refusedAll([refusal]);
	if (!page.can.reconsider) return refused("not-allowed");
	const written = await updateAnswer(work, placement, answer.version, {
		reconsidered: answer.decision,
		reconsidered_reason: answer.reason,
		reconsidered_at: work.now,
		reconsidered_by: byName,
	});
	if (!written) return refused("changed-by-another");
	const verb = answer.decision === "granted" ? "grant-reconsideration" : "refuse-reconsideration";
	await insertEvent(work, placement, { byName, bySide: "institution", verb, reason: answer.reason });
	await askToTell(work, placement, "reconsidered", "institution");
	await recordEffort(work, { kind: "touch", what: "reconsideration-answered", roundId: placement.roundId });
	await record(work, {
		...{ verb: `placement.${verb}`, objectKind: "placement", objectId: placement.id },
		aboutPersonId: placement.personId,
	});
	return done(undefined);
}
