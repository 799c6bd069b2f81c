#!/usr/bin/env node
// The command line from a checkout: builds the product when the sources are newer than the build, then runs it in
// this process, so that Ctrl-C reaches it directly. Plain JavaScript, because Node 20 runs no TypeScript.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const platform = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), "..");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(`Læringsarena trenger Node 20.19 eller nyere; dette er ${process.version}.`);
	process.exit(1);
}

// React has a slow build with warnings for whoever develops with it; it is told apart by this name.
process.env.NODE_ENV ??= "production";
const stamp = join(platform, "build", "sources.sha256");
if (existsSync(join(platform, "src")) && !isFresh()) build();
await import(new URL("../build/server/cli.js", import.meta.url).href);

function isFresh() {
	return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint();
}

function fingerprint() {
	const hash = createHash("sha256");
	for (const part of ["src", "vite", "scripts", "public", "../allocation/src"]) {
		const folder = join(platform, part);
		if (!existsSync(folder)) continue;
		for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
			const { mtimeMs, size } = statSync(join(folder, file));
			hash.update(`${part}/${file} ${mtimeMs} ${size}\n`);
		}
	}
	for (const file of ["vite.config.ts", "react-router.config.ts", "../package-lock.json"])
		hash.update(readFileSync(join(platform, file)));
	return hash.digest("hex");
}

function build() {
	console.error("Bygger Læringsarena (noen sekunder) …");
	const before = fingerprint();
	const manifest = createRequire(import.meta.url).resolve("@react-router/dev/package.json");
	const done = spawnSync(process.execPath, [join(dirname(manifest), "bin.js"), "build"], {
		cwd: platform,
		encoding: "utf8",
		env: { ...process.env, NODE_ENV: "production" },
	});
	if (done.status !== 0) {
		console.error(done.stdout, done.stderr);
		process.exit(1);
	}
	mkdirSync(dirname(stamp), { recursive: true });
	writeFileSync(stamp, before);
}
