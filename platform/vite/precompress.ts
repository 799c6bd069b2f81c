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
			// Most scripts have no words, and are the same in every language.
			const known = new Map<string, { readonly gz: Buffer; readonly br: Buffer }>();
			for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((one) => texts.test(one))) {
				const file = join(folder, name);
				if (existsSync(`${file}.br`)) continue;
				const content = readFileSync(file);
				const key = content.toString("latin1");
				const small = known.get(key) ?? { gz: gzipSync(content, { level: 9 }), br: brotliCompressSync(content) };
				known.set(key, small);
				writeFileSync(`${file}.gz`, small.gz);
				writeFileSync(`${file}.br`, small.br);
			}
		},
	};
}
