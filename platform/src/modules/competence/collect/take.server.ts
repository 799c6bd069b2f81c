import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { dayOf } from "../../../day.ts";
import { record } from "../../../identity/audit.server.ts";
import { defineText } from "../../../language.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { answerForUnit } from "../actual/service.server.ts";
import type { Need, NeedFacts } from "../need/contract.ts";
import { addNeed, changeNeed, removeNeed } from "../need/service.server.ts";
import { mayPlan } from "../rules.ts";
import { type OpenedAsked, openAsked } from "./answer.server.ts";
import type { CollectRefusal, SaidByUnit, SaidNeed } from "./contract.ts";
import { type Difference, differenceOf } from "./rules.ts";
import * as store from "./store.server.ts";

/** What goes into the numbers and needs with an answer, in the words of whoever takes it in. */
const words = defineText({
	nb: { source: (name: string) => `Enheten selv, ${name}`, reason: (name: string) => `Meldt av enheten, ${name}` },
	nn: { source: (name: string) => `Eininga sjølv, ${name}`, reason: (name: string) => `Meldt av eininga, ${name}` },
	en: { source: (name: string) => `The unit itself, ${name}`, reason: (name: string) => `Told by the unit, ${name}` },
});

export type Compared = OpenedAsked & { readonly said: SaidByUnit; readonly difference: Difference };

/** What a unit answered beside what is held, for whoever plans; undefined where it has not answered. */
export async function compareAsked(work: Work, askedId: string): Promise<Compared | undefined> {
	const opened = mayPlan(await mandateOf(work)) ? await openAsked(work, askedId) : undefined;
	const said = opened?.asked.said;
	return opened && said ? { ...opened, said, difference: differenceOf(said, opened.held) } : undefined;
}

/** Takes in what a unit answered, as it was looked at: its numbers count from the day it answered, and its needs are written. */
export async function takeIn(
	work: Work,
	askedId: string,
	version: number,
): Promise<Outcome<{ changes: number }, CollectRefusal>> {
	const compared = await compareAsked(work, askedId);
	if (!compared) return refused("not-answered");
	const { asked, collection, said, difference } = compared;
	const { unitId, answeredAt } = asked;
	if (answeredAt === null) return refused("not-answered");
	const text = words[work.actor.kind === "person" ? work.actor.language : "nb"];
	if (said.has.length > 0) {
		const facts = { asOf: dayOf(answeredAt), source: text.source(collection.name), rows: said.has };
		const written = await answerForUnit(work, unitId, facts);
		if (written.refused) return refusedAll(written.refused);
	}
	for (const { change, from, to } of difference.needs) {
		if (change === "same") continue;
		const facts = to && needOf(unitId, to, from, text.reason(collection.name));
		const written = !facts
			? from && (await removeNeed(work, from.id, from.version))
			: from
				? await changeNeed(work, from.id, { ...facts, version: from.version })
				: await addNeed(work, facts);
		if (written?.refused) return refusedAll(written.refused);
	}
	if (!(await store.markTaken(work, { ...collection, id: askedId }, version))) return refused("changed-by-another");
	await record(work, {
		...{ verb: "competence-collection.take", objectKind: "competence-collection", objectId: collection.id },
		detail: { changes: difference.changes },
	});
	return done({ changes: difference.changes });
}

/** A need as it stands with what the unit said of it; what the unit is not asked about stays. */
function needOf(unitId: string, to: SaidNeed, from: Need | null, reason: string): NeedFacts {
	const byUsers = to.positions === null;
	return {
		...{ unitId, entryId: to.entryId, basis: from?.basis ?? "task", growth: from?.growth ?? null },
		...{ fromDay: from?.fromDay ?? null, positions: to.positions, users: byUsers ? to.users : null },
		usersEach: byUsers ? (from?.usersEach ?? null) : null,
		reason: to.reason === "" ? (from?.reason ?? reason) : to.reason,
	};
}

/** Takes in every answer of a collection that has not been: all of them, or none. */
export async function takeInAll(
	work: Work,
	collectionId: string,
): Promise<Outcome<{ answers: number }, CollectRefusal>> {
	const asker = await mandateOf(work);
	const collection = isId(collectionId) && mayPlan(asker) ? await store.findCollection(work, collectionId) : undefined;
	if (collection?.organisationId !== asker.organisationId) return refused("missing");
	const waiting = await store.listAsked(
		work,
		sql`k.collection_id = ${collectionId} and k.answered_at is not null and k.taken_at is null`,
	);
	if (waiting.length === 0) return refused("not-answered");
	for (const { id, version } of waiting) {
		const taken = await takeIn(work, id, version);
		if (taken.refused) return taken;
	}
	return done({ answers: waiting.length });
}
