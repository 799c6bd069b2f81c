import { describe, expect, it } from "vitest";
import { type Actor, nobody, operatorOrganisationId, type PersonActor, system } from "./actor.ts";
import {
	isInPerson,
	isInScope,
	mayAdminister,
	mayOperate,
	mayReadLog,
	mayRevokeLink,
	mayRevokeToken,
} from "./rules.ts";

const person = (given: Partial<PersonActor> = {}): PersonActor => ({
	kind: "person",
	personId: "p",
	name: "P",
	language: "nb",
	sessionId: "s",
	organisationId: "o",
	organisationName: "O",
	organisationKind: "municipality",
	roles: given.wholeRoles ?? [],
	wholeRoles: [],
	unitIds: [],
	membershipIds: [],
	...given,
});
const administrator = person({ wholeRoles: ["administrator"] });
const manager = person({ wholeRoles: ["manager"] });
const unitAdministrator = person({ roles: ["administrator"], unitIds: ["u"] });
const operator = person({ organisationId: operatorOrganisationId, wholeRoles: ["administrator"] });
const wanderer = person({ organisationId: null, wholeRoles: ["administrator"] });
const link: Actor = { kind: "link", organisationId: "o", tokenId: "t", purpose: "join", objectId: "x" };

describe("who may what", () => {
	const everyone: Readonly<Record<string, Actor>> = {
		nobody,
		link,
		program: system("test"),
		employee: person({ wholeRoles: ["employee"] }),
		unitAdministrator,
		wanderer,
		manager,
		administrator,
		operator,
	};
	const allowed = (may: (actor: Actor) => boolean) =>
		Object.keys(everyone).filter((name) => may(everyone[name] ?? nobody));

	it("administer an organisation: its administrators for the whole of it", () => {
		expect(allowed(mayAdminister)).toEqual(["administrator", "operator"]);
	});
	it("operate the installation: administrators of the operator", () => {
		expect(allowed(mayOperate)).toEqual(["operator"]);
	});
	it("read the log: administrators and managers", () => {
		expect(allowed(mayReadLog)).toEqual(["manager", "administrator", "operator"]);
	});
	it("withdraw a link: who sent it, administrators, and the program", () => {
		const sent = { organisationId: "o", askedBy: "p" };
		expect(allowed((actor) => mayRevokeLink(actor, sent))).toEqual([
			"program",
			"employee",
			"unitAdministrator",
			"manager",
			"administrator",
		]);
		expect(allowed((actor) => mayRevokeLink(actor, { ...sent, askedBy: "another" }))).toEqual([
			"program",
			"administrator",
		]);
	});
	it("end a token: its person, and administrators where it is for", () => {
		const token = { organisationId: "o", personId: "another" };
		expect(allowed((actor) => mayRevokeToken(actor, token))).toEqual(["administrator"]);
		expect(mayRevokeToken(person(), { ...token, personId: "p" })).toBe(true);
	});
});

describe("a token", () => {
	const token = person({ sessionId: null, scopes: ["organisation:write", "survey:read"] });
	it("is not a person at a screen", () => {
		expect([isInPerson(person()), isInPerson(token), isInPerson(person({ sessionId: null }))]).toEqual([
			true,
			false,
			false,
		]);
	});
	it("is within its scopes only; writing includes reading", () => {
		expect(isInScope(token, "organisation:read")).toBe(true);
		expect(isInScope(token, "organisation:write")).toBe(true);
		expect(isInScope(token, "survey:write")).toBe(false);
		expect(isInScope(token, "funding:read")).toBe(false);
		expect(isInScope(person({ scopes: [] }), "survey:read")).toBe(false);
	});
	it("limits tokens only: a browser may all its person may", () => {
		expect(isInScope(person(), "survey:write")).toBe(true);
	});
});
