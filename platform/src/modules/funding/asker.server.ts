import type { Work } from "../../database/work.server.ts";
import { mandateOf } from "../organisation/service.server.ts";
import { mayApply, mayAsk, mayMakeCalls } from "./rules.ts";

/** What kind of organisation the actor acts for. */
async function kindOf(work: Work): Promise<string | null> {
	const { actor } = work;
	if (actor.kind === "person") return actor.organisationKind;
	if (actor.kind !== "system" || !actor.organisationId) return null;
	const found = await work.db
		.selectFrom("organisation.organisation")
		.select("kind")
		.where("id", "=", actor.organisationId)
		.executeTakeFirst();
	return found?.kind ?? null;
}

/** What the actor may do in the room. */
export async function mayOf(work: Work) {
	const asker = await mandateOf(work);
	return {
		organisationId: asker.organisationId,
		makeCalls: mayMakeCalls(asker, await kindOf(work)),
		apply: mayApply(asker),
		ask: mayAsk(asker),
	};
}

/** The organisation on whose behalf the actor makes calls; null where they may not. */
export async function giverOf(work: Work): Promise<string | null> {
	const may = await mayOf(work);
	return may.makeCalls ? may.organisationId : null;
}
