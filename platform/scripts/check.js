// Everything that must hold besides the tests, the same on a laptop and in CI. What is independent runs side by side;
// each part prints only when it fails.
import { spawn } from "node:child_process";
import { join } from "node:path";

const project = join(import.meta.dirname, "..", "..");
const npx = process.platform === "win32" ? "npx.cmd" : "npx";

// TypeScript 7 is native. One thread: several judge the same types again, each for itself. The tests that read sources
// use TypeScript 6, because 7 has no API to lean on yet.
const tsc = [process.execPath, join(project, "node_modules", "typescript-native", "bin", "tsc"), "--singleThreaded"];

/** @type {Record<string, string[][]>} */
const parts = {
	"types: platform": [
		[npx, "react-router", "typegen", "platform"],
		[...tsc, "-p", "platform"],
	],
	"types: allocation": [
		[...tsc, "-p", "allocation"],
		[...tsc, "-p", "allocation/test"],
	],
	"lint and format": [[npx, "biome", "ci", "--error-on-warnings", "."]],
	"generated files": [[npx, "tsx", "platform/scripts/generate.ts", "--check"]],
	"dead code": [[npx, "knip"]],
};

const queue = Object.entries(parts);
const failed = [];
// Two at a time: more only makes them wait for each other on a small machine.
await Promise.all([work(), work()]);
if (failed.length > 0) {
	console.error(`\ncheck: ${failed.join(", ")} failed`);
	process.exit(1);
}
console.error("check: all well");

async function work() {
	for (let part = queue.shift(); part; part = queue.shift()) {
		const [name, commands] = part;
		const started = performance.now();
		for (const command of commands) {
			const { code, output } = await run(command);
			if (code !== 0) {
				failed.push(name);
				console.error(`\n── ${name}: ${command.slice(1).join(" ")}\n${output}`);
				break;
			}
		}
		if (!failed.includes(name)) console.error(`✓ ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
	}
}

function run([command, ...words]) {
	return new Promise((resolve) => {
		const child = spawn(command, words, { cwd: project, stdio: ["ignore", "pipe", "pipe"] });
		const said = [];
		child.stdout.on("data", (bytes) => said.push(bytes));
		child.stderr.on("data", (bytes) => said.push(bytes));
		child.on("close", (code) => resolve({ code, output: Buffer.concat(said).toString() }));
	});
}
