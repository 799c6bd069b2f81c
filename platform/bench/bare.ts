import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import * as z from "zod";
import { readConfiguration } from "../src/configuration.server.ts";
import { openDatabase } from "../src/database/work.server.ts";
import { findActor, sessionCookie } from "../src/identity/session.server.ts";
import { type Recording, recording } from "./recording.ts";

/**
 * What the product is measured against: Hono, node-postgres with as many connections, the same session look-up, the
 * same statements in the same transactions, and their rows as JSON. No router, no rendering, no rules, no log.
 */
const given = z
	.object({ DATABASE_URL: z.string(), BENCH_STATEMENTS: z.string() })
	.transform((env) => ({ ...env, configuration: readConfiguration(process.env) }))
	.parse(process.env);
const { port, poolSize } = given.configuration;
const database = openDatabase({ connection: { connectionString: given.DATABASE_URL }, poolSize });
const session = sessionCookie(given.configuration);
const known = new Map(
	recording
		.parse(JSON.parse(readFileSync(given.BENCH_STATEMENTS, "utf8")))
		.map(({ cookie, path, units }) => [`${cookie} ${path}`, units]),
);

const door = new Hono();
door.get("/metrics", (context) => {
	const { user, system } = process.cpuUsage();
	return context.text(`process_cpu_seconds_total ${(user + system) / 1e6}\n`);
});
door.get("*", async (context) => {
	const cookie = context.req.header("Cookie") ?? "";
	const token: unknown = await session.parse(cookie);
	const actor = await findActor(database, typeof token === "string" ? token : null, new Date());
	if (actor.kind !== "person") return context.json({ error: "no session" }, 401);
	const { pathname, search } = new URL(context.req.url);
	const units = known.get(`${cookie} ${pathname}${search}`);
	if (!units) return context.json({ error: "not recorded" }, 404);
	return context.json(await Promise.all(units.map(rowsOf)));
});

/** The rows a unit of work finds, on one connection. */
async function rowsOf(statements: Recording[number]["units"][number]): Promise<unknown[]> {
	const client = await database.pool.connect();
	try {
		const rows: unknown[] = [];
		for (const { name, text, values } of statements)
			rows.push((values.length === 0 ? await client.query(text) : await client.query({ name, text, values })).rows);
		return rows;
	} finally {
		client.release();
	}
}

serve({ fetch: door.fetch, port, hostname: "127.0.0.1" });
