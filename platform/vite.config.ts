import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";
import { precompress } from "./vite/precompress.ts";
import { withoutRouterWarnings } from "./vite/router-warnings.ts";
import { wordsOfOneLanguage } from "./vite/words.ts";

const assets = join(import.meta.dirname, "build", "client", "assets");

/** Every `*.thread.ts` becomes a worker-thread entry of its own: build/server/threads/<name>.js. */
function threads(): Record<string, string> {
	const found = readdirSync(join(import.meta.dirname, "src"), { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".thread.ts"))
		.map((file): [string, string] => [
			`threads/${basename(file, ".thread.ts")}`,
			`./src/${file.replaceAll("\\", "/")}`,
		]);
	return Object.fromEntries(found);
}

export default defineConfig({
	plugins: [reactRouter(), withoutRouterWarnings(), wordsOfOneLanguage(assets), precompress(assets)],
	build: { sourcemap: false, target: "es2022" },
	environments: {
		ssr: {
			// The engine is TypeScript of the same workspace: it becomes part of the bundle, and is never loaded as a package.
			resolve: { noExternal: ["@laeringsarena/allocation"] },
			build: {
				target: "node20",
				rollupOptions: {
					// One bundle, so that a module is one instance whoever imports it: the door, the pages, the worker, the commands.
					input: { cli: "./src/cli.ts", ...threads() },
					output: { chunkFileNames: "chunks/[name]-[hash].js" },
				},
			},
		},
	},
});
