import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { WishKind } from "../codes.ts";
import type { Claim, Wish, WishInput } from "./contract.ts";

/** The wishes of claims, in order, by claim. */
export async function listWishes(work: Work, claimIds: readonly string[]): Promise<ReadonlyMap<string, Wish[]>> {
	const { rows } = await sql<Wish & { claimId: string }>`
		select claim_id "claimId", rank, kind, target, stated_at "statedAt", stated_by "statedBy"
		from placement.wish where claim_id = any(${[...claimIds]}::uuid[]) order by claim_id, rank`.execute(work.db);
	const wishes = new Map<string, Wish[]>();
	for (const { claimId, ...wish } of rows) wishes.set(claimId, [...(wishes.get(claimId) ?? []), wish]);
	return wishes;
}

/** Puts a list of wishes in place of what was there. */
export async function replaceWishes(
	work: Work,
	claim: Pick<Claim, "organisationId" | "id" | "personId" | "round">,
	wishes: readonly (WishInput & { readonly statedAt: Date; readonly statedBy: string })[],
): Promise<void> {
	await work.db
		.deleteFrom("placement.wish")
		.where("organisation_id", "=", claim.organisationId)
		.where("claim_id", "=", claim.id)
		.execute();
	if (wishes.length === 0) return;
	await work.db
		.insertInto("placement.wish")
		.values(
			wishes.map(({ kind, target, statedAt, statedBy }, index) => ({
				...{ organisation_id: claim.organisationId, claim_id: claim.id, rank: index + 1, kind, target },
				...{ person_id: claim.personId, round_owner_id: claim.round?.organisationId ?? null },
				...{ stated_at: statedAt, stated_by: statedBy },
			})),
		)
		.execute();
}

export type TargetRow = {
	readonly kind: WishKind;
	readonly target: string;
	readonly name: string;
	readonly hostId: string | null;
	readonly municipality: string | null;
	readonly where: string | null;
	readonly setting: string | null;
	readonly housingNote: string | null;
	readonly note: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
	/** Published offers in the days of the claim, and those of them that take its profession and year. */
	readonly offers: number;
	readonly fitting: number;
};

function sites(work: Work, claim: Claim, where: RawBuilder<unknown>, limit: number): RawBuilder<unknown> {
	return sql`select 'site' kind, s.id::text target, s.name, s.host_id "hostId", s.municipality_number municipality,
			coalesce(h.name, '') "where", s.setting, s.housing_note "housingNote",
			(select k.note from placement.capacity k where k.organisation_id = s.organisation_id and k.site_id = s.id
				and k.published and k.first_day <= ${claim.lastDay} and k.last_day >= ${claim.firstDay} and k.note is not null
				order by k.first_day limit 1) note,
			coalesce(s.latitude, g.latitude) latitude, coalesce(s.longitude, g.longitude) longitude,
			o.offers::int offers, o.fitting::int fitting
		from placement.site s
		left join geography.postcode g on g.postcode = s.postcode
		left join organisation.identity h on h.organisation_id = s.host_id
			and h.valid_from <= ${work.today} and (h.valid_to is null or h.valid_to >= ${work.today})
		cross join lateral (select count(*) offers, count(*) filter (where (o.profession is null or o.profession = ${claim.profession})
				and (cardinality(o.years) = 0 or ${claim.yearOfStudy} = any(o.years))) fitting
			from placement.offer o where o.organisation_id = s.organisation_id and o.site_id = s.id and o.published
				and (o.reserved_for is null or o.reserved_for = ${claim.institutionId})
				and o.first_day <= ${claim.lastDay} and o.last_day >= ${claim.firstDay}) o
		where s.published and (s.closed_on is null or s.closed_on > ${claim.firstDay}) and ${where}
		order by o.fitting > 0 desc, length(s.name), s.name, s.id limit ${limit}`;
}

/** These sites, as a claim sees them. */
export async function findSites(work: Work, claim: Claim, ids: readonly string[]): Promise<TargetRow[]> {
	if (ids.length === 0) return [];
	const where = sql`s.id = any(${[...ids]}::uuid[])`;
	const { rows } = await sql<TargetRow>`${sites(work, claim, where, ids.length)}`.execute(work.db);
	return rows;
}

/** Sites in which every word of a search is found, in the site's name or its host's; no words: those that take the claim. */
export async function searchSites(
	work: Work,
	claim: Claim,
	words: readonly string[],
	limit: number,
): Promise<TargetRow[]> {
	const where =
		words.length === 0
			? sql`o.fitting > 0`
			: sql.join(
					words.map((word) => sql`(s.search_name like ${`%${word}%`} or h.search_name like ${`%${word}%`})`),
					sql` and `,
				);
	const { rows } = await sql<TargetRow>`${sites(work, claim, where, limit)}`.execute(work.db);
	return rows;
}

/** Municipalities and counties of today by number. */
export async function listPlaces(work: Work): Promise<TargetRow[]> {
	const { rows } = await sql<TargetRow>`
		select o.kind, i.number target, i.name, o.id "hostId", case when o.kind = 'municipality' then i.number end municipality,
			c.name "where", null setting, null "housingNote", null note, i.latitude, i.longitude, 0 offers, 0 fitting
		from organisation.organisation o
		join organisation.identity i on i.organisation_id = o.id
			and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today})
		left join lateral (select ci.name from organisation.identity ci
			join organisation.organisation co on co.id = ci.organisation_id and co.kind = 'county'
			where o.kind = 'municipality' and ci.number = i.county_number and ci.valid_from <= ${work.today}
				and (ci.valid_to is null or ci.valid_to >= ${work.today}) limit 1) c on true
		where o.kind in ('municipality', 'county') and i.number is not null
		order by i.name collate house.norwegian`.execute(work.db);
	return rows;
}

export type RoundReach = {
	/** Hosts whose places are in the round; null: no round, or none has been named, and any will do. */
	readonly hosts: ReadonlySet<string> | null;
	/** Municipalities the places of those hosts are in. */
	readonly municipalities: ReadonlySet<string> | null;
};

/** Where the places of a claim's round can be. */
export async function readReach(work: Work, claim: Claim): Promise<RoundReach> {
	if (claim.round === null) return { hosts: null, municipalities: null };
	const { rows } = await sql<{ hostId: string; municipalities: (string | null)[] }>`
		select y.party_id "hostId", array(
			select i.number from organisation.identity i join organisation.organisation o on o.id = i.organisation_id
			where i.organisation_id = y.party_id and o.kind = 'municipality' and i.valid_from <= ${work.today}
				and (i.valid_to is null or i.valid_to >= ${work.today})
			union select s.municipality_number from placement.site s where s.host_id = y.party_id) municipalities
		from placement.round_party y
		where y.organisation_id = ${claim.round.organisationId} and y.round_id = ${claim.round.id} and y.side = 'host'`.execute(
		work.db,
	);
	if (rows.length === 0) return { hosts: null, municipalities: null };
	return {
		hosts: new Set(rows.map((row) => row.hostId)),
		municipalities: new Set(rows.flatMap((row) => row.municipalities).filter((number) => number !== null)),
	};
}

export type Origin = {
	readonly postcode: string | null;
	readonly municipality: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
};

/** Where a student travels from. */
export async function findOrigin(work: Work, studentId: string): Promise<Origin | undefined> {
	const { rows } = await sql<Origin>`
		select s.postcode, g.municipality_number municipality, coalesce(s.latitude, g.latitude) latitude,
			coalesce(s.longitude, g.longitude) longitude
		from placement.student s left join geography.postcode g on g.postcode = s.postcode
		where s.id = ${studentId}`.execute(work.db);
	return rows[0];
}

/** Imported minutes from a postcode or municipality to municipalities, with where they come from. */
export async function listTravel(
	work: Work,
	from: readonly string[],
	to: readonly string[],
): Promise<{ from: string; to: string; minutes: number; source: string; date: string }[]> {
	if (from.length === 0 || to.length === 0) return [];
	const { rows } = await sql<{ from: string; to: string; minutes: number; source: string; date: string }>`
		select t.from_place "from", t.to_place "to", t.minutes, s.title source, s.facts_date date
		from geography.travel t join geography.source s on s.id = t.source_id
		where (t.from_place = any(${[...from]}) and t.to_place = any(${[...to]}))
			or (t.to_place = any(${[...from]}) and t.from_place = any(${[...to]}))`.execute(work.db);
	return rows;
}
