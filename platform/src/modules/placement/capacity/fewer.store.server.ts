import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";

/**
 * Of placements `p`, a place the site has said it no longer has, by an answer later than what it had said it could take.
 * What is said anew of the capacity counts from then on.
 */
export const isFewer = sql`p.state = 'declined' and p.host_closes = 'place' and exists (
	select from placement.offer f
	join placement.capacity c on c.organisation_id = f.organisation_id and c.id = f.capacity_id
	where f.organisation_id = p.offer_organisation_id and f.id = p.offer_id
		and (c.answered_at is null or c.answered_at <= p.host_answered_at))`;

/** Places a site has said it no longer has on some days, in the answers to placements there; for no named student. */
export type Fewer = {
	readonly capacityId: string;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly places: number;
	/** The day it was last said, YYYY-MM-DD. */
	readonly saidOn: string;
};

/** Those of a site that still hold, the first days first. */
export async function listFewer(work: Work, siteId: string): Promise<readonly Fewer[]> {
	const { rows } = await sql<Fewer>`
		select o.capacity_id "capacityId", p.first_day "firstDay", p.last_day "lastDay", count(*)::int places,
			(max(p.host_answered_at) at time zone 'Europe/Oslo')::date "saidOn"
		from placement.placement p
		join placement.offer o on o.organisation_id = p.offer_organisation_id and o.id = p.offer_id
		where p.site_id = ${siteId} and p.last_day >= ${work.today} and ${isFewer}
		group by o.capacity_id, p.first_day, p.last_day order by p.first_day, p.last_day, o.capacity_id`.execute(work.db);
	return rows;
}
