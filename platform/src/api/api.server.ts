import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Database } from "../database/work.server.ts";
import { type House, houseFor } from "../house.server.ts";
import type { PersonActor } from "../identity/actor.ts";
import { type Operation, routeOf } from "./operation.server.ts";
import { type AskedEnv, problem, refusalProblem } from "./problem.server.ts";

type Asked = Context<AskedEnv>;

type TokenActor = PersonActor & { readonly organisationId: string; readonly scopes: readonly string[] };

/** Looks a bearer token up; null when unknown, expired or revoked. `limited` when its owner asks too often. */
export type Authenticate = (token: string, database: Database) => Promise<TokenActor | null | "limited">;

/** The HTTP API under /api/v1: every operation with its token check, parsing, ETags and problem answers. */
export function createApi(
	house: House,
	operations: readonly Operation[],
	authenticate: Authenticate,
): OpenAPIHono<AskedEnv> {
	const api = new OpenAPIHono<AskedEnv>();
	api.openAPIRegistry.registerComponent("securitySchemes", "token", {
		type: "http",
		scheme: "bearer",
		description: "A personal access token, made at /profile/tokens.",
	});
	api.get("/openapi.json", (context) => context.json(describe(api, house)));
	for (const operation of operations) {
		api.openAPIRegistry.registerPath(routeOf(operation));
		api.on(operation.method, toHonoPath(operation.path), (context) => answer(context, operation, house, authenticate));
	}
	api.onError((error, context) => {
		if (error instanceof SyntaxError || error.message.startsWith("Malformed JSON"))
			return problem(context, 400, "malformed-json");
		inRequest(house, context).log.error({ error: error.stack }, "api request failed");
		return problem(context, 500, "fault");
	});
	api.all("/*", (context) => problem(context, 404, "no-such-operation"));
	return api;
}

async function answer(
	context: Asked,
	operation: Operation,
	house: House,
	authenticate: Authenticate,
): Promise<Response> {
	// The token is checked before anything is parsed: a stranger learns nothing about the shapes from errors.
	const { database } = inRequest(house, context);
	const actor = await bearer(context, database, authenticate);
	if (actor === null) return problem(context, 401, "token-required", { headers: { "WWW-Authenticate": "Bearer" } });
	if (actor === "limited") return problem(context, 429, "too-many-requests", { headers: { "Retry-After": "60" } });
	const scope = `${operation.room}:${operation.scope}`;
	if (!actor.scopes.includes(scope)) return problem(context, 403, "scope-missing", { detail: scope });
	const version = operation.versioned ? readVersion(context.req.header("If-Match")) : null;
	if (operation.versioned && version === null) return problem(context, 428, "if-match-required");
	let body: unknown = null;
	if (operation.bodyShape)
		try {
			body = await context.req.json();
		} catch {
			return problem(context, 400, "malformed-json");
		}
	const raw = { path: context.req.param(), query: context.req.query(), body };
	const answered = await operation.run(database, actor, raw, version);
	if ("malformed" in answered)
		return problem(context, 400, "malformed", {
			errors: answered.malformed.map((issue) => ({
				field: issue.path.join("."),
				code: issue.code ?? "invalid",
				message: issue.message,
			})),
		});
	const { outcome } = answered;
	if (outcome.refused) return refusalProblem(context, outcome.refused);
	const value = outcome.done;
	if (value === null || value === undefined)
		return operation.answerShape ? problem(context, 404, "missing") : context.body(null, 204);
	const headers: Record<string, string> = { "Cache-Control": "private, no-store" };
	if (hasVersion(value)) headers.ETag = `"${value.version}"`;
	const written = value instanceof Uint8Array ? new Uint8Array(value) : JSON.stringify(value);
	const next = nextPage(context, value);
	if (next !== null) headers.Link = `<${next}>; rel="next"`;
	return context.newResponse(written, operation.status, {
		"Content-Type": "application/json",
		...headers,
	});
}

function inRequest(house: House, context: Asked): House {
	const request = context.get("request");
	return request === undefined ? house : houseFor(house, request);
}

async function bearer(
	context: Asked,
	database: Database,
	authenticate: Authenticate,
): Promise<TokenActor | null | "limited"> {
	const match = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(context.req.header("Authorization") ?? "");
	return match?.[1] ? authenticate(match[1], database) : null;
}

/** The version last seen. An answer that was compressed on its way has had its ETag made weak, and is sent back so. */
function readVersion(header: string | undefined): number | null {
	const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? "");
	return match ? Number(match[1]) : null;
}

function hasVersion(value: unknown): value is { version: number } {
	return typeof value === "object" && value !== null && "version" in value && typeof value.version === "number";
}

function nextPage(context: Asked, value: unknown): string | null {
	if (typeof value !== "object" || value === null || !("next" in value) || typeof value.next !== "string") return null;
	const url = new URL(context.req.url);
	url.searchParams.set("cursor", value.next);
	return `${url.pathname}${url.search}`;
}

function toHonoPath(path: string): string {
	return path.replaceAll(/\{([^}]+)\}/g, ":$1");
}

/** The OpenAPI 3.1 document of these operations. */
export function describe(api: OpenAPIHono<AskedEnv>, house: House) {
	return api.getOpenAPI31Document({
		openapi: "3.1.0",
		info: {
			title: "Læringsarena",
			version: "1",
			description:
				"The same verbs as the pages, for other systems. Lists are paged by cursor, what can be changed carries an ETag that a change must send back as If-Match, and every refusal is problem+json (RFC 9457).",
			license: { name: "EUPL-1.2" },
		},
		servers: [{ url: `${house.configuration.url}/api/v1` }],
	});
}
