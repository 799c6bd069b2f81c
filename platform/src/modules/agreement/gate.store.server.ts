import { sql } from "kysely";
import type { Work } from "../../database/work.server.ts";

/** An institution and a host of placements. */
export type PlacementPair = { readonly institutionId: string; readonly hostId: string };

/** A pair with the agreement on placements that holds between them. */
export type AgreedPair = PlacementPair & { readonly agreementId: string; readonly title: string };

/** Pairs with an agreement on placements that holds on a day; of several, the one nearest to the work. */
export async function listAgreedPairs(
	work: Work,
	pairs: readonly PlacementPair[],
	day: string,
): Promise<readonly AgreedPair[]> {
	const { rows } = await sql<AgreedPair>`
		with pair as (
			select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as x("institutionId" uuid, "hostId" uuid)
		), holding as materialized (
			select a.organisation_id, a.id, a.title, a.kind, a.first_day from agreement.agreement a
			where a.state = 'signed' and a.first_day <= ${day}
				and (a.last_day is null or a.last_day >= ${day}) and (a.ended_on is null or a.ended_on >= ${day})
				and (a.kind = 'placement' or exists (select from agreement.theme t where t.organisation_id = a.organisation_id
					and t.agreement_id = a.id and t.theme in ('placements', 'interprofessional-practice')))
		), bound as (
			select h.*, p.party_id bound_id from holding h
			join agreement.party p on p.organisation_id = h.organisation_id and p.agreement_id = h.id
		), host as (
			select b.id, b.bound_id host_id from bound b
			union
			select b.id, f.organisation_id from bound b
			join organisation.affiliation f on f.parent_id = b.bound_id and f.kind = 'member'
				and f.valid_from <= ${day} and (f.valid_to is null or f.valid_to >= ${day})
		)
		select distinct on (pair."institutionId", pair."hostId")
			pair."institutionId", pair."hostId", b.id "agreementId", b.title
		from pair
		join bound b on b.bound_id = pair."institutionId"
		join host on host.id = b.id and host.host_id = pair."hostId"
		order by pair."institutionId", pair."hostId", b.kind = 'placement' desc, b.first_day desc, b.id`.execute(work.db);
	return rows;
}
