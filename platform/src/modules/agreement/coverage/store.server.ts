import { sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import type { CoverageQuery, CoveredMunicipality, NewInterest, NewInvitation } from "./contract.ts";
import type { Campus, CountedAgreements } from "./rules.ts";

/** Campuses, and institutions that have none registered, where they are. */
export async function listCampuses(work: Work): Promise<Campus[]> {
	const { rows } = await sql<Campus>`
		select u.name, u.latitude, u.longitude from organisation.unit u
		where u.setting = 'campus' and u.latitude is not null
			and u.valid_from <= ${work.today} and (u.valid_to is null or u.valid_to >= ${work.today})
		union all
		select i.name, i.latitude, i.longitude from organisation.organisation o
		join organisation.identity i on i.organisation_id = o.id
			and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today})
		where o.kind = 'institution' and i.latitude is not null
			and not exists (select from organisation.unit u where u.organisation_id = o.id and u.setting = 'campus'
				and u.latitude is not null)`.execute(work.db);
	return rows;
}

/** Of an agreement `a`: that it is signed and holds on the day. */
export const holds = (today: string) => sql`a.state = 'signed' and a.first_day <= ${today}
	and (a.last_day is null or a.last_day >= ${today}) and (a.ended_on is null or a.ended_on >= ${today})`;

type Place = Pick<
	CoveredMunicipality,
	"id" | "name" | "countyNumber" | "latitude" | "longitude" | "population" | "centrality"
>;

/** The newest value of a fact about each municipality at most as new as today. */
const factOf = (name: string, today: string) => sql`(select distinct on (municipality_number) municipality_number, value
	from geography.municipality_fact where name = ${name} and year <= ${Number(today.slice(0, 4))}
	order by municipality_number, year desc)`;

/** The municipalities of today by name, of the whole country or of a county. */
export async function listPlaces(work: Work, county: string | undefined): Promise<Place[]> {
	const { rows } = await sql<Place>`
		select o.id, i.name, i.county_number "countyNumber", i.latitude, i.longitude, p.value population, z.value centrality
		from organisation.organisation o
		join organisation.identity i on i.organisation_id = o.id
			and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today})
		left join ${factOf("population", work.today)} p on p.municipality_number = i.number
		left join ${factOf("centrality-class", work.today)} z on z.municipality_number = i.number
		where o.kind = 'municipality' and ${county === undefined ? sql`true` : sql`i.county_number = ${county}`}
		order by i.name collate house.norwegian, o.id`.execute(work.db);
	return rows;
}

export type Counting = Pick<CoverageQuery, "theme" | "sector"> & { readonly ownId: string | undefined };

/** An agreement in force today that the asker may see and that is asked for. Who reads what is signed are its parties. */
const counted = (today: string, { theme, sector, ownId }: Counting) => sql`${holds(today)}
	and ${theme === undefined ? sql`true` : sql`a.theme_codes @> array[${theme}]`}
	and ${sector === undefined ? sql`true` : sql`a.sector_codes @> array[${sector}]`}
	and ${ownId === undefined ? sql`true` : sql`a.readers @> array[${ownId}::uuid]`}`;

/** The agreements of every party, those that are alike together, and how many agreements there are in all. */
export async function countAgreements(
	work: Work,
	query: Counting,
): Promise<{ readonly counted: readonly CountedAgreements[]; readonly agreements: number }> {
	const { rows } = await sql<Omit<CountedAgreements, "sectors"> & { readonly sectors: string; readonly all: number }>`
		with counted as materialized (
			select a.readers, array_to_string(a.sector_codes, ' ') sectors, a.has_arena from agreement.agreement a
			where ${counted(work.today, query)}
		)
		select p.id "partyId", c.sectors, c.has_arena "followedUp", count(*)::int agreements,
			(select count(*)::int from counted) "all"
		from counted c, unnest(c.readers) p(id) group by 1, 2, 3`.execute(work.db);
	return {
		agreements: rows[0]?.all ?? 0,
		counted: rows.map(({ all: _all, sectors, ...row }) => ({ ...row, sectors: sectors.split(" ") })),
	};
}

/** The agreements of some parties, with who else is in them and what they are about. */
export async function listCovering(
	work: Work,
	query: Counting,
	partyIds: readonly string[],
): Promise<{ readonly partyIds: readonly string[]; readonly themes: readonly string[] }[]> {
	const { rows } = await sql<{ readonly partyIds: readonly string[]; readonly themes: readonly string[] }>`
		select a.readers "partyIds", a.theme_codes themes from agreement.agreement a
		where a.readers && ${[...partyIds]}::uuid[] and ${counted(work.today, query)}`.execute(work.db);
	return rows;
}

/** The other parties to an organisation's agreements in force, with the agreements. */
export async function listPartners(
	work: Work,
	organisationId: string,
): Promise<{ readonly partyId: string; readonly id: string; readonly title: string }[]> {
	const { rows } = await sql<{ readonly partyId: string; readonly id: string; readonly title: string }>`
		select p.id "partyId", a.id, a.title from agreement.agreement a, unnest(a.readers) p(id)
		where a.readers @> array[${organisationId}::uuid] and p.id <> ${organisationId} and ${holds(work.today)}
		order by a.title collate house.norwegian, a.id`.execute(work.db);
	return rows;
}

export type WeakRow = {
	readonly id: string;
	readonly title: string;
	readonly noArena: boolean;
	readonly onePersonIds: readonly string[];
};

/** Own agreements that hold and are not followed up anywhere, or hang on one person at a party, as `hangsOnOne`. */
export async function listWeak(work: Work, organisationId: string): Promise<WeakRow[]> {
	const { rows } = await sql<WeakRow>`
		select * from (
			select a.id, a.title,
				not exists (select from agreement.theme t where t.organisation_id = a.organisation_id and t.agreement_id = a.id
					and t.arena <> '' and t.meetings_a_year > 0) "noArena",
				array(select p.party_id from agreement.party p
					where p.organisation_id = a.organisation_id and p.agreement_id = a.id
						and (select count(distinct named.name) from (
							select p.coordinator_name name union all select p.deputy_name
							union all select unnest(array[c.name, c.deputy_name]) from agreement.contact c
								where c.organisation_id = a.organisation_id and c.agreement_id = a.id and c.party_id = p.party_id and c.name <> ''
						) named where named.name <> '') = 1
					order by p.party_id) "onePersonIds"
			from agreement.agreement a where a.readers @> array[${organisationId}::uuid] and ${holds(work.today)}
		) found where "noArena" or cardinality("onePersonIds") > 0
		order by title collate house.norwegian, id`.execute(work.db);
	return rows;
}

export type InterestRow = {
	readonly id: string;
	readonly organisationId: string;
	readonly theme: string;
	readonly withId: string | null;
	readonly note: string;
	readonly madeOn: string;
	readonly agreed: boolean;
	readonly mutual: boolean;
};

/**
 * Interests that can be seen: an organisation's own, those in it, those open to anybody, or all of them. Agreed where an
 * agreement in force has the theme and both as parties; one in anybody, where the organisation has any such agreement.
 */
export async function listInterests(
	work: Work,
	which: { readonly own: string } | { readonly all: true },
): Promise<InterestRow[]> {
	const own = "own" in which ? which.own : null;
	const { rows } = await sql<InterestRow>`
		with holding as materialized (
			select p.party_id, p.agreement_id, t.theme from agreement.agreement a
			join agreement.party p on p.organisation_id = a.organisation_id and p.agreement_id = a.id
			join agreement.theme t on t.organisation_id = a.organisation_id and t.agreement_id = a.id
			where ${holds(work.today)}
		)
		select i.id, i.organisation_id "organisationId", i.theme, i.with_id "withId", i.note, i.made_on "madeOn",
			exists (select from holding h where h.party_id = i.organisation_id and h.theme = i.theme
				and (i.with_id is null or exists (select from holding o
					where o.agreement_id = h.agreement_id and o.party_id = i.with_id))) agreed,
			exists (select from agreement.interest o where o.organisation_id = i.with_id and o.theme = i.theme
				and (o.with_id is null or o.with_id = i.organisation_id)) mutual
		from agreement.interest i
		where ${own === null ? sql`true` : sql`(i.organisation_id = ${own} or i.with_id = ${own} or i.with_id is null)`}
		order by i.made_on desc, i.id desc`.execute(work.db);
	return rows;
}

/** Adds an interest; false where the organisation has said it before. */
export async function insertInterest(work: Work, organisationId: string, one: NewInterest): Promise<string | null> {
	const id = newId();
	const added = await work.db
		.insertInto("agreement.interest")
		.values({
			...{ organisation_id: organisationId, id, theme: one.theme, with_id: one.withId, note: one.note },
			made_on: work.today,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return added.numInsertedOrUpdatedRows === 1n ? id : null;
}

export async function deleteInterest(work: Work, organisationId: string, id: string): Promise<boolean> {
	const gone = await work.db
		.deleteFrom("agreement.interest")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

export type InvitationRow = {
	readonly organisationId: string;
	readonly id: string;
	readonly partyIds: readonly string[];
	readonly themes: readonly string[];
	readonly message: string;
	readonly madeAt: Date;
	readonly madeBy: string | null;
	readonly takenBy: string | null;
	readonly takenAt: Date | null;
	readonly agreementId: string | null;
};

/** Invitations an organisation has made or been sent, newest first; of one, or of all. */
export async function listInvitations(work: Work, id?: string): Promise<InvitationRow[]> {
	const { rows } =
		await sql<InvitationRow>`select organisation_id "organisationId", id, party_ids "partyIds", themes, message,
		made_at "madeAt", made_by "madeBy", taken_by "takenBy", taken_at "takenAt", agreement_id "agreementId"
		from agreement.invitation where ${id === undefined ? sql`true` : sql`id = ${id}`} order by made_at desc, id desc`.execute(
			work.db,
		);
	return rows;
}

export async function insertInvitation(
	work: Work,
	organisationId: string,
	one: NewInvitation & { readonly madeBy: string | null },
): Promise<string> {
	const id = newId();
	await work.db
		.insertInto("agreement.invitation")
		.values({
			...{ organisation_id: organisationId, id, party_ids: [...one.partyIds], themes: [...one.themes] },
			...{ message: one.message, made_at: work.now, made_by: one.madeBy },
			readers: [...new Set([organisationId, ...one.partyIds])],
		})
		.execute();
	return id;
}

/** One party takes an invitation up; false where another was first. */
export async function takeInvitation(
	work: Work,
	{ organisationId, id }: Pick<InvitationRow, "organisationId" | "id">,
	takenBy: string,
	agreementId: string,
): Promise<boolean> {
	const taken = await work.db
		.updateTable("agreement.invitation")
		.set({ taken_by: takenBy, taken_at: work.now, agreement_id: agreementId })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("taken_by", "is", null)
		.executeTakeFirst();
	return taken.numUpdatedRows === 1n;
}
