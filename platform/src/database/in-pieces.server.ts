import { type RawBuilder, sql } from "kysely";
import type { Work } from "./work.server.ts";

/** Rows that are taken in at a time: about ten milliseconds of work for whoever does something with each. */
export const piece = 1_000;

/**
 * Does something with all that a query finds, some thousand rows at a time: a process that also answers pages is not held
 * up by tens of thousands at once. All are found as they were when it began, whatever is written meanwhile.
 */
export async function inPieces<Row>(
	{ db }: Work,
	query: RawBuilder<Row>,
	each: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
	await sql`declare pieces no scroll cursor for ${query}`.execute(db);
	for (;;) {
		const { rows } = await sql<Row>`fetch ${sql.lit(piece)} from pieces`.execute(db);
		if (rows.length > 0) await each(rows);
		if (rows.length < piece) break;
	}
	await sql`close pieces`.execute(db);
}
