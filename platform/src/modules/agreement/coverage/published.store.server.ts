import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { AgreementKind } from "../codes.ts";
import { holds } from "./store.server.ts";

export type PublishedQuery = {
	readonly theme?: string | undefined;
	readonly partyId?: string | undefined;
	readonly words: readonly string[];
	readonly offset: number;
	readonly pageSize: number;
};

export type PublishedRow = {
	readonly id: string;
	readonly title: string;
	readonly kind: AgreementKind;
	readonly firstDay: string | null;
	readonly lastDay: string | null;
	readonly partyIds: readonly string[];
	readonly themes: readonly string[];
	readonly total: number;
};

/** Published agreements in force, by title: those anyone signed in may read. Who reads what is signed are its parties. */
export async function listPublished(work: Work, query: PublishedQuery): Promise<readonly PublishedRow[]> {
	const conditions = [
		sql`a.published`,
		holds(work.today),
		...(query.theme === undefined ? [] : [sql`a.theme_codes @> array[${query.theme}]`]),
		...(query.partyId === undefined ? [] : [sql`a.readers @> array[${query.partyId}::uuid]`]),
		...query.words.map((word) => sql`a.search_name like ${`%${word}%`}`),
	];
	const { rows } = await sql<PublishedRow>`
		select a.id, a.title, a.kind, a.first_day "firstDay", a.last_day "lastDay", a.readers "partyIds", a.theme_codes themes,
			count(*) over () total
		from agreement.agreement a where ${sql.join(conditions, sql` and `)}
		order by a.title collate house.norwegian, a.id limit ${query.pageSize} offset ${query.offset}`.execute(work.db);
	return rows;
}
