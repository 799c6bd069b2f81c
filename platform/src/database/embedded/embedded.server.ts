import { setTimeout as pause } from "node:timers/promises";
import { usableBinaries } from "./binaries.ts";
import { connectionTo, ensureCluster, programDatabase } from "./cluster.ts";
import { EmbeddedPostgresFault } from "./fault.ts";
import { readText } from "./files.ts";
import { type Lock, tryLock } from "./lock.ts";
import { choosePlace, makePlace, type Place } from "./place.ts";
import { nativeFolderFor, thisPlatform } from "./platform.ts";
import { supervise } from "./supervisor.ts";

export { diagnoseEmbedded } from "./diagnosis.ts";
export { EmbeddedPostgresFault } from "./fault.ts";
export type { FaultCode, FaultData, Finding } from "./finding.ts";
export { findingMessage, findingRemedy, type Language } from "./text.ts";

export type EmbeddedPostgres = {
	/**
	 * For node-postgres: `host` is the folder of the server's socket. The user owns the cluster; the database is the
	 * program's own and empty at first. Stays the same when the server has to be started again.
	 */
	connection: { host: string; port: number; user: string; database: string; ssl: boolean };
	/** True when a server left by a killed parent was taken over instead of started. */
	adopted: boolean;
	/** Fast shutdown; resolves when the server process is gone. May be called again. */
	stop(): Promise<void>;
};

export type EmbeddedOptions = {
	/** The program's data folder; the server keeps to the folder `postgres` in it. */
	dataFolder: string;
	/** PostgreSQL settings by name, beside or instead of ours. None of them opens a network port. */
	settings?: Record<string, string>;
	/** Takes what happens, a line at a time, in English, without personal data. */
	log?: (line: string) => void;
};

/**
 * Starts PostgreSQL on the data folder, or takes over the one a killed program left there; makes what is missing, and
 * returns when it answers. Starts it again if it dies.
 *
 * One program at a time has the folder; a lock of the operating system, held while this process lives, says so.
 * Throws {@link EmbeddedPostgresFault}.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
	const { log = () => {}, settings = {} } = options;
	const nativeFolder = nativeFolderFor(thisPlatform());
	const place = await choosePlace(options.dataFolder);
	makePlace(place);
	const lock = await lockProgram(place, options.dataFolder);
	try {
		const make = { place, binaries: await usableBinaries(nativeFolder, place, log), settings, log };
		await ensureCluster(make);
		const server = await supervise(make);
		return {
			connection: connectionTo(server.socketFolder, programDatabase),
			adopted: server.adopted,
			stop: async () => {
				await server.stop();
				lock.release();
			},
		};
	} catch (error) {
		lock.release();
		throw error;
	}
}

/** Tries for a second: a program that was just ended may still be on its way out, and `doctor` looks for a moment. */
async function lockProgram(place: Place, dataFolder: string): Promise<Lock> {
	for (let tries = 0; tries < 5; tries++) {
		if (tries > 0) await pause(200);
		const lock = await tryLock(place.programLock, place.account);
		if (lock === undefined) continue;
		lock.sign(`${process.pid}\n`);
		return lock;
	}
	const holder = readText(place.programLock) ?? "?";
	throw new EmbeddedPostgresFault("data-folder-in-use", { folder: dataFolder, holder });
}
