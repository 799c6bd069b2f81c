/*
 * A whole program around the embedded PostgreSQL, for tests that kill it. Started with a data folder; says what happens
 * as JSON, a line at a time, on standard output. SIGTERM stops it properly.
 */
import { Client } from "pg";
import { diagnoseEmbedded, EmbeddedPostgresFault, startEmbedded } from "../src/database/embedded/embedded.server.ts";
import type { ProgramEvent } from "./embedded-scratch.ts";

const writers = 4;

function say(event: ProgramEvent): void {
	process.stdout.write(`${JSON.stringify(event)}\n`);
}

/** Inserts without end. A row is told about when the server has acknowledged it, and not before. */
async function write(connection: { host: string; port: number; user: string; database: string }, first: number) {
	for (let row = first; ; row += writers) {
		const client = new Client(connection);
		client.on("error", () => {});
		try {
			await client.connect();
			for (; ; row += writers) {
				await client.query("insert into written (id, note) values ($1, $2)", [row, "x".repeat(row % 2000)]);
				say({ event: "row", row });
			}
		} catch {
			// The server was killed: the supervisor brings it back, and this number may or may not be used.
			await new Promise((resolve) => setTimeout(resolve, 50));
		} finally {
			await client.end().catch(() => {});
		}
	}
}

async function main(mode: string | undefined, dataFolder: string): Promise<void> {
	if (mode === "diagnose") {
		say({ event: "findings", codes: (await diagnoseEmbedded({ dataFolder })).map(({ code }) => code) });
		return;
	}
	const server = await startEmbedded({ dataFolder, log: (line) => say({ event: "log", line }) });
	const client = new Client(server.connection);
	await client.connect();
	await client.query("create table if not exists written (id bigint primary key, note text not null)");
	const found = await client.query("select coalesce(max(id), 0)::int as last from written");
	await client.end();
	process.on("SIGTERM", () => server.stop().then(() => process.exit(0)));
	say({ event: "ready", adopted: server.adopted, connection: server.connection });
	if (mode === "leave") process.exit(0);
	if (mode === "die") process.kill(process.pid, "SIGKILL");
	if (mode === "write") {
		const first = Number(found.rows[0]?.last) + 1;
		await Promise.all(Array.from({ length: writers }, (_, writer) => write(server.connection, first + writer)));
	}
	setInterval(() => {}, 60_000);
}

main(process.argv[2], process.argv[3] ?? "").catch((error: unknown) => {
	if (!(error instanceof EmbeddedPostgresFault)) throw error;
	say({ event: "fault", code: error.code, message: error.message, remedy: error.remedy });
	process.exit(3);
});
