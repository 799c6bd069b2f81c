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

type Document = {
	/** What the document is rendered with. */
	readonly manifest: Manifest;
	/** Links for its head, by which a browser fetches at once what the scripts of the routes shown import. */
	preloads(shown: readonly string[], nonce: string): string;
};

const documents = new WeakMap<Manifest, Document>();

/**
 * A document names every module it needs, up to fifty. They are the same for everybody who opens a page, so they are put in
 * as text: as elements they take as long to render as a small page, and are listed once more for the router, which has
 * fetched them by then.
 */
export function documentOf(manifest: Manifest): Document {
	const known = documents.get(manifest) ?? makeDocument(manifest);
	documents.set(manifest, known);
	return known;
}

function makeDocument(manifest: Manifest): Document {
	if (!isPlaced.test(manifest.entry.module)) return { manifest, preloads: () => "" };
	/** By the routes shown: the text around each place for the nonce. */
	const texts = new Map<string, readonly string[]>();
	const routes = Object.entries(manifest.routes).map(([id, route]) => [id, route && { ...route, imports: [] }]);
	return {
		manifest: { ...manifest, entry: { ...manifest.entry, imports: [] }, routes: Object.fromEntries(routes) },
		preloads(shown, nonce) {
			const key = shown.join(" ");
			const text = texts.get(key) ?? preloadsAround(manifest, shown);
			texts.set(key, text);
			return text.join(nonce);
		},
	};
}

function preloadsAround({ entry, routes }: Manifest, shown: readonly string[]): readonly string[] {
	const modules = new Set([entry.module, ...shown.flatMap((id) => routes[id]?.module ?? [])]);
	const imports = new Set([...entry.imports, ...shown.flatMap((id) => routes[id]?.imports ?? [])]);
	const links = [...imports]
		.filter((address) => !modules.has(address))
		.map((address) => `<link rel="modulepreload" href="${address}" nonce="`);
	return links.length === 0 ? [""] : links.map((link, at) => (at === 0 ? link : `"/>${link}`)).concat('"/>');
}

const isPlaced = /^\/assets\/[a-z]{2}\/[^/]+\.js$/;
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
