import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const texts = /\.(js|css|svg)$/;

/**
 * Leaves every script and style compressed beside itself, as small as it gets, so that serving it costs nothing. Runs
 * when the server is built too, because the router writes its manifest among the client's files only then.
 */
export function precompress(folder: string): Plugin {
	return {
		name: "precompress",
		apply: "build",
		enforce: "post",
		closeBundle() {
			if (!existsSync(folder)) return;
			for (const file of readdirSync(folder).filter((name) => texts.test(name))) {
				if (existsSync(join(folder, `${file}.br`))) continue;
				const content = readFileSync(join(folder, file));
				writeFileSync(join(folder, `${file}.gz`), gzipSync(content, { level: 9 }));
				writeFileSync(join(folder, `${file}.br`), brotliCompressSync(content));
			}
		},
	};
}
