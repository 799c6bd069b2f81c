import type { EntryContext } from "react-router";
import type { Language } from "./language.ts";

type Manifest = EntryContext["manifest"];
type Route = Manifest["routes"][string];

const known = new WeakMap<Manifest, Map<Language, Manifest>>();

/**
 * Where the scripts of a build with the words of one language are: each language has all of them in a folder of its own
 * (vite/words.ts). The edition names the language, so that a document that asks for more is given the same. The
 * development server has one of each, with all words.
 */
export function scriptsIn(language: Language, manifest: Manifest): Manifest {
	if (!isBuilt.test(manifest.entry.module)) return manifest;
	const made = known.get(manifest) ?? new Map<Language, Manifest>();
	known.set(manifest, made);
	const one = made.get(language) ?? inFolder(language, manifest);
	made.set(language, one);
	return one;
}

const isBuilt = /^\/assets\/[^/]+\.js$/;

function inFolder(language: Language, manifest: Manifest): Manifest {
	const placed = (address: string) =>
		isBuilt.test(address) ? address.replace("/assets/", `/assets/${language}/`) : address;
	return {
		...manifest,
		version: `${manifest.version}-${language}`,
		entry: { module: placed(manifest.entry.module), imports: manifest.entry.imports.map(placed) },
		routes: Object.fromEntries(
			Object.entries(manifest.routes).map(([id, route]) => [id, route && moved(route, placed)]),
		),
	};
}

function moved(route: Route & object, placed: (address: string) => string): Route & object {
	const { clientActionModule, clientLoaderModule, clientMiddlewareModule, hydrateFallbackModule } = route;
	const parts = { clientActionModule, clientLoaderModule, clientMiddlewareModule, hydrateFallbackModule };
	return {
		...route,
		module: placed(route.module),
		...(route.imports ? { imports: route.imports.map(placed) } : {}),
		...Object.fromEntries(Object.entries(parts).flatMap(([name, part]) => (part ? [[name, placed(part)]] : []))),
	};
}
