import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";

export type LostIn = { readonly id: string; readonly name: string; readonly students: number };

/**
 * Published rounds of an organisation, or one of them, with how many students have lost the place they were given and have
 * no other: the site said no, or it was cancelled, and they are still in the round.
 */
export async function listLost(work: Work, organisationId: string, roundId: string | null = null): Promise<LostIn[]> {
	const { rows } = await sql<LostIn>`
		select r.id, r.name, count(distinct p.claim_id)::int students
		from placement.round r
		join placement.placement p on p.round_owner_id = r.organisation_id and p.round_id = r.id
			and p.state in ('declined', 'cancelled') and p.last_day >= ${work.today}
		join placement.claim c on c.organisation_id = p.organisation_id and c.id = p.claim_id
			and c.withdrawn_at is null and c.round_id = r.id
		where r.organisation_id = ${organisationId} and r.state = 'published' and r.last_day >= ${work.today}
			and (${roundId}::uuid is null or r.id = ${roundId}::uuid)
			and not exists (select from placement.placement s where s.organisation_id = p.organisation_id
				and s.claim_id = p.claim_id and s.state not in ('declined', 'cancelled'))
		group by r.id, r.name order by r.name, r.id`.execute(work.db);
	return rows;
}
