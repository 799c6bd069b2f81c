import pg from "pg";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor } from "../../test/make.ts";
import { newId } from "../database/work.server.ts";
import { done } from "../outcome.ts";
import { type Actor, nobody, type PersonActor, system } from "./actor.ts";
import { allow, sweepRates } from "./rate.server.ts";
import { hashSecret, newSecret } from "./secret.server.ts";
import { beginSession, endSession, endSessions, findActor, listSessions, sweepSessions } from "./session.server.ts";

const database = await openTestDatabase();
const owner = new pg.Client(database.owner);
await owner.connect();
afterAll(() => owner.end());
afterEach(() => database.setNow(null));

async function begin(person: PersonActor, agent: string | null = "Firefox"): Promise<string> {
	const outcome = await database.commanding(system("test"), async (work) =>
		done(await beginSession(work, person.personId, "test", agent)),
	);
	return outcome.done ?? "";
}
async function actorWith(token: string): Promise<PersonActor> {
	const actor = await findActor(database, token, new Date());
	if (actor.kind !== "person") throw new Error("the session does not hold");
	return actor;
}
const holds = async (token: string) => (await findActor(database, token, new Date())).kind === "person";
const own = (actor: PersonActor) => database.reading(actor, (work) => listSessions(work, actor));

describe("sessions", () => {
	it("are kept as a hash, with no more of the browser than fits", async () => {
		const person = await makeActor(database);
		const token = await begin(person, "x".repeat(5000));
		const { rows } = await owner.query(
			"select token_hash, length(agent) as length from identity.session where person_id = $1",
			[person.personId],
		);
		expect(rows).toEqual([{ token_hash: hashSecret(token), length: 200 }]);
	});

	it("begin for the organisation represented last, or one where a role is held today", async () => {
		const person = await makeActor(database);
		const other = await makeActor(database);
		expect(await actorWith(await begin(person))).toMatchObject({ organisationId: person.organisationId });
		await owner.query("update organisation.membership set person_id = $1 where person_id = $2", [
			person.personId,
			other.personId,
		]);
		await owner.query("update identity.session set organisation_id = $1 where person_id = $2", [
			other.organisationId,
			person.personId,
		]);
		expect(await actorWith(await begin(person))).toMatchObject({ organisationId: other.organisationId });
	});

	it("are listed to their person alone, and end one at a time", async () => {
		const [person, stranger] = [await makeActor(database), await makeActor(database)];
		const [here, there] = [await begin(person), await begin(person)];
		const [me, away] = [await actorWith(here), await actorWith(there)];
		expect((await own(me)).map((session) => session.id).sort()).toEqual([me.sessionId, away.sessionId].sort());
		const end = async (actor: Actor & { kind: "person" }, id: string | null) =>
			(await database.commanding(actor, (work) => endSession(work, actor, id ?? ""))).refused?.[0]?.code ?? "done";
		const strange = await actorWith(await begin(stranger));
		expect(await own(strange)).toHaveLength(1);
		expect(await end(strange, away.sessionId)).toBe("missing");
		expect(await end(me, newId())).toBe("missing");
		expect(await end(me, away.sessionId)).toBe("done");
		expect([await holds(here), await holds(there)]).toEqual([true, false]);
	});

	it("all end when a person signs out everywhere, and nobody else's do", async () => {
		const [person, stranger] = [await makeActor(database), await makeActor(database)];
		const tokens = [await begin(person), await begin(person)];
		const theirs = await begin(stranger);
		const me = await actorWith(tokens[0] ?? "");
		await database.commanding(me, async (work) => done(await endSessions(work, me, "all")));
		expect(await Promise.all([...tokens, theirs].map(holds))).toEqual([false, false, true]);
		const { rows } = await owner.query(
			"select verb from audit.entry where person_id = $1 and verb like 'session.end%'",
			[person.personId],
		);
		expect(rows).toEqual([{ verb: "session.end-all" }]);
	});

	it("cannot be seen or ended past the verbs", async () => {
		const [person, stranger] = [await makeActor(database), await makeActor(database)];
		const token = await begin(person);
		for (const actor of [stranger, nobody, { ...stranger, organisationId: person.organisationId }])
			await database.commanding(actor, async (work) => {
				expect(
					await work.db.selectFrom("identity.session").select("id").where("person_id", "=", person.personId).execute(),
				).toEqual([]);
				await work.db.deleteFrom("identity.session").where("person_id", "=", person.personId).execute();
				return done(undefined);
			});
		expect(await holds(token)).toBe(true);
	});

	it("are nobody's for any other text", async () => {
		for (const token of [null, "", newSecret(), "' or true --"])
			expect(await findActor(database, token, new Date())).toEqual(nobody);
	});

	it("are swept when they have expired, and only then", async () => {
		const person = await makeActor(database);
		const [idle, old, good] = [await begin(person), await begin(person), await begin(person)];
		await owner.query(
			"update identity.session set idle_expires_at = now() - interval '1 second' where token_hash = $1",
			[hashSecret(idle)],
		);
		await owner.query(
			"update identity.session set absolute_expires_at = now() - interval '1 second' where token_hash = $1",
			[hashSecret(old)],
		);
		await owner.query(
			"insert into identity.sign_in_attempt (state_hash, browser_hash, provider, expires_at) values ('a', 'a', 'test', now() - interval '1 second'), ('b', 'b', 'test', now() + interval '1 minute')",
		);
		const swept = await database.commanding(system("sweep"), async (work) => done(await sweepSessions(work)));
		expect(swept.done).toEqual({ sessions: 2, attempts: 1 });
		expect(await Promise.all([idle, old, good].map(holds))).toEqual([false, false, true]);
	});
});

describe("how often something is tried", () => {
	const moment = new Date("2026-03-01T12:00:00Z");
	const tryAt = (seconds: number, bucket: string) =>
		allow(database, bucket, 3, 60, new Date(moment.getTime() + seconds * 1000));

	it("is counted in windows, and says when the next begins", async () => {
		const bucket = newId();
		for (const seconds of [0, 1, 2]) expect(await tryAt(seconds, bucket)).toEqual({ allowed: true });
		expect(await tryAt(10, bucket)).toEqual({ allowed: false, retryAfter: 50 });
		expect(await tryAt(60, bucket)).toEqual({ allowed: true });
		expect(await tryAt(10, newId())).toEqual({ allowed: true });
	});

	it("is counted right when many try at once", async () => {
		const bucket = newId();
		const tries = await Promise.all(Array.from({ length: 20 }, () => tryAt(0, bucket)));
		expect(tries.filter((one) => one.allowed)).toHaveLength(3);
	});

	it("keeps no address, and is swept when its window is over", async () => {
		await tryAt(0, "sign-in 192.0.2.55");
		const { rows } = await owner.query("select bucket from identity.rate");
		for (const row of rows) expect(row.bucket).toMatch(/^[A-Za-z0-9_-]{22}$/);
		const sweepAt = async (time: string) => {
			database.setNow(time);
			return (await database.commanding(system("sweep"), async (work) => done(await sweepRates(work)))).done;
		};
		expect(await sweepAt("2026-03-01T12:59:00Z")).toBe(0);
		expect(await sweepAt("2026-03-01T14:00:00Z")).toBeGreaterThan(0);
	});

	it("cannot be looked at or reset by anyone", async () => {
		await tryAt(0, "mine");
		const actor = await makeActor(database);
		await database.commanding(actor, async (work) => {
			expect(await work.db.selectFrom("identity.rate").select("bucket").execute()).toEqual([]);
			await work.db.deleteFrom("identity.rate").execute();
			return done(undefined);
		});
		expect((await owner.query("select 1 from identity.rate")).rowCount).toBeGreaterThan(0);
	});
});
