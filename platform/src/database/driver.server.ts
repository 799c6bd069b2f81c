import { createHash } from "node:crypto";
import {
	CompiledQuery,
	type DatabaseConnection,
	DefaultQueryExecutor,
	type Dialect,
	type Driver,
	Kysely,
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
const longest = 20_000;

/**
 * PostgreSQL for Kysely, with statements that are sent again and again prepared: planning takes most of the time of the
 * short queries a page is made of, and a prepared one is planned once for each connection.
 */
export function preparingDialect(pool: pg.Pool, names: StatementNames): Dialect {
	return {
		createDriver: () => preparingDriver(pool, names),
		createAdapter: () => new PostgresAdapter(),
		createQueryCompiler: () => new PostgresQueryCompiler(),
		createIntrospector: (db) => new PostgresIntrospector(db),
	};
}

function preparingDriver(pool: pg.Pool, names: StatementNames): Driver {
	const known = new WeakMap<DatabaseConnection, pg.PoolClient>();
	const run = (connection: DatabaseConnection, text: string) => connection.executeQuery(CompiledQuery.raw(text));
	return {
		async init() {},
		async acquireConnection() {
			const client = await pool.connect();
			const connection = connectionOf(sendingTo(client, names));
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

/** What is used of what node-postgres makes of an answer. */
type Answer = Pick<pg.QueryResult, "command" | "rowCount" | "rows">;

/** Sends a statement and gives the answer. */
type Send = (text: string, parameters: readonly unknown[]) => Promise<Answer>;

function sendingTo(client: pg.PoolClient, names: StatementNames): Send {
	return async (text, parameters) => {
		const name = parameters.length > 0 || query.test(text) ? names.of(text) : undefined;
		const values = [...parameters];
		sendTogether(client);
		try {
			return await asked(client, name, text, values);
		} catch (error) {
			if (isStalePlan(error)) names.renew();
			// Where it was asked says more than where the socket was read.
			if (error instanceof Error) Error.captureStackTrace(error);
			throw error;
		}
	};
}

/** A query made ready is sent as it is; a description of one would be copied, property by property, for every statement. */
function asked(client: pg.PoolClient, name: string | undefined, text: string, values: unknown[]): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const query = new pg.Query(text, values, (error, answer) => (error ? reject(error) : resolve(answer)));
		client.query(name === undefined ? query : Object.assign(query, { name }));
	});
}

function connectionOf(send: Send): DatabaseConnection {
	return {
		async executeQuery({ sql: text, parameters }) {
			const { command, rowCount, rows } = await send(text, parameters);
			return changing.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
		},
		// biome-ignore lint/correctness/useYield: rows are never streamed one by one
		async *streamQuery() {
			throw new Error("Queries are not streamed");
		},
	};
}

/** Statements that are sent at the same moment leave in one packet: what a packet costs is more than what is in it. */
function sendTogether({ connection: { stream } }: pg.PoolClient): void {
	// Another of this moment has seen to it.
	if (stream.writableCorked > 0) return;
	stream.cork();
	process.nextTick(() => stream.uncork());
}

/** A connection in a transaction that only reads, and so finds the same rows however often it looks. */
export type ReadingConnection = {
	readonly connection: DatabaseConnection;
	/** Ends the transaction and gives the connection back; nothing can be asked of it from now on. */
	end(): void;
};

/** Results of more rows than this are not kept to be given again. */
const keptAtMost = 500;

/**
 * Begins a transaction that only reads. Nothing waits for it to have begun or ended: the statements that follow travel
 * with it, several at a time where they do not wait for each other, and one that has been sent before is not sent again.
 */
export async function beginReading(pool: pg.Pool, names: StatementNames, begin: string): Promise<ReadingConnection> {
	const client = await pool.connect();
	const send = sendingTo(client, names);
	const begun = send(begin, []);
	// Told to whoever asks for something.
	begun.catch(() => {});
	/** By the statement, then by its values: a text of some thousand characters is looked up as it is, not copied. */
	const found = new Map<string, Map<string, Promise<Answer>>>();
	let isOpen = true;
	let underWay = 0;

	async function ask(text: string, parameters: readonly unknown[]): Promise<Answer> {
		underWay++;
		try {
			// Where the transaction did not begin there is no actor either, and its error, which comes first, is the one to tell.
			const [, answer] = await Promise.all([begun, send(text, parameters)]);
			return answer;
		} finally {
			underWay--;
		}
	}

	return {
		connection: connectionOf(async (text, parameters) => {
			if (!isOpen) throw new Error("this unit of work has ended");
			const values = JSON.stringify(parameters);
			const same = found.get(text) ?? new Map<string, Promise<Answer>>();
			found.set(text, same);
			const asked = same.get(values) ?? ask(text, parameters);
			same.set(values, asked);
			const { command, rowCount, rows } = await asked;
			if (rows.length > keptAtMost) same.delete(values);
			return { command, rowCount, rows: [...rows] };
		}),
		end() {
			isOpen = false;
			const release = () => client.release();
			const ended = send("commit", []);
			// Whoever is next in turn sends behind it, in the same packet: PostgreSQL answers in the order it was asked. But nobody
			// is to wait for what has been asked for here and is no longer waited for.
			if (underWay > 0) ended.then(release, release);
			else {
				// A connection that cannot end a transaction is broken, which the pool is told by itself.
				ended.catch(() => {});
				release();
			}
		},
	};
}

/** Kysely on one connection, which it does not wait for: PostgreSQL answers in the order it was asked. */
export function onConnection<Tables>(dialect: Dialect, connection: DatabaseConnection): Kysely<Tables> {
	const provide = { provideConnection: <Value>(ask: (one: DatabaseConnection) => Promise<Value>) => ask(connection) };
	const executor = new DefaultQueryExecutor(dialect.createQueryCompiler(), dialect.createAdapter(), provide);
	return new Kysely<Tables>({ config: { dialect }, dialect, driver: dialect.createDriver(), executor });
}

/** A prepared statement met a table that has changed since; it works when run again, under a new name. */
export function isStalePlan(error: unknown): boolean {
	return error instanceof pg.DatabaseError && error.code === "0A000" && error.message.startsWith("cached plan");
}

export type StatementNames = {
	/** What a statement is prepared under; undefined until it has been sent often enough. */
	of(text: string): string | undefined;
	/** Prepares everything anew. */
	renew(): void;
};

export function statementNames(): StatementNames {
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
