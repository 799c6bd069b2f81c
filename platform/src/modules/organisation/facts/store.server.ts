import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { ImportedSource } from "./contract.ts";
import type { KnownPeriod } from "./rules.ts";

/** PostgreSQL takes at most 65,535 parameters in a statement; columns travel as arrays, so rows hardly count. */
type Columns = Readonly<Record<string, readonly (string | number | null)[]>>;

async function count(work: Work, statement: ReturnType<typeof sql>): Promise<number> {
	const result = await statement.execute(work.db);
	return Number(result.numAffectedRows ?? 0);
}

export type FactRow = {
	readonly municipality: string;
	readonly name: string;
	readonly year: number;
	readonly value: number;
	readonly source: string;
};

/** Writes facts about municipalities; returns how many were new or different. */
export async function upsertFacts(work: Work, facts: readonly FactRow[]): Promise<number> {
	return count(
		work,
		sql`insert into geography.municipality_fact as f (municipality_number, name, year, value, source_id)
			select * from unnest(${facts.map((fact) => fact.municipality)}::text[], ${facts.map((fact) => fact.name)}::text[],
				${facts.map((fact) => fact.year)}::int[], ${facts.map((fact) => fact.value)}::float8[], ${facts.map((fact) => fact.source)}::text[])
			on conflict (municipality_number, name, year) do update set value = excluded.value, source_id = excluded.source_id
				where (f.value, f.source_id) is distinct from (excluded.value, excluded.source_id)`,
	);
}

export type PostcodeRow = {
	readonly postcode: string;
	readonly place: string;
	readonly municipality: string;
	readonly latitude: number | null;
	readonly longitude: number | null;
};

/** Makes the postcodes exactly these; returns how many were new, different or no more. */
export async function replacePostcodes(work: Work, rows: readonly PostcodeRow[], source: string): Promise<number> {
	const gone = await count(
		work,
		sql`delete from geography.postcode where not postcode = any(${rows.map((row) => row.postcode)}::text[])`,
	);
	const columns = {
		postcode: rows.map((row) => row.postcode),
		place: rows.map((row) => row.place),
		municipality: rows.map((row) => row.municipality),
		latitude: rows.map((row) => row.latitude),
		longitude: rows.map((row) => row.longitude),
	} satisfies Columns;
	const written = await count(
		work,
		sql`insert into geography.postcode as p (postcode, place, municipality_number, latitude, longitude, source_id)
			select *, ${source}::text from unnest(${columns.postcode}::text[], ${columns.place}::text[], ${columns.municipality}::text[],
				${columns.latitude}::float8[], ${columns.longitude}::float8[])
			on conflict (postcode) do update set place = excluded.place, municipality_number = excluded.municipality_number,
				latitude = excluded.latitude, longitude = excluded.longitude, source_id = excluded.source_id
				where (p.place, p.municipality_number, p.latitude, p.longitude)
					is distinct from (excluded.place, excluded.municipality_number, excluded.latitude, excluded.longitude)`,
	);
	return gone + written;
}

/** Writes travel minutes; returns how many were new or different. */
export async function upsertTravel(
	work: Work,
	rows: readonly { readonly from: string; readonly to: string; readonly minutes: number }[],
	source: string,
): Promise<number> {
	return count(
		work,
		sql`insert into geography.travel as t (from_place, to_place, minutes, source_id)
			select *, ${source}::text from unnest(${rows.map((row) => row.from)}::text[], ${rows.map((row) => row.to)}::text[],
				${rows.map((row) => row.minutes)}::float8[])
			on conflict (from_place, to_place) do update set minutes = excluded.minutes, source_id = excluded.source_id
				where t.minutes is distinct from excluded.minutes`,
	);
}

export async function saveBoundaries(work: Work, topology: unknown, source: string): Promise<number> {
	return count(
		work,
		sql`insert into geography.boundary (id, topology, source_id) values ('municipalities', ${JSON.stringify(topology)}::jsonb, ${source})
			on conflict (id) do update set topology = excluded.topology, source_id = excluded.source_id`,
	);
}

/** Every period of the organisations of a kind, by organisation. */
export async function listPeriods(work: Work, kind: string): Promise<ReadonlyMap<string, readonly KnownPeriod[]>> {
	const rows = await work.db
		.selectFrom("organisation.identity as identity")
		.innerJoin("organisation.organisation as organisation", "organisation.id", "identity.organisation_id")
		.select([
			"identity.organisation_id as organisationId",
			"identity.id",
			"identity.number",
			"identity.valid_from as validFrom",
			"identity.valid_to as validTo",
		])
		.where("organisation.kind", "=", kind)
		.orderBy("identity.valid_from")
		.execute();
	const periods = new Map<string, KnownPeriod[]>();
	for (const { organisationId, ...period } of rows)
		periods.set(organisationId, [...(periods.get(organisationId) ?? []), period]);
	return periods;
}

/** Lets periods begin earlier than was known. */
export async function moveFirstDays(
	work: Work,
	periods: readonly { readonly id: string; readonly validFrom: string }[],
): Promise<void> {
	await sql`update organisation.identity i set valid_from = list.valid_from
		from unnest(${periods.map((period) => period.id)}::uuid[], ${periods.map((period) => period.validFrom)}::date[])
			as list (id, valid_from)
		where i.id = list.id`.execute(work.db);
}

export async function listImportedSources(work: Work): Promise<ImportedSource[]> {
	return work.db
		.selectFrom("geography.source")
		.select([
			"id",
			"title",
			"licence",
			"link",
			"facts_date as date",
			"imported_at as importedAt",
			"row_count as rowCount",
		])
		.orderBy("title")
		.execute();
}
