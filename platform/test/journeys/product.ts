import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { platformFolder } from "../../src/database/folder.server.ts";

/**
 * The program as its users start it, from the command line: `said` grows with what it writes. Not in the mode of the
 * test runner, in which React is several times slower.
 */
export function run(
	words: readonly string[],
	env: Readonly<Record<string, string>>,
): { readonly program: ChildProcess; readonly said: readonly string[] } {
	const program = spawn(process.execPath, [join(platformFolder, "bin", "laeringsarena.js"), ...words], {
		env: { ...process.env, NODE_ENV: "production", ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const said: string[] = [];
	for (const stream of [program.stdout, program.stderr]) stream.on("data", (bytes) => said.push(String(bytes)));
	return { program, said };
}

/** A port nobody listens on at the moment. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() =>
				address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
			);
		});
	});
}

/** Waits until the product answers, at most three minutes. @throws with what it said when it ended instead. */
export async function answering(url: string, product: ChildProcess, said: readonly string[]): Promise<void> {
	for (let waited = 0; waited < 180_000; waited += 200) {
		if (product.exitCode !== null) throw new Error(`the product ended before it answered:\n${said.join("")}`);
		const answer = await fetch(`${url}/ready`).catch(() => null);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	throw new Error(`the product did not answer within three minutes:\n${said.join("")}`);
}
