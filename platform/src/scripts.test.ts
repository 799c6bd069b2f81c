import { expect, it } from "vitest";
import { documentOf, scriptsIn } from "./scripts.server.ts";

const flags = {
	...{ hasAction: false, hasLoader: true, hasErrorBoundary: false, hasClientAction: false, hasClientLoader: false },
	...{ hasClientMiddleware: false, hasDefaultExport: true },
	...{ clientActionModule: undefined, clientLoaderModule: undefined, clientMiddlewareModule: undefined },
	hydrateFallbackModule: undefined,
};
const route = { id: "page", path: "page", module: "/assets/page-1.js", imports: ["/assets/text-2.js"], ...flags };
const manifest = {
	entry: { module: "/assets/entry-3.js", imports: ["/assets/text-2.js"] },
	routes: { page: { ...route, css: ["/assets/page-4.css"] } },
	...{ url: "/assets/manifest-5.js", version: "5" },
};

it("names the scripts of one language, and the edition after it", () => {
	const found = scriptsIn("nn", manifest);
	expect(found.version).toBe("5-nn");
	expect(found.entry).toEqual({ module: "/assets/nn/entry-3.js", imports: ["/assets/nn/text-2.js"] });
	expect(found.routes.page).toEqual({
		...{ ...route, css: ["/assets/page-4.css"] },
		...{ module: "/assets/nn/page-1.js", imports: ["/assets/nn/text-2.js"] },
	});
	expect(scriptsIn("nn", manifest)).toBe(found);
	expect(scriptsIn("en", manifest).version).toBe("5-en");
});

it("leaves what the development server has", () => {
	const served = { ...manifest, entry: { module: "/src/entry.client.tsx", imports: [] } };
	expect(scriptsIn("nn", served)).toBe(served);
});

it("tells a document of each module the routes shown import once, beside what the router renders it with", () => {
	const root = { ...route, id: "root", module: "/assets/root-6.js", imports: ["/assets/text-2.js", "/assets/ui-7.js"] };
	const found = documentOf(scriptsIn("nn", { ...manifest, routes: { ...manifest.routes, root } }));
	expect(found.preloads(["root", "page"], "n0nce")).toBe(
		'<link rel="modulepreload" href="/assets/nn/text-2.js" nonce="n0nce"/><link rel="modulepreload" href="/assets/nn/ui-7.js" nonce="n0nce"/>',
	);
	expect(found.preloads(["page"], "other")).toBe(
		'<link rel="modulepreload" href="/assets/nn/text-2.js" nonce="other"/>',
	);
	expect(found.manifest.entry).toEqual({ module: "/assets/nn/entry-3.js", imports: [] });
	expect(found.manifest.routes.root).toMatchObject({ module: "/assets/nn/root-6.js", imports: [] });
	expect(
		documentOf({ ...manifest, entry: { module: "/src/entry.client.tsx", imports: [] } }).preloads(["page"], ""),
	).toBe("");
});
