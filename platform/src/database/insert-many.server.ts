import { sql } from "kysely";
import type { Work } from "./work.server.ts";

const atOnce = 2_000;

/**
 * Writes many rows of one table, some thousands in a statement: to the database a slice is one value, so that neither side
 * spends its time on parameters. The columns are those of the first row; bytes are hexadecimal text (`\x00ff`).
 */
export async function insertMany(work: Work, table: string, rows: readonly object[]): Promise<void> {
	const columns = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)));
	for (let first = 0; first < rows.length; first += atOnce)
		await sql`insert into ${sql.table(table)} (${columns})
			select ${columns} from jsonb_populate_recordset(null::${sql.table(table)},
				${JSON.stringify(rows.slice(first, first + atOnce))}::jsonb)`.execute(work.db);
}
