import {
	chmodSync,
	closeSync,
	constants,
	lchownSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import { EmbeddedPostgresFault, errorCode } from "./fault.ts";
import { nearestExisting, type Owner, ownerFor } from "./privileges.ts";
import type { Account } from "./run.ts";

/*
 * Root may do these things in a folder that belongs to another account. So nothing here writes through a link that the
 * account may have laid out: files are made new, and ownership is changed on the link itself.
 */

/** Gives a file or folder made by us to the account. */
export function giveTo(account: Account, file: string): void {
	const owner = ownerFor(account);
	if (owner !== undefined) lchownSync(file, owner.user, owner.group);
}

/** Gives a folder and all in it to the account. */
export function giveTreeTo(account: Account, folder: string): void {
	if (ownerFor(account) === undefined) return;
	giveTo(account, folder);
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const inside = path.join(folder, entry.name);
		if (entry.isDirectory()) giveTreeTo(account, inside);
		else giveTo(account, inside);
	}
}

/**
 * Makes the folder, closed to all but the account. Folders above it that are missing are made open to enter, and belong
 * to the owner of the folder they are made in. Throws the fault `data-folder-not-writable`.
 */
export function makePrivateFolder(folder: string, account: Account): void {
	try {
		makeFoldersAbove(path.dirname(folder));
		makeUnlessThere(folder, 0o700);
		giveTo(account, folder);
	} catch (error) {
		throw new EmbeddedPostgresFault("data-folder-not-writable", { folder, said: String(error) }, { cause: error });
	}
}

function makeFoldersAbove(folder: string): void {
	const nearest = nearestExisting(folder);
	if (nearest.folder === path.resolve(folder)) return;
	makeFoldersAbove(path.dirname(folder));
	if (makeUnlessThere(folder, 0o755)) inherit(folder, nearest);
}

function inherit(folder: string, owner: Owner): void {
	if (process.getuid?.() !== 0) return;
	lchownSync(folder, owner.user, owner.group);
	// Whatever root's umask is: the server's account must get through.
	chmodSync(folder, 0o755);
}

function makeUnlessThere(folder: string, mode: number): boolean {
	try {
		mkdirSync(folder, { mode });
		return true;
	} catch (error) {
		if (errorCode(error) === "EEXIST") return false;
		throw error;
	}
}

/** Puts a new private file in the place of an old one, whole or not at all. */
export function replaceFile(account: Account, file: string, content: string): void {
	const fresh = `${file}.new`;
	rmSync(fresh, { force: true });
	writeFileSync(fresh, content, { mode: 0o600, flag: "wx" });
	giveTo(account, fresh);
	renameSync(fresh, file);
}

/** Calls `use` with the descriptor of a new, empty private file in the place of an old one. */
export function withFreshFile<T>(account: Account, file: string, use: (descriptor: number) => T): T {
	rmSync(file, { force: true });
	const descriptor = openSync(
		file,
		constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND,
		0o600,
	);
	try {
		giveTo(account, file);
		return use(descriptor);
	} finally {
		closeSync(descriptor);
	}
}

/** The trimmed text of a file, or undefined where there is none to read. */
export function readText(file: string): string | undefined {
	try {
		return readFileSync(file, "utf8").trim() || undefined;
	} catch {
		return undefined;
	}
}
