import { CompiledQuery, Kysely } from "kysely";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { dayOf } from "../day.ts";
import { isId } from "../id.ts";
import type { Actor } from "../identity/actor.ts";
import type { Outcome } from "../outcome.ts";
import type { CurrentRequest } from "../request.server.ts";
import { beginReading, isStalePlan, onConnection, preparingDialect, statementNames } from "./driver.server.ts";
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
	/** The request it is done for; null where nobody has asked: jobs, commands. */
	readonly request: CurrentRequest | null;
};

/** Runs a read-only unit of work as somebody. */
export type Reading = <Value>(work: (work: Work) => Promise<Value>) => Promise<Value>;

export type Database = {
	/** Runs a read-only unit of work as this actor. */
	reading<Value>(actor: Actor, work: (work: Work) => Promise<Value>): Promise<Value>;
	/**
	 * The same for work that happens side by side, such as the parts of a page: as long as one of them is under way the
	 * others join it, in one transaction and with one view of the data.
	 */
	readingTogether(actor: Actor): Reading;
	/** Runs a serializable unit of work as this actor; rolled back when refused, retried when it lost a race. */
	commanding<Value, Code extends string>(
		actor: Actor,
		work: (work: Work) => Promise<Outcome<Value, Code>>,
	): Promise<Outcome<Value, Code>>;
	/** One statement outside any transaction and with no actor: only for functions that see past row-level security. */
	readonly bare: Kysely<DB>;
	readonly pool: pg.Pool;
	/** The request this way in to the database was made for. */
	readonly request: CurrentRequest | null;
	/** The same database, for one request: what is done through it is known to be done for that. */
	forRequest(request: CurrentRequest): Database;
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
	/** Milliseconds a transaction may wait for the program, so that one that stands still does not hold others up for ever. */
	readonly idleTimeout?: number;
	readonly clock?: () => Date;
};

/** Opens the program's pool, as the role that owns no table. */
export function openDatabase(options: DatabaseOptions): Database {
	const pool = new pg.Pool({
		...asRole(options.connection, "laeringsarena_program"),
		max: options.poolSize ?? 12,
		statement_timeout: options.statementTimeout ?? 30_000,
		idle_in_transaction_session_timeout: options.idleTimeout ?? 60_000,
		connectionTimeoutMillis: 10_000,
		// What a connection has prepared goes with it, and planning a page's statements anew takes longer than the page.
		idleTimeoutMillis: 5 * 60_000,
		keepAlive: true,
		application_name: "laeringsarena",
		// Statements that do not wait for each other are sent without waiting for the answers to those before.
		pipeline: true,
	});
	// A broken idle connection is replaced at the next use; without a listener it would end the process.
	pool.on("error", () => {});
	// The same for one that breaks while in use: whoever uses it gets the error from the query.
	pool.on("connect", (client) => client.on("error", () => {}));
	const names = statementNames();
	const dialect = preparingDialect(pool, names);
	const kysely = new Kysely<DB>({ dialect });
	const clock = options.clock ?? (() => new Date());

	function databaseFor(request: CurrentRequest | null): Database {
		async function openReading(actor: Actor): Promise<{ readonly work: Work; end(): void }> {
			const now = clock();
			const begin = `begin isolation level repeatable read read only;${actorSettings(actor)}`;
			const { connection, end } = await beginReading(pool, names, begin);
			return { work: { db: onConnection<DB>(dialect, connection), actor, now, today: dayOf(now), request }, end };
		}

		async function readOnce<Value>(actor: Actor, work: (work: Work) => Promise<Value>): Promise<Value> {
			const reading = await openReading(actor);
			try {
				return await work(reading.work);
			} catch (error) {
				throw withoutParameters(error);
			} finally {
				reading.end();
			}
		}

		function reading<Value>(actor: Actor, work: (work: Work) => Promise<Value>): Promise<Value> {
			return again(() => readOnce(actor, work));
		}

		async function commandOnce<Value, Code extends string>(
			actor: Actor,
			work: (work: Work) => Promise<Outcome<Value, Code>>,
		): Promise<Outcome<Value, Code>> {
			return kysely.connection().execute(async (db) => {
				const now = clock();
				// BEGIN and the actor travel together: one round trip less for every unit of work.
				await db.executeQuery(CompiledQuery.raw(`begin isolation level serializable;${actorSettings(actor)}`));
				try {
					const outcome = await work({ db, actor, now, today: dayOf(now), request });
					await db.executeQuery(CompiledQuery.raw(outcome.refused ? "rollback" : "commit"));
					return outcome;
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
			request,
			forRequest: databaseFor,
			bare: kysely,
			reading,
			readingTogether: (actor) =>
				together(
					() => openReading(actor),
					(work) => reading(actor, work),
				),
			commanding: (actor, work) => again(() => commandOnce(actor, work)),
			close: () => kysely.destroy(),
		};
	}
	return databaseFor(null);
}

/** Lets units of work that overlap in time share a transaction. One that another's error spoilt is run again, alone. */
function together(open: () => Promise<{ readonly work: Work; end(): void }>, alone: Reading): Reading {
	let current: ReturnType<typeof open> | undefined;
	let underWay = 0;
	return async (work) => {
		current ??= open();
		underWay++;
		const joined = current;
		try {
			return await work((await joined).work);
		} catch (error) {
			if (isSpoilt(error) || isRetryable(error)) return await alone(work);
			throw withoutParameters(error);
		} finally {
			underWay--;
			if (underWay === 0) {
				current = undefined;
				joined.then(
					({ end }) => end(),
					() => {},
				);
			}
		}
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

function actorSettings(actor: Actor): string {
	const person = actor.kind === "person" ? actor.personId : "";
	const organisation = actor.kind === "nobody" ? "" : (actor.organisationId ?? "");
	const kind = actor.kind === "nobody" ? "" : actor.kind;
	const object = actor.kind === "link" ? actor.objectId : "";
	for (const id of [person, organisation, object])
		if (id !== "" && !isId(id)) throw new Error("an actor's ids must be lower-case UUIDs");
	const linked = object === "" ? "" : `;set local laeringsarena.object='${object}'`;
	return `set local laeringsarena.kind='${kind}';set local laeringsarena.person='${person}';set local laeringsarena.organisation='${organisation}'${linked}`;
}

function isRetryable(error: unknown): boolean {
	if (isStalePlan(error)) return true;
	return error instanceof pg.DatabaseError && error.code !== undefined && retryable.has(error.code);
}

/** "current transaction is aborted": something else in it failed. */
function isSpoilt(error: unknown): boolean {
	return error instanceof pg.DatabaseError && error.code === "25P02";
}

/** What PostgreSQL says of a failing row quotes its values; logs may carry the error, so the quotes go. */
function withoutParameters(error: unknown): unknown {
	if (error instanceof pg.DatabaseError) {
		error.detail = undefined;
		error.where = undefined;
	}
	return error;
}
