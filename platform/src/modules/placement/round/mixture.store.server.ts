import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { nameOf } from "../name.store.server.ts";
import type { Round } from "./contract.ts";

/** Sites of a round's hosts with places for several professions in its days, by host and name. */
export async function listSitesToMix(
	work: Work,
	round: Round,
): Promise<{ readonly id: string; readonly name: string; readonly hostName: string }[]> {
	const { rows } = await sql<{ id: string; name: string; hostName: string }>`
		select id, name, "hostName" from (
			select s.id, s.name, ${nameOf("s.host_id", work.today)} "hostName"
			from placement.round_party y
			join placement.offer o on o.host_id = y.party_id and o.first_day <= ${round.lastDay} and o.last_day >= ${round.firstDay}
			join placement.site s on s.organisation_id = o.organisation_id and s.id = o.site_id
			join placement.capacity k on k.organisation_id = o.organisation_id and k.id = o.capacity_id
			where y.organisation_id = ${round.organisationId} and y.round_id = ${round.id} and y.side = 'host'
				and (o.published or (o.organisation_id = ${round.organisationId} and k.state = 'approved'))
			group by s.id, s.name, s.host_id
			having count(distinct o.profession) > 1 or bool_or(o.profession is null)
		) found order by "hostName" collate house.norwegian, name collate house.norwegian, id`.execute(work.db);
	return rows;
}
