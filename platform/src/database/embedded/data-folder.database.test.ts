import { mkdir, readdir, readFile, rmdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { makeScratch, type Scratch, serverProcess } from "../../../test/embedded-scratch.ts";
import {
	type EmbeddedOptions,
	type EmbeddedPostgres,
	EmbeddedPostgresFault,
	startEmbedded,
} from "./embedded.server.ts";

let scratch: Scratch;
beforeAll(async () => {
	scratch = await makeScratch();
});
afterAll(() => scratch.remove());

const running: EmbeddedPostgres[] = [];
afterEach(async () => {
	await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
	const server = await startEmbedded({ ...options, settings: { fsync: "off", ...options.settings } });
	running.push(server);
	return server;
}

/** The first column of every row, as text. */
async function ask({ connection }: EmbeddedPostgres, question: string): Promise<string[]> {
	const client = new Client(connection);
	await client.connect();
	try {
		const { rows } = await client.query({ text: question, rowMode: "array" });
		return rows.map(([value]) => String(value));
	} finally {
		await client.end();
	}
}

async function faultOf(start: Promise<unknown>): Promise<EmbeddedPostgresFault> {
	const error: unknown = await start.then(() => undefined).catch((reason: unknown) => reason);
	if (error instanceof EmbeddedPostgresFault) return error;
	throw new Error(`no fault but ${String(error)}`);
}

test("what was written is there after a stop and a start", async () => {
	const dataFolder = path.join(scratch.folder, "kept");
	const first = await start({ dataFolder });
	expect(first.adopted).toBe(false);
	await ask(first, "create table kept as select 'blåbærsyltetøy' as word");
	await first.stop();
	await first.stop();
	const second = await start({ dataFolder });
	expect(second.adopted).toBe(false);
	expect(await ask(second, "select word from kept")).toEqual(["blåbærsyltetøy"]);
	expect(second.connection).toEqual(first.connection);
});

test("the server is built for Norwegian text, safe storage and no network", async () => {
	const server = await startEmbedded({ dataFolder: path.join(scratch.folder, "as-delivered") });
	running.push(server);
	const setting = async (name: string) => (await ask(server, `show ${name}`))[0];
	expect(server.connection.database).toBe("laeringsarena");
	expect(await setting("server_version")).toMatch(/^18\./);
	expect(await setting("server_encoding")).toBe("UTF8");
	for (const name of ["data_checksums", "fsync", "full_page_writes", "synchronous_commit"]) {
		expect([name, await setting(name)]).toEqual([name, "on"]);
	}
	expect(await setting("listen_addresses")).toBe("");
	expect(await setting("timezone")).toBe("UTC");
	expect(await setting("jit")).toBe("off");
	expect(await setting("shared_buffers")).toBe("256MB");
	expect(await setting("max_connections")).toBe("60");
	expect(await ask(server, "select upper('blåbær æøå')")).toEqual(["BLÅBÆR ÆØÅ"]);
	const words = "(values ('ål'), ('aal'), ('zoo'), ('ære'), ('øre'), ('are')) as words (word)";
	expect(await ask(server, `select word from ${words} order by word collate "nb-NO-x-icu"`)).toEqual([
		...["are", "zoo", "ære", "øre", "ål", "aal"],
	]);
	expect(await ask(server, `select word from ${words} order by word collate "nn-NO-x-icu"`)).toHaveLength(6);
	expect(await ask(server, "select collisdeterministic from pg_collation where collname = 'nb-NO-x-icu'")).toEqual([
		"true",
	]);
});

test("only the owner reaches the data and the socket, and no password is on the disk", async () => {
	const dataFolder = path.join(scratch.folder, "private");
	const { connection } = await start({ dataFolder });
	for (const folder of [
		connection.host,
		path.join(dataFolder, "postgres"),
		path.join(dataFolder, "postgres/cluster"),
	]) {
		expect([folder, (await stat(folder)).mode & 0o777]).toEqual([folder, 0o700]);
	}
	const rules = await readFile(path.join(dataFolder, "postgres/cluster/pg_hba.conf"), "utf8");
	expect(rules.split("\n").filter((line) => line !== "" && !line.startsWith("#"))).toEqual(["local all all trust"]);
});

test("settings are ours to override, but not to open a network port", async () => {
	const server = await start({
		dataFolder: path.join(scratch.folder, "settings"),
		settings: { work_mem: "12MB", listen_addresses: "*", "app.motto": "it's \\ fine" },
	});
	expect(await ask(server, "show work_mem")).toEqual(["12MB"]);
	expect(await ask(server, "show app.motto")).toEqual(["it's \\ fine"]);
	expect(await ask(server, "show listen_addresses")).toEqual([""]);
	await ask(server, "alter system set listen_addresses = '*'");
	await server.stop();
	const again = await start({ dataFolder: path.join(scratch.folder, "settings") });
	expect(await ask(again, "show listen_addresses")).toEqual([""]);
});

test("a setting that the server refuses gives a fault that says so, and the folder is free again", async () => {
	const dataFolder = path.join(scratch.folder, "refused");
	const fault = await faultOf(start({ dataFolder, settings: { work_mem: "a lot" } }));
	expect(fault.code).toBe("start-failed");
	expect(fault.message).toContain("work_mem");
	expect(fault.remedy).not.toBe("");
	await start({ dataFolder });
});

test("the server's log has no statements and no values", async () => {
	const dataFolder = path.join(scratch.folder, "log");
	const server = await start({ dataFolder });
	await ask(server, "create table person (number text primary key check (number <> 'forbudt'))");
	await ask(server, "insert into person values ('hemmelig')");
	for (const wrong of [
		"insert into person values ('hemmelig')",
		"insert into person values ('forbudt')",
		"select 'hemmelig'::int",
		"select hemmelig",
	]) {
		await expect(ask(server, wrong)).rejects.toThrow();
	}
	const child = Number((await ask(server, "select 1 as hemmelig"))[0]);
	expect(child).toBe(1);
	await expect(ask(server, "select pg_terminate_backend(pg_backend_pid()), 'hemmelig'")).rejects.toThrow();
	await server.stop();
	const logs = path.join(dataFolder, "postgres", "log");
	const names = await readdir(logs);
	const text = (await Promise.all(names.map((name) => readFile(path.join(logs, name), "utf8")))).join("\n");
	expect(text).toContain("database system is ready to accept connections");
	expect(text).not.toMatch(/hemmelig|forbudt|person/);
});

test("a second program on the same folder is refused while the first lives, and served when it is gone", async () => {
	const dataFolder = path.join(scratch.folder, "two");
	const first = scratch.start("serve", dataFolder);
	await first.next("ready");
	const second = scratch.start("serve", dataFolder);
	const refusal = await second.next("fault");
	await second.ended;
	expect(refusal.code).toBe("data-folder-in-use");
	expect(refusal.message).toContain(String(first.process.pid));
	expect((await faultOf(startEmbedded({ dataFolder }))).code).toBe("data-folder-in-use");
	// The refused ones have not disturbed the first.
	expect(await serverProcess(path.join(dataFolder, "postgres"))).toBeGreaterThan(0);
	await first.end("SIGKILL");
	const third = await start({ dataFolder });
	expect(third.adopted).toBe(true);
});

test("of two programs that start on an empty folder at once, one gets it", async () => {
	const dataFolder = path.join(scratch.folder, "race");
	const programs = [0, 1, 2].map(() => scratch.start("serve", dataFolder));
	const outcomes = await Promise.all(
		programs.map((program) =>
			program.next("ready").then(
				() => "ready",
				async () => (await program.next("fault")).code,
			),
		),
	);
	expect(outcomes.toSorted()).toEqual(["data-folder-in-use", "data-folder-in-use", "ready"]);
	await Promise.all(programs.map((program) => program.end("SIGTERM")));
});

test.each([
	["spaces and Norwegian letters", "mappe med mellomrom/Blåbærøya, «nord»"],
	["quotes, commas and other signs", `it's, 50% of "this" & $that;#`],
])("a data folder with %s in its path works", async (_, name) => {
	const server = await start({ dataFolder: path.join(scratch.folder, name) });
	expect(await ask(server, "select 1")).toEqual(["1"]);
});

test("a data folder too long for a socket works, also after kill -9, and leaves no socket folder behind", async () => {
	const dataFolder = path.join(scratch.folder, "a-rather-long-name-".repeat(8), "ø".repeat(60));
	const first = scratch.start("serve", dataFolder);
	const { host } = (await first.next("ready")).connection;
	expect(Buffer.byteLength(host)).toBeLessThan(90);
	expect((await stat(host)).mode & 0o777).toBe(0o700);
	await first.end("SIGKILL");
	const second = await start({ dataFolder });
	expect(second.adopted).toBe(true);
	expect(second.connection.host).toBe(host);
	await second.stop();
	await expect(stat(host)).rejects.toThrow("ENOENT");
	const third = await start({ dataFolder });
	expect(await ask(third, "select 1")).toEqual(["1"]);
});

test("a guessable socket folder that somebody else made first is not used", async () => {
	const dataFolder = path.join(scratch.folder, "another-rather-long-name-".repeat(8));
	const first = await start({ dataFolder });
	const { host } = first.connection;
	await first.stop();
	await mkdir(host, { mode: 0o777 });
	const second = await start({ dataFolder });
	expect(second.connection.host).not.toBe(host);
	expect((await stat(second.connection.host)).mode & 0o777).toBe(0o700);
	await second.stop();
	await rmdir(host);
});

test("data of another major version is left alone", async () => {
	const dataFolder = path.join(scratch.folder, "older");
	await mkdir(path.join(dataFolder, "postgres", "cluster"), { recursive: true });
	await writeFile(path.join(dataFolder, "postgres", "cluster", "PG_VERSION"), "15\n");
	const fault = await faultOf(start({ dataFolder }));
	expect([fault.code, fault.data.version]).toEqual(["data-of-another-version", "15"]);
	expect(await readdir(path.join(dataFolder, "postgres", "cluster"))).toEqual(["PG_VERSION"]);
});
