import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	leaveBusyChild,
	makeScratch,
	type Program,
	type Scratch,
	serverProcess,
} from "../../../test/embedded-scratch.ts";
import { isAlive } from "./server-process.ts";

let scratch: Scratch;
beforeAll(async () => {
	scratch = await makeScratch();
});
afterAll(() => scratch.remove());

function rowsOf(program: Program): number[] {
	return program.events.flatMap((event) => (event.event === "row" ? [event.row] : []));
}

/** Resolves when the program has acknowledged so many rows. */
async function acknowledged(program: Program, count: number): Promise<void> {
	while (rowsOf(program).length < count) {
		expect(program.process.exitCode).toBeNull();
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

/** The second leaves it open whether the program has begun to bring the server back when it is killed itself. */
const kinds = ["program", "server, then program", "program, then server"];

test("killed ten times under write load, node, server or both, no acknowledged row is lost", {
	timeout: 240_000,
}, async () => {
	const dataFolder = path.join(scratch.folder, "killed");
	const root = path.join(dataFolder, "postgres");
	const written = new Set<number>();
	const adopted: boolean[] = [];
	for (let round = 0; round < 10; round++) {
		const program = scratch.start("write", dataFolder);
		adopted.push((await program.next("ready")).adopted);
		await acknowledged(program, 100 + 37 * round);
		const server = await serverProcess(root);
		const kind = kinds[round % kinds.length];
		if (kind === "server, then program") process.kill(server, "SIGKILL");
		await program.end("SIGKILL");
		if (kind === "program, then server") process.kill(server, "SIGKILL");
		for (const row of rowsOf(program)) written.add(row);
	}
	const last = scratch.start("serve", dataFolder);
	const { connection } = await last.next("ready");
	const client = new Client(connection);
	await client.connect();
	const found = await client.query("select id::int, length(note) as length from written");
	await client.end();
	await last.end("SIGTERM");
	const kept = new Map(found.rows.map(({ id, length }) => [id, length]));
	expect([...written].filter((row) => kept.get(row) !== row % 2000)).toEqual([]);
	expect(written.size).toBeGreaterThan(1000);
	const adoptedAfter = (kind: string) => adopted.slice(1).filter((_, round) => kinds[round % kinds.length] === kind);
	expect(adoptedAfter("program")).toEqual([true, true, true]);
	expect(adoptedAfter("program, then server")).toEqual([false, false, false]);
});

test("an adopted server is stopped by the program that adopted it", async () => {
	const dataFolder = path.join(scratch.folder, "adopted");
	const first = scratch.start("serve", dataFolder);
	await first.next("ready");
	await first.end("SIGKILL");
	const server = await serverProcess(path.join(dataFolder, "postgres"));
	const second = scratch.start("serve", dataFolder);
	expect((await second.next("ready")).adopted).toBe(true);
	expect(await serverProcess(path.join(dataFolder, "postgres"))).toBe(server);
	await second.end("SIGTERM");
	expect(second.process.exitCode).toBe(0);
	expect(isAlive(server)).toBe(false);
	const third = scratch.start("serve", dataFolder);
	expect((await third.next("ready")).adopted).toBe(false);
	await third.end("SIGTERM");
});

test("a program that exits without stopping its server takes it along", async () => {
	const dataFolder = path.join(scratch.folder, "left");
	const first = scratch.start("leave", dataFolder);
	await first.next("ready");
	await first.ended;
	const second = scratch.start("serve", dataFolder);
	expect((await second.next("ready")).adopted).toBe(false);
	await second.end("SIGTERM");
});

test("Ctrl-C in the terminal reaches the program and not the server behind its back", async () => {
	const dataFolder = path.join(scratch.folder, "interrupted");
	const first = scratch.start("serve", dataFolder);
	await first.next("ready");
	process.kill(-Number(first.process.pid), "SIGINT");
	await first.ended;
	expect(first.process.signalCode).toBe("SIGINT");
	const second = scratch.start("serve", dataFolder);
	expect((await second.next("ready")).adopted).toBe(true);
	await second.end("SIGTERM");
});

test("a server killed under a running program is started again on the same socket", async () => {
	const dataFolder = path.join(scratch.folder, "brought-back");
	const program = scratch.start("write", dataFolder);
	await acknowledged(program, 50);
	const server = await serverProcess(path.join(dataFolder, "postgres"));
	process.kill(server, "SIGKILL");
	await acknowledged(program, rowsOf(program).length + 200);
	expect(await serverProcess(path.join(dataFolder, "postgres"))).not.toBe(server);
	await program.end("SIGTERM");
	expect(program.process.exitCode).toBe(0);
});

test("a busy child of a killed server is ended before the next server starts", async () => {
	const dataFolder = path.join(scratch.folder, "leftover");
	await leaveBusyChild(() => scratch.start("serve", dataFolder), path.join(dataFolder, "postgres"));
});

test("files left by a dead server that name a living stranger's process do not block the start", async () => {
	const dataFolder = path.join(scratch.folder, "stale");
	const root = path.join(dataFolder, "postgres");
	const first = scratch.start("serve", dataFolder);
	await first.next("ready");
	const server = await serverProcess(root);
	process.kill(server, "SIGKILL");
	await first.end("SIGKILL");
	for (const file of ["cluster/postmaster.pid", "socket/.s.PGSQL.5432.lock"]) {
		const text = await readFile(path.join(root, file), "utf8");
		await writeFile(path.join(root, file), text.replace(String(server), String(process.pid)));
	}
	const second = scratch.start("serve", dataFolder);
	expect((await second.next("ready")).adopted).toBe(false);
	await second.end("SIGTERM");
});

test("a socket folder that was removed is made again", async () => {
	const dataFolder = path.join(scratch.folder, "socketless");
	const first = scratch.start("serve", dataFolder);
	await first.next("ready");
	await first.end("SIGTERM");
	await rm(path.join(dataFolder, "postgres", "socket"), { recursive: true });
	const second = scratch.start("serve", dataFolder);
	await second.next("ready");
	await second.end("SIGTERM");
});
