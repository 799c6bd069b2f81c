import type { Work } from "../../../database/work.server.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { listWaiting } from "./list.store.server.ts";
import { mayHoldHearings } from "./rules.ts";
import { hearingText } from "./text.ts";

/** Input to give; and for those who keep hearings, input to answer and hearings to close. */
export async function findWaitingHearings(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person") return [];
	const { personId } = actor;
	const keeps = mayHoldHearings({ ...(await mandateOf(work)), personId });
	const text = hearingText[actor.language].waiting;
	const rows = await listWaiting(work, { organisationId: keeps ? actor.organisationId : null, personId });
	return rows.map(({ kind, id, title, lastDay }) => ({
		...{ key: `hearing.${kind}.${id}`, title: text[kind](title), path: `/hearings/${id}` },
		urgency: kind === "give" && lastDay === work.today ? ("now" as const) : ("soon" as const),
		...(kind === "give" ? { dueOn: lastDay } : {}),
	}));
}
