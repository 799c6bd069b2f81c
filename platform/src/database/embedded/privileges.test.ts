import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accountsToTry, type Circumstances, namedUsers } from "./privileges.ts";

const users = [
	{ name: "root", user: 0, group: 0 },
	{ name: "daemon", user: 1, group: 1 },
	{ name: "nobody", user: 65534, group: 65534 },
	{ name: "kari", user: 1000, group: 1000 },
];
const asRoot: Circumstances = {
	linux: true,
	ownUser: 0,
	ownUserHasName: true,
	users,
	clusterOwner: undefined,
	folderOwner: { user: 0, group: 0 },
};
const namespace = { kind: "namespace", innerUser: 65534, innerGroup: 65534 };
const asKari = { kind: "other", user: 1000, group: 1000 };

test("an ordinary user is themselves, and nobody else's cluster is touched", () => {
	const asOrdinary = { ...asRoot, ownUser: 1000, folderOwner: { user: 1000, group: 1000 } };
	expect(accountsToTry(asOrdinary)).toEqual([{ kind: "self" }]);
	expect(accountsToTry({ ...asOrdinary, clusterOwner: { user: 1000, group: 1000 } })).toEqual([{ kind: "self" }]);
	expect(accountsToTry({ ...asOrdinary, clusterOwner: { user: 0, group: 0 } })).toEqual([]);
});

test("a user id without a name needs a namespace to make a cluster, and none to run one", () => {
	const nameless = { ...asRoot, ownUser: 54321, ownUserHasName: false };
	expect(accountsToTry(nameless)).toEqual([namespace]);
	expect(accountsToTry({ ...nameless, clusterOwner: { user: 54321, group: 0 } })).toEqual([{ kind: "self" }]);
	expect(accountsToTry({ ...nameless, linux: false })).toEqual([]);
});

test("root prefers a namespace, and a service account before a general one", () => {
	const withPostgres = [...users, { name: "postgres", user: 101, group: 104 }];
	expect(accountsToTry({ ...asRoot, users: withPostgres })).toEqual([
		namespace,
		{ kind: "other", user: 101, group: 104 },
		{ kind: "other", user: 65534, group: 65534 },
		{ kind: "other", user: 1, group: 1 },
	]);
	expect(accountsToTry({ ...asRoot, users: [{ name: "root", user: 0, group: 0 }] })).toEqual([]);
});

test("root in somebody's home is them first, if they are somebody", () => {
	expect(accountsToTry({ ...asRoot, folderOwner: { user: 1000, group: 1000 } })[0]).toEqual(asKari);
	expect(accountsToTry({ ...asRoot, folderOwner: { user: 4242, group: 4242 } })[0]).toEqual(namespace);
});

test("a cluster stays with its owner", () => {
	expect(accountsToTry({ ...asRoot, clusterOwner: { user: 1000, group: 1000 } })).toEqual([asKari]);
	expect(accountsToTry({ ...asRoot, clusterOwner: { user: 0, group: 0 } })[0]).toEqual(namespace);
});

const owner = fc.record({ user: fc.nat(5), group: fc.nat(5) });
const anybody = fc.record({
	linux: fc.boolean(),
	ownUser: fc.nat(5),
	ownUserHasName: fc.boolean(),
	users: fc.array(
		fc.record({ name: fc.constantFrom("root", "nobody", "node", "kari"), user: fc.nat(5), group: fc.nat(5) }),
	),
	clusterOwner: fc.option(owner, { nil: undefined }),
	folderOwner: owner,
});

test("the server is never root, and nobody but root is ever another", () => {
	fc.assert(
		fc.property(anybody, (circumstances) => {
			for (const account of accountsToTry(circumstances)) {
				if (account.kind === "other") expect([circumstances.ownUser, account.user !== 0]).toEqual([0, true]);
				if (account.kind === "self") expect(circumstances.ownUser).not.toBe(0);
				if (account.kind === "namespace") expect(account.innerUser).not.toBe(0);
			}
		}),
	);
});

test("users are read from passwd lines, and lines that are none are passed over", () => {
	const folder = mkdtempSync(path.join(tmpdir(), "passwd-"));
	const file = path.join(folder, "passwd");
	writeFileSync(
		file,
		"# macOS begins with words\nnobody:*:-2:-2:x:/:/bin/false\nkari:x:1000:1001:Kari:/home/kari:/bin/sh\n\n",
	);
	expect(namedUsers(file)).toEqual([{ name: "kari", user: 1000, group: 1001 }]);
	rmSync(folder, { recursive: true });
	expect(namedUsers(file)).toEqual([]);
});
