import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import type { Agreement } from "../contract.ts";
import { type ListedPublication, type Publication, type PublicationQuery, publication } from "./contract.ts";

type Key = Pick<Agreement, "organisationId" | "id">;

/** Writes down what everybody sees of an agreement, instead of what they saw before. */
export async function writePublication(work: Work, { organisationId, id }: Key, shown: Publication): Promise<void> {
	await deletePublication(work, { organisationId, id });
	await work.db
		.insertInto("agreement.publication")
		.values({
			...{
				organisation_id: organisationId,
				agreement_id: id,
				title: shown.title,
				kind: shown.kind,
				level: shown.level,
			},
			...{ first_day: shown.firstDay, last_day: shown.lastDay, ended_on: shown.endedOn },
			...{ party_names: shown.parties, theme_codes: shown.themes },
			body: shown.content === null ? null : JSON.stringify(shown.content),
			signatures: JSON.stringify(shown.signatures),
			published_at: work.now,
			search_name: foldName([shown.title, ...shown.parties].join(" ")),
		})
		.execute();
}

export async function deletePublication(work: Work, { organisationId, id }: Key): Promise<void> {
	await work.db
		.deleteFrom("agreement.publication")
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.execute();
}

/** Says what everybody sees that an agreement ends before its time. */
export async function endPublication(work: Work, { organisationId, id }: Key, endsOn: string): Promise<void> {
	await work.db
		.updateTable("agreement.publication")
		.set({ ended_on: endsOn })
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.execute();
}

/** What everybody sees of an agreement; undefined where it is not shown to everybody. */
export async function findPublication(work: Work, id: string): Promise<Publication | undefined> {
	const row = await work.db
		.selectFrom("agreement.publication")
		.select(["agreement_id as id", "title", "kind", "level", "first_day as firstDay", "last_day as lastDay"])
		.select(["ended_on as endedOn", "party_names as parties", "theme_codes as themes", "body as content"])
		.select(["signatures"])
		.where("agreement_id", "=", id)
		.executeTakeFirst();
	return row && publication.parse(row);
}

/** A page of the agreements in force that everybody may see, by title. */
export async function listPublications(
	work: Work,
	query: PublicationQuery,
): Promise<readonly (ListedPublication & { readonly total: number })[]> {
	const conditions = [
		sql`p.first_day <= ${work.today} and (p.last_day is null or p.last_day >= ${work.today})`,
		sql`(p.ended_on is null or p.ended_on >= ${work.today})`,
		...(query.theme === undefined ? [] : [sql`p.theme_codes @> array[${query.theme}]`]),
		...query.words.map((word) => sql`p.search_name like ${`%${word}%`}`),
	];
	const { rows } = await sql<ListedPublication & { readonly total: number }>`
		select p.agreement_id id, p.title, p.kind, p.level, p.last_day "lastDay", p.party_names parties, p.theme_codes themes,
			count(*) over () total
		from agreement.publication p where ${sql.join(conditions, sql` and `)}
		order by p.title collate house.norwegian, p.agreement_id limit ${query.pageSize} offset ${query.offset}`.execute(
		work.db,
	);
	return rows;
}
