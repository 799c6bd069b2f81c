import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import { startThread } from "./thread.server.ts";

const sources = join(import.meta.dirname, "..");
const folder = await mkdtemp(join(tmpdir(), "threads-"));
afterAll(() => rm(folder, { recursive: true }));

/** Reads two rows in a thread and writes them out. */
const program = `
	import { readSheetInWorker } from "./spreadsheet/worker.server.ts";
	const name = { nb: "Navn", nn: "Namn", en: "Name" };
	const contract = { title: name, columns: [{ key: "name", kind: "text", headers: name }], unique: [] };
	const result = await readSheetInWorker(new TextEncoder().encode("Navn\\nKari\\nOla\\n"), "fil.csv", contract);
	console.log(JSON.stringify(result.rows));
`;

describe("starting a thread", () => {
	it("finds it in a build, from the program itself and from a chunk in a folder", { timeout: 60_000 }, async () => {
		await writeFile(join(folder, "package.json"), '{ "type": "module" }');
		const run = async (outdir: string, entry: string) => {
			const options = { bundle: true, platform: "node", format: "esm", absWorkingDir: sources } as const;
			await build({
				...options,
				stdin: { contents: program, resolveDir: sources, loader: "ts" },
				outfile: join(outdir, entry),
			});
			const thread = join(sources, "spreadsheet", "read.thread.ts");
			await build({ ...options, entryPoints: { "threads/read": thread }, outdir });
			const { stdout } = await promisify(execFile)(process.execPath, [join(outdir, entry)]);
			return JSON.parse(stdout);
		};
		const rows = [
			{ sheetRow: 2, value: { name: "Kari" } },
			{ sheetRow: 3, value: { name: "Ola" } },
		];
		expect(await run(join(folder, "one"), "cli.js")).toEqual(rows);
		expect(await run(join(folder, "two"), "chunks/cli.js")).toEqual(rows);
	});

	it("says so where there is no such thread", () => {
		expect(() => startThread("nothing", {})).toThrow("0 threads are called nothing");
	});
});
