import { sql } from "kysely";
import type { Work } from "../../../../database/work.server.ts";
import { unitsOn } from "../../unit/columns.store.server.ts";
import type { CompleteValues } from "../../unit/rules.ts";
import type { ExistingUnit, Leader } from "./plan.ts";

/** Every unit of an organisation, open or closed, as it was on a day (today unless said), siblings in their order. */
export async function listAllUnits(
	work: Work,
	organisationId: string,
	asOf: string = work.today,
): Promise<ExistingUnit[]> {
	const { rows } = await sql<ExistingUnit>`
		select organisation_id "organisationId", id, parent_id "parentId", name, code, setting, sector, address, postcode, place,
			municipality_number "municipalityNumber", latitude, longitude, email, phone,
			valid_from "validFrom", valid_to "validTo", published, sort, version
		from ${unitsOn(work, asOf)} u where organisation_id = ${organisationId}
		order by sort, name collate house.norwegian, id`.execute(work.db);
	return rows;
}

/** Those who lead units, today or later, by unit. */
export async function listUnitLeaders(work: Work, organisationId: string): Promise<ReadonlyMap<string, Leader[]>> {
	const { rows } = await sql<Leader & { unitId: string }>`
		select unit_id "unitId", name, email from organisation.membership
		where organisation_id = ${organisationId} and role = 'unit-leader' and unit_id is not null
			and (valid_to is null or valid_to >= ${work.today})
		order by valid_from, id`.execute(work.db);
	const leaders = new Map<string, Leader[]>();
	for (const { unitId, name, email } of rows) {
		const already = leaders.get(unitId);
		if (already) already.push({ name, email });
		else leaders.set(unitId, [{ name, email }]);
	}
	return leaders;
}

/** Those of the postcodes that exist, with place and municipality; null where none are imported at all. */
export async function findPostcodes(
	work: Work,
	wanted: readonly string[],
): Promise<ReadonlyMap<string, { place: string; municipalityNumber: string }> | null> {
	const rows = await work.db
		.selectFrom("geography.postcode")
		.select(["postcode", "place", "municipality_number as municipalityNumber"])
		.where(sql<boolean>`postcode = any(${[...wanted]}::text[])`)
		.execute();
	if (rows.length > 0) return new Map(rows.map((row) => [row.postcode, row]));
	const any = await work.db.selectFrom("geography.postcode").select("postcode").limit(1).executeTakeFirst();
	return any ? new Map() : null;
}

/** Those of the numbers that a municipality has or has had. */
export async function findMunicipalities(work: Work, wanted: readonly string[]): Promise<ReadonlySet<string>> {
	const { rows } = await sql<{ number: string }>`
		select distinct i.number from organisation.identity i
		join organisation.organisation o on o.id = i.organisation_id and o.kind = 'municipality'
		where i.number = any(${[...wanted]}::text[])`.execute(work.db);
	return new Set(rows.map((row) => row.number));
}

export type UnitToUpdate = {
	readonly id: string;
	readonly parentId: string | null;
	readonly validFrom: string;
	readonly values: CompleteValues;
	readonly searchName: string;
};

/** Overwrites units in one statement, and counts their versions up. */
export async function updateUnits(work: Work, organisationId: string, units: readonly UnitToUpdate[]): Promise<void> {
	const list = units.map(({ values, ...unit }) => ({ ...values, ...unit }));
	await sql`update organisation.unit u set
			parent_id = list."parentId", name = list.name, code = list.code, setting = list.setting, sector = list.sector,
			address = list.address, postcode = list.postcode, place = list.place,
			municipality_number = list."municipalityNumber", email = list.email, phone = list.phone,
			published = list.published, valid_from = list."validFrom", search_name = list."searchName",
			version = u.version + 1
		from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as list (
			id uuid, "parentId" uuid, name text, code text, setting text, sector text, address text, postcode text,
			place text, "municipalityNumber" text, email text, phone text, published boolean, "validFrom" date,
			"searchName" text)
		where u.organisation_id = ${organisationId} and u.id = list.id`.execute(work.db);
}
