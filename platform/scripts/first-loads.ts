import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { languages } from "../src/language.ts";

/**
 * All script that a browser with nothing kept fetches before a page is whole, for every page of the build in every
 * language, as sent to one that reads gzip. Prints the heaviest, and fails where one is above the goal.
 *   npx tsx platform/scripts/first-loads.ts
 */
const goal = 150_000;

const client = join(import.meta.dirname, "..", "build", "client");
const loads = z.object({ module: z.string(), imports: z.array(z.string()).optional() });
const manifest = z.object({
	entry: loads,
	routes: z.record(z.string(), loads.extend({ id: z.string(), parentId: z.string().optional() })),
});
const file = readdirSync(join(client, "assets")).find((name) => /^manifest-.*\.js$/.test(name));
if (file === undefined) throw new Error("there is no build: npm run build");
const { entry, routes } = manifest.parse(
	JSON.parse(
		/^window\.__reactRouterManifest=(.*?);?\s*$/s.exec(readFileSync(join(client, "assets", file), "utf8"))?.[1] ?? "",
	),
);

const found = languages.flatMap((language) =>
	Object.keys(routes).map((id) => {
		const scripts = new Set([entry, ...above(id)].flatMap(({ module, imports = [] }) => [module, ...imports]));
		return { id, language, bytes: [...scripts].reduce((sum, script) => sum + sent(script, language), 0) };
	}),
);
found.sort((one, other) => other.bytes - one.bytes);
const middle = found[Math.floor(found.length / 2)]?.bytes ?? 0;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
process.stdout.write(`First load of ${found.length} pages: median ${kilobytes(middle)}, goal ${kilobytes(goal)}\n`);
const tooHeavy = found.filter(({ bytes }) => bytes > goal);
for (const { id, language, bytes } of tooHeavy.length > 0 ? tooHeavy : found.slice(0, 5))
	process.stdout.write(`${kilobytes(bytes)} ${language} ${id}\n`);
if (tooHeavy.length > 0) {
	process.stdout.write("Too much: see what the page brings along that it does not need.\n");
	process.exitCode = 1;
}

/** A route and those its page stands in. */
function above(id: string | undefined): z.infer<typeof loads>[] {
	const route = id === undefined ? undefined : routes[id];
	return route ? [route, ...above(route.parentId)] : [];
}

function sent(script: string, language: string): number {
	const placed = join(client, script.replace("/assets/", `/assets/${language}/`));
	return statSync(existsSync(`${placed}.gz`) ? `${placed}.gz` : placed).size;
}
