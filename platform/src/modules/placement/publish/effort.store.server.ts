import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Kept } from "../round/contract.ts";

/** Where effort was spent: on the round itself, on the collections its places came from, on the requests for them. */
export type EffortSource = "round" | "capacity" | "request";
export type EffortSum = { readonly messages: number; readonly touches: number; readonly organisations: number };

/**
 * What a round has taken of everybody who had a part in it, what it is made of, and hours from the round was made to each
 * standing placement was confirmed (null: not yet).
 */
export async function readEffort(work: Work, round: Kept) {
	const spent = await sql<EffortSum & { source: EffortSource | "all" }>`
		select * from placement.effort_of_round(${round.organisationId}, ${round.id})`.execute(work.db);
	const { rows } = await sql<{
		institutions: number;
		hosts: number;
		sites: number;
		placed: number;
		waits: (number | null)[];
	}>`
		select count(distinct s.institution_id)::int institutions, count(distinct s.host_id)::int hosts,
			count(distinct s.site_id)::int sites, count(*)::int placed,
			coalesce(array_agg((extract(epoch from s.host_answered_at - r.created_at) / 3600)::float8)
				filter (where s.id is not null), '{}') waits
		from placement.placement s
		join placement.round r on r.organisation_id = s.round_owner_id and r.id = s.round_id
		where s.round_owner_id = ${round.organisationId} and s.round_id = ${round.id} and s.state not in ('cancelled', 'declined')`.execute(
		work.db,
	);
	const nothing: EffortSum = { messages: 0, touches: 0, organisations: 0 };
	const sums = new Map(spent.rows.map(({ source, ...sum }) => [source, sum]));
	const of = (source: EffortSource | "all") => sums.get(source) ?? nothing;
	return {
		...(rows[0] ?? { institutions: 0, hosts: 0, sites: 0, placed: 0, waits: [] }),
		spent: { all: of("all"), round: of("round"), capacity: of("capacity"), request: of("request") },
	};
}

/**
 * How many standing placements of a round are at places whoever runs it has entered without asking anybody here: what was
 * sent to hear of them, was sent elsewhere.
 */
export async function countUnasked(work: Work, round: Kept): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::int count from placement.placement s
		join placement.offer o on o.organisation_id = s.offer_organisation_id and o.id = s.offer_id
		left join placement.capacity c on c.organisation_id = o.organisation_id and c.id = o.capacity_id
		where s.round_owner_id = ${round.organisationId} and s.round_id = ${round.id} and s.state not in ('cancelled', 'declined')
			and o.organisation_id = ${round.organisationId} and c.collection_id is null
			and not exists (select from placement.request q
				where q.organisation_id = s.organisation_id and q.period_id = s.period_id and q.host_id = s.host_id)
			and not exists (select from placement.request_answer n
				where n.offer_organisation_id = o.organisation_id and n.offer_id = o.id)`.execute(work.db);
	return rows[0]?.count ?? 0;
}

/**
 * What of a round's effort the asker spent themselves: written in the transaction their entry in the log was, which has
 * the same moment. Nobody sees another's.
 */
export async function readOwnEffort(work: Work, round: Kept): Promise<Omit<EffortSum, "organisations">> {
	const { actor } = work;
	if (actor.kind !== "person") return { messages: 0, touches: 0 };
	const { rows } = await sql<Omit<EffortSum, "organisations">>`
		with standing as (
			select s.* from placement.placement s
			where s.round_owner_id = ${round.organisationId} and s.round_id = ${round.id} and s.state not in ('cancelled', 'declined')
		)
		select coalesce(sum(e.times) filter (where e.kind = 'message'), 0)::int messages,
			coalesce(sum(e.times) filter (where e.kind = 'touch'), 0)::int touches
		from placement.effort e
		where e.organisation_id = ${actor.organisationId}
			and exists (select from audit.entry a
				where a.organisation_id = e.organisation_id and a.at = e.at and a.person_id = ${actor.personId})
			and (e.round_id = ${round.id}
				or e.collection_id in (select c.collection_id from standing s
					join placement.offer o on o.organisation_id = s.offer_organisation_id and o.id = s.offer_id
					join placement.capacity c on c.organisation_id = o.organisation_id and c.id = o.capacity_id
					where c.organisation_id = e.organisation_id)
				or e.request_id in (select q.id from standing s
					join placement.request q on q.organisation_id = s.organisation_id and q.period_id = s.period_id and q.host_id = s.host_id)
				or e.request_id in (select n.request_id from standing s
					join placement.request_answer n on n.offer_organisation_id = s.offer_organisation_id and n.offer_id = s.offer_id))`.execute(
		work.db,
	);
	return rows[0] ?? { messages: 0, touches: 0 };
}
