import type pg from "pg";
import { type Configuration, readConfiguration } from "./configuration.server.ts";
import { startEmbedded } from "./database/embedded/embedded.server.ts";
import { migrate } from "./database/migrate.server.ts";
import { type Database, openDatabase } from "./database/work.server.ts";
import { type Log, openLog } from "./log.server.ts";
import type { CurrentRequest } from "./request.server.ts";

/** Everything a running program has one of. */
export type House = {
	readonly configuration: Configuration;
	readonly database: Database;
	/** How the owner connects: migrations, the queue and backup use it; pages and services never do. */
	readonly owner: pg.ClientConfig;
	/** How the program itself connects. */
	readonly program: pg.ClientConfig;
	readonly log: Log;
	close(): Promise<void>;
};

let opened: Promise<House> | undefined;

/** Opens the database (embedded unless DATABASE_URL is given), migrates it, and remembers the house for `house()`. */
export function openHouse(configuration: Configuration): Promise<House> {
	// What could not be opened may be tried again: under the development server, when the fault is mended.
	opened ??= open(configuration).catch((error: unknown) => {
		opened = undefined;
		throw error;
	});
	return opened;
}

/** Opens the house on a database that another process of ours has opened and migrated, and has this way in to. */
export function joinHouse(configuration: Configuration, program: pg.ClientConfig): Promise<House> {
	opened ??= Promise.resolve(houseOn(configuration, openLog(configuration.logLevel), { owner: program, program }));
	return opened;
}

/** The open house. Under the development server, which has no outer door, the first use opens it. */
export function house(): Promise<House> {
	return opened ?? openHouse(readConfiguration(process.env));
}

/** The house as one request is done in it: what is written in its database and its log is known to be for that. */
export function houseFor(house: House, request: CurrentRequest): House {
	let log: Log | undefined;
	return {
		...{ configuration: house.configuration, owner: house.owner, program: house.program },
		database: house.database.forRequest(request),
		get log() {
			log ??= house.log.child({ requestId: request.requestId });
			return log;
		},
		close: () => house.close(),
	};
}

async function open(configuration: Configuration): Promise<House> {
	const log = openLog(configuration.logLevel);
	const { owner, program, stop } = await openServer(configuration, log);
	try {
		const applied = await migrate(owner);
		if (applied.length > 0) log.info({ applied }, "database migrated");
		return houseOn(configuration, log, { owner, program }, stop);
	} catch (error) {
		await stop();
		throw error;
	}
}

function houseOn(
	configuration: Configuration,
	log: Log,
	ways: Pick<House, "owner" | "program">,
	stop = async () => {},
): House {
	const database = openDatabase({ connection: ways.program, poolSize: configuration.poolSize });
	return {
		...{ configuration, database, log, ...ways },
		async close() {
			opened = undefined;
			await database.close();
			await stop();
		},
	};
}

type Server = {
	readonly owner: pg.ClientConfig;
	/** How the program itself connects. */
	readonly program: pg.ClientConfig;
	stop(): Promise<void>;
};

async function openServer(configuration: Configuration, log: Log): Promise<Server> {
	if (configuration.databaseUrl !== undefined) {
		const outside = { connectionString: configuration.databaseUrl };
		return { owner: outside, program: outside, stop: async () => {} };
	}
	const embedded = await startEmbedded({
		dataFolder: configuration.dataFolder,
		log: (line) => log.info({ from: "postgres" }, line),
	});
	return {
		owner: embedded.connection,
		// On the private socket the program signs in as the role that owns nothing: there is no other role to fall back to.
		program: { ...embedded.connection, user: "laeringsarena_program" },
		stop: () => embedded.stop(),
	};
}
