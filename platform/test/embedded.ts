import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type EmbeddedPostgres, startEmbedded } from "../src/database/embedded/embedded.server.ts";

export type TestPostgres = {
	/** For node-postgres. The password is there only where the outside server's address carried one. */
	connection: Omit<EmbeddedPostgres["connection"], "ssl"> & { ssl?: boolean; password?: string };
	/** Stops the server and removes its data; leaves an outside server alone. */
	stop(): Promise<void>;
};

/**
 * A PostgreSQL for tests: a cluster of its own in a temporary folder, without waiting for the disk, or the outside
 * server that `TEST_DATABASE_URL` names.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
	const outside = process.env.TEST_DATABASE_URL;
	if (outside !== undefined && outside !== "") return { connection: parseDatabaseUrl(outside), stop: async () => {} };
	const folder = await mkdtemp(path.join(tmpdir(), "laeringsarena-test-"));
	const remove = () => rm(folder, { recursive: true, force: true });
	try {
		const server = await startEmbedded({
			dataFolder: folder,
			settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "64MB" },
		});
		return {
			connection: server.connection,
			stop: async () => {
				await server.stop();
				await remove();
			},
		};
	} catch (error) {
		await remove();
		throw error;
	}
}

/**
 * `postgres://user:password@host:port/database`. For a socket: `postgres:///database?host=/folder&user=name`, as libpq
 * reads it.
 */
export function parseDatabaseUrl(text: string): TestPostgres["connection"] {
	const url = new URL(text);
	const named = (name: string, inAddress: string, otherwise: string) =>
		url.searchParams.get(name) ?? (decodeURIComponent(inAddress) || otherwise);
	const password = named("password", url.password, "");
	return {
		host: named("host", url.hostname, "localhost"),
		port: Number(named("port", url.port, "5432")),
		user: named("user", url.username, "postgres"),
		database: named("dbname", url.pathname.slice(1), "postgres"),
		...(password === "" ? {} : { password }),
	};
}
