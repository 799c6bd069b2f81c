import { afterEach, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor } from "../../../../test/make.ts";
import { dayOf } from "../../../day.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { requestDeletion, withdrawDeletion } from "../../../identity/deletion.server.ts";
import { addMembership, createContact, endMembership, readRegister } from "../service.server.ts";
import { findWaitingInOrganisation } from "../waiting.server.ts";
import { forget } from "./forget.server.ts";
import { nameless } from "./store.server.ts";

const database = await openTestDatabase();
afterEach(() => database.setNow(null));

const sweep = () => database.commanding(system("retention"), forget);

function rolesOf(actor: Actor & { organisationId: string }) {
	return database.reading(system("test"), (work) =>
		work.db
			.selectFrom("organisation.membership")
			.select(["name", "email", "search_name", "person_id", "role", "valid_to"])
			.where("organisation_id", "=", actor.organisationId)
			.orderBy("id")
			.execute(),
	);
}

function isThere(personId: string) {
	return database.reading(system("test"), async (work) => {
		const found = await work.db.selectFrom("identity.person").select("id").where("id", "=", personId).execute();
		return found.length === 1;
	});
}

async function add(actor: Actor, name: string): Promise<string> {
	const outcome = await database.commanding(actor, (work) =>
		addMembership(work, {
			...{ name, email: "tidligere@example.no", phone: "73526000", role: "adviser", title: "Rådgiver", share: null },
			...{ position: "line", unitId: null, deputyId: null, validFrom: "2020-01-01", validTo: null },
		}),
	);
	return outcome.done?.id ?? Promise.reject(new Error(JSON.stringify(outcome.refused)));
}

it("takes the name from a role two years after its last day, there and in the register, and in the log", async () => {
	database.setNow("2024-03-01T12:00:00Z");
	const actor = await makeActor(database);
	const id = await add(actor, "Tidligere Ansatt");
	await database.commanding(actor, (work) =>
		createContact(work, {
			...{ responsibility: "privacy", profession: null, unitId: null, membershipId: id, deputyMembershipId: null },
			...{ name: null, email: null, phone: null, note: null, published: true },
		}),
	);
	await database.commanding(actor, (work) => endMembership(work, id, { version: 1, lastDay: "2024-03-01" }));
	const names = async () => (await rolesOf(actor)).map((role) => role.name);
	database.setNow("2026-03-01T12:00:00Z");
	await sweep();
	expect(await names()).toContain("Tidligere Ansatt");
	database.setNow("2026-03-02T12:00:00Z");
	expect((await sweep()).done?.roles).toBeGreaterThan(0);
	expect(await names()).not.toContain("Tidligere Ansatt");
	const role = (await rolesOf(actor)).find((one) => one.name === nameless);
	expect(role).toMatchObject({
		email: null,
		search_name: "",
		person_id: null,
		role: "adviser",
		valid_to: "2024-03-01",
	});
	const { contacts } = await database.reading(actor, (work) => readRegister(work, actor.organisationId));
	expect(contacts[0]).toMatchObject({
		name: nameless,
		email: null,
		phone: null,
		warnings: expect.arrayContaining(["vacant"]),
	});
	const log = await database.reading(system("test"), (work) =>
		work.db.selectFrom("audit.entry").select(["verb", "detail"]).where("object_id", "=", id).orderBy("id").execute(),
	);
	expect(log.map((entry) => entry.verb)).toEqual(["membership.add", "membership.end"]);
	expect(JSON.stringify(log)).not.toContain("Tidligere Ansatt");
	expect((await sweep()).done).toEqual({ roles: 0, persons: 0 });
});

it("deletes whoever asks once no role holds it back, and tells those who can end the role", async () => {
	const administrator = await makeActor(database);
	const organisation = { id: administrator.organisationId, name: "", kind: "municipality" };
	const asking = await makeActor(database, { organisation, roles: ["adviser"], name: "Ber Omsletting" });
	await database.commanding(asking, (work) => requestDeletion(work, "Jeg har sluttet"));
	await sweep();
	expect(await isThere(asking.personId)).toBe(true);
	const waiting = async (who: Actor) =>
		(await database.reading(who, findWaitingInOrganisation)).map((item) => item.title).join("\n");
	expect(await waiting(administrator)).toContain("Ber Omsletting");
	expect(await waiting(await makeActor(database))).not.toContain("Ber Omsletting");
	const role = asking.membershipIds[0] ?? "";
	const tomorrow = new Date(Date.now() + 86_400_000);
	const today = dayOf(new Date());
	const ended = await database.commanding(administrator, (work) =>
		endMembership(work, role, { version: 1, lastDay: work.today }),
	);
	expect(ended.refused, today).toBeUndefined();
	database.setNow(tomorrow.toISOString());
	expect((await sweep()).done?.persons).toBe(1);
	expect(await isThere(asking.personId)).toBe(false);
	expect((await rolesOf(administrator)).map((one) => one.name)).toContain(nameless);
	const log = await database.reading(system("test"), (work) =>
		work.db.selectFrom("audit.entry").selectAll().where("about_person_id", "=", asking.personId).execute(),
	);
	expect(log.map((entry) => entry.verb)).toContain("person.ask-deletion");
	expect(JSON.stringify(log)).not.toMatch(/Ber Omsletting|Jeg har sluttet/);
	expect(await isThere(administrator.personId)).toBe(true);
});

it("does not delete whoever changes their mind, until they ask again", async () => {
	const administrator = await makeActor(database);
	const organisation = { id: administrator.organisationId, name: "", kind: "municipality" };
	const asking = await makeActor(database, { organisation, roles: ["adviser"], name: "Ombestemt Seg" });
	const waiting = async () =>
		(await database.reading(administrator, findWaitingInOrganisation)).map((item) => item.title).join("\n");
	await database.commanding(asking, (work) => requestDeletion(work, ""));
	expect(await waiting()).toContain("Ombestemt Seg");
	await database.commanding(asking, withdrawDeletion);
	expect(await waiting()).not.toContain("Ombestemt Seg");
	await database.commanding(administrator, (work) =>
		endMembership(work, asking.membershipIds[0] ?? "", { version: 1, lastDay: work.today }),
	);
	database.setNow(new Date(Date.now() + 86_400_000).toISOString());
	await sweep();
	expect(await isThere(asking.personId)).toBe(true);
	await database.commanding(asking, (work) => requestDeletion(work, ""));
	await sweep();
	expect(await isThere(asking.personId)).toBe(false);
});

it("removes accounts nobody has used for a year, and only those no role is tied to", async () => {
	const used = await makeActor(database);
	const unused = await makeActor(database);
	await database.commanding(system("test"), async (work) => {
		await work.db.deleteFrom("organisation.membership").where("person_id", "=", unused.personId).execute();
		return { done: undefined };
	});
	await sweep();
	expect(await isThere(unused.personId)).toBe(true);
	database.setNow(new Date(Date.now() + 400 * 86_400_000).toISOString());
	await sweep();
	expect([await isThere(unused.personId), await isThere(used.personId)]).toEqual([false, true]);
});
