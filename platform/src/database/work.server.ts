import { CompiledQuery, Kysely } from "kysely";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "../identity/actor.ts";
import type { Outcome } from "../outcome.ts";
import { isStalePlan, preparingDialect } from "./driver.server.ts";
import { asRole } from "./migrate.server.ts";
import type { DB } from "./schema.gen.ts";

/** One unit of work: a transaction bound to its actor. */
export type Work = {
	readonly db: Kysely<DB>;
	readonly actor: Actor;
	/** The moment this unit of work began: rules take time from here, never from the clock. */
	readonly now: Date;
	/** The same moment as a plain Norwegian calendar date, YYYY-MM-DD. */
	readonly today: string;
};

export type Database = {
	/** Runs a read-only unit of work as this actor. */
	reading<Value>(actor: Actor, work: (work: Work) => Promise<Value>): Promise<Value>;
	/** Runs a serializable unit of work as this actor; rolled back when refused, retried when it lost a race. */
	commanding<Value, Code extends string>(
		actor: Actor,
		work: (work: Work) => Promise<Outcome<Value, Code>>,
	): Promise<Outcome<Value, Code>>;
	/** One statement outside any transaction and with no actor: only for functions that see past row-level security. */
	readonly bare: Kysely<DB>;
	readonly pool: pg.Pool;
	close(): Promise<void>;
};

// Dates without a time of day stay plain text (YYYY-MM-DD): a JS Date would move them across midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value));

/** Serialization failure, deadlock, and the unique violation a lost race can show as: all safe to run again. */
const retryable = new Set(["40001", "40P01"]);
const attemptsAllowed = 6;

export type DatabaseOptions = {
	readonly connection: pg.ClientConfig;
	readonly poolSize?: number;
	/** Milliseconds a statement may run before PostgreSQL ends it. */
	readonly statementTimeout?: number;
	readonly clock?: () => Date;
};

/** Opens the program's pool, as the role that owns no table. */
export function openDatabase(options: DatabaseOptions): Database {
	const pool = new pg.Pool({
		...asRole(options.connection, "laeringsarena_program"),
		max: options.poolSize ?? 12,
		statement_timeout: options.statementTimeout ?? 30_000,
		idle_in_transaction_session_timeout: 60_000,
		connectionTimeoutMillis: 10_000,
		application_name: "laeringsarena",
	});
	// A broken idle connection is replaced at the next use; without a listener it would end the process.
	pool.on("error", () => {});
	// The same for one that breaks while in use: whoever uses it gets the error from the query.
	pool.on("connect", (client) => client.on("error", () => {}));
	const kysely = new Kysely<DB>({ dialect: preparingDialect(pool) });
	const clock = options.clock ?? (() => new Date());

	async function within<Value>(
		actor: Actor,
		begin: string,
		work: (work: Work) => Promise<Value>,
		keep: (value: Value) => boolean,
	): Promise<Value> {
		return kysely.connection().execute(async (db) => {
			const now = clock();
			// BEGIN and the actor travel together: one round trip less for every unit of work.
			await db.executeQuery(CompiledQuery.raw(`${begin};${actorSettings(actor)}`));
			try {
				const value = await work({ db, actor, now, today: norwegianDate(now) });
				await db.executeQuery(CompiledQuery.raw(keep(value) ? "commit" : "rollback"));
				return value;
			} catch (error) {
				await db.executeQuery(CompiledQuery.raw("rollback")).catch(() => {
					// the connection itself is gone: the first error is the one to tell
				});
				throw withoutParameters(error);
			}
		});
	}

	return {
		pool,
		bare: kysely,
		reading: (actor, work) =>
			again(() => within(actor, "begin isolation level repeatable read read only", work, () => true)),
		commanding: (actor, work) =>
			again(() => within(actor, "begin isolation level serializable", work, (outcome) => !outcome.refused)),
		close: () => kysely.destroy(),
	};
}

/** Runs a unit of work, and runs it again when it lost to another that was under way. */
async function again<Value>(run: () => Promise<Value>): Promise<Value> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await run();
		} catch (error) {
			if (attempt >= attemptsAllowed || !isRetryable(error)) throw error;
			await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * (2 + Math.random() * 4)));
		}
	}
}

/** A new id: UUIDv7, made by the program so that no database feature is needed for it. */
export function newId(): string {
	return uuidv7();
}

/** The calendar date in Norway at a moment, YYYY-MM-DD. */
export function norwegianDate(moment: Date): string {
	return dateFormat.format(moment);
}
const dateFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo", dateStyle: "short" });

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function actorSettings(actor: Actor): string {
	const person = actor.kind === "person" ? actor.personId : "";
	const organisation = actor.kind === "nobody" ? "" : (actor.organisationId ?? "");
	const kind = actor.kind === "nobody" ? "" : actor.kind;
	for (const id of [person, organisation])
		if (id !== "" && !uuidPattern.test(id)) throw new Error("an actor's ids must be lower-case UUIDs");
	return `set local laeringsarena.kind='${kind}';set local laeringsarena.person='${person}';set local laeringsarena.organisation='${organisation}'`;
}

function isRetryable(error: unknown): boolean {
	if (isStalePlan(error)) return true;
	return error instanceof pg.DatabaseError && error.code !== undefined && retryable.has(error.code);
}

/** What PostgreSQL says of a failing row quotes its values; logs may carry the error, so the quotes go. */
function withoutParameters(error: unknown): unknown {
	if (error instanceof pg.DatabaseError) {
		error.detail = undefined;
		error.where = undefined;
	}
	return error;
}
