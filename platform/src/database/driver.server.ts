import { createHash } from "node:crypto";
import {
	CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
} from "kysely";
import pg from "pg";

/** Times a statement is sent before it is prepared: one that is put together anew every time never is. */
const sentBefore = 3;
/** At most this many statements are prepared; each costs memory in every connection. */
const preparedAtMost = 500;
/** Longer ones are lists of values to insert, characters. */
const longest = 10_000;

/**
 * PostgreSQL for Kysely, with statements that are sent again and again prepared: planning takes most of the time of the
 * short queries a page is made of, and a prepared one is planned once for each connection.
 */
export function preparingDialect(pool: pg.Pool): Dialect {
	return {
		createDriver: () => preparingDriver(pool),
		createAdapter: () => new PostgresAdapter(),
		createQueryCompiler: () => new PostgresQueryCompiler(),
		createIntrospector: (db) => new PostgresIntrospector(db),
	};
}

function preparingDriver(pool: pg.Pool): Driver {
	const names = statementNames();
	const known = new WeakMap<DatabaseConnection, pg.PoolClient>();
	const run = (connection: DatabaseConnection, text: string) => connection.executeQuery(CompiledQuery.raw(text));
	return {
		async init() {},
		async acquireConnection() {
			const client = await pool.connect();
			const connection = connectionOf(client, names);
			known.set(connection, client);
			return connection;
		},
		async releaseConnection(connection) {
			known.get(connection)?.release();
		},
		async beginTransaction(connection) {
			await run(connection, "begin");
		},
		async commitTransaction(connection) {
			await run(connection, "commit");
		},
		async rollbackTransaction(connection) {
			await run(connection, "rollback");
		},
		destroy: () => pool.end(),
	};
}

/** Without values only queries are prepared: what begins and ends a transaction cannot be. */
const query = /^\s*(select|with)\b/i;
const changing = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

function connectionOf(client: pg.PoolClient, names: StatementNames): DatabaseConnection {
	return {
		async executeQuery({ sql: text, parameters }) {
			const name = parameters.length > 0 || query.test(text) ? names.of(text) : undefined;
			const values = [...parameters];
			try {
				const { command, rowCount, rows } = await client.query(
					name === undefined ? { text, values } : { name, text, values },
				);
				return changing.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
			} catch (error) {
				if (isStalePlan(error)) names.renew();
				throw error;
			}
		},
		// biome-ignore lint/correctness/useYield: rows are never streamed one by one
		async *streamQuery() {
			throw new Error("Queries are not streamed");
		},
	};
}

/** A prepared statement met a table that has changed since; it works when run again, under a new name. */
export function isStalePlan(error: unknown): boolean {
	return error instanceof pg.DatabaseError && error.code === "0A000" && error.message.startsWith("cached plan");
}

type StatementNames = {
	/** What a statement is prepared under; undefined until it has been sent often enough. */
	of(text: string): string | undefined;
	/** Prepares everything anew. */
	renew(): void;
};

function statementNames(): StatementNames {
	const sent = new Map<string, number>();
	const names = new Map<string, string>();
	let edition = 1;
	return {
		of(text) {
			const name = names.get(text);
			if (name !== undefined || text.length > longest || names.size >= preparedAtMost) return name;
			const times = (sent.get(text) ?? 0) + 1;
			if (sent.size > 10 * preparedAtMost) sent.clear();
			sent.set(text, times);
			if (times <= sentBefore) return undefined;
			const made = `${edition}:${createHash("sha256").update(text).digest("base64url").slice(0, 24)}`;
			names.set(text, made);
			return made;
		},
		renew() {
			edition++;
			names.clear();
		},
	};
}
