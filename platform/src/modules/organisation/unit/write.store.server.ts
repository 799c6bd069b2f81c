import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { CompleteValues } from "./rules.ts";

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
