import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answering, freePort, run } from "./product.ts";

/** The product as several processes behind one door, on the embedded database that one of them owns. */
describe("several processes", () => {
	let folder = "";
	let url = "";
	let product: ChildProcess;
	let said: readonly string[] = [];

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "laeringsarena-processes-"));
		const port = await freePort();
		url = `http://localhost:${port}`;
		({ program: product, said } = run(["serve"], {
			...{ PORT: String(port), LAERINGSARENA_DATA: folder, LAERINGSARENA_PROCESSES: "3", DATABASE_URL: "" },
		}));
		await answering(url, product, said);
	}, 240_000);

	afterAll(async () => {
		if (product.exitCode === null) product.kill("SIGKILL");
		await rm(folder, { recursive: true, force: true, maxRetries: 20 });
	});

	/** A page on a connection of its own, so that the processes take turns. */
	const page = () => fetch(`${url}/sign-in`, { headers: { Connection: "close" } });

	async function answered(): Promise<number> {
		const text = await (await fetch(`${url}/metrics`, { headers: { Connection: "close" } })).text();
		return Number(/^laeringsarena_requests_total\{method="GET",status="2xx"\} (\d+)$/m.exec(text)?.[1]);
	}

	function children(): number[] {
		return readFileSync(`/proc/${product.pid}/task/${product.pid}/children`, "utf8").trim().split(" ").map(Number);
	}

	/** The processes that answer: children of the product that run its program. */
	function webProcesses(): number[] {
		return children().filter((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("cli.js"));
	}

	it("share the work, and whoever is asked tells what all have done", async () => {
		const before = await answered();
		for (let turn = 0; turn < 6; turn++) expect((await page()).status).toBe(200);
		// The question before counts itself when it has been answered.
		expect(await answered()).toBe(before + 7);
		const pids = () =>
			said
				.join("")
				.split("\n")
				.flatMap((line) => (line.includes('"path":"/sign-in"') ? [/"pid":(\d+)/.exec(line)?.[1]] : []));
		// Lines of requests are written together, a moment after the answers; a process that has just begun comes to its turn.
		const seen = async () => {
			await page();
			return new Set(pids()).size;
		};
		await expect.poll(seen, { timeout: 10_000 }).toBe(3);
	});

	it("go on when one dies, which another replaces", async () => {
		const before = webProcesses();
		expect(before).toHaveLength(3);
		const killed = before[0] ?? Number.NaN;
		process.kill(killed, "SIGKILL");
		// What was handed to it before its death was noticed is lost with it, as what it was answering is.
		await expect.poll(() => children().includes(killed), { timeout: 30_000 }).toBe(false);
		for (let turn = 0; turn < 6; turn++) expect((await page()).status).toBe(200);
		await expect.poll(() => webProcesses().length, { timeout: 60_000 }).toBe(3);
		expect(webProcesses()).not.toContain(killed);
	}, 90_000);

	it("end when the one that owns the database is told to, with nothing left", async () => {
		const pids = webProcesses();
		const ended = new Promise((resolve) => product.once("exit", resolve));
		product.kill("SIGTERM");
		expect(await ended).toBe(0);
		for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow();
	}, 60_000);
});
