import { join } from "node:path";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import {
	createRequestHandler,
	RouterContextProvider,
	type ServerBuild,
	UNSAFE_withComponentProps,
	UNSAFE_withErrorBoundaryProps,
} from "react-router";
import { afterAll } from "vitest";
import { type Configuration, readConfiguration } from "../src/configuration.server.ts";
import { newId } from "../src/database/work.server.ts";
import { type House, openHouse } from "../src/house.server.ts";
import { type PersonActor, system } from "../src/identity/actor.ts";
import { hashSecret } from "../src/identity/secret.server.ts";
import { beginSession, sessionCookie } from "../src/identity/session.server.ts";
import { currentRequest } from "../src/request.server.ts";
import { TestBrowser } from "./browser.ts";
import type { TestDatabase } from "./database.ts";

export type Product = {
	readonly house: House;
	readonly url: string;
	/** What the product answers, as its outer door would pass it on. `address` is the sender's network address. */
	fetch(request: Request, address?: string): Promise<Response>;
};

type PageModule = {
	readonly default?: Parameters<typeof UNSAFE_withComponentProps>[0];
	readonly ErrorBoundary?: Parameters<typeof UNSAFE_withErrorBoundaryProps>[0];
};

const source = join(import.meta.dirname, "..", "src");

/**
 * The pages given, with root, middleware and rendering, on a test database: everything between the outer door and
 * PostgreSQL, without a build. One product per test file.
 */
export async function openProduct(
	database: TestDatabase,
	routes: readonly RouteConfigEntry[],
	given: Partial<Configuration> = {},
): Promise<Product> {
	const { host, port, user, password, database: name } = database.owner;
	const databaseUrl = new URL(`postgres://localhost:${port}/${name}`);
	databaseUrl.username = user ?? "postgres";
	if (typeof password === "string") databaseUrl.password = password;
	databaseUrl.searchParams.set("host", host ?? "localhost");
	const configuration = {
		...readConfiguration({ LAERINGSARENA_LOG: "error", LAERINGSARENA_POOL: "6", DATABASE_URL: databaseUrl.href }),
		url: "http://localhost:39999",
		...given,
	};
	const house = await openHouse(configuration);
	afterAll(() => house.close());
	const handle = createRequestHandler(await buildOf(routes), "production");
	return {
		house,
		url: configuration.url,
		fetch(request, address = "192.0.2.1") {
			const asked = new RouterContextProvider();
			asked.set(currentRequest, { requestId: newId(), address });
			return handle(request, asked);
		},
	};
}

/** What the bundler makes of routes and modules, made by hand: the request handler takes it for a build. */
async function buildOf(entries: readonly RouteConfigEntry[]): Promise<ServerBuild> {
	const routes: Record<string, object> = { root: await routeOf({ file: "root.tsx", path: "" }, "root") };
	const add = async (some: readonly RouteConfigEntry[], parentId: string): Promise<void> => {
		for (const entry of some) {
			const id = entry.id ?? entry.file;
			routes[id] = await routeOf(entry, id, parentId);
			await add(entry.children ?? [], id);
		}
	};
	await add(entries, "root");
	const assets = Object.fromEntries(
		Object.entries(routes).map(([id, route]) => [
			id,
			{ ...route, module: `/${id}.js`, hasLoader: true, hasAction: true },
		]),
	);
	const build = {
		entry: { module: await import("../src/entry.server.tsx") },
		routes,
		assets: { entry: { module: "/entry.js", imports: [] }, routes: assets, url: "/manifest.js", version: "test" },
		publicPath: "/",
		assetsBuildDirectory: "build/client",
		future: {
			v8_middleware: true,
			v8_passThroughRequests: true,
			v8_splitRouteModules: true,
			v8_trailingSlashAwareDataRequests: true,
			v8_viteEnvironmentApi: true,
		},
		ssr: true,
		isSpaMode: false,
		prerender: [],
		routeDiscovery: { mode: "initial" },
	};
	return build as unknown as ServerBuild;
}

async function routeOf(entry: RouteConfigEntry, id: string, parentId?: string): Promise<object> {
	const module: PageModule = await import(/* @vite-ignore */ join(source, entry.file));
	// The bundler hands components their props by wrapping them; so do we.
	const components = {
		...(module.default ? { default: UNSAFE_withComponentProps(module.default) } : {}),
		...(module.ErrorBoundary ? { ErrorBoundary: UNSAFE_withErrorBoundaryProps(module.ErrorBoundary) } : {}),
	};
	return { id, parentId, path: entry.path, index: entry.index, module: { ...module, ...components } };
}

/** A browser signed in as this person, representing the actor's organisation. */
export async function signedInBrowser(product: Product, actor: PersonActor, address?: string): Promise<TestBrowser> {
	const { configuration, database } = product.house;
	const begun = await database.commanding(system("test"), async (work) => {
		const token = await beginSession(work, actor.personId, "demo", "TestBrowser/1.0");
		await work.db
			.updateTable("identity.session")
			.set({ organisation_id: actor.organisationId })
			.where("token_hash", "=", hashSecret(token))
			.execute();
		return { done: token };
	});
	const browser = new TestBrowser(product, address);
	const [pair = ""] = (await sessionCookie(configuration).serialize(begun.done)).split(";");
	const at = pair.indexOf("=");
	browser.setCookie(pair.slice(0, at), pair.slice(at + 1));
	return browser;
}
