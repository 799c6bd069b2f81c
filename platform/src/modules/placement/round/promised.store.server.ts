import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Round } from "./contract.ts";
import type { AnsweredPlaces } from "./promised.ts";

/**
 * Places that orders have been answered with at some offers, in the days of a round, and that no placement of another
 * round has taken up already.
 */
export async function listAnsweredPlaces(
	work: Work,
	round: Round,
	offerIds: readonly string[],
): Promise<AnsweredPlaces[]> {
	const { rows } = await sql<AnsweredPlaces>`
		select * from (
			select n."offerId", n."siteId", n."institutionId", n."firstDay", n."lastDay", n.places - (
				select count(*) from placement.placement p
				where p.offer_organisation_id = n.keeper and p.offer_id = n."offerId" and p.institution_id = n."institutionId"
					and p.profession = n.profession and p.year_of_study = n.year and p.state not in ('cancelled', 'declined')
					and p.round_id <> ${round.id} and p.first_day <= n."lastDay" and p.last_day >= n."firstDay")::int places,
				exists (
					select from placement.round_period rp
					join placement.period e on e.organisation_id = rp.period_organisation_id and e.id = rp.period_id
					join placement.course c on c.organisation_id = e.organisation_id and c.id = e.course_id
					where rp.organisation_id = ${round.organisationId} and rp.round_id = ${round.id}
						and c.institution_id = n."institutionId" and c.profession = n.profession and c.year_of_study = n.year
						and e.first_day <= n."lastDay" and e.last_day >= n."firstDay") own
			from (
				select o.organisation_id keeper, o.id "offerId", o.site_id "siteId", q.institution_id "institutionId", q.profession,
					q.year_of_study "year", q.first_day "firstDay", q.last_day "lastDay", sum(a.places)::int places
				from placement.request_answer a
				join placement.offer o on o.organisation_id = a.offer_organisation_id and o.id = a.offer_id
				join placement.request q on q.organisation_id = a.organisation_id and q.id = a.request_id
				where a.offer_id = any(${[...offerIds]}::uuid[]) and q.state = 'answered'
					and q.first_day <= ${round.lastDay} and q.last_day >= ${round.firstDay}
				group by 1, 2, 3, 4, 5, 6, 7, 8
			) n
		) found where places > 0 order by "offerId", "institutionId", "firstDay", "lastDay", places`.execute(work.db);
	return rows;
}
