import pg from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor, makeOrganisation } from "../../test/make.ts";
import { newId } from "../database/work.server.ts";
import { done } from "../outcome.ts";
import {
	authenticateToken,
	createAccessToken,
	findTokenActor,
	listOrganisationTokens,
	listOwnTokens,
	revokeAccessToken,
	tokenForm,
} from "./access-token.server.ts";
import { type Actor, nobody, type PersonActor, system } from "./actor.ts";
import { rates } from "./rate.ts";

const database = await openTestDatabase();
const owner = new pg.Client(database.owner);
await owner.connect();
afterAll(() => owner.end());
beforeEach(() => database.setNow(null));

/** As in a signed-in browser. */
function inPerson<Given extends PersonActor>(actor: Given): Given {
	return { ...actor, sessionId: newId() };
}
const input = { name: "Vaktplan", scopes: ["organisation:write"], days: 90 };
const create = (actor: Actor, given = input) => database.commanding(actor, (work) => createAccessToken(work, given));
async function made(actor: Actor, given = input) {
	const outcome = await create(actor, given);
	if (!outcome.done) throw new Error(`refused: ${outcome.refused[0]?.code}`);
	return outcome.done;
}
const revoke = async (actor: Actor, id: string) =>
	(await database.commanding(actor, (work) => revokeAccessToken(work, id))).refused?.[0]?.code ?? "done";

describe("making a token", () => {
	it("shows it once, and stores its hash", async () => {
		const actor = inPerson(await makeActor(database));
		const { id, token, scopes } = await made(actor);
		expect(token).toMatch(/^la_[A-Za-z0-9_-]{43}$/);
		expect(scopes).toEqual(["organisation:read", "organisation:write"]);
		const { rows } = await owner.query(
			"select row_to_json(t)::text as kept from identity.access_token t where id = $1",
			[id],
		);
		expect(rows[0].kept).not.toContain(token.slice(3));
		expect(await database.reading(actor, (work) => listOwnTokens(work, actor))).toMatchObject([
			{ id, name: "Vaktplan", organisationName: actor.organisationName, lastUsedAt: null },
		]);
		const log = await owner.query("select verb, about_person_id, detail from audit.entry where object_id = $1", [id]);
		expect(log.rows).toEqual([
			{
				verb: "token.create",
				about_person_id: actor.personId,
				detail: { scopes: ["organisation:read", "organisation:write"], days: 90 },
			},
		]);
	});

	it("is for people at a screen who represent an organisation", async () => {
		const actor = await makeActor(database);
		const token = await findTokenActor(database, (await made(inPerson(actor))).token);
		const cases: [string, Actor][] = [
			["nobody", nobody],
			["the program", system("test", actor.organisationId)],
			["a token", token ?? nobody],
			["no session", actor],
			["nobody represented", { ...inPerson(actor), organisationId: null }],
			["no role", { ...inPerson(actor), roles: [] }],
			[
				"a link",
				{ kind: "link", organisationId: actor.organisationId, tokenId: newId(), purpose: "join", objectId: newId() },
			],
		];
		for (const [title, one] of cases)
			expect([title, (await create(one)).refused?.[0]?.code]).toEqual([title, "not-allowed"]);
	});

	it("knows its scopes, its limits and its lives", async () => {
		const actor = inPerson(await makeActor(database));
		expect((await create(actor, { ...input, scopes: ["everything:write"] })).refused?.[0]).toEqual({
			code: "unknown-scope",
			field: "scopes",
		});
		for (let count = 0; count < 20; count++) await made(actor);
		expect((await create(actor)).refused?.[0]?.code).toBe("too-many");
		for (const days of [0, 1, 366, 1000, -90]) expect(tokenForm.safeParse({ ...input, days }).success).toBe(false);
		expect(tokenForm.safeParse({ ...input, days: "365" }).success).toBe(true);
	});

	it("cannot be done for someone else, or at another organisation, past the rules", async () => {
		const [actor, other] = [inPerson(await makeActor(database)), await makeActor(database)];
		for (const [organisation_id, person_id] of [
			[actor.organisationId, other.personId],
			[other.organisationId, actor.personId],
		] as const) {
			const around = database.commanding(actor, async (work) => {
				await work.db
					.insertInto("identity.access_token")
					.values({
						organisation_id,
						id: newId(),
						token_hash: Buffer.from(newId()),
						person_id,
						name: "x",
						scopes: [],
						created_at: work.now,
						expires_at: work.now,
					})
					.execute();
				return done(undefined);
			});
			await expect(around).rejects.toThrow(/row-level security/);
		}
	});
});

describe("a token that is shown", () => {
	it("acts as its person at its organisation, with its scopes", async () => {
		const actor = inPerson(await makeActor(database, { roles: ["manager", "employee"] }));
		const { token, scopes } = await made(actor);
		expect(await findTokenActor(database, token)).toEqual({
			...actor,
			sessionId: null,
			scopes,
			roles: ["employee", "manager"],
			wholeRoles: ["employee", "manager"],
			membershipIds: expect.arrayContaining([...actor.membershipIds]),
		});
	});

	it("tells a role in a unit from one in the whole organisation", async () => {
		const organisation = await makeOrganisation(database);
		const unitId = newId();
		await owner.query(
			"insert into organisation.unit (organisation_id, id, name, sector, valid_from, search_name) values ($1, $2, 'Enhet', 'social', '2020-01-01', 'enhet')",
			[organisation.id, unitId],
		);
		const { token } = await made(inPerson(await makeActor(database, { organisation, unitId })));
		expect(await findTokenActor(database, token)).toMatchObject({
			roles: ["administrator"],
			wholeRoles: [],
			unitIds: [unitId],
		});
	});

	it("is nobody when forged, expired, revoked, or its person has left or is closed", async () => {
		const actor = inPerson(await makeActor(database));
		const alive = async (token: string) => (await findTokenActor(database, token)) !== null;
		for (const forged of ["", "la_", `la_${"a".repeat(43)}`, "' or 1=1", (await made(actor)).id])
			expect(await alive(forged)).toBe(false);
		const { token } = await made(actor);
		expect([await alive(token), await alive(token.slice(3)), await alive(`${token}x`)]).toEqual([true, false, false]);

		const revoked = await made(actor);
		expect(await revoke(actor, revoked.id)).toBe("done");
		expect(await alive(revoked.token)).toBe(false);

		const expired = await made(actor);
		await owner.query("update identity.access_token set expires_at = now() - interval '1 second' where id = $1", [
			expired.id,
		]);
		expect(await alive(expired.token)).toBe(false);

		await owner.query("update organisation.membership set valid_to = '2020-02-01' where person_id = $1", [
			actor.personId,
		]);
		expect(await alive(token)).toBe(false);
		await owner.query("update organisation.membership set valid_to = null where person_id = $1", [actor.personId]);
		expect(await alive(token)).toBe(true);
		await owner.query("update identity.person set deactivated_at = now() where id = $1", [actor.personId]);
		expect(await alive(token)).toBe(false);
	});

	it("remembers when it was used, to the hour", async () => {
		const actor = inPerson(await makeActor(database));
		const { token } = await made(actor);
		const lastUsed = async () => (await database.reading(actor, (work) => listOwnTokens(work, actor)))[0]?.lastUsedAt;
		const start = new Date();
		await findTokenActor(database, token, start);
		await findTokenActor(database, token, new Date(start.getTime() + 59 * 60_000));
		expect(await lastUsed()).toEqual(start);
		const later = new Date(start.getTime() + 61 * 60_000);
		await findTokenActor(database, token, later);
		expect(await lastUsed()).toEqual(later);
	});
});

describe("ending a token", () => {
	it("is for its person and for administrators where it is for; to others it is missing", async () => {
		const organisation = await makeOrganisation(database);
		const person = inPerson(await makeActor(database, { organisation, roles: ["employee"] }));
		const colleague = await makeActor(database, { organisation, roles: ["manager"] });
		const administrator = await makeActor(database, { organisation });
		const stranger = await makeActor(database);
		const { id, token } = await made(person);
		for (const actor of [nobody, stranger, colleague]) expect(await revoke(actor, id)).toBe("missing");
		expect(await revoke(person, newId())).toBe("missing");
		expect(await findTokenActor(database, token)).not.toBeNull();
		expect(await revoke(administrator, id)).toBe("done");
		expect(await revoke(administrator, id)).toBe("missing");
		const elsewhere = { ...person, organisationId: stranger.organisationId };
		expect(await revoke(elsewhere, (await made(person)).id)).toBe("done");
	});

	it("can be seen to be needed: administrators see every token of their organisation, others none", async () => {
		const organisation = await makeOrganisation(database);
		const person = inPerson(await makeActor(database, { organisation, roles: ["employee"], name: "Tora Token" }));
		const administrator = await makeActor(database, { organisation });
		await made(person);
		const list = (actor: Actor) => database.reading(actor, listOrganisationTokens);
		expect(await list(administrator)).toMatchObject([{ name: "Vaktplan", personName: "Tora Token" }]);
		for (const actor of [nobody, person, await makeActor(database)]) expect(await list(actor)).toEqual([]);
	});
});

describe("the API's way to ask who a token is", () => {
	const from = (address: string) => database.forRequest({ requestId: newId(), address });

	it("knows a token and counts its use", async () => {
		const actor = inPerson(await makeActor(database));
		const { token } = await made(actor);
		const authenticate = (bearer: string) => authenticateToken(bearer, database);
		expect(await authenticate(token)).toMatchObject({ personId: actor.personId });
		let tries = 0;
		let answer: unknown = null;
		while (answer !== "limited" && tries++ < 2 * rates.token.tries) answer = await authenticate(token);
		expect(answer).toBe("limited");
		expect(tries).toBeGreaterThanOrEqual(rates.token.tries - 1);
	}, 60_000);

	it("stops a sender who guesses, and nobody else", async () => {
		const actor = inPerson(await makeActor(database));
		const { token } = await made(actor);
		const guess = (count: number) => `la_${String(count).padStart(43, "0")}`;
		const answers: unknown[] = [];
		for (let count = 0; count < 2 * rates["unknown-token"].tries + 1; count++)
			answers.push(await authenticateToken(guess(count), from("203.0.113.5")));
		expect(answers[0]).toBeNull();
		expect(answers).toContain("limited");
		expect(await authenticateToken(guess(0), from("203.0.113.6"))).toBeNull();
		expect(await authenticateToken(token, from("203.0.113.5"))).toMatchObject({ personId: actor.personId });
	}, 60_000);
});
