import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { unitsOn } from "../unit/columns.store.server.ts";

export type NamedUnit = {
	readonly organisationId: string;
	readonly organisationName: string;
	readonly unitId: string;
	readonly unitName: string;
};

/**
 * Units open on a day in which every word of a search is found, in the unit's name or its organisation's, and some word in the
 * unit's own. Shortest name first.
 */
export async function listUnitsNamed(
	work: Work,
	words: readonly string[],
	limit: number,
	day: string,
): Promise<NamedUnit[]> {
	const inUnit = words.map((word) => sql`u.search_name like ${`%${word}%`}`);
	const anywhere = words.map((word) => sql`(u.search_name like ${`%${word}%`} or i.search_name like ${`%${word}%`})`);
	return selectUnits(work, sql`${sql.join(anywhere, sql` and `)} and (${sql.join(inUnit, sql` or `)})`, limit, day);
}

/** Units open on a day whose name holds any of some pieces: what a misspelt word is held against. */
export async function listUnitsLike(
	work: Work,
	pieces: readonly string[],
	limit: number,
	day: string,
): Promise<NamedUnit[]> {
	return selectUnits(work, sql`u.search_name like any (${pieces.map((piece) => `%${piece}%`)}::text[])`, limit, day);
}

async function selectUnits(work: Work, where: RawBuilder<unknown>, limit: number, day: string): Promise<NamedUnit[]> {
	const { rows } = await sql<NamedUnit>`
		select u.organisation_id "organisationId", i.name "organisationName", u.id "unitId", u.name "unitName"
		from ${unitsOn(work, day)} u
		join organisation.identity i on i.organisation_id = u.organisation_id
			and i.valid_from <= ${day} and (i.valid_to is null or i.valid_to >= ${day})
		where u.valid_from <= ${day} and (u.valid_to is null or u.valid_to >= ${day}) and ${where}
		order by length(u.name), u.name, u.id
		limit ${limit}`.execute(work.db);
	return rows;
}
