import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { listAwaited } from "./service.server.ts";
import { gatheringText } from "./text.ts";

/** Status cards to fill in before a gathering that is near, for those who answer for their organisation's membership. */
export async function findWaitingGatherings(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const { organisationId, language } = actor;
	const networks = await rowsTogether<{ id: string }>(
		work,
		sql`select n.id from development.network n
			join development.network_member m on m.organisation_id = n.organisation_id and m.network_id = n.id
			where n.ended_on is null and n.arena_id is not null and m.party_id = ${organisationId} and m.left_on is null
				and m.standing = 'member' order by n.id`,
	);
	const { waiting } = gatheringText[language];
	const awaited = await listAwaited(
		work,
		networks.map(({ id }) => id),
	);
	return awaited.map(({ networkId, name, meetingId, dueOn }) => ({
		...{ key: `development.network-card.${meetingId}`, title: waiting.title(name), note: waiting.note },
		...{ path: `/development/networks/${networkId}/gatherings/${meetingId}/card`, urgency: "soon", dueOn },
	}));
}
