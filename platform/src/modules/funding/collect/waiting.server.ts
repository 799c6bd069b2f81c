import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { collectText } from "./text.ts";

/** What unit leaders are asked and have not answered. */
export async function findWaitingNeeds(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const { holdings } = await mandateOf(work);
	const units = holdings.flatMap(({ role, unitId }) => (role === "unit-leader" && unitId !== null ? [unitId] : []));
	if (units.length === 0) return [];
	const rows = await rowsTogether(
		work,
		sql<{ readonly id: string; readonly title: string; readonly answerBy: string }>`
		select k.id, c.title, c.answer_by "answerBy" from funding.asked k
		join funding.collection c on c.organisation_id = k.organisation_id and c.id = k.collection_id and c.closed_at is null
		where k.organisation_id = ${actor.organisationId} and k.unit_id = any(${units}::uuid[]) and k.answered_at is null
		order by c.answer_by limit 5`,
	);
	return rows.map(({ id, title, answerBy }) => ({
		key: `funding.need ${id}`,
		title: collectText[actor.language].waitingTitle(title),
		...{ path: `/funding/needs/${id}`, urgency: answerBy <= work.today ? "now" : "soon", dueOn: answerBy },
	}));
}
