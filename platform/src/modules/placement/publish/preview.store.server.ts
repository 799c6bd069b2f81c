import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Round } from "../round/contract.ts";
import type { RunHead } from "../round/run.store.server.ts";

/**
 * How a plan stands that was published as it is, counted without opening it; undefined where another run was published
 * last, somebody has moved since, or a student who has withdrawn still has the place: then it has to be judged.
 */
export async function readUnchanged(work: Work, round: Round, run: Pick<RunHead, "id" | "createdAt">) {
	const of = (alias: string) => sql`${sql.ref(`${alias}.round_owner_id`)} = ${round.organisationId}
		and ${sql.ref(`${alias}.round_id`)} = ${round.id}`;
	const { rows } = await sql<{ claims: number; kept: number; removed: number; withdrawn: number; ended: number }>`
		select
			(select count(*)::int from placement.claim c where ${of("c")} and c.withdrawn_at is null) claims,
			(select count(*)::int from placement.placement p where ${of("p")} and p.state not in ('cancelled', 'declined')) kept,
			(select count(*)::int from placement.placement p
				join placement.claim c on c.organisation_id = p.organisation_id and c.id = p.claim_id and c.withdrawn_at is not null
				where ${of("p")} and p.state not in ('cancelled', 'declined')) removed,
			(select count(*)::int from placement.claim c where ${of("c")} and c.withdrawn_at >= ${run.createdAt}
				and exists (select from placement.placement p where p.organisation_id = c.organisation_id and p.claim_id = c.id)) withdrawn,
			(select count(distinct p.claim_id)::int from placement.placement p
				join placement.claim c on c.organisation_id = p.organisation_id and c.id = p.claim_id and c.withdrawn_at is null
				where ${of("p")} and p.state in ('cancelled', 'declined')
					and exists (select from placement.event e where e.organisation_id = p.organisation_id and e.placement_id = p.id
						and e.verb in ('decline', 'cancel') and e.at >= ${run.createdAt})
					and not exists (select from placement.placement s where s.organisation_id = p.organisation_id
						and s.claim_id = p.claim_id and s.state not in ('cancelled', 'declined'))) ended
		from placement.publication u
		where u.organisation_id = ${round.organisationId} and u.round_id = ${round.id} and u.number = ${round.publication}
			and u.run_id = ${run.id} and not exists (select from placement.move m where m.organisation_id = u.organisation_id
				and m.run_id = u.run_id and (m.moved_at > u.published_at or m.undone_at > u.published_at))`.execute(work.db);
	const [found] = rows;
	if (!found || found.removed > 0) return undefined;
	const { claims, kept, withdrawn, ended } = found;
	return {
		changes: { added: 0, changed: 0, removed: 0, kept },
		...{ withdrawn, ended, overbooked: [], unplaced: claims - kept },
	};
}
