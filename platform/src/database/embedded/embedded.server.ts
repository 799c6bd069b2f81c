import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { usableBinaries } from "./binaries.ts";
import { EmbeddedPostgresFault } from "./fault.ts";
import { readHolder, tryLock } from "./lock.ts";
import { choosePlace } from "./place.ts";
import { installedNativeFolder, thisPlatform } from "./platform.ts";
import {
	adoptOrStart,
	connectionTo,
	ensureCluster,
	ensureDatabase,
	programDatabase,
	signal,
	stopServer,
} from "./supervisor.ts";

export { EmbeddedPostgresFault } from "./fault.ts";

export type EmbeddedPostgres = {
	/**
	 * For node-postgres: `host` is the folder of the server's socket. The user owns the cluster; the database is the
	 * program's own and empty at first.
	 */
	connection: { host: string; port: number; user: string; database: string };
	/** True when a server left by a killed parent was taken over instead of started. */
	adopted: boolean;
	/** Fast shutdown; resolves when the server process is gone. */
	stop(): Promise<void>;
};

export type EmbeddedOptions = {
	/** The program's data folder; the server keeps to the folder `postgres` in it. */
	dataFolder: string;
	/** PostgreSQL settings by name, beside or instead of ours. Not those that would open a network port. */
	settings?: Record<string, string>;
	log?: (line: string) => void;
};

/**
 * Starts PostgreSQL on the data folder, makes what is missing, and returns when it answers.
 *
 * One program at a time has the folder: an operating system lock, held while this process lives, says so.
 * Throws {@link EmbeddedPostgresFault}.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
	const { log = () => {}, settings = {} } = options;
	const platform = thisPlatform();
	if (platform.packageName === undefined)
		throw new EmbeddedPostgresFault("unsupported-platform", { platform: platform.name });
	if (platform.musl) throw new EmbeddedPostgresFault("musl-platform", { platform: platform.name });
	const nativeFolder = installedNativeFolder(platform.packageName);
	if (nativeFolder === undefined) {
		throw new EmbeddedPostgresFault("binaries-missing", { packageName: platform.packageName });
	}
	mkdirSync(options.dataFolder, { recursive: true });
	const place = await choosePlace(realpathSync(options.dataFolder));
	const lock = await tryLock(place.ownerLock);
	if (lock === undefined) {
		throw new EmbeddedPostgresFault("data-folder-in-use", {
			folder: options.dataFolder,
			holder: readHolder(place.ownerLock) ?? "?",
		});
	}
	try {
		writeFileSync(place.ownerLock, `${process.pid}\n`);
		const start = { place, binaries: await usableBinaries(nativeFolder, place, log), settings, log };
		await ensureCluster(start);
		const running = await adoptOrStart(start);
		await ensureDatabase(running);
		const leave = () => signal(running.pid, "SIGINT");
		process.once("exit", leave);
		let stopping: Promise<void> | undefined;
		return {
			connection: connectionTo(running.socketFolder, programDatabase),
			adopted: running.adopted,
			stop: () => {
				stopping ??= stopServer(running, place).then(() => {
					process.removeListener("exit", leave);
					lock.release();
				});
				return stopping;
			},
		};
	} catch (error) {
		lock.release();
		throw error;
	}
}
