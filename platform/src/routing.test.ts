import { createRequestHandler, type EntryContext, RouterContextProvider, type ServerBuild } from "react-router";
import { describe, expect, it } from "vitest";
import { handlePages } from "./routing.server.ts";

/** What a page is answered with here: which routes it was made of and knew of, and what its address gave it. */
async function describePage(_request: Request, status: number, headers: Headers, entry: EntryContext) {
	const { matches } = entry.staticHandlerContext;
	const said = { shown: matches.map(({ route }) => route.id), known: Object.keys(entry.manifest.routes) };
	return Response.json({ ...said, params: matches.at(-1)?.params }, { status, headers });
}

const places = { home: "", thing: "things/:id", part: "things/:id/parts/:part", new: "things/new", missing: "*" };
const ids = ["root", ...Object.keys(places)];

function routeOf(id: string, path: string) {
	const place = id === "root" ? { path: "" } : id === "home" ? { index: true } : { path };
	return { id, ...(id === "root" ? {} : { parentId: "root" }), ...place };
}

const described = [routeOf("root", ""), ...Object.entries(places).map(([id, path]) => routeOf(id, path))];
const build = {
	entry: { module: { default: describePage } },
	routes: Object.fromEntries(
		described.map((route) => [route.id, { ...route, module: { default: () => null, loader: () => route.id } }]),
	),
	assets: {
		entry: { module: "/entry.js", imports: [] },
		routes: Object.fromEntries(described.map((route) => [route.id, { ...route, module: `/${route.id}.js` }])),
		...{ url: "/manifest.js", version: "test" },
	},
	...{ publicPath: "/", assetsBuildDirectory: "build", isSpaMode: false, ssr: true, prerender: [] },
	...{ future: { v8_middleware: true }, routeDiscovery: { mode: "lazy", manifestPath: "/__manifest" } },
} as unknown as ServerBuild;

const handle = handlePages(build);
const whole = createRequestHandler(build, "production");
const ask = (how: typeof handle, path: string) =>
	how(new Request(`http://localhost${path}`), new RouterContextProvider());

describe("pages by their own routes", () => {
	const [one, other] = ["0197c1a2-0000-7000-8000-000000000001", "0197c1a2-0000-7000-8000-000000000002"];

	it.each([
		["/", "home"],
		["/things/new", "new"],
		["/things/7", "thing"],
		[`/things/${one}`, "thing"],
		[`/things/${other}`, "thing"],
		[`/things/${one}/parts/${other}`, "part"],
		[`/things/${other}/parts/`, "missing"],
		["/nowhere", "missing"],
	])("%s leads where the router leads it, and knows no more than it needs", async (path, page) => {
		// Twice: worked out, and remembered.
		for (const _time of [1, 2]) {
			const answer = await (await ask(handle, path)).json();
			const expected = await (await ask(whole, path)).json();
			expect(answer).toEqual({ ...expected, shown: ["root", page], known: ["root", page] });
			expect(expected.known).toEqual(ids);
		}
	});

	it("gives the router's script the data of a page, and says where links lead", async () => {
		expect(await (await ask(handle, `/things/${one}.data`)).text()).toBe(
			await (await ask(whole, `/things/${one}.data`)).text(),
		);
		const told = await (await ask(handle, "/__manifest?version=test&paths=%2Fthings%2Fnew")).json();
		expect(Object.keys(told)).toEqual(["root", "new"]);
	});
});
