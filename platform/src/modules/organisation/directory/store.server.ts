import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { IdentityPeriod, OtherOrganisation, SourcedFact } from "./contract.ts";

const from = sql`organisation.identity i join organisation.organisation o on o.id = i.organisation_id`;

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
export function nameOn(organisation: RawBuilder<unknown>, on: RawBuilder<unknown>): RawBuilder<unknown> {
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

/** All that organisations are or have been called, in full, short and by other names; the longest first. */
export async function listNames(work: Work, ids: readonly string[]): Promise<{ id: string; names: string[] }[]> {
	const { rows } = await sql<{ id: string; names: string[] }>`
		select organisation_id id, array_agg(distinct called) names from organisation.identity,
			unnest(other_names || name || short_name) called
		where organisation_id = any(${[...ids]}::uuid[]) and called is not null
		group by organisation_id`.execute(work.db);
	return rows.map(({ id, names }) => ({ id, names: names.toSorted((one, other) => other.length - one.length) }));
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

/** Of these organisations, those that existed on a day, as they were then. */
export async function listExisting(work: Work, ids: readonly string[], asOf: string): Promise<OtherOrganisation[]> {
	const { rows } = await sql<OtherOrganisation>`
		select o.id, o.kind, i.name, i.number from ${from}
		where o.id = any(${[...ids]}::uuid[]) and i.valid_from <= ${asOf} and (i.valid_to is null or i.valid_to >= ${asOf})
		order by i.name collate house.norwegian, o.id`.execute(work.db);
	return rows;
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
