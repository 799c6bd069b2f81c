import { createServer, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router";
import { build } from "vite";
import { sampleRoutes } from "./samples.tsx";

/** Serves the sample pages as the product would: rendered on the server, taken over by script where there is script. */
export async function serveSamples(): Promise<{ readonly url: string; stop(): Promise<void> }> {
	const files = await bundle();
	const handler = createStaticHandler(sampleRoutes);
	const server = createServer(async (incoming, outgoing) => {
		const url = new URL(incoming.url ?? "/", "http://localhost");
		const file = files.get(url.pathname.slice(1));
		if (file) {
			outgoing.writeHead(200, { "Content-Type": file.type }).end(file.content);
			return;
		}
		const answer = await handler.query(await toRequest(incoming, url));
		if (answer instanceof Response) {
			outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end();
			return;
		}
		const router = createStaticRouter(handler.dataRoutes, answer);
		const page = renderToString(<StaticRouterProvider router={router} context={answer} />);
		outgoing
			.writeHead(answer.statusCode, { "Content-Type": "text/html; charset=utf-8" })
			.end(
				`<!doctype html><html lang="nb" data-color-scheme="light"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><link rel="stylesheet" href="/ui.css"></head><body><div id="page">${page}</div><script type="module" src="/ui.js"></script></body></html>`,
			);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address !== "object") throw new Error("no address");
	return {
		url: `http://localhost:${address.port}`,
		stop: () => new Promise((resolve) => server.close(() => resolve())),
	};
}

async function toRequest(incoming: IncomingMessage, url: URL): Promise<Request> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk);
	const isPost = incoming.method === "POST";
	return new Request(url, {
		method: incoming.method ?? "GET",
		...(isPost
			? { body: Buffer.concat(chunks), headers: { "Content-Type": incoming.headers["content-type"] ?? "" } }
			: {}),
	});
}

type Served = { readonly type: string; readonly content: string | Uint8Array };

async function bundle(): Promise<ReadonlyMap<string, Served>> {
	const built = await build({
		configFile: false,
		logLevel: "warn",
		root: import.meta.dirname,
		esbuild: { jsx: "automatic" },
		build: {
			write: false,
			minify: false,
			rollupOptions: {
				input: join(import.meta.dirname, "client.tsx"),
				output: {
					entryFileNames: "ui.js",
					assetFileNames: (asset) => (asset.names[0]?.endsWith(".css") ? "ui.css" : "assets/[name][extname]"),
				},
			},
		},
	});
	const files = new Map<string, Served>();
	for (const bundle of Array.isArray(built) ? built : [built]) {
		if (!("output" in bundle)) continue;
		for (const file of bundle.output) {
			const type = file.fileName.endsWith(".css")
				? "text/css"
				: file.fileName.endsWith(".js")
					? "text/javascript"
					: "font/woff2";
			files.set(file.fileName, { type, content: file.type === "chunk" ? file.code : file.source });
		}
	}
	return files;
}
