import { createServer, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { build } from "vite";
import { renderSample } from "./render.tsx";

/** Serves the sample pages: rendered on the server, taken over by script where there is script. */
export async function serveSamples(): Promise<{ readonly url: string; stop(): Promise<void> }> {
	const files = await bundle();
	const server = createServer(async (incoming, outgoing) => {
		const url = new URL(incoming.url ?? "/", "http://localhost");
		const file = files.get(url.pathname.slice(1));
		if (file) {
			outgoing.writeHead(200, { "Content-Type": file.type }).end(file.content);
			return;
		}
		const answer = await renderSample(await toRequest(incoming, url));
		outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address !== "object") throw new Error("no address");
	return {
		url: `http://localhost:${address.port}`,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function toRequest(incoming: IncomingMessage, url: URL): Promise<Request> {
	if (incoming.method !== "POST") return new Request(url);
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk);
	return new Request(url, {
		method: "POST",
		body: Buffer.concat(chunks),
		headers: { "Content-Type": incoming.headers["content-type"] ?? "" },
	});
}

type Served = { readonly type: string; readonly content: string | Uint8Array };

/** The script and the style sheet of the sample pages, built in memory. */
async function bundle(): Promise<ReadonlyMap<string, Served>> {
	const built = await build({
		configFile: false,
		logLevel: "silent",
		root: import.meta.dirname,
		esbuild: { jsx: "automatic" },
		build: {
			write: false,
			minify: false,
			rollupOptions: {
				input: join(import.meta.dirname, "client.tsx"),
				output: {
					entryFileNames: "ui.js",
					assetFileNames: (asset) => (isStyle(asset.names[0]) ? "ui.css" : "[name][extname]"),
				},
			},
		},
	});
	const files = new Map<string, Served>();
	for (const one of Array.isArray(built) ? built : [built])
		for (const file of "output" in one ? one.output : [])
			files.set(file.fileName, {
				type: isStyle(file.fileName) ? "text/css" : file.type === "chunk" ? "text/javascript" : "font/woff2",
				content: file.type === "chunk" ? file.code : file.source,
			});
	return files;
}

function isStyle(name: string | undefined): boolean {
	return name?.endsWith(".css") ?? false;
}
