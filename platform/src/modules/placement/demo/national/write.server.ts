import { sql } from "kysely";
import type { Work } from "../../../../database/work.server.ts";

const atOnce = 5_000;

/** Writes many rows of one table, some thousands in a statement: the columns are those of the first row. */
export async function insertMany(work: Work, table: string, rows: readonly object[]): Promise<void> {
	const columns = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)));
	for (let first = 0; first < rows.length; first += atOnce)
		await sql`insert into ${sql.table(table)} (${columns})
			select ${columns} from jsonb_populate_recordset(null::${sql.table(table)},
				${JSON.stringify(rows.slice(first, first + atOnce))}::jsonb)`.execute(work.db);
}
