import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayReadAll } from "../rules.ts";
import type { UsedAnswer, UsedAsk, UsedRefusal } from "./contract.ts";
import { usedPurpose } from "./purpose.ts";
import { resultsOf, type UsedResults } from "./rules.ts";
import * as store from "./store.server.ts";

export { linkToUsed, listUsedToGive } from "./give.server.ts";
export { usedPurpose } from "./purpose.ts";

/** What somebody is asked: for who holds its link, and nobody else. */
export async function readUsedAsk(work: Work, id: string): Promise<UsedAsk | undefined> {
	const { actor } = work;
	const isHeld = actor.kind === "link" && actor.purpose === usedPurpose && actor.objectId === id;
	return isHeld && isId(id) ? store.findAsk(work, id) : undefined;
}

/** Counts what was answered, apart from who. A link answers once. */
export async function answerUsed(work: Work, id: string, answer: UsedAnswer): Promise<Outcome<undefined, UsedRefusal>> {
	const ask = await readUsedAsk(work, id);
	if (!ask) return refused("missing");
	if (!(await store.countAnswer(work, ask, answer))) return refused("already-answered");
	await record(work, { verb: "competence-used.answer", objectKind: "competence-used", objectId: id });
	return done(undefined);
}

/** What was answered in the organisation acted for, as counts with small groups left out; undefined for who does not read all. */
export async function readUsedResults(work: Work): Promise<UsedResults | undefined> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayReadAll(asker)) return undefined;
	return resultsOf(await store.countAsked(work, organisationId), await store.countAnswers(work, organisationId));
}
