import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { platformFolder } from "../src/database/folder.server.ts";
import { migrate } from "../src/database/migrate.server.ts";
import { startTestPostgres, type TestPostgres } from "../test/embedded.ts";

/**
 * Writes the types of the migrated database to src/database/schema.gen.ts. With `--check` nothing is written, and the
 * exit code is 1 where the migrations and the types disagree.
 */
const kept = path.join(platformFolder, "src", "database", "schema.gen.ts");
const check = process.argv.includes("--check");

const folder = await mkdtemp(path.join(tmpdir(), "laeringsarena-types-"));
const server = await startTestPostgres();
const name = `types_${process.pid}_${Date.now()}`;
const admin = new pg.Client(server.connection);
await admin.connect();
try {
	await admin.query(`create database ${name}`);
	await migrate({ ...server.connection, database: name });
	const made = path.join(folder, "schema.gen.ts");
	await promisify(execFile)(process.execPath, [
		...[generator(), "--dialect", "postgres", "--url", addressOf(server.connection, name)],
		...["--date-parser", "string", "--numeric-parser", "number", "--exclude-pattern", "graphile_worker.*"],
		...["--out-file", check ? made : kept],
	]);
	if (check && (await readFile(made, "utf8")) !== (await readFile(kept, "utf8"))) {
		process.stderr.write(
			"The types in src/database/schema.gen.ts differ from the migrations: npm run generate -w platform\n",
		);
		process.exitCode = 1;
	}
} finally {
	await admin.query(`drop database if exists ${name} with (force)`);
	await admin.end();
	await server.stop();
	await rm(folder, { recursive: true, force: true });
}

function generator(): string {
	return path.join(
		path.dirname(createRequire(import.meta.url).resolve("kysely-codegen/package.json")),
		"dist",
		"cli",
		"bin.js",
	);
}

function addressOf(connection: TestPostgres["connection"], database: string): string {
	const user = encodeURIComponent(connection.user);
	const secret = connection.password === undefined ? "" : `:${encodeURIComponent(connection.password)}`;
	return `postgres://${user}${secret}@localhost:${connection.port}/${database}?host=${encodeURIComponent(connection.host)}`;
}
