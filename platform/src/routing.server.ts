import { createRequestHandler, matchRoutes, type RouteObject, type ServerBuild } from "react-router";
import { languages } from "./language.ts";
import { scriptsIn } from "./scripts.server.ts";

type Handle = ReturnType<typeof createRequestHandler>;

/** Ids in an address. No part of a route is one, so which page an address leads to is the same whatever they are. */
const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Addresses that are remembered; after so many all are worked out anew. */
const remembered = 5_000;

/**
 * Answers with the pages of a build. The router tries an address against every route of the product, twice, and takes
 * all of them along wherever it goes; with some two hundred that is a tenth of what a page costs. Which page an address
 * leads to is therefore looked up, and each page has a handler that knows its own routes only. What the router's own
 * script asks for (data alone, where links lead) goes to one that knows all.
 */
export function handlePages(build: ServerBuild): Handle {
	const whole = createRequestHandler(build, "production");
	/** Where links lead is told with the scripts there, by edition: that of the document asking. */
	const editions = new Map(
		languages.map((language) => {
			const assets = scriptsIn(language, build.assets);
			return [assets.version, createRequestHandler({ ...build, assets }, "production")];
		}),
	);
	const routes = routeObjects(build);
	const handlers = new Map<string, Handle>();
	const leadsTo = new Map<string, Handle>();

	function handlerOf(pathname: string): Handle {
		const shown = (matchRoutes(routes, pathname) ?? []).flatMap(({ route }) => route.id ?? []);
		const page = shown.at(-1);
		if (page === undefined) return whole;
		const handle = handlers.get(page) ?? createRequestHandler(only(build, shown), "production");
		handlers.set(page, handle);
		return handle;
	}

	return async (request, context) => {
		const { pathname, searchParams } = new URL(request.url);
		if (pathname.startsWith("/__")) return (editions.get(searchParams.get("version") ?? "") ?? whole)(request, context);
		if (pathname.endsWith(".data")) return whole(request, context);
		const shape = pathname.replaceAll(ids, "*");
		let handle = leadsTo.get(shape);
		if (!handle) {
			handle = handlerOf(pathname);
			if (leadsTo.size >= remembered) leadsTo.clear();
			leadsTo.set(shape, handle);
		}
		return handle(request, context);
	};
}

/** The build with these routes and no others. */
function only(build: ServerBuild, shown: readonly string[]): ServerBuild {
	const of = <Value>(all: Readonly<Record<string, Value>>) =>
		Object.fromEntries(Object.entries(all).filter(([id]) => shown.includes(id)));
	return { ...build, routes: of(build.routes), assets: { ...build.assets, routes: of(build.assets.routes) } };
}

/** The routes as the router's own matching takes them: by place in the tree, with path and nothing else. */
function routeObjects(build: ServerBuild, parentId?: string): RouteObject[] {
	return Object.values(build.routes)
		.filter((route) => route !== undefined)
		.filter((route) => (route.parentId ?? "") === (parentId ?? ""))
		.map(({ id, path, index, caseSensitive }): RouteObject => {
			const shared = { id, ...(path === undefined ? {} : { path }), ...(caseSensitive ? { caseSensitive } : {}) };
			return index ? { ...shared, index: true } : { ...shared, children: routeObjects(build, id) };
		});
}
