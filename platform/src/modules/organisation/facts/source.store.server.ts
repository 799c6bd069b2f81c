import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";

/** The hash of what a source held when it was last taken in; undefined before the first time. */
export async function findSeedHash(work: Work, sourceId: string): Promise<string | undefined> {
	const found = await work.db
		.selectFrom("geography.source")
		.select("content_hash")
		.where("id", "=", sourceId)
		.executeTakeFirst();
	return found?.content_hash;
}

export type TakenSource = {
	readonly id: string;
	readonly title: string;
	readonly licence: string;
	readonly link: string | null;
	readonly date: string;
	readonly rowCount: number;
	readonly hash: string;
};

/** Remembers where facts came from, under which licence, and what was in it. */
export async function saveSource(work: Work, source: TakenSource): Promise<void> {
	const importedBy = work.actor.kind === "person" ? work.actor.personId : null;
	await sql`insert into geography.source (id, title, licence, link, facts_date, imported_at, imported_by, row_count, content_hash)
		values (${source.id}, ${source.title}, ${source.licence}, ${source.link}, ${source.date}, ${work.now}, ${importedBy},
			${source.rowCount}, ${source.hash})
		on conflict (id) do update set title = excluded.title, licence = excluded.licence, link = excluded.link,
			facts_date = excluded.facts_date, imported_at = excluded.imported_at, imported_by = excluded.imported_by,
			row_count = excluded.row_count, content_hash = excluded.content_hash`.execute(work.db);
}

/** Where facts in a file came from, as what is made of them says it. */
export type FactsSource = { readonly title: string; readonly date: string };
