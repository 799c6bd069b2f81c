import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { foldedText } from "../../../geography/search.server.ts";
import type { Page } from "../../organisation/contract.ts";
import { nameOf } from "../name.store.server.ts";
import type { Round } from "./contract.ts";
import { offersOf } from "./snapshot.store.server.ts";

/** An offer of a round, as it can be supposed to have other places. */
export type OfferToSuppose = {
	readonly id: string;
	readonly siteId: string;
	readonly site: string;
	readonly hostId: string;
	readonly host: string;
	readonly profession: string | null;
	readonly years: readonly number[];
	readonly firstDay: string;
	readonly lastDay: string;
	readonly places: number;
	readonly reservedFor: string | null;
};

export const supposeOrders = ["site", "host", "places"] as const;

export type OffersToSuppose = {
	readonly words?: readonly string[];
	readonly offerIds?: readonly string[];
	readonly sort?: (typeof supposeOrders)[number];
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number;
};

/** Offers of a round that its students may have, with the places that are left for it, searched by site and host. */
export async function listOffersToSuppose(
	work: Work,
	round: Round,
	{ words = [], offerIds, sort = "site", descending = false, offset = 0, pageSize }: OffersToSuppose,
): Promise<Page<OfferToSuppose>> {
	const host = nameOf("s.host_id", work.today);
	const where = sql.join(
		[
			...words.map((word) => sql`(s.search_name like ${`%${word}%`} or ${foldedText(host)} like ${`%${word}%`})`),
			// What is for others than the round's students would change nothing.
			sql`exists (
				select from placement.round_period rp
				join placement.period p on p.organisation_id = rp.period_organisation_id and p.id = rp.period_id
				join placement.course c on c.organisation_id = p.organisation_id and c.id = p.course_id
				where rp.organisation_id = ${round.organisationId} and rp.round_id = ${round.id}
					and (q.profession is null or q.profession = c.profession) and (q.years = '{}' or c.year_of_study = any(q.years))
					and q."firstDay" <= p.last_day and q."lastDay" >= p.first_day)`,
			...(offerIds === undefined ? [] : [sql`q.id = any(${[...offerIds]}::uuid[])`]),
		],
		sql` and `,
	);
	const order = {
		site: sql`site collate house.norwegian`,
		host: sql`host collate house.norwegian`,
		places: sql`places`,
	};
	const { rows } = await sql<OfferToSuppose & { total: number }>`
		select * from (
			select q.*, s.name site, s.host_id "hostId", ${host} host, count(*) over ()::int total
			from (${offersOf(round)}) q join placement.site s on s.id = q."siteId" where ${where}) found
		order by ${order[sort]} ${descending ? sql`desc` : sql`asc`}, site collate house.norwegian, "firstDay", id
		limit ${pageSize ?? null} offset ${offset}`.execute(work.db);
	return { rows, total: rows[0]?.total ?? 0 };
}
