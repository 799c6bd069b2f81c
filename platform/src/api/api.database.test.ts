import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor, makeOrganisation } from "../../test/make.ts";
import { readConfiguration } from "../configuration.server.ts";
import { newId } from "../database/work.server.ts";
import { openLog } from "../log.server.ts";
import { usualRules } from "../modules/placement/allocate/contract.ts";
import { operations } from "../operations.server.ts";
import { createApi } from "./api.server.ts";
import type { Operation } from "./operation.server.ts";

const database = await openTestDatabase();
const actors = new Map<string, Awaited<ReturnType<typeof makeActor>> & { scopes: readonly string[] }>();
const house = {
	configuration: readConfiguration({}),
	database,
	owner: database.owner,
	program: database.owner,
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
			const answer = await call(operation.method, forged(operation) + (queries[operation.id] ?? ""), token, {
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

const roleBody = {
	name: "Kari Nordmann",
	email: "kari.nordmann@example.no",
	phone: null,
	role: "adviser",
	title: null,
	share: 50,
	position: "staff",
	unitId: null,
	deputyId: null,
	validFrom: "2025-01-01",
	validTo: null,
};

const contactBody = {
	responsibility: "placements",
	profession: "nursing",
	unitId: null,
	membershipId: null,
	deputyMembershipId: null,
	name: "Postmottak",
	email: "post@example.no",
	phone: null,
	note: null,
	published: true,
};

const siteBody = {
	...{ name: "Solbakken sykehjem", setting: "nursing-home", municipalityNumber: "5035", postcode: null },
	...{ housingNote: null, contactName: null, contactEmail: null, published: true },
};

const capacityBody = { takes: true, mostAtOnce: 4, supervisors: 2, note: null, offers: [] };

const collectionBody = {
	...{ name: "Vår 2027", firstDay: "2027-01-01", lastDay: "2027-06-30", dueOn: "2026-12-01", message: null },
};

const loadBody = {
	...{ siteId: newId(), kind: "pupil", name: null, firstDay: "2027-01-01", lastDay: "2027-06-30", learners: 2 },
	published: true,
};

const roundBody = {
	...{ name: "Vår 2027", firstDay: "2027-01-01", lastDay: "2027-06-30", wishesFrom: null, wishesUntil: null },
	...{ wishesMost: 5, confirmBy: null },
};

const courseBody = {
	...{ institutionId: newId(), programme: "Sykepleie", campus: null, code: null, name: "Praksis i sykehjem" },
	...{ profession: "nursing", yearOfStudy: 2, credits: 15, weeks: 8, hours: 30, settings: [], learningOutcomes: null },
	...{ supervisorRequirement: null, compensationClass: null, requirements: [], published: true },
};

const periodBody = {
	...{ name: "Vår 2027", firstDay: "2027-01-11", lastDay: "2027-03-05", studentsExpected: null, published: true },
};

const orderBody = {
	...{ programme: "Sykepleie", courseName: "Praksis i sykehjem", profession: "nursing", yearOfStudy: 2, settings: [] },
	...{ firstDay: "2027-01-11", lastDay: "2027-03-05", answerBy: null, message: null },
};

const studentBody = {
	...{ institutionId: newId(), name: "Kari Nordmann", number: null, email: null, phone: null, programme: null },
	...{ profession: "nursing", yearOfStudy: 2, postcode: null, travel: "car" },
};

/** A well-formed body for every operation that takes one. */
const bodies: Readonly<Record<string, unknown>> = {
	createUnit: { ...unitBody, parentId: null, validFrom: null },
	changeUnit: unitBody,
	moveUnit: { parentId: null, beforeId: null },
	closeUnit: { lastDay: "2026-12-31", andBelow: false },
	addRole: roleBody,
	changeRole: roleBody,
	endRole: { lastDay: "2026-12-31" },
	handOver: { successorId: newId(), lastDay: "2026-12-31", roleIds: [] },
	createContact: contactBody,
	changeContact: contactBody,
	addSite: { ...siteBody, hostId: newId() },
	changeSite: siteBody,
	enterCapacity: { ...capacityBody, siteId: newId(), firstDay: "2027-01-01", lastDay: "2027-06-30" },
	answerCapacity: capacityBody,
	stepCapacity: { step: "approve", capacityIds: [newId()] },
	createCourse: courseBody,
	changeCourse: courseBody,
	archiveCourse: { archived: true },
	addPeriod: periodBody,
	changePeriod: periodBody,
	addRequests: { ...orderBody, periodId: null, institutionId: newId(), lines: [{ hostId: newId(), places: 4 }] },
	changeRequest: { ...orderBody, places: 4 },
	sendRequests: { requestIds: [newId()] },
	answerRequest: { lines: [], unmetReason: "no-capacity", message: null, answeredBy: null },
	createStudent: studentBody,
	changeStudent: { ...studentBody, leftOn: null },
	addClaim: { periodId: newId(), priority: 1, priorityReason: null },
	stateWishes: { wishes: [] },
	startCollection: { ...collectionBody, siteIds: [newId()] },
	askMoreSites: { siteIds: [newId()] },
	remindSites: { capacityIds: null },
	changeCollection: { dueOn: "2026-12-01", message: null },
	setCollectionState: { state: "closed" },
	addLoad: loadBody,
	changeLoad: loadBody,
	createRound: roundBody,
	changeRound: roundBody,
	changeRoundRules: usualRules,
	chooseRoundPeriods: { periodIds: [] },
	requestRun: { name: null },
	addRoundParties: { side: "host", organisationIds: [newId()] },
	moveClaim: { offerId: null, seen: 0, reason: null },
	lockClaim: { locked: true },
	cancelPlacement: { reason: "Stedet stenger", next: "again" },
	sendEnquiries: {
		...{ asks: "places", subject: "Flere plasser", body: "Har dere plass?", theme: null, unitName: "" },
		...{ dueOn: "2090-01-01", receiverIds: [newId()], arenaIds: [] },
	},
	answerPlacementForSite: { answer: "confirmed", reason: null, supervisor: null },
	answerPlacementAsStudent: { answer: "accepted", reason: null },
	answerReconsideration: { decision: "granted", reason: "Lang vei" },
};

/** What an operation cannot be asked without. */
const queries: Readonly<Record<string, string>> = {
	whoAnswers: "?responsibility=placements",
	tryMove: "?offerId=none",
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
		// As a client has it whose answers are compressed on their way.
		const late = await call("put", `/units/${id}`, token, { body: unitBody, headers: { "If-Match": 'W/"1"' } });
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

describe("a role over the API", () => {
	it("is given, read with its ETag, changed, ended and handed over", async () => {
		const organisation = await makeOrganisation(database);
		const token = await makeToken({ organisation });
		const made = await call("post", "/people", token, { body: roleBody });
		expect(made.status).toBe(201);
		const path = `/people/${(await made.json()).id}`;
		const read = await call("get", path, token);
		expect([read.status, read.headers.get("ETag")]).toEqual([200, '"1"']);
		expect(await read.json()).toMatchObject({ name: "Kari Nordmann", share: 50, otherRoles: [], contacts: [] });
		const headers = { "If-Match": '"1"' };
		const changed = await call("put", path, token, { body: { ...roleBody, share: 80 }, headers });
		expect([changed.status, changed.headers.get("ETag")]).toEqual([200, '"2"']);
		expect((await call("post", `${path}/verify`, token)).status).toBe(201);
		const successor = await (
			await call("post", "/people", token, { body: { ...roleBody, name: "Ola", email: "ola@example.no" } })
		).json();
		const moved = await call("post", `${path}/hand-over`, token, {
			body: { successorId: successor.id, lastDay: "2090-01-01", roleIds: [] },
		});
		expect(await moved.json()).toMatchObject({ ended: 1, roles: 0 });
		const ended = await call("post", `${path}/end`, token, {
			body: { lastDay: "2089-01-01" },
			headers: { "If-Match": '"3"' },
		});
		expect([ended.status, ended.headers.get("ETag")]).toEqual([201, '"4"']);
	});

	it("of another organisation is never listed, read or written, whatever is asked for", async () => {
		const organisation = await makeOrganisation(database);
		const token = await makeToken({ organisation });
		const { id } = await (await call("post", "/people", token, { body: roleBody })).json();
		const stranger = await makeToken();
		for (const query of ["", "?status=all", "?search=kari", `?unitId=${newId()}`, "?warning=unverified&status=all"]) {
			const { items } = await (await call("get", `/people${query}`, stranger)).json();
			expect(items.map((item: { id: string }) => item.id)).not.toContain(id);
		}
		expect((await call("get", `/people/${id}`, stranger)).status).toBe(404);
		const headers = { "If-Match": '"1"' };
		expect((await call("put", `/people/${id}`, stranger, { body: roleBody, headers })).status).toBe(404);
		const end = { body: { lastDay: "2026-12-31" }, headers };
		expect((await call("post", `/people/${id}/end`, stranger, end)).status).toBe(404);
		expect((await call("post", `/people/${id}/verify`, stranger)).status).toBe(404);
		const student = await makeToken({ organisation, roles: ["student"] });
		const seen = await (await call("get", "/people?status=all", student)).json();
		expect(seen.items.map((item: { role: string }) => item.role)).toEqual(["student"]);
		expect((await call("get", `/people/${id}`, student)).status).toBe(404);
	});
});

describe("an enquiry over the API", () => {
	it("is sent, listed and read by both sides, without the addresses of people, and refused to oneself", async () => {
		const [asking, asked] = [await makeOrganisation(database), await makeOrganisation(database)];
		const token = await makeToken({ organisation: asking });
		const other = await makeToken({ organisation: asked, email: "mottaker@example.no" });
		const body = { ...Object(bodies.sendEnquiries), receiverIds: [asked.id] };
		const sent = await call("post", "/enquiries", token, { body });
		expect(sent.status).toBe(201);
		const { ids, told } = await sent.json();
		expect(told).toBe(1);
		const listed = await (await call("get", "/enquiries?box=received&standing=sent", other)).json();
		expect(listed.items).toMatchObject([{ id: ids[0], fromName: asking.name, toName: asked.name }]);
		const read = await (await call("get", `/enquiries/${ids[0]}`, other)).json();
		expect(read).toMatchObject({ state: "sent", steps: [{ what: "sent" }] });
		expect(JSON.stringify([listed, read])).not.toMatch(/@example|contactEmail|ownerId|sentBy"/);
		const own = await call("post", "/enquiries", token, { body: { ...body, receiverIds: [asking.id] } });
		expect([own.status, (await own.json()).code]).toEqual([422, "own-organisation"]);
		expect((await call("get", `/enquiries/${ids[0]}`, await makeToken())).status).toBe(404);
	});
});

describe("a contact over the API", () => {
	it("is entered, answers others, and is hidden from them when unpublished", async () => {
		const organisation = await makeOrganisation(database);
		const [token, stranger] = [await makeToken({ organisation }), await makeToken()];
		const { id } = await (await call("post", "/contacts", token, { body: contactBody })).json();
		const register = `/organisations/${organisation.id}/contacts`;
		const ask = `/organisations/${organisation.id}/answer?responsibility=placements&profession=nursing`;
		expect((await call("get", ask.replace("placements", "weather"), stranger)).status).toBe(400);
		expect(await (await call("get", ask, stranger)).json()).toMatchObject({
			step: "organisation-and-profession",
			by: "post-box",
			email: "post@example.no",
			contact: { id },
		});
		const read = await call("get", `${register}/${id}`, stranger);
		expect([read.status, read.headers.get("ETag")]).toEqual([200, '"1"']);
		expect(await read.json()).not.toHaveProperty("can");
		const headers = { "If-Match": '"1"' };
		const hidden = await call("put", `/contacts/${id}`, token, { body: { ...contactBody, published: false }, headers });
		expect(hidden.status).toBe(200);
		expect(await (await call("get", register, stranger)).json()).toEqual({ items: [], next: null });
		expect(await (await call("get", ask, stranger)).json()).not.toMatchObject({ contact: { id } });
		expect((await call("get", `${register}/${id}`, stranger)).status).toBe(404);
		expect((await call("post", `/contacts/${id}/verify`, stranger)).status).toBe(404);
		expect((await call("delete", `/contacts/${id}`, stranger, { headers })).status).toBe(404);
		expect((await call("post", `/contacts/${id}/verify`, token)).status).toBe(201);
		const late = await call("delete", `/contacts/${id}`, token, { headers });
		expect([late.status, (await late.json()).code]).toEqual([412, "changed-by-another"]);
		expect((await call("delete", `/contacts/${id}`, token, { headers: { "If-Match": '"2"' } })).status).toBe(200);
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
