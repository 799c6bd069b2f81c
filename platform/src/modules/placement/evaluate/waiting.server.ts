import type { Work } from "../../../database/work.server.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { answerBy } from "./rules.ts";
import { listUnanswered } from "./store.server.ts";
import { evaluateText } from "./text.ts";

/** Placements that are over, which the student has been asked about. */
export async function findWaitingEvaluations(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person") return [];
	const rows = await listUnanswered(work, actor.personId);
	return rows.map(({ placementId, siteName, lastDay }) => ({
		...{ key: `placement.evaluate.${placementId}`, title: evaluateText[actor.language].waiting(siteName) },
		...{ path: `/placement/placements/${placementId}/evaluation`, urgency: "whenever", dueOn: answerBy({ lastDay }) },
	}));
}
