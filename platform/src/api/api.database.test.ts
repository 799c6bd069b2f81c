import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor, makeOrganisation } from "../../test/make.ts";
import { readConfiguration } from "../configuration.server.ts";
import { newId } from "../database/work.server.ts";
import { openLog } from "../log.server.ts";
import { operations } from "../operations.server.ts";
import { createApi } from "./api.server.ts";
import type { Operation } from "./operation.server.ts";

const database = await openTestDatabase();
const actors = new Map<string, Awaited<ReturnType<typeof makeActor>> & { scopes: readonly string[] }>();
const house = {
	configuration: readConfiguration({}),
	database,
	owner: database.owner,
	log: openLog("silent"),
	close: async () => {},
};
const api = new Hono().route(
	"/api/v1",
	createApi(house, operations, async (token) =>
		token === "limited-limited-limited" ? "limited" : (actors.get(token) ?? null),
	),
);
const allScopes = [...new Set(operations.map((operation) => `${operation.room}:${operation.scope}`))];

async function makeToken(
	given: Parameters<typeof makeActor>[1] = {},
	scopes: readonly string[] = allScopes,
): Promise<string> {
	const token = newId();
	actors.set(token, { ...(await makeActor(database, given)), scopes });
	return token;
}

function call(
	method: string,
	path: string,
	token: string | null,
	more: { body?: unknown; headers?: Record<string, string> } = {},
) {
	return api.request(`/api/v1${path}`, {
		method: method.toUpperCase(),
		headers: {
			...(token === null ? {} : { Authorization: `Bearer ${token}` }),
			...(more.body === undefined ? {} : { "Content-Type": "application/json" }),
			...more.headers,
		},
		...(more.body === undefined ? {} : { body: JSON.stringify(more.body) }),
	});
}

/** A path whose every id is well-formed and belongs to nothing. */
function forged(operation: Operation): string {
	return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === "number" ? "9999" : newId()));
}

describe.each(operations.map((operation) => ({ name: operation.id, operation })))("$name", ({ operation }) => {
	it("tells a stranger nothing but that a token is needed", async () => {
		const answer = await call(
			operation.method,
			forged(operation),
			null,
			operation.bodyShape ? { body: { nonsense: true } } : {},
		);
		expect(answer.status).toBe(401);
		expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
		expect(await answer.json()).toMatchObject({ code: "token-required", status: 401 });
	});
	it("needs its own scope", async () => {
		const token = await makeToken({}, ["other:read", "other:write"]);
		const answer = await call(operation.method, forged(operation), token);
		expect([answer.status, (await answer.json()).code]).toEqual([403, "scope-missing"]);
	});
	it("answers a forged id like a missing one, whoever asks", async () => {
		if (!operation.path.includes("{")) return;
		const tokens = [await makeToken(), await makeToken({ roles: ["student"] })];
		for (const token of tokens) {
			const answer = await call(operation.method, forged(operation), token, {
				headers: { "If-Match": '"1"' },
				...(operation.bodyShape ? { body: bodies[operation.id] } : {}),
			});
			const problem = await answer.json();
			if (answer.status === 200) expect(problem).toMatchObject({ items: [], next: null });
			else expect([answer.status, problem.code]).toEqual([404, "missing"]);
		}
	});
	it("says what is wrong with a malformed request", async () => {
		if (!operation.bodyShape) return;
		const answer = await call(operation.method, forged(operation), await makeToken(), {
			body: [],
			headers: { "If-Match": '"1"' },
		});
		expect([answer.status, (await answer.json()).code]).toEqual([400, "malformed"]);
	});
});

const unitBody = {
	name: "Eksempel sykehjem",
	code: null,
	setting: "nursing-home",
	sector: null,
	address: null,
	postcode: null,
	place: null,
	municipalityNumber: null,
	latitude: null,
	longitude: null,
	email: null,
	phone: null,
	published: true,
};

/** A well-formed body for every operation that takes one. */
const bodies: Readonly<Record<string, unknown>> = {
	createUnit: { ...unitBody, parentId: null, validFrom: null },
	changeUnit: unitBody,
	moveUnit: { parentId: null, beforeId: null },
	closeUnit: { lastDay: "2026-12-31", andBelow: false },
};

it("has a body to try for every operation that takes one", () => {
	expect(
		operations.filter((operation) => operation.bodyShape && !(operation.id in bodies)).map((operation) => operation.id),
	).toEqual([]);
});

describe("a unit over the API", () => {
	it("is made, read with its ETag, changed, and hidden from the other party when unpublished", async () => {
		const organisation = await makeOrganisation(database);
		const [token, stranger] = [await makeToken({ organisation }), await makeToken()];
		const made = await call("post", "/units", token, { body: bodies.createUnit });
		expect(made.status).toBe(201);
		const { id } = await made.json();
		const path = `/organisations/${organisation.id}/units/${id}`;
		const read = await call("get", path, token);
		expect([read.status, read.headers.get("ETag")]).toEqual([200, '"1"']);
		const changed = await call("put", `/units/${id}`, token, {
			body: { ...unitBody, published: false },
			headers: { "If-Match": '"1"' },
		});
		expect([changed.status, changed.headers.get("ETag")]).toEqual([200, '"2"']);
		const late = await call("put", `/units/${id}`, token, { body: unitBody, headers: { "If-Match": '"1"' } });
		expect([late.status, (await late.json()).code]).toEqual([412, "changed-by-another"]);
		expect((await call("put", `/units/${id}`, token, { body: unitBody })).status).toBe(428);
		expect((await call("get", path, stranger)).status).toBe(404);
		expect(
			(await call("put", `/units/${id}`, stranger, { body: unitBody, headers: { "If-Match": '"2"' } })).status,
		).toBe(404);
	});

	it("cannot be made by a lesser role", async () => {
		const answer = await call("post", "/units", await makeToken({ roles: ["employee"] }), { body: bodies.createUnit });
		expect([answer.status, (await answer.json()).code]).toEqual([403, "not-allowed"]);
	});
});

describe("lists", () => {
	it("are paged by cursor to the end, each item once", async () => {
		const organisation = await makeOrganisation(database);
		const token = await makeToken({ organisation });
		for (let index = 0; index < 7; index++)
			await call("post", "/units", token, {
				body: { ...unitBody, name: `Enhet ${index}`, parentId: null, validFrom: null },
			});
		const names: string[] = [];
		let path = `/organisations/${organisation.id}/units?limit=3`;
		for (let page = 0; page < 5; page++) {
			const answer = await call("get", path, token);
			const { items, next } = await answer.json();
			names.push(...items.map((item: { name: string }) => item.name));
			if (next === null) break;
			expect(answer.headers.get("Link")).toContain('rel="next"');
			path = `/organisations/${organisation.id}/units?limit=3&cursor=${next}`;
		}
		expect(names).toEqual(Array.from({ length: 7 }, (_, index) => `Enhet ${index}`));
	});
});

describe("the document", () => {
	it("describes every operation in OpenAPI 3.1", async () => {
		const document = await (await api.request("/api/v1/openapi.json")).json();
		expect(document.openapi).toBe("3.1.0");
		for (const operation of operations)
			expect(document.paths[operation.path][operation.method].operationId).toBe(operation.id);
	});
	it("answers unknown operations and too many requests as problems", async () => {
		expect((await call("get", "/nothing", null)).status).toBe(404);
		const limited = await call("get", "/organisations", "limited-limited-limited");
		expect([limited.status, limited.headers.get("Retry-After")]).toEqual([429, "60"]);
	});
});
