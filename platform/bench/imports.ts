import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { replaceRun } from "./document.ts";
import { hostileFiles, type TriedFile, tenThousandUnits } from "./import-files.ts";
import { build, startProduct } from "./programs.ts";
import { machine, machineLoad } from "./report.ts";
import { signInAsDemo, type Visitor } from "./visitor.ts";

/**
 * Imports through the pages of the built product: how long ten thousand units take from upload to done, and how long
 * the server's event loop stands still while large and hostile files are sent to it.
 *   npm run bench:imports -w platform -- [--write]
 */
const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const goals = { seconds: 20, standstill: 200 };
const startedAt = new Date();
const load = machineLoad();
const folder = await mkdtemp(join(tmpdir(), "laeringsarena-bench-"));
build();
const loopFile = join(folder, "loop");
const product = await startProduct(
	{
		...{ LAERINGSARENA_DEMO: "1", LAERINGSARENA_DATA: join(folder, "data"), BENCH_LOOP: loopFile },
		NODE_OPTIONS: `--import ${join(import.meta.dirname, "loop-watch.js")}`,
	},
	join(folder, "product.log"),
);
const lines: string[] = [];
try {
	const visitor = await signInAsDemo(product.url, "Eva Strandheim");
	const units = await tenThousandUnits();
	const files = await hostileFiles();
	await visitor.follow(await visitor.upload("/import/units", "varm.csv", new TextEncoder().encode("Navn\r\nA\r\n")));
	lines.push(await tried(units, async () => imported(visitor, units), goals.seconds));
	for (const file of files) lines.push(await tried(file, async () => refused(visitor, file)));
} finally {
	await product.stop();
	await rm(folder, { recursive: true, force: true });
}
const text = [
	machine({ command: ["npm run bench:imports -w platform", ...process.argv.slice(2)].join(" "), startedAt, load }),
	[
		`| File | MB | seconds | event loop, longest standstill ms (goal ≤ ${goals.standstill}) | outcome |`,
		"|---|--:|--:|--:|---|",
		...lines,
	].join("\n"),
].join("\n\n");
process.stdout.write(`${text}\n`);
if (values.write) await replaceRun("imports", text);

/** Uploads, looks at the preview, and imports. */
async function imported(visitor: Visitor, file: TriedFile): Promise<string> {
	const preview = await visitor.follow(await visitor.upload("/import/units", file.fileName, file.content));
	const job = await visitor.send(preview, { intent: "import" });
	const done = await visitor.read(await visitor.follow(job));
	return /Nye: [\d\s]+\. Endret: \d+/.exec(done)?.[0] ?? "not imported";
}

async function refused(visitor: Visitor, file: TriedFile): Promise<string> {
	const page = await visitor.read(
		await visitor.follow(await visitor.upload("/import/units", file.fileName, file.content)),
	);
	return /class="alert-title">([^<]*)</.exec(page)?.[1] ?? "not refused";
}

async function tried(file: TriedFile, act: () => Promise<string>, seconds?: number): Promise<string> {
	process.stderr.write(`${file.name} …\n`);
	const begun = Date.now();
	const outcome = await act();
	const ended = Date.now();
	await pause(300);
	const standstill = Math.max(
		0,
		...(await readFile(loopFile, "utf8")).split("\n").flatMap((line) => {
			const [at = 0, longest = 0] = line.split(" ").map(Number);
			return at >= begun && at <= ended + 200 ? [longest] : [];
		}),
	);
	const took = (ended - begun) / 1000;
	const time = seconds === undefined ? took.toFixed(1) : `${took.toFixed(1)} (goal ≤ ${seconds})`;
	const stood = standstill <= goals.standstill ? standstill.toFixed(0) : `**${standstill.toFixed(0)}** ✗`;
	return `| ${file.name} | ${(file.content.length / 1e6).toFixed(1)} | ${time} | ${stood} | ${outcome} |`;
}
