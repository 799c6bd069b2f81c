import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startTestPostgres, type TestPostgres } from "../embedded.ts";
import { startProvider } from "../oidc.ts";
import type { Lent } from "./lent.ts";
import { answering, freePort, run } from "./product.ts";

export type Products = {
	/** A product nobody else uses now. */
	lend(): Promise<Lent>;
	takeBack(url: string): void;
	/** Stops every product, and the database server under them. */
	close(): Promise<void>;
};

type Running = { readonly lent: Lent; stop(): Promise<void> };

/**
 * Products as a user would start them, from the command line, each on a database of its own with the demo region and
 * with a sign-in provider. The demo region is made once and cloned. Nothing is started before somebody asks.
 */
export function openProducts(): Products {
	let made: Promise<Template> | undefined;
	const started: Promise<Running>[] = [];
	const idle: Lent[] = [];
	const away: Lent[] = [];

	async function start(): Promise<Running> {
		made ??= makeTemplate();
		return startProduct(await (await made).clone());
	}

	return {
		async lend() {
			let lent = idle.pop();
			if (lent === undefined) {
				const starting = start();
				started.push(starting);
				lent = (await starting).lent;
			}
			away.push(lent);
			return lent;
		},
		takeBack(url) {
			const at = away.findIndex((one) => one.url === url);
			idle.push(...(at < 0 ? [] : away.splice(at, 1)));
		},
		async close() {
			for (const one of await Promise.allSettled(started)) if (one.status === "fulfilled") await one.value.stop();
			await (await made)?.stop();
		},
	};
}

type Template = {
	/** The address of a new database with the demo region. */
	clone(): Promise<string>;
	stop(): Promise<void>;
};

async function makeTemplate(): Promise<Template> {
	const server = await startTestPostgres();
	const admin = new pg.Client(server.connection);
	await admin.connect();
	const template = `journeys_${process.pid}_${Date.now()}`;
	const made = [template];
	await admin.query(`create database ${template}`);
	await fill(addressOf(server, template));
	let cloning: Promise<unknown> = Promise.resolve();
	return {
		async clone() {
			const name = `${template}_${made.length}`;
			made.push(name);
			// A database is cloned while nobody is connected to it, and so one at a time.
			cloning = cloning.then(() => admin.query(`create database ${name} template ${template}`));
			await cloning;
			return addressOf(server, name);
		},
		async stop() {
			for (const name of made) await admin.query(`drop database if exists ${name} with (force)`);
			await admin.end();
			await server.stop();
		},
	};
}

function addressOf({ connection }: TestPostgres, database: string): string {
	const { host, port, user } = connection;
	return `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}

/** The demo region, as its own command makes it. */
async function fill(databaseUrl: string): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), "laeringsarena-journeys-"));
	const settings = { LAERINGSARENA_DATA: folder, LAERINGSARENA_LOG: "warn", DATABASE_URL: databaseUrl };
	const { program, said } = run(["demo"], settings);
	const code = await new Promise((resolve) => program.once("exit", resolve));
	await rm(folder, { recursive: true, force: true });
	if (code !== 0) throw new Error(`the demo region was not made:\n${said.join("")}`);
}

async function startProduct(databaseUrl: string): Promise<Running> {
	const folder = await mkdtemp(join(tmpdir(), "laeringsarena-journeys-"));
	const port = await freePort();
	const url = `http://localhost:${port}`;
	const provider = await startProvider({
		redirectUris: [`${url}/sign-in/feide/callback`],
		signedOutUris: [`${url}/signed-out`],
	});
	const { issuer, clientId, clientSecret } = provider;
	const { program, said } = run(["serve", "--demo"], {
		PORT: String(port),
		LAERINGSARENA_DATA: folder,
		LAERINGSARENA_LOG: "warn",
		// One process has read and compiled every page sooner than two; `processes.journey.ts` walks between several.
		LAERINGSARENA_PROCESSES: "1",
		LAERINGSARENA_PROVIDERS: JSON.stringify([{ id: "feide", name: "Feide", issuer, clientId, clientSecret }]),
		DATABASE_URL: databaseUrl,
	});
	const stop = async () => {
		if (program.exitCode === null && program.signalCode === null) {
			const ended = new Promise((resolve) => program.once("exit", resolve));
			program.kill("SIGTERM");
			await ended;
		}
		await provider.stop();
		await rm(folder, { recursive: true, force: true });
	};
	try {
		await answering(url, program, said);
	} catch (error) {
		await stop();
		throw error;
	}
	return { lent: { url, databaseUrl }, stop };
}
