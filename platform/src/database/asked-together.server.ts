import { type Kysely, type RawBuilder, sql } from "kysely";
import { piecesOf } from "../pieces.ts";
import type { DB } from "./schema.gen.ts";
import type { Work } from "./work.server.ts";

/** Queries in one statement at most: what is prepared once for each connection is not to be longer than it need be. */
const mostTogether = 24;

/** Fewer than this are asked each by itself: to unite them costs a statement more, and the planning. */
const fewestTogether = 4;

type Waiting = { readonly query: RawBuilder<unknown>; tell(rows: Promise<unknown>): void };

const waiting = new WeakMap<Kysely<DB>, Waiting[]>();

/**
 * The rows of a query, asked for in one statement with the other queries that are asked this way at the same moment in the
 * same unit of work, where they are more than a few: beginning a statement costs more than most short queries themselves. Whoever asks need not know who
 * else does. Values come as JSON has them: days, numbers, texts and lists of them are as always, but a moment would be text.
 */
export async function rowsTogether<Row>(work: Work, query: RawBuilder<Row>): Promise<Row[]> {
	const rows = await new Promise<unknown>((tell) => {
		const others = waiting.get(work.db);
		if (others) {
			others.push({ query, tell });
			return;
		}
		const all: Waiting[] = [{ query, tell }];
		waiting.set(work.db, all);
		// When all that could go on has done so, and has asked.
		process.nextTick(() => {
			waiting.delete(work.db);
			for (const asked of piecesOf(all, mostTogether)) ask(work, asked);
		});
	});
	if (!areRowsOf(query, rows)) throw new Error("a query was answered with something else than rows");
	return rows;
}

function ask({ db }: Work, asked: readonly Waiting[]): void {
	if (asked.length < fewestTogether) {
		for (const { query, tell } of asked) tell(query.execute(db).then(({ rows }) => rows));
		return;
	}
	const columns = asked.map(
		({ query }, at) => sql`(select json_agg(found) from (${query}) found) ${sql.ref(`found${at}`)}`,
	);
	// Planned once for each connection: the database would plan a statement anew five times before it keeps a plan, and this is many.
	sql`set local plan_cache_mode = force_generic_plan`.execute(db).catch(() => {
		// what follows fails as well, and tells whoever asked
	});
	const answer = sql<Readonly<Record<string, unknown>>>`select ${sql.join(columns)}`.execute(db);
	for (const [at, { tell }] of asked.entries()) tell(answer.then(({ rows }) => rows[0]?.[`found${at}`] ?? []));
}

/** The database is told what a row is like by the query itself, as everywhere. */
function areRowsOf<Row>(_query: RawBuilder<Row>, rows: unknown): rows is Row[] {
	return Array.isArray(rows);
}
