import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runMigrations as runQueueMigrations } from "graphile-worker";
import pg from "pg";
import { platformFolder } from "./folder.server.ts";

export type Migration = {
	readonly version: number;
	readonly name: string;
	readonly sql: string;
	readonly hash: string;
};

/** Why a database could not be brought up to date; nothing in it was changed by the migration named. */
export type MigrationCode = "misnamed" | "unknown" | "changed" | "failed";

export class MigrationFault extends Error {
	readonly code: MigrationCode;
	/** The file of the migration. */
	readonly migration: string;

	constructor(code: MigrationCode, migration: string, message: string, options: ErrorOptions = {}) {
		super(message, options);
		this.code = code;
		this.migration = migration;
	}
}

/** Any number that is ours alone: two programs migrating one database take turns. */
const lockKey = 7_163_201_126;

/** Every migration in the project, in order. Forward only: a file that has run is never edited. */
export function listMigrations(folder = join(platformFolder, "database", "migrations")): Migration[] {
	return readdirSync(folder)
		.filter((file) => file.endsWith(".sql"))
		.sort()
		.map((file, index) => {
			const match = /^(\d{4})_([a-z0-9-]+)\.sql$/.exec(file);
			const version = Number(match?.[1]);
			if (!match || version !== index + 1)
				throw new MigrationFault(
					"misnamed",
					file,
					`migration ${file}: expected ${String(index + 1).padStart(4, "0")}_name.sql`,
				);
			const sql = readFileSync(join(folder, file), "utf8");
			return { version, name: file, sql, hash: createHash("sha256").update(sql).digest("hex") };
		});
}

/** Where a database remembers which migrations it has had. */
export const migrationTable = `create schema if not exists migration;
	create table if not exists migration.applied (
		version integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`;

/**
 * Brings the database up to date, one transaction a migration, as the owner. Returns the names that were applied.
 * @throws MigrationFault when an applied migration was edited, one fails, or the database is newer than this program.
 */
export async function migrate(owner: pg.ClientConfig, migrations = listMigrations()): Promise<string[]> {
	const client = new pg.Client(owner);
	await client.connect();
	try {
		await client.query("select pg_advisory_lock($1)", [lockKey]);
		await client.query(migrationTable);
		const { rows } = await client.query<{ version: number; name: string; hash: string }>(
			"select version, name, hash from migration.applied order by version",
		);
		for (const row of rows) {
			const ours = migrations.find((one) => one.version === row.version);
			if (!ours)
				throw new MigrationFault(
					"unknown",
					row.name,
					`the database has migration ${row.name}, which this program does not know: run a newer program`,
				);
			if (ours.hash !== row.hash)
				throw new MigrationFault(
					"changed",
					row.name,
					`migration ${row.name} was changed after it ran: restore the file, and add a new one`,
				);
		}
		const missing = migrations.slice(rows.length);
		for (const one of missing) {
			await client.query("begin");
			try {
				await applyMigration(client, one);
				await client.query("commit");
			} catch (error) {
				await client.query("rollback");
				// A statement of ours that the database will not take is an answer for whoever upgrades; a lost connection is not.
				if (!(error instanceof pg.DatabaseError)) throw error;
				throw new MigrationFault("failed", one.name, `migration ${one.name} failed: ${error.message}`, {
					cause: error,
				});
			}
		}
		await migrateQueue(client, owner);
		return missing.map((one) => one.name);
	} finally {
		await client.end();
	}
}

/** Runs one migration and remembers that it ran, inside the caller's transaction. */
export async function applyMigration(client: pg.Client, one: Migration): Promise<void> {
	await client.query(one.sql);
	await client.query("insert into migration.applied (version, name, hash) values ($1, $2, $3)", [
		one.version,
		one.name,
		one.hash,
	]);
}

/**
 * The queue library's own schema belongs to the role laeringsarena_queue, which can touch nothing else. The program
 * may only enqueue, through one function, so that a job is queued in the transaction that asks for it.
 */
async function migrateQueue(client: pg.Client, owner: pg.ClientConfig): Promise<void> {
	const { rows } = await client.query<{ database: string; role: string }>(
		"select quote_ident(current_database()) database, quote_ident(current_user) role",
	);
	const here = rows[0];
	if (!here) return;
	await client.query(`grant create on database ${here.database} to laeringsarena_queue`);
	await client.query(`grant laeringsarena_queue to ${here.role}`).catch(() => {
		// an owner that may not grant it has been granted it by hand; the next line says so if not
	});
	const pool = new pg.Pool({ ...asRole(owner, "laeringsarena_queue"), max: 2 });
	pool.on("error", () => {});
	pool.on("connect", (client) => client.on("error", () => {}));
	try {
		await runQueueMigrations({ pgPool: pool, noPreparedStatements: true });
		await pool.query(`create or replace function graphile_worker.enqueue(task text, payload json, key text, run_at timestamptz, attempts integer)
			returns void language sql security definer set search_path = pg_catalog as
			$$ select graphile_worker.add_job(task, payload, job_key => key, run_at => run_at, max_attempts => attempts) $$;
			revoke all on function graphile_worker.enqueue from public;
			grant usage on schema graphile_worker to laeringsarena_program;
			grant execute on function graphile_worker.enqueue to laeringsarena_program`);
	} finally {
		await pool.end();
	}
}

/** The same server and database, seen as another role. */
export function asRole(connection: pg.ClientConfig, role: string): pg.ClientConfig {
	return { ...connection, options: `${connection.options ?? ""} -c role=${role}`.trim() };
}
