import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { CoveredMunicipality } from "./contract.ts";
import type { Campus, HeldAgreement } from "./rules.ts";
import { holds } from "./store.server.ts";

/** What is asked for: what anyone signed in may see, or all the asker may. */
export type Visible = "published" | "all";

/** Campuses, and institutions that have none registered, where they are. */
export async function listCampuses(work: Work, which: Visible): Promise<Campus[]> {
	const visible = which === "published" ? sql`u.published` : sql`true`;
	const { rows } = await sql<Campus>`
		select u.name, u.latitude, u.longitude from organisation.unit u
		where u.setting = 'campus' and u.latitude is not null and ${visible}
			and u.valid_from <= ${work.today} and (u.valid_to is null or u.valid_to >= ${work.today})
		union all
		select i.name, i.latitude, i.longitude from organisation.organisation o
		join organisation.identity i on i.organisation_id = o.id
			and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today})
		where o.kind = 'institution' and i.latitude is not null
			and not exists (select from organisation.unit u where u.organisation_id = o.id and u.setting = 'campus'
				and u.latitude is not null and ${visible})`.execute(work.db);
	return rows;
}

/** Whether an organisation has campuses that it shows nobody else. */
export async function hasHiddenCampus(work: Work, organisationId: string): Promise<boolean> {
	const { rows } = await sql`
		select from organisation.unit u where u.organisation_id = ${organisationId} and u.setting = 'campus' and not u.published
		limit 1`.execute(work.db);
	return rows.length > 0;
}

type Place = Pick<
	CoveredMunicipality,
	"id" | "name" | "countyNumber" | "latitude" | "longitude" | "population" | "centrality"
>;

/** The newest value of a fact about each municipality at most as new as today. */
const factOf = (name: string, today: string) => sql`(select distinct on (municipality_number) municipality_number, value
	from geography.municipality_fact where name = ${name} and year <= ${Number(today.slice(0, 4))}
	order by municipality_number, year desc)`;

/** The municipalities of today by name. */
export async function listPlaces(work: Work): Promise<Place[]> {
	const { rows } = await sql<Place>`
		select o.id, i.name, i.county_number "countyNumber", i.latitude, i.longitude, p.value population, z.value centrality
		from organisation.organisation o
		join organisation.identity i on i.organisation_id = o.id
			and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today})
		left join ${factOf("population", work.today)} p on p.municipality_number = i.number
		left join ${factOf("centrality-class", work.today)} z on z.municipality_number = i.number
		where o.kind = 'municipality'
		order by i.name collate house.norwegian, o.id`.execute(work.db);
	return rows;
}

/** Agreements in force today: those that are published, or all the asker may see. Who reads what is signed are its parties. */
export async function listHeld(work: Work, which: Visible): Promise<HeldAgreement[]> {
	return selectHeld(work, which === "published" ? sql`a.published` : sql`true`);
}

/** Those of an organisation that are not published. */
export async function listHeldQuietly(work: Work, organisationId: string): Promise<HeldAgreement[]> {
	return selectHeld(work, sql`a.readers @> array[${organisationId}::uuid] and not a.published`);
}

async function selectHeld(work: Work, where: ReturnType<typeof sql>): Promise<HeldAgreement[]> {
	const { rows } = await sql<HeldAgreement>`
		select a.readers "partyIds", a.theme_codes themes, a.sector_codes sectors, a.has_arena "followedUp"
		from agreement.agreement a where ${where} and ${holds(work.today)} order by a.id`.execute(work.db);
	return rows;
}
