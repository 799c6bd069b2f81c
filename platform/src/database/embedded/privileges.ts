import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Account } from "./run.ts";
import { run } from "./run.ts";

export type Owner = { readonly user: number; readonly group: number };
export type NamedUser = Owner & { readonly name: string };

/** Accounts made for services, in the order we prefer to borrow them. */
const serviceNames = ["postgres", "_postgres", "node", "nobody", "daemon"];

/** The named users in `/etc/passwd`, empty where it cannot be read. */
export function namedUsers(file = "/etc/passwd"): NamedUser[] {
	let text: string;
	try {
		text = readFileSync(file, "utf8");
	} catch {
		return [];
	}
	return text.split("\n").flatMap((line) => {
		const [name, , user, group] = line.split(":");
		if (name === undefined || !/^\d+$/.test(user ?? "") || !/^\d+$/.test(group ?? "")) return [];
		return [{ name, user: Number(user), group: Number(group) }];
	});
}

export type Circumstances = {
	readonly linux: boolean;
	readonly ownUser: number;
	/** Whether the system has a name for our user id. initdb asks for it; containers may run without. */
	readonly ownUserHasName: boolean;
	readonly users: readonly NamedUser[];
	/** Owner of the cluster if there is one already. */
	readonly clusterOwner: Owner | undefined;
	/** Owner of the folder the data will be in, or of the nearest folder above it that exists. */
	readonly folderOwner: Owner;
};

/**
 * The accounts worth trying, best first. Empty when the cluster belongs to somebody whose place we cannot take, or when
 * there is nobody to be.
 *
 * Where root stands in somebody's home folder, that somebody goes first: what is made there can then be used by them
 * without root another day.
 */
export function accountsToTry(circumstances: Circumstances): Account[] {
	const { linux, ownUser, ownUserHasName, users, clusterOwner, folderOwner } = circumstances;
	if (ownUser !== 0) {
		if (clusterOwner !== undefined) return clusterOwner.user === ownUser ? [{ kind: "self" }] : [];
		return ownUserHasName ? [{ kind: "self" }] : namespaceAccounts(circumstances);
	}
	if (clusterOwner !== undefined && clusterOwner.user !== 0) return [{ kind: "other", ...clusterOwner }];
	// macOS keeps its people elsewhere than in /etc/passwd; each has a name there.
	const folderOwnerHasName = !linux || users.some((one) => one.user === folderOwner.user);
	const homeOwner: Account[] =
		clusterOwner === undefined && folderOwner.user !== 0 && folderOwnerHasName
			? [{ kind: "other", ...folderOwner }]
			: [];
	const services = serviceNames
		.flatMap((name) => users.filter((one) => one.name === name && one.user !== 0))
		.map(({ user, group }): Account => ({ kind: "other", user, group }));
	return [...homeOwner, ...namespaceAccounts(circumstances), ...services];
}

function namespaceAccounts({ linux, ownUser, users }: Circumstances): Account[] {
	if (!linux) return [];
	// Inside, the user must have a name and not be root.
	const possible = users.filter((one) => one.user !== 0 && one.user !== ownUser);
	const inner = possible.find((one) => one.name === "nobody") ?? possible[0];
	return inner === undefined ? [] : [{ kind: "namespace", innerUser: inner.user, innerGroup: inner.group }];
}

/** Whether the account can really make a file in the folder: asked of the system by doing it. */
export async function canWrite(account: Account, folder: string): Promise<boolean> {
	const probe = path.join(folder, `.probe-${process.pid}-${Math.random().toString(36).slice(2)}`);
	return (await run(account, "/bin/sh", ["-c", ': > "$1" && rm -f "$1"', "sh", probe])).status === 0;
}

/** Whether the account can enter the folder. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
	return (await run(account, "/bin/sh", ["-c", 'cd "$1"', "sh", folder])).status === 0;
}

/** The nearest folder at or above `folder` that exists, and its owner. Throws what the system says (`EACCES`). */
export function nearestExisting(folder: string): Owner & { readonly folder: string } {
	for (let candidate = path.resolve(folder); ; candidate = path.dirname(candidate)) {
		const stats = statSync(candidate, { throwIfNoEntry: false });
		if (stats?.isDirectory()) return { folder: candidate, user: stats.uid, group: stats.gid };
		if (candidate === path.dirname(candidate)) return { folder: candidate, user: 0, group: 0 };
	}
}

/** Whom files made for this account must be given to, or undefined when they are rightly ours. */
export function ownerFor(account: Account): Owner | undefined {
	return account.kind === "other" ? { user: account.user, group: account.group } : undefined;
}
