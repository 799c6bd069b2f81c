// Builds the product, and knows whether it has to: a build carries the fingerprint of the sources it was made of. Plain
// JavaScript, because `npm start` uses it before anything is built, and Node 20 runs no TypeScript.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const folders = ["src", "vite", "public", "../allocation/src", "../allocation/adapters", "../allocation/programs"];
const files = ["vite.config.ts", "react-router.config.ts", "package.json", "../package-lock.json"];

/**
 * What the sources say, and not when they were written: a fresh clone, or a branch left and come back to, is the same.
 * @param {string} platform the folder of the platform workspace
 */
export function fingerprint(platform) {
	const hash = createHash("sha256");
	const add = (/** @type {string} */ file) => {
		hash.update(`${file}\n`);
		hash.update(
			createHash("sha256")
				.update(readFileSync(join(platform, file)))
				.digest(),
		);
	};
	for (const folder of folders) {
		if (!existsSync(join(platform, folder))) continue;
		const found = readdirSync(join(platform, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
			.map((entry) => join(entry.parentPath, entry.name).slice(join(platform, folder).length + 1));
		for (const file of found.sort()) add(`${folder}/${file.replaceAll("\\", "/")}`);
	}
	for (const file of files) if (existsSync(join(platform, file))) add(file);
	return hash.digest("hex");
}

/** @param {string} platform */
const stampOf = (platform) => join(platform, "build", "sources.sha256");

/**
 * Whether the build was made of these sources.
 * @param {string} platform
 */
export function isBuilt(platform) {
	const stamp = stampOf(platform);
	return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(platform);
}

/**
 * Builds, and keeps the fingerprint of what was there when it began: what is changed meanwhile is built next time.
 * @param {string} platform
 * @param {"inherit" | "pipe"} stdio "pipe" tells what the bundler said only when it fails
 */
export function build(platform, stdio) {
	const before = fingerprint(platform);
	const manifest = createRequire(import.meta.url).resolve("@react-router/dev/package.json");
	const done = spawnSync(process.execPath, [join(dirname(manifest), "bin.js"), "build"], {
		cwd: platform,
		encoding: "utf8",
		stdio,
		env: { ...process.env, NODE_ENV: "production" },
	});
	if (done.status !== 0) {
		console.error(done.stdout ?? "", done.stderr ?? "");
		process.exit(1);
	}
	mkdirSync(dirname(stampOf(platform)), { recursive: true });
	writeFileSync(stampOf(platform), before);
}

if (realpathSync(process.argv[1] ?? "") === import.meta.filename) build(join(import.meta.dirname, ".."), "inherit");
