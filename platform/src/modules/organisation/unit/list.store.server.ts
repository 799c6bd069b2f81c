import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Page } from "../contract.ts";
import { openOn, rowColumns, unitsOn } from "./columns.store.server.ts";
import type { ListedUnit, UnitQuery, UnitRow, UnitSort } from "./contract.ts";

/** All units of an organisation as of a day, siblings in their order: what a tree is built of. */
export async function listTreeRows(
	work: Work,
	organisationId: string,
	asOf: string,
	withClosed: boolean,
): Promise<UnitRow[]> {
	const { rows } = await sql<UnitRow>`
		select ${rowColumns} from ${unitsOn(work, asOf)} u
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

const orders: Readonly<Record<UnitSort, RawBuilder<unknown>>> = {
	name: sql`u.name collate house.norwegian`,
	setting: sql`s.sort`,
	sector: sql`k.sort`,
	place: sql`u.place collate house.norwegian`,
};

/** Units of some organisations that are open on a day, by name. */
export async function listOpenUnits(work: Work, organisationIds: readonly string[], day: string): Promise<UnitName[]> {
	const { rows } = await sql<UnitName>`
		select u.organisation_id "organisationId", u.id, u.name from organisation.unit u
		where u.organisation_id = any(${[...organisationIds]}::uuid[]) and ${openOn(day)}
		order by u.name collate house.norwegian, u.id`.execute(work.db);
	return rows;
}

export type UnitName = { readonly organisationId: string; readonly id: string; readonly name: string };

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
			from ${unitsOn(work, asOf)} u
			left join organisation.setting s on s.code = u.setting
			join organisation.sector k on k.code = u.sector
			where ${where}
			order by place_in_list limit ${pageSize} offset ${offset}
		) u
		left join organisation.identity i on i.organisation_id = u.organisation_id
			and i.valid_from <= ${asOf} and (i.valid_to is null or i.valid_to >= ${asOf})
		order by u.place_in_list`.execute(work.db);
	const counted = await sql<{
		total: number;
	}>`select count(*) total from ${unitsOn(work, asOf)} u where ${where}`.execute(work.db);
	return { rows, total: counted.rows[0]?.total ?? 0 };
}
