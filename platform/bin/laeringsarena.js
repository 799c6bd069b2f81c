#!/usr/bin/env node
// The command line from a checkout: builds the product when the sources are not those it was built of, then runs it in
// this process, so that Ctrl-C reaches it directly. Plain JavaScript, because Node 20 runs no TypeScript.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const platform = join(dirname(fileURLToPath(import.meta.url)), "..");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(`Læringsarena trenger Node 20.19 eller nyere; dette er ${process.version}.`);
	process.exit(1);
}

// React has a slow build with warnings for whoever develops with it; it is told apart by this name.
process.env.NODE_ENV ??= "production";
if (existsSync(join(platform, "src"))) {
	const { build, isBuilt } = await import("../scripts/build.js");
	if (!isBuilt(platform)) {
		console.error("Bygger Læringsarena (noen sekunder) …");
		build(platform, "pipe");
	} else if (process.argv[2] === "serve") console.error("Læringsarena er ferdig bygget.");
}
await import(new URL("../build/server/cli.js", import.meta.url).href);
