import { lstatSync, mkdirSync, mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { EmbeddedPostgresFault, errorCode } from "./fault.ts";
import { giveTo, makePrivateFolder, readText, replaceFile } from "./files.ts";
import { fingerprint, type Place } from "./place.ts";
import { ownerFor } from "./privileges.ts";
import type { Account } from "./run.ts";
import { socketPort } from "./settings.ts";

/** sockaddr_un.sun_path without its closing zero, in bytes. */
const socketPathLimit = process.platform === "darwin" ? 103 : 107;

/**
 * A folder for the socket that only the account and root can enter: inside the place, or, where that path is too long
 * for a socket, a short one under the temporary folder, named after the place and written down in it.
 */
export function makeSocketFolder(place: Place): string {
	const inside = path.join(place.root, "socket");
	if (fitsSocket(inside)) {
		makePrivateFolder(inside, place.account);
		return inside;
	}
	const record = path.join(place.root, "socket-folder");
	const recorded = readText(record);
	if (recorded !== undefined && fitsSocket(recorded) && isPrivate(recorded, place.account)) return recorded;
	for (const temporary of [tmpdir(), "/tmp"]) {
		const named = path.join(temporary, `laeringsarena-${fingerprint(place.root)}`);
		if (!fitsSocket(`${named}-random`)) continue;
		const folder = makeOutside(named, place.account);
		replaceFile(place.account, record, folder);
		return folder;
	}
	throw new EmbeddedPostgresFault("start-failed", { folder: place.root, said: "no folder short enough for a socket" });
}

/** Clears away a socket folder outside the place, once no server listens in it. */
export function removeSocketFolder(place: Place, folder: string): void {
	if (folder.startsWith(place.root + path.sep)) return;
	// Not empty, or gone already: then there is nothing of ours to clear.
	try {
		rmdirSync(folder);
	} catch {}
}

/** The name can be guessed, so somebody else may have made the folder first: then a random one. */
function makeOutside(named: string, account: Account): string {
	try {
		mkdirSync(named, { mode: 0o700 });
		giveTo(account, named);
		return named;
	} catch (error) {
		if (errorCode(error) !== "EEXIST") throw error;
		if (isPrivate(named, account)) return named;
		const random = mkdtempSync(`${named}-`);
		giveTo(account, random);
		return random;
	}
}

function isPrivate(folder: string, account: Account): boolean {
	const stats = lstatSync(folder, { throwIfNoEntry: false });
	if (stats === undefined || !stats.isDirectory()) return false;
	return stats.uid === (ownerFor(account)?.user ?? process.getuid?.()) && (stats.mode & 0o777) === 0o700;
}

function fitsSocket(folder: string): boolean {
	return Buffer.byteLength(path.join(folder, `.s.PGSQL.${socketPort}`)) <= socketPathLimit;
}
