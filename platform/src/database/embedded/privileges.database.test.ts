import { chmod, cp, mkdir, mkdtemp, readdir, rm, rmdir, stat, symlink } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	leaveBusyChild,
	makeFolderFor,
	makeScratch,
	nobody,
	type Program,
	type Scratch,
	type StartOptions,
	serverProcess,
} from "../../../test/embedded-scratch.ts";

let scratch: Scratch;
beforeAll(async () => {
	scratch = await makeScratch();
});
afterAll(() => scratch.remove());

/** Starts, writes a row, is killed, starts again by adoption, stops, starts again: the row is there. */
async function livesThroughAll(begin: () => Program): Promise<Program[]> {
	const first = begin();
	const { connection } = await first.next("ready");
	const client = new Client(connection);
	await client.connect();
	await client.query("insert into written (id, note) values (1, 'kept')");
	await client.end();
	await first.end("SIGKILL");
	const second = begin();
	expect((await second.next("ready")).adopted).toBe(true);
	await second.end("SIGTERM");
	expect(second.process.exitCode).toBe(0);
	const third = begin();
	const ready = await third.next("ready");
	expect(ready.adopted).toBe(false);
	const again = new Client(ready.connection);
	await again.connect();
	expect((await again.query("select note from written")).rows).toEqual([{ note: "kept" }]);
	await again.end();
	return [first, second, third];
}

async function ownerOf(file: string): Promise<number> {
	return (await stat(file)).uid;
}

async function ownerOfServer(root: string): Promise<number> {
	return await ownerOf(`/proc/${await serverProcess(root)}`);
}

/** A folder of programs with all we need but `unshare`: a system where root has no user namespaces. */
async function pathWithoutUnshare(): Promise<string> {
	const folder = path.join(scratch.folder, "programs");
	await mkdir(folder, { recursive: true });
	for (const name of ["flock", "sh", "rm"]) await symlink(`/usr/bin/${name}`, path.join(folder, name)).catch(() => {});
	return folder;
}

/** No user namespaces, and not the right to look into other users' processes. */
async function asInContainer(): Promise<StartOptions> {
	const kept = ["chown", "dac_override", "fowner", "fsetid", "kill", "setgid", "setuid", "setpcap"];
	return {
		through: ["/usr/bin/setpriv", `--bounding-set=-all,${kept.map((right) => `+${right}`).join(",")}`],
		env: { PATH: await pathWithoutUnshare() },
	};
}

// Only root can become somebody else, so only root can try these.
describe.runIf(process.platform === "linux" && process.getuid?.() === 0)("as root", { timeout: 60_000 }, () => {
	test("root runs the server in a user namespace, with data that stays root's", async () => {
		const dataFolder = path.join(scratch.folder, "root-data");
		const [, , last] = await livesThroughAll(() => scratch.start("serve", dataFolder));
		expect(await ownerOf(path.join(dataFolder, "postgres", "cluster"))).toBe(0);
		await last?.end("SIGTERM");
	});

	test("root runs project and data under a folder that only root can enter", async () => {
		const closed = await mkdtemp("/root/embedded-test-");
		await chmod(closed, 0o700);
		try {
			const project = path.join(closed, "project");
			await cp(scratch.project, project, { recursive: true, verbatimSymlinks: true });
			const [, , last] = await livesThroughAll(() => scratch.start("serve", path.join(closed, "data"), { project }));
			await last?.end("SIGTERM");
		} finally {
			await rm(closed, { recursive: true, force: true });
		}
	});

	test("root without user namespaces runs the server as an unprivileged user", async () => {
		const dataFolder = path.join(scratch.folder, "borrowed");
		const env = { PATH: await pathWithoutUnshare() };
		const [, , last] = await livesThroughAll(() => scratch.start("serve", dataFolder, { env }));
		const root = path.join(dataFolder, "postgres");
		expect(await ownerOfServer(root)).not.toBe(0);
		expect(await ownerOf(path.join(root, "cluster"))).toBe(await ownerOfServer(root));
		expect((await stat(root)).mode & 0o777).toBe(0o700);
		await last?.end("SIGTERM");
	});

	test("root without user namespaces, under a folder only root can enter, keeps data and programs in reach", async () => {
		const closed = await mkdtemp("/root/embedded-test-");
		await chmod(closed, 0o700);
		let elsewhere: string | undefined;
		try {
			const project = path.join(closed, "project");
			await cp(scratch.project, project, { recursive: true, verbatimSymlinks: true });
			const env = { PATH: await pathWithoutUnshare() };
			const dataFolder = path.join(closed, "data");
			const [, , last] = await livesThroughAll(() => scratch.start("serve", dataFolder, { project, env }));
			elsewhere = path.dirname((await last?.next("ready"))?.connection.host ?? "");
			expect(elsewhere).toMatch(/^\/var\/lib\/laeringsarena\/[0-9a-f]{12}$/);
			expect((await stat(elsewhere)).mode & 0o777).toBe(0o700);
			expect(await readdir(path.join(elsewhere, "binaries"))).toHaveLength(1);
			const doctor = scratch.start("diagnose", dataFolder, { project, env });
			expect((await doctor.next("findings")).codes).toContain("data-kept-elsewhere");
			await last?.end("SIGTERM");
			// What was decided once holds, also when namespaces come back.
			const back = scratch.start("serve", dataFolder, { project });
			expect((await back.next("ready")).connection.host).toBe(path.join(elsewhere, "socket"));
			await back.end("SIGTERM");
		} finally {
			await rm(closed, { recursive: true, force: true });
			if (elsewhere?.startsWith("/var/lib/laeringsarena/")) await rm(elsewhere, { recursive: true, force: true });
			// Empty, unless a real installation uses it.
			await rmdir("/var/lib/laeringsarena").catch(() => {});
		}
	});

	test("root with the rights a container leaves it runs the server, adopts it and stops it", async () => {
		const dataFolder = path.join(scratch.folder, "container");
		const options = await asInContainer();
		const [, , last] = await livesThroughAll(() => scratch.start("serve", dataFolder, options));
		await last?.end("SIGTERM");
		expect(last?.process.exitCode).toBe(0);
	});

	test("root with the rights a container leaves it ends the busy child of a killed server", async () => {
		const dataFolder = path.join(scratch.folder, "container-leftover");
		const options = await asInContainer();
		await leaveBusyChild(() => scratch.start("serve", dataFolder, options), path.join(dataFolder, "postgres"));
	});

	test("a server left in another container is never joined by a second one on the same data", async () => {
		const dataFolder = path.join(scratch.folder, "two-containers");
		const container = ["/usr/bin/unshare", "--pid", "--fork", "--kill-child", "--mount-proc"];
		// The first process of the first container lives on when the program is killed, and so does the server.
		const lasting = [...container, "/bin/sh", "-c", '"$@"; exec sleep 300', "sh"];
		const first = scratch.start("die", dataFolder, { through: lasting });
		await first.next("ready");
		const second = scratch.start("serve", dataFolder, { through: container });
		const fault = await second.next("fault");
		expect(fault.code).toBe("server-out-of-reach");
		await first.end("SIGKILL");
		const third = scratch.start("serve", dataFolder, { through: container });
		expect((await third.next("ready")).adopted).toBe(false);
		await third.end("SIGKILL");
	});

	test("data that root kept in a namespace is given away when namespaces are gone", async () => {
		const dataFolder = path.join(scratch.folder, "given-away");
		const first = scratch.start("serve", dataFolder);
		await first.next("ready");
		await first.end("SIGTERM");
		const env = { PATH: await pathWithoutUnshare() };
		const second = scratch.start("serve", dataFolder, { env });
		await second.next("ready");
		expect(await ownerOf(path.join(dataFolder, "postgres", "cluster", "PG_VERSION"))).not.toBe(0);
		await second.end("SIGTERM");
		const third = scratch.start("serve", dataFolder);
		await third.next("ready");
		await third.end("SIGTERM");
	});

	test("root with no way to be anybody else is told so, with a remedy", async () => {
		const dataFolder = path.join(scratch.folder, "no-way");
		const script = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"';
		const through = ["/usr/bin/unshare", "--user", "--map-root-user", "/bin/sh", "-c", script, "sh"];
		const program = scratch.start("serve", dataFolder, { through });
		const fault = await program.next("fault");
		expect(fault.code).toBe("cannot-run-as-root");
		expect(fault.remedy).toContain("DATABASE_URL");
		const doctor = scratch.start("diagnose", dataFolder, { through });
		expect((await doctor.next("findings")).codes).toContain("cannot-run-as-root");
	});

	test("root in somebody's home runs the server as them, and they can go on without root", async () => {
		const home = await makeFolderFor(path.join(scratch.folder, "home"), nobody, 0o700);
		const dataFolder = path.join(home, "project", "data");
		const asRoot = scratch.start("serve", dataFolder);
		await asRoot.next("ready");
		expect(await ownerOf(path.join(dataFolder, "postgres", "cluster"))).toBe(nobody.user);
		await asRoot.end("SIGKILL");
		const asThem = scratch.start("serve", dataFolder, { as: nobody });
		expect((await asThem.next("ready")).adopted).toBe(true);
		await asThem.end("SIGTERM");
		const asRootAgain = scratch.start("serve", dataFolder);
		await asRootAgain.next("ready");
		await asRootAgain.end("SIGTERM");
	});

	test("an ordinary user runs the server as themselves", async () => {
		const dataFolder = await makeFolderFor(path.join(scratch.folder, "ordinary"), nobody);
		const [, , last] = await livesThroughAll(() => scratch.start("serve", dataFolder, { as: nobody }));
		expect(await ownerOfServer(path.join(dataFolder, "postgres"))).toBe(nobody.user);
		await last?.end("SIGTERM");
	});

	test("settings and places of other servers in the environment change nothing", async () => {
		const env = {
			PATH: process.env.PATH ?? "",
			PGDATA: "/nowhere",
			PGPORT: "1",
			PGHOST: "nowhere",
			PGSSLMODE: "require",
		};
		const foreign = { ...env, PGUSER: "kari", PGDATABASE: "nothing", LC_ALL: "tlh_QO.ISO-8859-1", LANG: "nb_NO" };
		const program = scratch.start("serve", path.join(scratch.folder, "foreign"), { env: foreign });
		await program.next("ready");
		await program.end("SIGTERM");
	});

	test("an ordinary user is told when the data is somebody else's, or the folder closed", async () => {
		const dataFolder = path.join(scratch.folder, "not-theirs");
		const first = scratch.start("serve", dataFolder);
		await first.next("ready");
		await first.end("SIGTERM");
		const second = scratch.start("serve", dataFolder, { as: nobody });
		expect((await second.next("fault")).code).toBe("data-folder-of-another-user");
		const third = scratch.start("serve", path.join(scratch.folder, "closed"), { as: nobody });
		expect((await third.next("fault")).code).toBe("data-folder-not-writable");
	});

	test("an ordinary user with a broken package that belongs to root works from a copy beside the data", async () => {
		const project = path.join(scratch.folder, "broken-and-closed");
		await cp(scratch.project, project, { recursive: true, verbatimSymlinks: true });
		const native = path.join(project, path.relative(scratch.project, scratch.nativeFolder));
		await rm(path.join(native, "lib", "libpq.so.5"));
		await chmod(path.join(native, "bin", "postgres"), 0o644);
		const dataFolder = await makeFolderFor(path.join(scratch.folder, "with-copy"), nobody);
		const first = scratch.start("serve", dataFolder, { as: nobody, project });
		await first.next("ready");
		await first.end("SIGTERM");
		const second = scratch.start("serve", dataFolder, { as: nobody, project });
		await second.next("ready");
		await second.end("SIGTERM");
		expect((await stat(path.join(native, "bin", "postgres"))).mode & 0o777).toBe(0o644);
		expect(await readdir(path.join(dataFolder, "postgres", "binaries"))).toHaveLength(1);
		expect(second.events.filter((event) => event.event === "log" && event.line.includes("copying"))).toEqual([]);
	});

	test("a user id without a name gets one in a namespace, and a fault with a remedy where there is none", async () => {
		const nameless = { user: 54321, group: 54321 };
		const dataFolder = await makeFolderFor(path.join(scratch.folder, "nameless"), nameless);
		const [, , last] = await livesThroughAll(() => scratch.start("serve", dataFolder, { as: nameless }));
		await last?.end("SIGTERM");
		const without = await makeFolderFor(path.join(scratch.folder, "nameless-without"), nameless);
		const program = scratch.start("serve", without, { as: nameless, env: { PATH: await pathWithoutUnshare() } });
		expect((await program.next("fault")).code).toBe("user-without-name");
	});
});
