import { spawn } from "node:child_process";
import { closeSync, constants, fchownSync, ftruncateSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { EmbeddedPostgresFault, errorCode } from "./fault.ts";
import { ownerFor } from "./privileges.ts";
import type { Account } from "./run.ts";

/**
 * An exclusive lock that the operating system ties to an open file: it is gone when every process that holds the file
 * open is gone, however they died. It sees through containers that share a folder, and knows nothing of process ids,
 * which are reused.
 *
 * `descriptor` may be handed to a child process, which then holds the lock too and keeps it when this process dies.
 */
export type Lock = {
	readonly descriptor: number;
	/** Writes into the locked file who holds it, for people. */
	sign(text: string): void;
	/** Closes this process' hold. The lock stays while a child that got the descriptor lives. */
	release(): void;
};

/** macOS: open and lock in one system call (`O_EXLOCK`), and fail rather than wait (`O_NONBLOCK`). */
const darwinExclusiveLock = 0x20;

/**
 * Takes the lock on `file` (made for the account if absent), or returns undefined at once when another holds it.
 * Throws the faults `lock-unavailable` where the system cannot lock, `data-folder-not-writable` where it is closed to us.
 */
export async function tryLock(file: string, account: Account): Promise<Lock | undefined> {
	const exclusive = process.platform === "darwin" ? darwinExclusiveLock | constants.O_NONBLOCK : 0;
	// The folder may belong to another account than root, who runs this: no following of links laid out there.
	const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW | exclusive;
	let descriptor: number;
	try {
		descriptor = openSync(file, flags, 0o600);
	} catch (error) {
		const code = errorCode(error);
		if (code === "EAGAIN" || code === "EWOULDBLOCK") return undefined;
		const fault = code === "EACCES" ? "data-folder-not-writable" : "lock-unavailable";
		throw new EmbeddedPostgresFault(fault, { folder: path.dirname(file), said: String(error) }, { cause: error });
	}
	const owner = ownerFor(account);
	if (owner !== undefined) fchownSync(descriptor, owner.user, owner.group);
	const lock: Lock = {
		descriptor,
		sign: (text) => {
			ftruncateSync(descriptor);
			writeSync(descriptor, text, 0);
		},
		release: once(() => closeSync(descriptor)),
	};
	if (process.platform === "darwin") return lock;
	try {
		if (await lockInherited(descriptor, file)) return lock;
	} catch (error) {
		lock.release();
		throw error;
	}
	lock.release();
	return undefined;
}

/**
 * Node has no flock(2). The lock belongs to the open file and not to the process, so the tool `flock` (util-linux) can
 * lock the descriptor it inherits from us and exit: we keep the lock.
 */
function lockInherited(descriptor: number, file: string): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const unavailable = (said: string) =>
			new EmbeddedPostgresFault("lock-unavailable", { folder: path.dirname(file), said });
		const tool = spawn("flock", ["-n", "3"], { stdio: ["ignore", "ignore", "pipe", descriptor], cwd: "/" });
		let said = "";
		tool.stderr?.on("data", (chunk) => {
			said += String(chunk);
		});
		tool.on("error", (error) => reject(unavailable(error.message)));
		tool.on("close", (status) => {
			if (status === 0) resolve(true);
			else if (status === 1) resolve(false);
			else reject(unavailable(said.trim() || `flock: ${status}`));
		});
	});
}

function once(act: () => void): () => void {
	let done = false;
	return () => {
		if (done) return;
		done = true;
		act();
	};
}
