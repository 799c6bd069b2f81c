import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { platformFolder } from "../../src/database/folder.server.ts";
import { startTestPostgres } from "../embedded.ts";
import { startProvider } from "../oidc.ts";
import { answering, freePort } from "./product.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Where the product under test answers, and where pictures of its screens are kept. */
		product: { url: string; pictures: string };
	}
}

/** Starts the product as a user would, from its command line, on a database of its own with the demo region and a sign-in provider. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await startTestPostgres();
	const folder = await mkdtemp(join(tmpdir(), "laeringsarena-journeys-"));
	const pictures = join(platformFolder, "test-results", "journeys");
	mkdirSync(pictures, { recursive: true });
	const { host, user, database } = server.connection;
	const port = await freePort();
	const url = `http://localhost:${port}`;
	const provider = await startProvider({
		redirectUris: [`${url}/sign-in/feide/callback`],
		signedOutUris: [`${url}/signed-out`],
	});
	const { issuer, clientId, clientSecret } = provider;
	const product = spawn(process.execPath, [join(platformFolder, "bin", "laeringsarena.js"), "serve", "--demo"], {
		env: {
			...process.env,
			PORT: String(port),
			LAERINGSARENA_DATA: folder,
			LAERINGSARENA_LOG: "warn",
			LAERINGSARENA_PROVIDERS: JSON.stringify([{ id: "feide", name: "Feide", issuer, clientId, clientSecret }]),
			DATABASE_URL: `postgres://${user}@localhost:${server.connection.port}/${database}?host=${encodeURIComponent(host)}`,
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
	const said: string[] = [];
	product.stdout.on("data", (bytes) => said.push(String(bytes)));
	product.stderr.on("data", (bytes) => said.push(String(bytes)));
	await answering(url, product, said);
	project.provide("product", { url, pictures });
	return async () => {
		product.kill("SIGTERM");
		await new Promise((resolve) => product.once("exit", resolve));
		await provider.stop();
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	};
}
