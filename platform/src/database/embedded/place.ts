import { createHash } from "node:crypto";
import {
	chownSync,
	lchownSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { EmbeddedPostgresFault, errorCode } from "./fault.ts";
import {
	type Account,
	accountsToTry,
	canRunAnything,
	canWrite,
	namedUsers,
	nearestExisting,
	ownerFor,
} from "./privileges.ts";

/** Where everything of the server is, and as whom it runs. */
export type Place = {
	readonly account: Account;
	/** `<data folder>/postgres`, or a folder elsewhere that the account can reach. */
	readonly root: string;
	readonly cluster: string;
	readonly logs: string;
	readonly startLog: string;
	readonly ownerLock: string;
	readonly serverLock: string;
};

/** sockaddr_un.sun_path with its closing zero: 108 bytes on Linux, 104 on macOS. */
const socketPathLimit = process.platform === "darwin" ? 103 : 107;

/** Where root keeps clusters that an unprivileged account cannot reach in their data folder. Must outlive a reboot. */
const systemFolder = "/var/lib/laeringsarena";

/**
 * Decides as whom the server runs and where its files are, by trying; makes the folder. What was decided once holds: a
 * cluster stays with its owner, and a place outside the data folder is written down in it.
 *
 * Throws the faults `data-folder-not-writable`, `data-folder-of-another-user`, `cannot-run-as-root`.
 */
export async function choosePlace(dataFolder: string): Promise<Place> {
	const home = path.join(path.resolve(dataFolder), "postgres");
	const pointer = path.join(home, "place");
	const recorded = readText(pointer);
	const root = recorded ?? home;
	const ownUser = process.getuid?.() ?? 0;
	const clusterOwner = ownerOf(path.join(root, "cluster"));
	const candidates = accountsToTry({
		ownUser,
		users: namedUsers(),
		clusterOwner,
		folderOwner: nearestExisting(home),
		linux: process.platform === "linux",
	});
	if (candidates.length === 0) {
		throw new EmbeddedPostgresFault("data-folder-of-another-user", { folder: root, user: String(clusterOwner?.user) });
	}
	const usable: Account[] = [];
	for (const account of candidates) {
		if (account.kind !== "self" && !(await canRunAnything(account))) continue;
		usable.push(account);
		makeFolder(root, account);
		if (clusterOwner?.user === 0 && account.kind === "other") chownTree(root, account);
		if (await canWrite(account, root)) return placeAt(root, account);
		// Another account gets a chance at the folder: it must not belong to this one.
		if (clusterOwner === undefined && account.kind === "other") chownSync(root, ownUser, process.getgid?.() ?? 0);
	}
	const other = usable.find((account) => account.kind === "other");
	if (ownUser === 0 && other !== undefined && clusterOwner === undefined) {
		const elsewhere = path.join(systemFolder, fingerprint(home));
		makeFolder(elsewhere, other);
		if (await canWrite(other, elsewhere)) {
			writeFileSync(pointer, elsewhere, { mode: 0o600 });
			return placeAt(elsewhere, other);
		}
	}
	if (ownUser === 0) throw new EmbeddedPostgresFault("cannot-run-as-root", { folder: root });
	throw new EmbeddedPostgresFault("data-folder-not-writable", { folder: root });
}

function placeAt(root: string, account: Account): Place {
	return {
		account,
		root,
		cluster: path.join(root, "cluster"),
		logs: path.join(root, "log"),
		startLog: path.join(root, "start.log"),
		ownerLock: path.join(root, "program.lock"),
		serverLock: path.join(root, "server.lock"),
	};
}

/** Makes the folder, closed to all but the account, and the folders above it with the system's usual rights. */
export function makeFolder(folder: string, account: Account): void {
	const owner = ownerFor(account);
	try {
		mkdirSync(path.dirname(folder), { recursive: true });
		try {
			mkdirSync(folder, { mode: 0o700 });
		} catch (error) {
			if (errorCode(error) !== "EEXIST") throw error;
		}
		if (owner !== undefined) chownSync(folder, owner.user, owner.group);
	} catch (error) {
		throw new EmbeddedPostgresFault("data-folder-not-writable", { folder, said: String(error) }, { cause: error });
	}
}

/** Gives a file made by us to the account. */
export function giveTo(account: Account, file: string): void {
	const owner = ownerFor(account);
	if (owner !== undefined) lchownSync(file, owner.user, owner.group);
}

function chownTree(folder: string, account: Account): void {
	giveTo(account, folder);
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const inside = path.join(folder, entry.name);
		if (entry.isDirectory()) chownTree(inside, account);
		else giveTo(account, inside);
	}
}

/**
 * A folder for the socket that only the account and we can enter: inside the place, or, where that path is too long for
 * a socket, a short one under the temporary folder, named after the place and written down in it.
 */
export function socketFolderFor(place: Place): string {
	const inside = path.join(place.root, "socket");
	if (fitsSocket(inside)) {
		makeFolder(inside, place.account);
		return inside;
	}
	const record = path.join(place.root, "socket-folder");
	const recorded = readText(record);
	if (recorded !== undefined && fitsSocket(recorded) && isPrivate(recorded, place.account)) return recorded;
	for (const temporary of [tmpdir(), "/tmp"]) {
		const named = path.join(temporary, `laeringsarena-${fingerprint(place.root)}`);
		if (!fitsSocket(`${named}-abcdef`)) continue;
		const folder = makePrivate(named, place.account);
		writeFileSync(record, folder, { mode: 0o600 });
		giveTo(place.account, record);
		return folder;
	}
	throw new EmbeddedPostgresFault("start-failed", { folder: place.root, said: "no folder short enough for a socket" });
}

/** The name can be guessed, so somebody else may have made the folder first: then a random one. */
function makePrivate(named: string, account: Account): string {
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
	const owner = ownerFor(account)?.user ?? process.getuid?.();
	return stats?.isDirectory() && stats.uid === owner && (stats.mode & 0o777) === 0o700;
}

function fitsSocket(folder: string): boolean {
	return Buffer.byteLength(path.join(folder, ".s.PGSQL.5432")) <= socketPathLimit;
}

function fingerprint(folder: string): string {
	return createHash("sha256").update(folder).digest("hex").slice(0, 12);
}

function ownerOf(folder: string): { user: number; group: number } | undefined {
	const stats = statSync(folder, { throwIfNoEntry: false });
	return stats === undefined ? undefined : { user: stats.uid, group: stats.gid };
}

function readText(file: string): string | undefined {
	try {
		return readFileSync(file, "utf8").trim() || undefined;
	} catch {
		return undefined;
	}
}
