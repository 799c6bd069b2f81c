import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../src/database/migrate.server.ts";
import { startTestPostgres } from "./embedded.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** The server the tests run on, and the migrated database each test worker clones. */
		testServer: { connection: pg.ClientConfig; template: string };
	}
}

/** One throwaway PostgreSQL for all database tests, with one migrated template database to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await startTestPostgres();
	const template = `template_${process.pid}_${Date.now()}`;
	const client = new pg.Client(server.connection);
	await client.connect();
	await client.query(`create database ${template}`);
	await migrate({ ...server.connection, database: template });
	project.provide("testServer", { connection: server.connection, template });
	return async () => {
		const { rows } = await client.query<{ datname: string }>("select datname from pg_database where datname like $1", [
			`${template}%`,
		]);
		for (const row of rows) await client.query(`drop database if exists ${row.datname} with (force)`);
		await client.end();
		await server.stop();
	};
}
