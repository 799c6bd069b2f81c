import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { z } from "zod";
import { BackupFault, damaged } from "./backup-fault.ts";
import { BackupReader } from "./backup-reader.server.ts";
import { applyMigration, listMigrations, type Migration, migrationTable } from "./migrate.server.ts";

/**
 * A backup is one gzip stream of text lines and COPY data, written from one snapshot:
 * a header line, then for each table a line naming it and its columns, its rows in length-prefixed chunks ending with
 * a chunk of length 0, and a line with the number of rows and their SHA-256; last a line with the totals.
 * The queue of the job library is not in it: jobs that were waiting are queued again from job.job.
 */
export const backupFormat = 1;

export const headerShape = z.object({
	format: z.literal(backupFormat),
	createdAt: z.iso.datetime(),
	migrations: z.array(z.object({ version: z.number(), hash: z.string() })),
});
export const tableShape = z.object({
	table: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
	columns: z.array(z.string().regex(/^[a-z0-9_]+$/)),
});
export const tableEndShape = z.object({ rows: z.number(), sha256: z.string() });
export const endShape = z.object({ end: z.literal(true), tables: z.number(), rows: z.number() });

export type BackupSummary = { readonly tables: number; readonly rows: number };

/**
 * Writes every table of every room, as of one moment, while others keep working.
 * `summary` is known when the stream has ended.
 */
export async function writeBackup(owner: pg.ClientConfig): Promise<{ stream: Readable; summary: () => BackupSummary }> {
	const client = new pg.Client(owner);
	await client.connect();
	let summary: BackupSummary = { tables: 0, rows: 0 };
	async function* lines(): AsyncGenerator<Buffer> {
		try {
			await client.query("begin isolation level repeatable read read only");
			const { rows: migrations } = await client.query("select version, hash from migration.applied order by version");
			yield line({ format: backupFormat, createdAt: new Date().toISOString(), migrations });
			for (const { table, columns } of await listTables(client)) {
				yield line({ table, columns });
				const hash = createHash("sha256");
				const copy = client.query(copyTo(`copy ${table} (${columns.join(", ")}) to stdout`));
				for await (const chunk of copy) {
					hash.update(chunk);
					yield Buffer.from(`${chunk.length}\n`);
					yield chunk;
				}
				yield Buffer.from("0\n");
				yield line({ rows: copy.rowCount, sha256: hash.digest("hex") });
				summary = { tables: summary.tables + 1, rows: summary.rows + copy.rowCount };
			}
			yield line({ end: true, ...summary });
			await client.query("commit");
		} finally {
			await client.end();
		}
	}
	const gzip = createGzip();
	// A fault on the way must reach whoever reads the stream, or a truncated file would look finished.
	pipeline(Readable.from(lines(), { objectMode: false }), gzip).catch((error) => gzip.destroy(error));
	return { stream: gzip, summary: () => summary };
}

/**
 * Puts a backup into the database, in one transaction: everything of it or nothing. The tables are made anew as the
 * backup's version had them, filled, and then brought up to this program's version.
 * @throws BackupFault when the file is damaged or of a newer program, or the database holds people and `replace` is off.
 */
export async function readBackup(
	owner: pg.ClientConfig,
	file: Readable,
	options: { replace: boolean; migrations?: readonly Migration[] },
): Promise<BackupSummary> {
	const migrations = options.migrations ?? listMigrations();
	const client = new pg.Client(owner);
	await client.connect();
	try {
		if (!options.replace && (await holdsPeople(client)))
			throw new BackupFault(
				"Databasen har allerede data.",
				"Legg kopien inn i en tom database, eller bruk --replace for å slette det som er der.",
			);
		const reader = new BackupReader(file.pipe(createGunzip()));
		const header = await reader.json(headerShape);
		const known = knownMigrations(header.migrations, migrations);
		await client.query("begin");
		await dropSchemas(client);
		await client.query(migrationTable);
		for (const one of known) await applyMigration(client, one);
		const tables = await listTables(client);
		await client.query(`truncate ${tables.map((table) => table.table).join(", ")}`);
		let summary: BackupSummary = { tables: 0, rows: 0 };
		for (;;) {
			const next = await reader.json(z.union([endShape, tableShape]));
			if ("end" in next) {
				if (next.tables !== summary.tables || next.rows !== summary.rows) throw damaged();
				break;
			}
			summary = { tables: summary.tables + 1, rows: summary.rows + (await readTable(client, reader, next)) };
		}
		for (const one of migrations.slice(known.length)) await applyMigration(client, one);
		await client.query("commit");
		return summary;
	} catch (error) {
		await client.query("rollback").catch(() => {
			// never begun, or the connection is gone: either way nothing was changed
		});
		throw error instanceof Error && "code" in error && String(error.code).startsWith("Z_") ? damaged() : error;
	} finally {
		await client.end();
	}
}

async function readTable(client: pg.Client, reader: BackupReader, header: z.infer<typeof tableShape>): Promise<number> {
	const hash = createHash("sha256");
	const copy = client.query(copyFrom(`copy ${header.table} (${header.columns.join(", ")}) from stdin`));
	async function* chunks(): AsyncGenerator<Buffer> {
		for (let chunk = await reader.chunk(); chunk.length > 0; chunk = await reader.chunk()) {
			hash.update(chunk);
			yield chunk;
		}
	}
	await pipeline(Readable.from(chunks(), { objectMode: false }), copy);
	const end = await reader.json(tableEndShape);
	if (end.sha256 !== hash.digest("hex") || end.rows !== copy.rowCount) throw damaged();
	return end.rows;
}

function knownMigrations(
	inBackup: readonly { version: number; hash: string }[],
	ours: readonly Migration[],
): readonly Migration[] {
	const known = ours.slice(0, inBackup.length);
	const same = inBackup.every((one, index) => known[index]?.hash === one.hash);
	if (!same)
		throw new BackupFault(
			"Kopien er laget av en annen eller nyere versjon av Læringsarena.",
			"Bruk versjonen som laget kopien, eller en nyere.",
		);
	return known;
}

async function holdsPeople(client: pg.Client): Promise<boolean> {
	const { rows } = await client.query<{ found: boolean }>("select to_regclass('identity.person') is not null as found");
	if (!rows[0]?.found) return false;
	const people = await client.query("select 1 from identity.person limit 1");
	return people.rows.length > 0;
}

async function dropSchemas(client: pg.Client): Promise<void> {
	const { rows } = await client.query<{ name: string }>(
		`select quote_ident(nspname) as name from pg_namespace
		where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public', 'graphile_worker')`,
	);
	for (const { name } of rows) await client.query(`drop schema ${name} cascade`);
	const queue = await client.query<{ found: boolean }>(
		"select to_regclass('graphile_worker._private_jobs') is not null as found",
	);
	if (queue.rows[0]?.found) await client.query("delete from graphile_worker._private_jobs");
}

type TableToCopy = { readonly table: string; readonly columns: readonly string[] };

/** Every table of every room with its columns, a table after those it refers to. */
async function listTables(client: pg.Client): Promise<TableToCopy[]> {
	const { rows } = await client.query<{ table: string; columns: string[]; needs: string[] }>(
		`select n.nspname || '.' || c.relname as table,
			(select array_agg(a.attname::text order by a.attnum) from pg_attribute a
				where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
			array(select distinct rn.nspname || '.' || r.relname from pg_constraint f
				join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
				where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname not like 'pg\\_%'
			and n.nspname not in ('information_schema', 'public', 'graphile_worker', 'migration')
		order by 1`,
	);
	const ordered: TableToCopy[] = [];
	const placed = new Set<string>();
	while (ordered.length < rows.length) {
		const ready = rows.filter((row) => !placed.has(row.table) && row.needs.every((need) => placed.has(need)));
		if (ready.length === 0) throw new Error("tables refer to each other in a circle");
		for (const row of ready) {
			ordered.push({ table: row.table, columns: row.columns });
			placed.add(row.table);
		}
	}
	return ordered;
}

function line(value: unknown): Buffer {
	return Buffer.from(`${JSON.stringify(value)}\n`);
}
