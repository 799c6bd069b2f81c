import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answering, freePort, run } from "./product.ts";

/**
 * The program, its database, or both are killed ten times while people save units as fast as they can. Every save
 * the product said yes to (303) must be on the page afterwards.
 */
describe("kill -9 while people work", () => {
	let folder = "";
	let url = "";
	let product: ChildProcess;
	let cookie = "";
	let organisation = "";
	const saved = new Set<string>();
	let said: readonly string[] = [];

	async function start(): Promise<void> {
		({ program: product, said } = run(["serve", "--demo"], {
			PORT: new URL(url).port,
			LAERINGSARENA_DATA: folder,
			LAERINGSARENA_LOG: "error",
			DATABASE_URL: "",
		}));
		await answering(url, product, said);
	}

	function post(path: string, fields: Record<string, string>): Promise<Response> {
		return fetch(url + path, {
			method: "POST",
			redirect: "manual",
			headers: { Origin: url, Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" },
			body: new URLSearchParams(fields),
		});
	}

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "laeringsarena-killed-"));
		url = `http://localhost:${await freePort()}`;
		await start();
		const page = await (await fetch(`${url}/sign-in`)).text();
		// Whoever runs the municipality's part of the system may add units anywhere in it.
		const button = /<button[^>]*>Eva Strandheim/.exec(page)?.[0] ?? "";
		const person = /value="([0-9a-f-]{36})"/.exec(button)?.[1] ?? "";
		const answer = await post("/sign-in", { person, to: "/" });
		cookie = answer.headers
			.getSetCookie()
			.map((one) => one.split(";")[0])
			.join("; ");
		const choices = await (await fetch(`${url}/represent`, { headers: { Cookie: cookie } })).text();
		organisation = /value="([0-9a-f-]{36})"/.exec(choices)?.[1] ?? "";
		expect(organisation).not.toBe("");
	}, 240_000);

	afterAll(async () => {
		const ended = new Promise((resolve) => product.once("exit", resolve));
		if (product.exitCode === null && product.signalCode === null) {
			product.kill("SIGTERM");
			await ended;
		}
		await rm(folder, { recursive: true, force: true });
	});

	async function work(name: string, until: AbortSignal): Promise<void> {
		for (let index = 0; !until.aborted; index++) {
			const unit = `Enhet ${name} ${index}`;
			try {
				const answer = await post(`/organisations/${organisation}/units/new`, {
					name: unit,
					sector: "health-and-care",
					published: "on",
				});
				if (answer.status === 303) saved.add(unit);
			} catch {
				// the product was killed before it could answer: nothing was promised
			}
		}
	}

	function killDatabase(): void {
		const file = readdirSync(folder, { recursive: true, encoding: "utf8" }).find((one) =>
			one.endsWith("postmaster.pid"),
		);
		const pid = Number(file === undefined ? Number.NaN : readFileSync(join(folder, file), "utf8").split("\n")[0]);
		expect(pid).toBeGreaterThan(1);
		process.kill(pid, "SIGKILL");
	}

	it("loses nothing it said yes to", async () => {
		for (let round = 0; round < 10; round++) {
			const until = new AbortController();
			const before = saved.size;
			const people = Array.from({ length: 4 }, (_, person) => work(`${round}-${person}`, until.signal));
			const patience = Date.now() + 20_000;
			while (saved.size < before + 10 && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 20));
			expect(saved.size, `round ${round} saved something before the kill`).toBeGreaterThanOrEqual(before + 10);
			const ended = new Promise((resolve) => product.once("exit", resolve));
			if (round % 3 !== 0) killDatabase();
			if (round % 3 !== 1) product.kill("SIGKILL");
			until.abort();
			await Promise.all(people);
			if (round % 3 !== 1) {
				await ended;
				await start();
			} else {
				await answering(url, product, said);
			}
			const page = await (
				await fetch(`${url}/organisations/${organisation}/units`, { headers: { Cookie: cookie } })
			).text();
			const lost = [...saved].filter((unit) => !page.includes(`>${unit}<`));
			expect(lost, `lost in round ${round}`).toEqual([]);
		}
	}, 300_000);
});
