import { createHash } from "node:crypto";
import { realpathSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import path from "node:path";
import { EmbeddedPostgresFault, errorCode } from "./fault.ts";
import { giveTreeTo, makePrivateFolder, readText, replaceFile } from "./files.ts";
import { accountsToTry, canEnter, canWrite, namedUsers, nearestExisting, type Owner } from "./privileges.ts";
import type { Account } from "./run.ts";

/** Where everything of the server is, and as whom it runs. */
export type Place = {
	readonly account: Account;
	/** `<data folder>/postgres`, or a folder elsewhere that the account can reach. Holds all that is named below. */
	readonly root: string;
	/** Set when `root` is elsewhere: the file in the data folder that says where. */
	readonly pointer: string | undefined;
	readonly cluster: string;
	readonly logs: string;
	/** What the server says before its own log is open. */
	readonly startLog: string;
	/** Held by the program that has this place. */
	readonly programLock: string;
	/** Held by every process of the server. */
	readonly serverLock: string;
};

/** Where root keeps clusters that an unprivileged account cannot reach in their data folder. Outlives a reboot. */
const systemFolder = "/var/lib/laeringsarena";

/**
 * Decides as whom the server runs and where its files are, by trying. Makes nothing that stays.
 *
 * What was once decided holds: a cluster stays with its owner, and a place outside the data folder is written down in
 * it. Throws the faults `data-folder-not-writable`, `data-folder-of-another-user`, `user-without-name`,
 * `cannot-run-as-root`.
 */
export async function choosePlace(dataFolder: string): Promise<Place> {
	const home = path.join(resolved(dataFolder), "postgres");
	const pointer = path.join(home, "place");
	const elsewhere = readText(pointer);
	const root = elsewhere ?? home;
	const cluster = path.join(root, "cluster");
	const clusterOwner = ownerOf(cluster);
	const ownUser = process.getuid?.() ?? 0;
	const ownUserHasName = hasName();
	const candidates = accountsToTry({
		linux: process.platform === "linux",
		ownUser,
		ownUserHasName,
		users: namedUsers(),
		clusterOwner,
		folderOwner: nearestExisting(home),
	});
	for (const account of candidates) {
		if (await canUse(account, root)) return placeAt(root, account, elsewhere === undefined ? undefined : pointer);
	}
	if (ownUser === 0) {
		const system = path.join(systemFolder, fingerprint(home));
		for (const account of clusterOwner === undefined ? candidates : []) {
			if (account.kind === "other" && (await canUse(account, system))) return placeAt(system, account, pointer);
		}
		throw new EmbeddedPostgresFault("cannot-run-as-root", { folder: root });
	}
	if (clusterOwner !== undefined && clusterOwner.user !== ownUser) throw anotherUser(cluster, clusterOwner);
	if (!ownUserHasName && clusterOwner === undefined) {
		throw new EmbeddedPostgresFault("user-without-name", { user: String(ownUser) });
	}
	throw new EmbeddedPostgresFault("data-folder-not-writable", { folder: root });
}

/** Makes the place's folder, so that its locks can be taken. */
export function makePlace(place: Place): void {
	makePrivateFolder(place.root, place.account);
	if (place.pointer === undefined) return;
	makePrivateFolder(path.dirname(place.pointer), { kind: "self" });
	replaceFile({ kind: "self" }, place.pointer, place.root);
}

/** Gives a cluster that root owned to the account that will run it from now on. Needs the server lock: no server may be running. */
export function takeOverFiles(place: Place): void {
	if (place.account.kind === "other" && ownerOf(place.cluster)?.user === 0) giveTreeTo(place.account, place.root);
}

/** A short name for a folder, the same at every start. */
export function fingerprint(folder: string): string {
	return createHash("sha256").update(folder).digest("hex").slice(0, 12);
}

/** Whether the account can be taken on, and can use the place once we have made it. */
async function canUse(account: Account, root: string): Promise<boolean> {
	// Another account needs only to get there: we make the folder and give it away.
	if (account.kind === "other") return await canEnter(account, nearestExisting(path.dirname(root)).folder);
	return await canWrite(account, nearestExisting(root).folder);
}

function placeAt(root: string, account: Account, pointer: string | undefined): Place {
	return {
		account,
		root,
		pointer,
		cluster: path.join(root, "cluster"),
		logs: path.join(root, "log"),
		startLog: path.join(root, "start.log"),
		programLock: path.join(root, "program.lock"),
		serverLock: path.join(root, "server.lock"),
	};
}

/** The real path of a folder that need not exist yet. */
function resolved(folder: string): string {
	try {
		const nearest = nearestExisting(folder).folder;
		return path.join(realpathSync(nearest), path.relative(nearest, path.resolve(folder)));
	} catch (error) {
		throw new EmbeddedPostgresFault("data-folder-not-writable", { folder, said: String(error) }, { cause: error });
	}
}

function ownerOf(folder: string): Owner | undefined {
	try {
		const stats = statSync(folder, { throwIfNoEntry: false });
		return stats === undefined ? undefined : { user: stats.uid, group: stats.gid };
	} catch (error) {
		if (errorCode(error) !== "EACCES") throw error;
		// Ours would be open to us.
		throw anotherUser(folder, ownerOf(path.dirname(folder)));
	}
}

function anotherUser(folder: string, owner: Owner | undefined): EmbeddedPostgresFault {
	const name = namedUsers().find((one) => one.user === owner?.user)?.name;
	return new EmbeddedPostgresFault("data-folder-of-another-user", { folder, user: name ?? String(owner?.user ?? "?") });
}

function hasName(): boolean {
	try {
		return userInfo().username !== "";
	} catch {
		return false;
	}
}
