import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { mayKeepNetworks } from "../network/rules.ts";
import { listAwaited } from "./service.server.ts";
import { gatheringText } from "./text.ts";

/** Status cards to fill in before a gathering that is near, for those who answer for their organisation's membership. */
export async function findWaitingGatherings(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || actor.organisationId === null) return [];
	const { organisationId, language } = actor;
	const memberships = await rowsTogether<Parameters<typeof listAwaited>[1][number]>(
		work,
		sql`select n.organisation_id "organisationId", n.id, n.name, n.arena_id "arenaId", m.id "memberId" from development.network n
			join development.network_member m on m.organisation_id = n.organisation_id and m.network_id = n.id
			where n.ended_on is null and n.arena_id is not null and m.party_id = ${organisationId} and m.left_on is null
				and m.standing = 'member' order by n.id`,
	);
	const { waiting } = gatheringText[language];
	// A front page is asked for by everybody, and few answer for a membership: nothing is read of a network for the others.
	if (memberships.length === 0 || !mayKeepNetworks(await mandateOf(work))) return [];
	return (await listAwaited(work, memberships)).map(({ networkId, name, meetingId, dueOn }) => ({
		...{ key: `development.network-card.${meetingId}`, title: waiting.title(name), note: waiting.note },
		...{ path: `/development/networks/${networkId}/gatherings/${meetingId}/card`, urgency: "soon", dueOn },
	}));
}
