import type pg from "pg";
import { type Configuration, readConfiguration } from "./configuration.server.ts";
import { startEmbedded } from "./database/embedded/embedded.server.ts";
import { migrate } from "./database/migrate.server.ts";
import { type Database, openDatabase } from "./database/work.server.ts";
import { type Log, openLog } from "./log.server.ts";

/** Everything a running program has one of. */
export type House = {
	readonly configuration: Configuration;
	readonly database: Database;
	/** How the owner connects: migrations, the queue and backup use it; pages and services never do. */
	readonly owner: pg.ClientConfig;
	readonly log: Log;
	close(): Promise<void>;
};

let opened: Promise<House> | undefined;

/** Opens the database (embedded unless DATABASE_URL is given), migrates it, and remembers the house for `house()`. */
export function openHouse(configuration: Configuration): Promise<House> {
	opened ??= open(configuration);
	return opened;
}

/** The open house. Under the development server, which has no outer door, the first use opens it. */
export function house(): Promise<House> {
	return openHouse(readConfiguration(process.env));
}

async function open(configuration: Configuration): Promise<House> {
	const log = openLog(configuration.logLevel);
	const { owner, stop } = await openServer(configuration, log);
	try {
		const applied = await migrate(owner);
		if (applied.length > 0) log.info({ applied }, "database migrated");
		const database = openDatabase({ connection: owner, poolSize: configuration.poolSize });
		return {
			configuration,
			database,
			owner,
			log,
			async close() {
				opened = undefined;
				await database.close();
				await stop();
			},
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

async function openServer(
	configuration: Configuration,
	log: Log,
): Promise<{ owner: pg.ClientConfig; stop: () => Promise<void> }> {
	if (configuration.databaseUrl !== undefined)
		return { owner: { connectionString: configuration.databaseUrl }, stop: async () => {} };
	const embedded = await startEmbedded({
		dataFolder: configuration.dataFolder,
		log: (line) => log.info({ from: "postgres" }, line),
	});
	return { owner: embedded.connection, stop: () => embedded.stop() };
}
