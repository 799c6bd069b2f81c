import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Page } from "../contract.ts";
import type { ListedUnit, Position, Unit, UnitQuery, UnitRow, UnitSort } from "./contract.ts";
import type { CompleteValues } from "./rules.ts";

const rowColumns = sql`u.organisation_id "organisationId", u.id, u.parent_id "parentId", u.name, u.code, u.setting, u.sector, u.place,
	u.municipality_number "municipalityNumber", u.valid_from "validFrom", u.valid_to "validTo", u.published, u.version`;

function openOn(asOf: string): RawBuilder<unknown> {
	return sql`u.valid_from <= ${asOf} and (u.valid_to is null or u.valid_to >= ${asOf})`;
}

/** All units of an organisation as of a day, siblings in their order: what a tree is built of. */
export async function listTreeRows(
	work: Work,
	organisationId: string,
	asOf: string,
	withClosed: boolean,
): Promise<UnitRow[]> {
	const { rows } = await sql<UnitRow>`
		select ${rowColumns} from organisation.unit u
		where u.organisation_id = ${organisationId} and ${withClosed ? sql`true` : openOn(asOf)}
		order by u.sort, u.name collate house.norwegian, u.id`.execute(work.db);
	return rows;
}

/** The names of those who lead each unit on a day. Other organisations' people are not seen. */
export async function listLeaders(
	work: Work,
	organisationId: string,
	asOf: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
	const { rows } = await sql<{ unitId: string; names: string[] }>`
		select unit_id "unitId", array_agg(name order by name) names from organisation.membership
		where organisation_id = ${organisationId} and role = 'unit-leader' and unit_id is not null
			and valid_from <= ${asOf} and (valid_to is null or valid_to >= ${asOf})
		group by unit_id`.execute(work.db);
	return new Map(rows.map((row) => [row.unitId, row.names]));
}

export async function findUnit(work: Work, organisationId: string, id: string): Promise<Unit | undefined> {
	const { rows } = await sql<Unit>`
		select ${rowColumns}, u.address, u.postcode, u.latitude, u.longitude, u.email, u.phone
		from organisation.unit u where u.organisation_id = ${organisationId} and u.id = ${id}`.execute(work.db);
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

/** The units above a unit, the top one first. */
export async function listAbove(
	work: Work,
	organisationId: string,
	path: readonly string[],
): Promise<{ id: string; name: string }[]> {
	const ids = [...path.slice(1)].reverse();
	if (ids.length === 0) return [];
	const rows = await work.db
		.selectFrom("organisation.unit")
		.select(["id", "name"])
		.where("organisation_id", "=", organisationId)
		.where("id", "in", ids)
		.execute();
	return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** The units directly below a unit (null: at the top) as of a day, in their order. */
export async function listChildren(
	work: Work,
	organisationId: string,
	parentId: string | null,
	asOf: string,
): Promise<UnitRow[]> {
	const { rows } = await sql<UnitRow>`
		select ${rowColumns} from organisation.unit u
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
	const any = await work.db.selectFrom("geography.postcode").select("postcode").limit(1).executeTakeFirst();
	return any ? null : undefined;
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

function columnsOf(values: CompleteValues, searchName: string) {
	return {
		name: values.name,
		code: values.code,
		setting: values.setting,
		sector: values.sector,
		address: values.address,
		postcode: values.postcode,
		place: values.place,
		municipality_number: values.municipalityNumber,
		latitude: values.latitude,
		longitude: values.longitude,
		email: values.email,
		phone: values.phone,
		published: values.published,
		search_name: searchName,
	};
}

export type UnitToInsert = {
	readonly organisationId: string;
	readonly id: string;
	readonly parentId: string | null;
	readonly validFrom: string;
	readonly validTo: string | null;
	readonly sort: number;
	readonly values: CompleteValues;
	readonly searchName: string;
};

/** Writes new units, parents before children, in few statements. */
export async function insertUnits(work: Work, units: readonly UnitToInsert[]): Promise<void> {
	for (let start = 0; start < units.length; start += insertAtOnce)
		await work.db
			.insertInto("organisation.unit")
			.values(units.slice(start, start + insertAtOnce).map(rowOf))
			.execute();
}
/** PostgreSQL takes at most 65,535 parameters in a statement. */
const insertAtOnce = 1000;

/** Writes those of the units whose ids are not there yet; returns how many were not. */
export async function insertMissingUnits(work: Work, units: readonly UnitToInsert[]): Promise<number> {
	if (units.length === 0) return 0;
	const result = await work.db
		.insertInto("organisation.unit")
		.values(units.map(rowOf))
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(result.numInsertedOrUpdatedRows ?? 0);
}

function rowOf(unit: UnitToInsert) {
	return {
		organisation_id: unit.organisationId,
		id: unit.id,
		parent_id: unit.parentId,
		valid_from: unit.validFrom,
		valid_to: unit.validTo,
		sort: unit.sort,
		...columnsOf(unit.values, unit.searchName),
	};
}

/** Overwrites a unit's values and counts its version up; false where it is no longer the version looked at. */
export async function updateUnit(
	work: Work,
	unit: { organisationId: string; id: string; version: number },
	values: CompleteValues,
	searchName: string,
): Promise<boolean> {
	return update(work, unit, columnsOf(values, searchName));
}

export async function updatePlace(
	work: Work,
	unit: { organisationId: string; id: string; version: number },
	parentId: string | null,
): Promise<boolean> {
	return update(work, unit, { parent_id: parentId });
}

export async function updateLastDay(
	work: Work,
	unit: { organisationId: string; id: string; version: number },
	lastDay: string | null,
): Promise<boolean> {
	return update(work, unit, { valid_to: lastDay });
}

async function update(
	work: Work,
	unit: { organisationId: string; id: string; version: number },
	columns: Partial<ReturnType<typeof columnsOf>> & { parent_id?: string | null; valid_to?: string | null },
): Promise<boolean> {
	const result = await work.db
		.updateTable("organisation.unit")
		.set({ ...columns, version: unit.version + 1 })
		.where("organisation_id", "=", unit.organisationId)
		.where("id", "=", unit.id)
		.where("version", "=", unit.version)
		.executeTakeFirst();
	return result.numUpdatedRows === 1n;
}

/** Gives siblings their order. The order is the parent's affair: the versions of the units stay. */
export async function updateOrder(work: Work, organisationId: string, ids: readonly string[]): Promise<void> {
	await sql`update organisation.unit u set sort = list.position * 10
		from unnest(${[...ids]}::uuid[]) with ordinality as list (id, position)
		where u.organisation_id = ${organisationId} and u.id = list.id and u.sort <> list.position * 10`.execute(work.db);
}

const orders: Readonly<Record<UnitSort, RawBuilder<unknown>>> = {
	name: sql`u.name collate house.norwegian`,
	setting: sql`s.sort`,
	sector: sql`k.sort`,
	place: sql`u.place collate house.norwegian`,
};

/** A page of units; `words` are folded, and each must be somewhere in the name. */
export async function listUnits(
	work: Work,
	query: UnitQuery & { readonly asOf: string; readonly words: readonly string[] },
): Promise<Page<ListedUnit>> {
	const { organisationId, asOf, words, setting, sector, municipalityNumber } = query;
	const where = sql.join(
		[
			query.withClosed ? sql`true` : openOn(asOf),
			...(organisationId === undefined ? [] : [sql`u.organisation_id = ${organisationId}`]),
			...(setting === undefined ? [] : [sql`u.setting = ${setting}`]),
			...(sector === undefined ? [] : [sql`u.sector = ${sector}`]),
			...(municipalityNumber === undefined ? [] : [sql`u.municipality_number = ${municipalityNumber}`]),
			...words.map((word) => sql`u.search_name like ${`%${word}%`}`),
		],
		sql` and `,
	);
	const { sort = "name", descending = false, offset = 0, pageSize = null } = query;
	const towards = descending ? sql`desc nulls last` : sql`asc nulls last`;
	const { rows } = await sql<ListedUnit>`
		select ${rowColumns}, coalesce(i.name, '') "organisationName"
		from (
			select u.*, row_number() over (order by ${orders[sort]} ${towards}, u.name collate house.norwegian, u.id) place_in_list
			from organisation.unit u
			left join organisation.setting s on s.code = u.setting
			join organisation.sector k on k.code = u.sector
			where ${where}
			order by place_in_list limit ${pageSize} offset ${offset}
		) u
		left join organisation.identity i on i.organisation_id = u.organisation_id
			and i.valid_from <= ${asOf} and (i.valid_to is null or i.valid_to >= ${asOf})
		order by u.place_in_list`.execute(work.db);
	const counted = await sql<{ total: number }>`select count(*) total from organisation.unit u where ${where}`.execute(
		work.db,
	);
	return { rows, total: counted.rows[0]?.total ?? 0 };
}
