import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { recordEffort } from "../effort.server.ts";
import type { Placement, PublishRefusal, ReconsiderationAnswer } from "./contract.ts";
import { listReached } from "./lists.store.server.ts";
import { refuseReconsideration } from "./reconsider.ts";
import { readPlacement } from "./service.server.ts";
import { insertEvent, updateAnswer } from "./store.server.ts";
import type { Telling } from "./tell.server.ts";
import { askToTell } from "./told.server.ts";

/**
 * The institution answers a student who asks for reconsideration. Granted, the next run finds the student another site,
 * and the place is kept until that is published; refused, the place stands, and the student reads why. Another answer can
 * be given until the placement is over. Tells how the student hears of it.
 */
export async function answerReconsideration(
	work: Work,
	id: string,
	answer: ReconsiderationAnswer,
	byName: string,
	telling: Telling,
): Promise<Outcome<{ told: StudentTold }, PublishRefusal>> {
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
	return done({ told: await howTold(work, placement, telling) });
}

/** How a student hears of an answer: in the inbox, by mail, or (`none`) only from whoever makes a link. */
export type StudentTold = "account" | "mail" | "none";

async function howTold(work: Work, { id, personId }: Placement, { mails }: Telling): Promise<StudentTold> {
	if (personId !== null) return "account";
	const email = (await listReached(work, [{ id }])).get(id)?.email ?? null;
	return mails && email !== null ? "mail" : "none";
}
