import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Page } from "../contract.ts";
import { openOn } from "../unit/columns.store.server.ts";
import type { DirectoryQuery, MapPoint, OrganisationRow, OrganisationSort } from "./contract.ts";

export type Narrowing = Pick<DirectoryQuery, "kind" | "county"> & {
	readonly asOf: string;
	/** Only these, where a search has found some. */
	readonly ids?: readonly string[];
};

/** The operator is not part of the cooperation, and is never listed. */
export function conditions(narrowing: Narrowing): RawBuilder<unknown> {
	const { asOf, kind, county, ids } = narrowing;
	const parts = [
		sql`i.valid_from <= ${asOf}`,
		sql`(i.valid_to is null or i.valid_to >= ${asOf})`,
		sql`o.kind <> 'operator'`,
		...(kind === undefined ? [] : [sql`o.kind = ${kind}`]),
		...(county === undefined ? [] : [sql`i.county_number = ${county}`]),
		...(ids === undefined ? [] : [sql`o.id = any(${[...ids]}::uuid[])`]),
	];
	return sql.join(parts, sql` and `);
}

export const from = sql`organisation.identity i join organisation.organisation o on o.id = i.organisation_id`;

/** The newest value of a fact about a municipality at most as new as the day; `of` is the row with its kind and number. */
function factOn(name: string, asOf: string, of: { kind: RawBuilder<unknown>; number: RawBuilder<unknown> }) {
	return sql`lateral (select f.value, f.year from geography.municipality_fact f
		where ${of.kind} = 'municipality' and f.municipality_number = ${of.number} and f.name = ${name}
			and f.year <= ${Number(asOf.slice(0, 4))}
		order by f.year desc limit 1)`;
}
const inner = { kind: sql`o.kind`, number: sql`i.number` };
const outer = { kind: sql`l.kind`, number: sql`l.number` };

/** The county authority, on a day, of what carries a county number. */
function countyOn(asOf: string, kind: RawBuilder<unknown>, number: RawBuilder<unknown>) {
	return sql`left join (organisation.identity c join organisation.organisation cc on cc.id = c.organisation_id and cc.kind = 'county')
		on ${kind} <> 'county' and c.number = ${number} and c.valid_from <= ${asOf} and (c.valid_to is null or c.valid_to >= ${asOf})`;
}
const countyName = sql`coalesce(c.short_name, c.name)`;

/** What a list is ordered by, and what must be joined for that. */
function orderOf(sort: OrganisationSort, asOf: string): { by: RawBuilder<unknown>; join: RawBuilder<unknown> } {
	switch (sort) {
		case "name":
			return { by: sql`i.name collate house.norwegian`, join: sql`` };
		case "kind":
			return { by: sql`k.sort`, join: sql`join organisation.kind k on k.code = o.kind` };
		case "county":
			return {
				by: sql`${countyName} collate house.norwegian`,
				join: countyOn(asOf, inner.kind, sql`i.county_number`),
			};
		case "population":
			return { by: sql`p.value`, join: sql`left join ${factOn("population", asOf, inner)} p on true` };
		case "centrality":
			return { by: sql`z.value`, join: sql`left join ${factOn("centrality-class", asOf, inner)} z on true` };
	}
}

type EveryOrganisation = {
	readonly id: string;
	readonly name: string;
	readonly number: string | null;
	readonly validFrom: string;
	/** Null where it goes on. */
	readonly validTo: string | null;
};

type Flat = {
	id: string;
	kind: string;
	name: string;
	shortName: string | null;
	number: string | null;
	countyNumber: string | null;
	countyName: string | null;
	latitude: number | null;
	longitude: number | null;
	population: number | null;
	populationYear: number | null;
	centrality: number | null;
	centralityYear: number | null;
	total: number;
};

export type Order = {
	readonly sort: OrganisationSort;
	readonly descending: boolean;
	readonly offset: number;
	readonly pageSize: number | null;
};

/** A page of organisations in the order asked for; equal ones by name and id, so that no page repeats another. */
export async function listOrganisations(
	work: Work,
	narrowing: Narrowing,
	order: Order,
): Promise<Page<OrganisationRow>> {
	const { asOf } = narrowing;
	const towards = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
	const { by, join } = orderOf(order.sort, asOf);
	// County and facts are looked up for the rows of the page only.
	const { rows } = await sql<Flat>`
		select l.id, l.kind, l.name, l."shortName", l.number, l."countyNumber", ${countyName} "countyName", l.latitude, l.longitude,
			p.value population, p.year "populationYear", z.value centrality, z.year "centralityYear", l.total
		from (
			select o.id, o.kind, i.name, i.short_name "shortName", i.number, i.county_number "countyNumber", i.latitude, i.longitude,
				count(*) over () total,
				row_number() over (order by ${by} ${towards}, i.name collate house.norwegian, o.id) place
			from ${from} ${join}
			where ${conditions(narrowing)}
			order by place limit ${order.pageSize} offset ${order.offset}
		) l
		${countyOn(asOf, sql`l.kind`, sql`l."countyNumber"`)}
		left join ${factOn("population", asOf, outer)} p on true
		left join ${factOn("centrality-class", asOf, outer)} z on true
		order by l.place`.execute(work.db);
	const total = rows[0]?.total ?? (order.offset > 0 ? await countOrganisations(work, narrowing) : 0);
	return { rows: rows.map(toRow), total };
}

function toRow(flat: Flat): OrganisationRow {
	const { population, populationYear, centrality, centralityYear, total: _total, ...row } = flat;
	return {
		...row,
		population: withYear(population, populationYear),
		centrality: withYear(centrality, centralityYear),
		found: null,
	};
}

function withYear(value: number | null, year: number | null): { value: number; year: number } | null {
	return value === null || year === null ? null : { value, year };
}

async function countOrganisations(work: Work, narrowing: Narrowing): Promise<number> {
	const { rows } = await sql<{
		total: number;
	}>`select count(*) total from ${from} where ${conditions(narrowing)}`.execute(work.db);
	return rows[0]?.total ?? 0;
}

/** Every organisation of a kind there is or has been, by its newest name, from its first day to its last. */
export async function listEveryOrganisation(work: Work, kind: string): Promise<EveryOrganisation[]> {
	const { rows } = await sql<EveryOrganisation>`
		select * from (
			select distinct on (o.id) o.id, i.name, i.number, i.valid_to "validTo",
				min(i.valid_from) over (partition by o.id) "validFrom"
			from ${from} where o.kind = ${kind} and o.kind <> 'operator' order by o.id, i.valid_from desc
		) each order by name collate house.norwegian, id`.execute(work.db);
	return rows;
}

/** How many organisations there are of each kind. */
export async function countByKind(work: Work, narrowing: Narrowing): Promise<ReadonlyMap<string, number>> {
	const { rows } = await sql<{ kind: string; total: number }>`
		select o.kind, count(*) total from ${from} where ${conditions(narrowing)} group by o.kind`.execute(work.db);
	return new Map(rows.map((row) => [row.kind, row.total]));
}

/** Those of one tone of mark in one county. */
export type MapGroup = {
	readonly countyNumber: string | null;
	readonly tone: "municipality" | "institution" | "other";
	readonly count: number;
	/** The middle of where they are. */
	readonly latitude: number;
	readonly longitude: number;
	/** One of them: of one, that one. */
	readonly id: string;
	readonly name: string;
};

/** How many there are in each county, and where. */
export async function listMapGroups(work: Work, narrowing: Narrowing): Promise<MapGroup[]> {
	const { rows } = await sql<MapGroup>`
		select i.county_number "countyNumber", case when o.kind in ('municipality', 'institution') then o.kind else 'other' end tone,
			count(*) count, avg(i.latitude) latitude, avg(i.longitude) longitude, min(o.id::text) id, min(i.name) name
		from ${from} where ${conditions(narrowing)} and i.latitude is not null
		group by 1, 2 order by 1, 2`.execute(work.db);
	return rows;
}

/**
 * How much there is in each municipality of those given: other organisations with their seat there, campuses, and its
 * own units. Says which are the towns of a region where no populations are imported.
 */
export async function weighMunicipalities(
	work: Work,
	ids: readonly string[],
	asOf: string,
): Promise<ReadonlyMap<string, number>> {
	const { rows } = await sql<{ id: string; weight: number }>`
		with wanted as (
			select o.id, i.number from ${from}
			where ${conditions({ asOf, kind: "municipality", ids })} and i.number is not null
		), there as (
			select w.id from wanted w join organisation.identity s on s.municipality_number = w.number
				and s.valid_from <= ${asOf} and (s.valid_to is null or s.valid_to >= ${asOf})
			union all
			select w.id from wanted w join organisation.unit u on u.municipality_number = w.number
				and u.setting = 'campus' and ${openOn(asOf)}
			union all
			select w.id from wanted w join organisation.unit u on u.organisation_id = w.id and ${openOn(asOf)}
		)
		select id, count(*) weight from there group by id`.execute(work.db);
	return new Map(rows.map((row) => [row.id, row.weight]));
}

export async function listMapPoints(work: Work, narrowing: Narrowing): Promise<Omit<MapPoint, "weight">[]> {
	const { rows } = await sql<Omit<MapPoint, "weight">>`
		select o.id, o.kind, i.name, i.short_name "shortName", i.latitude, i.longitude, p.value population
		from ${from} left join ${factOn("population", narrowing.asOf, inner)} p on true
		where ${conditions(narrowing)} and i.latitude is not null
		order by p.value desc nulls last, o.id`.execute(work.db);
	return rows;
}
