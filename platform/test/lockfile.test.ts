import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { projectFolder } from "../src/database/folder.server.ts";

const entry = z.object({
	resolved: z.string().optional(),
	link: z.boolean().optional(),
	libc: z.unknown().optional(),
	optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const { packages } = z
	.object({ packages: z.record(z.string(), entry) })
	.parse(JSON.parse(readFileSync(join(projectFolder, "package-lock.json"), "utf8")));

it("has the optional packages of every system, not only of the one it was last written on", () => {
	const names = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf("node_modules/") + 13)));
	const wanted = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
	expect(wanted.length).toBeGreaterThan(50);
	expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});

/** npm 11 writes `libc`, npm 10 takes it away; without it, both leave the file as it is. */
it("names no registry, and says nothing that one version of npm writes and another takes away", () => {
	const told = Object.entries(packages).filter(
		([, one]) => (one.resolved !== undefined && one.link !== true) || one.libc !== undefined,
	);
	expect(
		told.map(([path]) => path),
		"mended by: npx -p npm@10 npm install",
	).toEqual([]);
});
