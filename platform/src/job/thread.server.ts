import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ResourceLimits } from "node:worker_threads";
import { Worker } from "node:worker_threads";
import { z } from "zod";

const engineDescription = z.object({ exports: z.record(z.string(), z.string()) });

/**
 * Starts `<name>.thread.ts`, wherever in the sources it stands, in a thread of its own: for work that would keep the event
 * loop from everybody else.
 * @param workerData plain data; it is copied.
 * @param resourceLimits memory of the thread's JavaScript; going past it ends the thread with ERR_WORKER_OUT_OF_MEMORY.
 * @throws Error where there is no such thread: a fault in the program or its build.
 */
export function startThread(name: string, workerData: unknown, resourceLimits: ResourceLimits = {}): Worker {
	// No flags of the parent (loaders, inspectors): the entry is finished JavaScript.
	return new Worker(threadEntry(name), { workerData, resourceLimits, execArgv: [] });
}

function threadEntry(name: string): string {
	const here = fileURLToPath(import.meta.url);
	return basename(here) === "thread.server.ts" ? bundledNow(name, dirname(dirname(here))) : bundledBefore(name, here);
}

/** In production this module is part of a bundle; the build has put the threads in `threads/`, beside it or one folder up. */
function bundledBefore(name: string, here: string): string {
	const folders = [dirname(here), dirname(dirname(here))];
	const found = folders.map((folder) => join(folder, "threads", `${name}.js`)).find((file) => existsSync(file));
	if (found === undefined) throw new Error(`The build has no thread ${name}`);
	return found;
}

/** In tests and development the thread is bundled when it starts, so that it is never older than its sources. */
function bundledNow(name: string, sources: string): string {
	const files = readdirSync(sources, { recursive: true, encoding: "utf8" });
	const found = files.filter((file) => basename(file) === `${name}.thread.ts`);
	const [source] = found;
	if (source === undefined || found.length > 1) throw new Error(`${found.length} threads are called ${name}`);

	// Comes with Vite. Asked for here and not imported, because an installation without sources does not need it.
	const esbuild: typeof import("esbuild") = createRequire(import.meta.url)("esbuild");
	const { outputFiles } = esbuild.buildSync({
		entryPoints: [join(sources, source)],
		bundle: true,
		write: false,
		platform: "node",
		format: "esm",
		target: "node20",
		packages: "external",
		// The engine is TypeScript of the same workspace, which Node could not load as a package.
		alias: engineParts(sources),
		sourcemap: "inline",
		logLevel: "silent",
	});
	const content = outputFiles[0]?.contents ?? new Uint8Array();
	const folder = join(dirname(sources), "node_modules", ".cache", "threads");
	const file = join(folder, `${name}-${createHash("sha256").update(content).digest("hex").slice(0, 16)}.mjs`);
	if (!existsSync(file)) {
		mkdirSync(folder, { recursive: true });
		// Written beside and moved into place: another process may be starting the same thread.
		const unfinished = `${file}.${randomUUID()}`;
		writeFileSync(unfinished, content);
		renameSync(unfinished, file);
	}
	return file;
}

/** Where the parts of the engine that its description names are, by the name they are imported under. */
function engineParts(sources: string): Record<string, string> {
	const name = "@laeringsarena/allocation";
	const folder = join(dirname(dirname(sources)), "allocation");
	const { exports } = engineDescription.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
	return Object.fromEntries(
		Object.entries(exports).map(([part, file]) => [`${name}${part.slice(1)}`, join(folder, file)]),
	);
}
