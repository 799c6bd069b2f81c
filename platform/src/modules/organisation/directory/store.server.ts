import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { AffiliationKind, Page } from "../contract.ts";
import type {
	Affiliation,
	DirectoryQuery,
	IdentityPeriod,
	MapPoint,
	OrganisationRow,
	OrganisationSort,
	OtherOrganisation,
	SourcedFact,
	Succession,
} from "./contract.ts";
import type { Candidate, Link } from "./rules.ts";

type Narrowing = Pick<DirectoryQuery, "kind" | "county"> & {
	readonly asOf: string;
	/** Only these, where a search has found some. */
	readonly ids?: readonly string[];
};

/** The operator is not part of the cooperation, and is never listed. */
function conditions(narrowing: Narrowing): RawBuilder<unknown> {
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

const from = sql`organisation.identity i join organisation.organisation o on o.id = i.organisation_id`;

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

/** A page of organisations in the order asked for; equal ones by name and id, so that no page repeats another. */
export async function listOrganisations(
	work: Work,
	narrowing: Narrowing,
	order: { sort: OrganisationSort; descending: boolean; offset: number; pageSize: number | null },
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
	return { ...row, population: withYear(population, populationYear), centrality: withYear(centrality, centralityYear) };
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

/** How many organisations there are of each kind. */
export async function countByKind(work: Work, narrowing: Narrowing): Promise<ReadonlyMap<string, number>> {
	const { rows } = await sql<{ kind: string; total: number }>`
		select o.kind, count(*) total from ${from} where ${conditions(narrowing)} group by o.kind`.execute(work.db);
	return new Map(rows.map((row) => [row.kind, row.total]));
}

/** Everything a search can be held against, in the order of names. */
export async function listCandidates(
	work: Work,
	narrowing: Narrowing,
): Promise<(Candidate & { readonly kind: string })[]> {
	const { rows } = await sql<Candidate & { kind: string }>`
		select o.id, o.kind, i.search_name "searchName" from ${from} where ${conditions(narrowing)} order by i.name, o.id`.execute(
		work.db,
	);
	return rows;
}

export async function listMapPoints(work: Work, narrowing: Narrowing): Promise<MapPoint[]> {
	const { rows } = await sql<MapPoint>`
		select o.id, o.kind, i.name, i.latitude, i.longitude, p.value population
		from ${from} left join ${factOn("population", narrowing.asOf, inner)} p on true
		where ${conditions(narrowing)} and i.latitude is not null
		order by p.value desc nulls last, o.id`.execute(work.db);
	return rows;
}

export async function findOrganisation(
	work: Work,
	id: string,
): Promise<{ id: string; kind: string; keeperId: string | null } | undefined> {
	return work.db
		.selectFrom("organisation.organisation")
		.select(["id", "kind", "keeper_id as keeperId"])
		.where("id", "=", id)
		.executeTakeFirst();
}

/** Every period of an organisation, newest first. */
export async function listIdentities(work: Work, organisationId: string): Promise<IdentityPeriod[]> {
	return work.db
		.selectFrom("organisation.identity")
		.select([
			"id",
			"version",
			"valid_from as validFrom",
			"valid_to as validTo",
			"name",
			"short_name as shortName",
			"other_names as otherNames",
			"number",
			"county_number as countyNumber",
			"municipality_number as municipalityNumber",
			"latitude",
			"longitude",
			"place",
			"website",
			"source",
			"source_date as sourceDate",
		])
		.where("organisation_id", "=", organisationId)
		.orderBy("valid_from", "desc")
		.execute();
}

/** The period that held on a day, else the nearest before it, else the first. */
function nameOn(organisation: RawBuilder<unknown>, on: RawBuilder<unknown>): RawBuilder<unknown> {
	return sql`lateral (select n.name, n.number from organisation.identity n where n.organisation_id = ${organisation}
		order by n.valid_from <= ${on} desc, case when n.valid_from <= ${on} then n.valid_from end desc, n.valid_from limit 1)`;
}

/** These organisations under the name each had on a day, or the nearest to it. */
export async function listOthers(work: Work, ids: readonly string[], asOf: string): Promise<OtherOrganisation[]> {
	const { rows } = await sql<OtherOrganisation>`
		select o.id, o.kind, n.name, n.number
		from organisation.organisation o join ${nameOn(sql`o.id`, sql`${asOf}::date`)} n on true
		where o.id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows;
}

export async function findOther(work: Work, id: string, asOf: string): Promise<OtherOrganisation | undefined> {
	return (await listOthers(work, [id], asOf))[0];
}

/** The organisation of a kind that bore a number on a day. */
export async function findByNumber(
	work: Work,
	kind: string,
	number: string,
	asOf: string,
): Promise<OtherOrganisation | undefined> {
	const { rows } = await sql<OtherOrganisation>`
		select o.id, o.kind, i.name, i.number from ${from}
		where o.kind = ${kind} and i.number = ${number}
			and i.valid_from <= ${asOf} and (i.valid_to is null or i.valid_to >= ${asOf})
		order by i.valid_from desc, o.id limit 1`.execute(work.db);
	return rows[0];
}

/** The organisation that last bore a number on or before a day; else the first to bear it later. */
export async function findBearer(work: Work, kind: string, number: string, asOf: string): Promise<string | undefined> {
	const { rows } = await sql<{ id: string }>`
		select o.id from ${from} where o.kind = ${kind} and i.number = ${number}
		order by i.valid_from <= ${asOf} desc, case when i.valid_from <= ${asOf} then i.valid_from end desc, i.valid_from, o.id
		limit 1`.execute(work.db);
	return rows[0]?.id;
}

type FlatSuccession = OtherOrganisation & {
	way: "before" | "after";
	happenedOn: string;
	share: number;
	source: string;
};

/** Who became this organisation, each under its last name, and what it became, each under its first name. */
export async function listSuccessions(
	work: Work,
	id: string,
): Promise<{ predecessors: Succession[]; successors: Succession[] }> {
	const { rows } = await sql<FlatSuccession>`
		select s.way, o.id, o.kind, n.name, n.number, s.happened_on "happenedOn", s.share, s.source
		from (
			select 'before' way, predecessor_id other_id, happened_on, happened_on - 1 named_on, share, source
			from organisation.succession where successor_id = ${id}
			union all
			select 'after', successor_id, happened_on, happened_on, share, source
			from organisation.succession where predecessor_id = ${id}
		) s
		join organisation.organisation o on o.id = s.other_id
		join ${nameOn(sql`o.id`, sql`s.named_on`)} n on true
		order by s.happened_on desc, s.share desc, n.name collate house.norwegian, o.id`.execute(work.db);
	const way = (wanted: FlatSuccession["way"]) =>
		rows
			.filter((row) => row.way === wanted)
			.map(({ way: _way, happenedOn, share, source, ...organisation }) => ({
				organisation,
				happenedOn,
				share,
				source,
			}));
	return { predecessors: way("before"), successors: way("after") };
}

/** Every succession that can be reached from an organisation. */
export async function listLinksFrom(work: Work, id: string): Promise<Link[]> {
	const { rows } = await sql<Link>`
		with recursive chain as (
			select predecessor_id, successor_id, happened_on, share from organisation.succession where predecessor_id = ${id}
			union
			select s.predecessor_id, s.successor_id, s.happened_on, s.share
			from chain join organisation.succession s on s.predecessor_id = chain.successor_id
		)
		select predecessor_id "predecessorId", successor_id "successorId", happened_on "happenedOn", share from chain`.execute(
		work.db,
	);
	return rows;
}

/** Of these organisations, those that existed on a day, as they were then. */
export async function listExisting(work: Work, ids: readonly string[], asOf: string): Promise<OtherOrganisation[]> {
	const { rows } = await sql<OtherOrganisation>`
		select o.id, o.kind, i.name, i.number from ${from}
		where o.id = any(${[...ids]}::uuid[]) and i.valid_from <= ${asOf} and (i.valid_to is null or i.valid_to >= ${asOf})
		order by i.name collate house.norwegian, o.id`.execute(work.db);
	return rows;
}

type FlatAffiliation = OtherOrganisation & {
	way: "up" | "down";
	affiliationKind: AffiliationKind;
	validFrom: string;
	validTo: string | null;
};

/** Affiliations that held on a day: what it belongs to, and what belongs to it. */
export async function listAffiliations(
	work: Work,
	id: string,
	asOf: string,
): Promise<{ belongsTo: Affiliation[]; has: Affiliation[] }> {
	const { rows } = await sql<FlatAffiliation>`
		select a.way, o.id, o.kind, n.name, n.number, a.kind "affiliationKind", a.valid_from "validFrom", a.valid_to "validTo"
		from (
			select 'up' way, parent_id other_id, kind, valid_from, valid_to from organisation.affiliation where organisation_id = ${id}
			union all
			select 'down', organisation_id, kind, valid_from, valid_to from organisation.affiliation where parent_id = ${id}
		) a
		join organisation.organisation o on o.id = a.other_id
		join ${nameOn(sql`o.id`, sql`${asOf}::date`)} n on true
		where a.valid_from <= ${asOf} and (a.valid_to is null or a.valid_to >= ${asOf})
		order by a.kind, n.name collate house.norwegian, o.id`.execute(work.db);
	const way = (wanted: FlatAffiliation["way"]) =>
		rows
			.filter((row) => row.way === wanted)
			.map(({ way: _way, affiliationKind, validFrom, validTo, ...organisation }) => ({
				kind: affiliationKind,
				organisation,
				validFrom,
				validTo,
			}));
	return { belongsTo: way("up"), has: way("down") };
}

/** The newest value of every fact about a municipality number at most as new as the day, with its source. */
export async function listFacts(work: Work, municipalityNumber: string, asOf: string): Promise<SourcedFact[]> {
	const { rows } = await sql<{
		name: string;
		value: number;
		year: number;
		title: string;
		licence: string;
		link: string | null;
		date: string;
	}>`
		select distinct on (f.name) f.name, f.value, f.year, s.title, s.licence, s.link, s.facts_date date
		from geography.municipality_fact f join geography.source s on s.id = f.source_id
		where f.municipality_number = ${municipalityNumber} and f.year <= ${Number(asOf.slice(0, 4))}
		order by f.name, f.year desc`.execute(work.db);
	return rows.map(({ name, value, year, ...source }) => ({ name, value, year, source }));
}

export async function countUnits(work: Work, organisationId: string, asOf: string): Promise<number> {
	const { rows } = await sql<{ total: number }>`
		select count(*) total from organisation.unit
		where organisation_id = ${organisationId} and valid_from <= ${asOf} and (valid_to is null or valid_to >= ${asOf})`.execute(
		work.db,
	);
	return rows[0]?.total ?? 0;
}
