import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { run } from "./run.ts";

/**
 * As whom the server runs.
 *
 * - `self`: as we are, an ordinary user.
 * - `namespace`: in a user namespace of its own, where our user id bears another number. Outside it is still ours, so it
 *   reaches our files and no others. Gets root past PostgreSQL's refusal, and a user id without a name past initdb's.
 * - `other`: as another, unprivileged user; only root can do this.
 */
export type Account =
	| { readonly kind: "self" }
	| { readonly kind: "namespace"; readonly innerUser: number; readonly innerGroup: number }
	| { readonly kind: "other"; readonly user: number; readonly group: number };

export type Person = { readonly name: string; readonly user: number; readonly group: number };

/** Accounts made for services, in the order we prefer to borrow them. */
const serviceNames = ["postgres", "_postgres", "node", "nobody", "daemon"];

/** The named users of this machine (`/etc/passwd`), empty where the file cannot be read. */
export function namedUsers(file = "/etc/passwd"): Person[] {
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
	readonly ownUser: number;
	readonly users: readonly Person[];
	/** Owner of the cluster if there is one already. */
	readonly clusterOwner: { readonly user: number; readonly group: number } | undefined;
	/** Owner of the folder the data will be in, or of the nearest folder above it that exists. */
	readonly folderOwner: { readonly user: number; readonly group: number };
	readonly linux: boolean;
};

/**
 * The accounts worth trying, best first. Empty when the cluster belongs to somebody whose place we cannot take.
 *
 * Where root stands in somebody's home folder, that somebody goes first: what is made there can then be used by them
 * without root another day.
 */
export function accountsToTry(circumstances: Circumstances): Account[] {
	const { ownUser, users, clusterOwner, folderOwner } = circumstances;
	const namespace = namespaceAccounts(circumstances);
	if (ownUser !== 0) {
		if (clusterOwner !== undefined && clusterOwner.user !== ownUser) return [];
		// initdb asks for the name of its user; a server that has its cluster does not.
		const nameless = clusterOwner === undefined && users.length > 0 && !users.some((person) => person.user === ownUser);
		return nameless ? [...namespace, { kind: "self" }] : [{ kind: "self" }];
	}
	if (clusterOwner !== undefined && clusterOwner.user !== 0) return [{ kind: "other", ...clusterOwner }];
	const homeOwner: Account[] =
		clusterOwner === undefined && users.some((person) => person.user === folderOwner.user && person.user !== 0)
			? [{ kind: "other", ...folderOwner }]
			: [];
	const services = serviceNames.flatMap((name) => users.filter((person) => person.name === name && person.user !== 0));
	return [...homeOwner, ...namespace, ...services.map(({ user, group }): Account => ({ kind: "other", user, group }))];
}

function namespaceAccounts({ linux, ownUser, users }: Circumstances): Account[] {
	if (!linux) return [];
	// Inside, the user must have a name, because initdb asks for it.
	const inner = users.find((person) => person.name === "nobody") ?? users.find((person) => person.user !== 0);
	if (inner === undefined || inner.user === 0 || inner.user === ownUser) return [];
	return [{ kind: "namespace", innerUser: inner.user, innerGroup: inner.group }];
}

/** Whether the account can really make a file in the folder: asked of the system by doing it. */
export async function canWrite(account: Account, folder: string): Promise<boolean> {
	const probe = path.join(folder, `.probe-${process.pid}-${Math.random().toString(36).slice(2)}`);
	return (await run(account, "/bin/sh", ["-c", ': > "$1" && rm -f "$1"', "sh", probe])).status === 0;
}

/** Whether the account can be taken on at all. */
export async function canRunAnything(account: Account): Promise<boolean> {
	return (await run(account, "/bin/sh", ["-c", "exit 0"])).status === 0;
}

/** The nearest existing folder at or above `folder`, and who owns it. */
export function nearestExisting(folder: string): { folder: string; user: number; group: number } {
	for (let candidate = path.resolve(folder); ; candidate = path.dirname(candidate)) {
		const stats = statSync(candidate, { throwIfNoEntry: false });
		if (stats?.isDirectory()) return { folder: candidate, user: stats.uid, group: stats.gid };
		if (candidate === path.dirname(candidate)) return { folder: candidate, user: 0, group: 0 };
	}
}

/** The user and group that files for this account must belong to, or undefined when that is ourselves. */
export function ownerFor(account: Account): { user: number; group: number } | undefined {
	return account.kind === "other" ? { user: account.user, group: account.group } : undefined;
}
