import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import type { Standing } from "./codes.ts";
import { standingOn } from "./store.server.ts";

/** An institution and a host of placements. */
export type PlacementPair = { readonly institutionId: string; readonly hostId: string };

/** A pair with the agreement on placements that holds between them. */
export type AgreedPair = PlacementPair & { readonly agreementId: string; readonly title: string };

/** A pair with the agreement that comes nearest to holding between them, and why it does not. */
export type NearPair = AgreedPair & {
	readonly standing: Standing;
	/** When it begins, and the last day it holds; null where nobody has said. */
	readonly firstDay: string | null;
	readonly lastDay: string | null;
};

const onPlacements = sql`(a.kind = 'placement' or exists (select from agreement.theme t
	where t.organisation_id = a.organisation_id and t.agreement_id = a.id
		and t.theme in ('placements', 'interprofessional-practice')))`;

/** Each pair beside every one of the agreements that binds both: as a party itself, or the host as a member of a party. */
function boundBy(pairs: readonly PlacementPair[], agreements: RawBuilder<unknown>, day: string) {
	return sql`
		with pair as (
			select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as x("institutionId" uuid, "hostId" uuid)
		), one as materialized (${agreements}), bound as (
			select one.*, p.party_id bound_id from one
			join agreement.party p on p.organisation_id = one.organisation_id and p.agreement_id = one.id
		), host as (
			select b.id, b.bound_id host_id from bound b
			union
			select b.id, f.organisation_id from bound b
			join organisation.affiliation f on f.parent_id = b.bound_id and f.kind = 'member'
				and f.valid_from <= ${day} and (f.valid_to is null or f.valid_to >= ${day})
		), found as (
			select pair."institutionId", pair."hostId", b.*, b.id "agreementId"
			from pair
			join bound b on b.bound_id = pair."institutionId"
			join host on host.id = b.id and host.host_id = pair."hostId"
		)`;
}

/** Pairs with an agreement on placements that holds on a day; of several, the one nearest to the work. */
export async function listAgreedPairs(
	work: Work,
	pairs: readonly PlacementPair[],
	day: string,
): Promise<readonly AgreedPair[]> {
	const holding = sql`
		select a.organisation_id, a.id, a.title, a.kind, a.first_day from agreement.agreement a
		where a.state = 'signed' and a.first_day <= ${day}
			and (a.last_day is null or a.last_day >= ${day}) and (a.ended_on is null or a.ended_on >= ${day})
			and ${onPlacements}`;
	const { rows } = await sql<AgreedPair>`${boundBy(pairs, holding, day)}
		select distinct on ("institutionId", "hostId") "institutionId", "hostId", "agreementId", title
		from found
		order by "institutionId", "hostId", kind = 'placement' desc, first_day desc, id`.execute(work.db);
	return rows;
}

/**
 * Pairs with the agreement on placements that comes nearest to holding between them, whatever its standing today: one that
 * is signed before one that is on its way, that before one that is over; of several, the newest.
 */
export async function listNearPairs(work: Work, pairs: readonly PlacementPair[]): Promise<readonly NearPair[]> {
	const there = sql`
		select a.organisation_id, a.id, a.title, a.created_at, ${standingOn(work.today)} standing, a.first_day "firstDay",
			least(a.last_day, a.ended_on) "lastDay"
		from agreement.agreement a where a.state <> 'withdrawn' and ${onPlacements}`;
	const { rows } = await sql<NearPair>`${boundBy(pairs, there, work.today)}
		select distinct on ("institutionId", "hostId")
			"institutionId", "hostId", "agreementId", title, standing, "firstDay", "lastDay"
		from found
		order by "institutionId", "hostId", array_position(array['not-begun', 'in-force', 'to-renew', 'signing',
			'negotiating', 'draft', 'run-out', 'ended'], standing), created_at desc, id`.execute(work.db);
	return rows;
}
