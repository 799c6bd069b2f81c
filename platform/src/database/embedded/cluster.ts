import { renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import type { Binaries } from "./binaries.ts";
import { EmbeddedPostgresFault } from "./fault.ts";
import { readText, replaceFile } from "./files.ts";
import type { Place } from "./place.ts";
import { run } from "./run.ts";
import type { Running } from "./server-process.ts";
import { configuration, hostBasedAuthentication, socketPort } from "./settings.ts";

/** Owns the cluster. Whoever reaches the private socket may be this user: there is no password to keep. */
export const superuser = "postgres";
export const programDatabase = "laeringsarena";

/** All that a server is made from. */
export type Make = {
	readonly place: Place;
	readonly binaries: Binaries;
	readonly settings: Readonly<Record<string, string>>;
	readonly log: (line: string) => void;
};

/** The major version of the cluster's files, `18`; undefined where there is no cluster. */
export function clusterVersion(place: Place): string | undefined {
	return readText(path.join(place.cluster, "PG_VERSION"));
}

/**
 * Makes the cluster if there is none; beside its final name first, so that it is there whole or not at all.
 * Throws the faults `data-of-another-version` and `start-failed`.
 */
export async function ensureCluster({ place, binaries, settings, log }: Make): Promise<void> {
	const found = clusterVersion(place);
	if (found !== undefined) {
		if (found === binaries.version.split(".")[0]) return;
		throw new EmbeddedPostgresFault("data-of-another-version", { folder: place.cluster, version: found });
	}
	const fresh = `${place.cluster}.new`;
	rmSync(fresh, { recursive: true, force: true });
	log(`making a database cluster in ${place.cluster}`);
	const made = await run(place.account, binaries.initdb, [
		`--pgdata=${fresh}`,
		`--username=${superuser}`,
		"--encoding=UTF8",
		// Order by code point is the same on every machine and in every version, so no index goes wrong with an upgrade;
		// Norwegian order is asked for by name (COLLATE "nb-NO-x-icu") where people read the list.
		"--locale-provider=builtin",
		"--builtin-locale=C.UTF-8",
		"--locale=C",
		"--data-checksums",
		"--auth=trust",
		...(settings.fsync === "off" ? ["--no-sync"] : []),
	]);
	if (made.status !== 0) throw new EmbeddedPostgresFault("start-failed", { folder: place.root, said: made.output });
	renameSync(fresh, place.cluster);
}

/** Writes the server's configuration, which it reads when it starts or is sent SIGHUP. */
export function writeConfiguration({ place, settings }: Make): void {
	const text = configuration(place.logs, settings);
	replaceFile(place.account, path.join(place.cluster, "postgresql.conf"), text);
	replaceFile(place.account, path.join(place.cluster, "pg_hba.conf"), hostBasedAuthentication);
}

/** Makes the program's own database if it is not there. */
export async function ensureDatabase(running: Running): Promise<void> {
	await withClient(running.socketFolder, async (client) => {
		const found = await client.query("select 1 from pg_database where datname = $1", [programDatabase]);
		if (found.rowCount === 0) await client.query(`create database ${programDatabase}`);
	});
}

/** For node-postgres, which would else take what is missing from the environment: `PGSSLMODE` is for other servers. */
export function connectionTo(socketFolder: string, database: string) {
	return { host: socketFolder, port: socketPort, user: superuser, database, ssl: false };
}

/** One connection to the maintenance database, closed after use. */
export async function withClient<T>(socketFolder: string, use: (client: Client) => Promise<T>): Promise<T> {
	const client = new Client({ ...connectionTo(socketFolder, "postgres"), connectionTimeoutMillis: 5000 });
	// A server that goes away under us is told by the query that fails.
	client.on("error", () => {});
	try {
		await client.connect();
		return await use(client);
	} finally {
		await client.end().catch(() => {});
	}
}
