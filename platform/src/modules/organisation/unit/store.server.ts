import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { openOn, rowColumns, unitsOn } from "./columns.store.server.ts";
import type { Position, Unit, UnitRow } from "./contract.ts";

/** A unit as it was on a day; today unless said. */
export async function findUnit(
	work: Work,
	organisationId: string,
	id: string,
	asOf: string = work.today,
): Promise<Unit | undefined> {
	const { rows } = await sql<Unit>`
		select ${rowColumns}, u.address, u.postcode, u.latitude, u.longitude, u.email, u.phone
		from ${unitsOn(work, asOf)} u where u.organisation_id = ${organisationId} and u.id = ${id}`.execute(work.db);
	return rows[0];
}

/** Where a unit is: its own point, else its postcode's, its municipality's, its organisation's. */
export async function findPosition(work: Work, unit: Unit, asOf: string): Promise<Position | null> {
	if (unit.latitude !== null && unit.longitude !== null)
		return { latitude: unit.latitude, longitude: unit.longitude, from: "unit" };
	const { rows } = await sql<Position>`
		select latitude, longitude, "from" from (
			select latitude, longitude, 'postcode' "from", 1 rank from geography.postcode where postcode = ${unit.postcode}
			union all
			select i.latitude, i.longitude, 'municipality', 2 from organisation.identity i
			join organisation.organisation o on o.id = i.organisation_id and o.kind = 'municipality'
			where i.number = ${unit.municipalityNumber} and i.valid_from <= ${asOf} and (i.valid_to is null or i.valid_to >= ${asOf})
			union all
			select i.latitude, i.longitude, 'organisation', 3 from organisation.identity i
			where i.organisation_id = ${unit.organisationId} and i.valid_from <= ${asOf} and (i.valid_to is null or i.valid_to >= ${asOf})
		) places where latitude is not null order by rank limit 1`.execute(work.db);
	return rows[0] ?? null;
}

/** The units that were above a unit on a day, the top one first. */
export async function listAbove(
	work: Work,
	organisationId: string,
	unitId: string,
	asOf: string,
): Promise<{ id: string; name: string }[]> {
	const { rows } = await sql<{ id: string; name: string }>`
		with recursive above as (
			select u.id, u.name, u.parent_id, 0 as height from ${unitsOn(work, asOf)} u
			where u.organisation_id = ${organisationId} and u.id = ${unitId}
			union all
			select u.id, u.name, u.parent_id, above.height + 1
			from above join ${unitsOn(work, asOf)} u on u.organisation_id = ${organisationId} and u.id = above.parent_id
		) cycle id set looped using way
		select id, name from above where height > 0 and not looped order by height desc`.execute(work.db);
	return rows;
}

/** The units directly below a unit (null: at the top) as of a day, in their order. */
export async function listChildren(
	work: Work,
	organisationId: string,
	parentId: string | null,
	asOf: string,
): Promise<UnitRow[]> {
	const { rows } = await sql<UnitRow>`
		select ${rowColumns} from ${unitsOn(work, asOf)} u
		where u.organisation_id = ${organisationId} and ${parentId === null ? sql`u.parent_id is null` : sql`u.parent_id = ${parentId}`} and ${openOn(asOf)}
		order by u.sort, u.name collate house.norwegian, u.id`.execute(work.db);
	return rows;
}

/** Every unit with this parent, open or not, in their order. */
export async function listSiblings(
	work: Work,
	organisationId: string,
	parentId: string | null,
): Promise<{ id: string; sort: number }[]> {
	const { rows } = await sql<{ id: string; sort: number }>`
		select u.id, u.sort from organisation.unit u
		where u.organisation_id = ${organisationId} and ${parentId === null ? sql`u.parent_id is null` : sql`u.parent_id = ${parentId}`}
		order by u.sort, u.name collate house.norwegian, u.id`.execute(work.db);
	return rows;
}

/** Units below a unit, to any depth, that go on after a day. */
export async function listOpenBelow(
	work: Work,
	organisationId: string,
	id: string,
	lastDay: string,
): Promise<UnitRow[]> {
	const { rows } = await sql<UnitRow>`
		with recursive below as (
			select id from organisation.unit where organisation_id = ${organisationId} and parent_id = ${id}
			union
			select u.id from below join organisation.unit u on u.organisation_id = ${organisationId} and u.parent_id = below.id
		)
		select ${rowColumns} from organisation.unit u join below on below.id = u.id
		where u.organisation_id = ${organisationId} and (u.valid_to is null or u.valid_to > ${lastDay})
		order by u.name collate house.norwegian, u.id`.execute(work.db);
	return rows;
}

/** How many roles and contacts hang on units after a day. */
export async function countHanging(
	work: Work,
	organisationId: string,
	unitIds: readonly string[],
	lastDay: string,
): Promise<{ memberships: number; contacts: number }> {
	const { rows } = await sql<{ memberships: number; contacts: number }>`
		select (select count(*) from organisation.membership where organisation_id = ${organisationId}
			and unit_id = any(${[...unitIds]}::uuid[]) and (valid_to is null or valid_to > ${lastDay})) memberships,
		(select count(*) from organisation.contact where organisation_id = ${organisationId}
			and unit_id = any(${[...unitIds]}::uuid[])) contacts`.execute(work.db);
	return rows[0] ?? { memberships: 0, contacts: 0 };
}

export async function isCodeTaken(
	work: Work,
	organisationId: string,
	code: string,
	except: string | null,
): Promise<boolean> {
	const found = await work.db
		.selectFrom("organisation.unit")
		.select("id")
		.where("organisation_id", "=", organisationId)
		.where("code", "=", code)
		.executeTakeFirst();
	return found !== undefined && found.id !== except;
}

/** A postcode; null where postcodes are imported and this is none, undefined where none are imported. */
export async function findPostcode(
	work: Work,
	postcode: string,
): Promise<{ place: string; municipalityNumber: string } | null | undefined> {
	const found = await work.db
		.selectFrom("geography.postcode")
		.select(["place", "municipality_number as municipalityNumber"])
		.where("postcode", "=", postcode)
		.executeTakeFirst();
	if (found) return found;
	return (await hasPostcodes(work)) ? null : undefined;
}

/** Whether the register of postcodes has been imported. */
export async function hasPostcodes(work: Work): Promise<boolean> {
	const any = await work.db.selectFrom("geography.postcode").select("postcode").limit(1).executeTakeFirst();
	return any !== undefined;
}

export async function isMunicipality(work: Work, number: string): Promise<boolean> {
	const found = await work.db
		.selectFrom("organisation.identity as identity")
		.innerJoin("organisation.organisation as organisation", "organisation.id", "identity.organisation_id")
		.select("identity.id")
		.where("identity.number", "=", number)
		.where("organisation.kind", "=", "municipality")
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}
