import { existsSync } from "node:fs";
import { Server } from "node:http";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { sql } from "kysely";
import { RouterContextProvider, type ServerBuild } from "react-router";
import { createApi } from "./api/api.server.ts";
import type { AskedEnv } from "./api/problem.server.ts";
import { platformFolder } from "./database/folder.server.ts";
import { newId } from "./database/work.server.ts";
import { outlinePage } from "./geography/outline-page.server.ts";
import type { House } from "./house.server.ts";
import { authenticateToken } from "./identity/access-token.server.ts";
import { type Metrics, openMetrics, type Tally } from "./metrics.server.ts";
import { operations } from "./operations.server.ts";
import { currentRequest, loggedPath, senderAddress } from "./request.server.ts";
import { handlePages } from "./routing.server.ts";
import { wholePage } from "./whole-page.server.ts";

/** The largest form or file anyone may send, bytes. */
const largestBody = 25 * 1024 * 1024;
const bodiless = new Set(["GET", "HEAD"]);

export type Door = {
	/** The address people open. */
	readonly url: string;
	/** Stops taking new requests and waits for those under way, at most ten seconds. */
	close(): Promise<void>;
};

/** What is counted here, and what is counted in the other processes that share the door. */
export type Counting = { readonly metrics: Metrics; others(): Promise<readonly Tally[]> };

/** Opens the HTTP door. */
export function openDoor(house: House, build: ServerBuild): Promise<Door> {
	const { configuration } = house;
	const server = answering(house, build);
	return new Promise((resolve, reject) => {
		server.on("error", reject);
		server.listen(configuration.port, configuration.host, () => {
			const address = server.address();
			const port = typeof address === "object" && address ? address.port : configuration.port;
			const url = configuration.port === 0 ? `http://localhost:${port}` : configuration.url;
			resolve({ url, close: () => closeServer(server) });
		});
	});
}

/** What answers requests: health, metrics, static files, the API, and every page through React Router. It does not listen. */
export function answering(house: House, build: ServerBuild, counting?: Counting): Server {
	const { configuration, log } = house;
	const { metrics, others } = counting ?? { metrics: openMetrics(house), others: async () => [] };
	const handle = handlePages(build);
	const door = new Hono<AskedEnv>();

	door.use(async (context, next) => {
		const requestId = newId();
		const started = performance.now();
		const socket = getConnInfo(context).remote.address;
		const address = senderAddress(socket, context.req.header("X-Forwarded-For"), configuration.proxies);
		context.set("request", { requestId, address });
		await next();
		context.res.headers.set("X-Request-Id", requestId);
		const milliseconds = performance.now() - started;
		metrics.observe(context.req.method, context.res.status, milliseconds);
		log.info(
			{
				requestId,
				method: context.req.method,
				path: loggedPath(context.req.path),
				status: context.res.status,
				ms: Math.round(milliseconds),
			},
			"request",
		);
	});
	door.get("/health", (context) => context.json({ status: "ok" }));
	door.get("/ready", async (context) => {
		try {
			await sql`select 1`.execute(house.database.bare);
			return context.json({ status: "ready" });
		} catch {
			return context.json({ status: "database-unreachable" }, 503);
		}
	});
	if (configuration.metrics) door.get("/metrics", async (context) => context.text(await metrics.text(await others())));

	const files = join(platformFolder, "build", "client");
	if (existsSync(files)) {
		door.use(
			"/assets/*",
			serveStatic({
				root: files,
				precompressed: true,
				onFound: (_path, context) => context.header("Cache-Control", "public, max-age=31536000, immutable"),
			}),
		);
		door.use("/favicon.svg", serveStatic({ root: files }));
	}
	const limited = bodyLimit({ maxSize: largestBody });
	// To ask whether there is a body makes a whole request of a light one, and these never have one.
	door.use((context, next) => (bodiless.has(context.req.method) ? next() : limited(context, next)));
	door.use(compress({ threshold: 2048 }));
	door.route("/api/v1", createApi(house, operations, authenticateToken));
	door.all("*", async (context) => {
		const page: { bytes: Uint8Array<ArrayBuffer> | null } = { bytes: null };
		const asked = new RouterContextProvider();
		asked.set(wholePage, page);
		asked.set(currentRequest, context.get("request") ?? null);
		const answer = await handle(context.req.raw, asked);
		return page.bytes === null ? answer : new Response(page.bytes, { status: answer.status, headers: answer.headers });
	});

	// A quarter of a second of processor time in one go: before anybody asks, not while others wait for their pages.
	outlinePage();
	const server = createAdaptorServer({ fetch: door.fetch });
	if (!(server instanceof Server)) throw new Error("a server of another kind was made");
	return server;
}

function closeServer(server: Server): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => {
			server.closeAllConnections();
		}, 10_000);
		server.close(() => {
			clearTimeout(timer);
			resolve();
		});
		server.closeIdleConnections();
	});
}
