import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import type { TestProject } from "vitest/node";
import { platformFolder } from "../../src/database/folder.server.ts";
import { openProducts } from "./products.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Where a journey borrows a product, the browser it uses, and where pictures of screens are kept. */
		journeys: { lender: string; browser: string; pictures: string };
	}
}

/**
 * Journeys that run side by side have a product each: they are lent one for as long as they take (`POST /`, answered
 * with a `Lent`, and `DELETE /` with its address when they are done). There are never more of them than journeys at one time.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const pictures = join(platformFolder, "test-results", "journeys");
	mkdirSync(pictures, { recursive: true });
	const products = openProducts();
	const lender = createServer((request, response) => {
		if (request.method === "DELETE") {
			products.takeBack(new URL(request.url ?? "", "http://localhost").searchParams.get("product") ?? "");
			response.writeHead(204).end();
			return;
		}
		products.lend().then(
			(lent) => response.end(JSON.stringify(lent)),
			(error) => response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
		);
	});
	// Starting a product on a busy machine takes its time.
	lender.requestTimeout = 0;
	await new Promise<void>((resolve) => lender.listen(0, "127.0.0.1", resolve));
	const { port } = lender.address() as AddressInfo;
	// Unpacked here, once: whoever comes first would use what another is still unpacking.
	const browser = await chromium.executablePath();
	project.provide("journeys", { lender: `http://127.0.0.1:${port}`, browser, pictures });
	return async () => {
		await new Promise((resolve) => lender.close(resolve));
		await products.close();
	};
}
