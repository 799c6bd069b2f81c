import { afterEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { type Actor, nobody } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import { addMembership } from "../people/service.server.ts";
import { createUnit } from "../unit/service.server.ts";
import * as answers from "./answer.server.ts";
import type { ContactValues, CountryQuery } from "./contract.ts";
import { judgeContact } from "./judge.server.ts";
import * as register from "./register.server.ts";
import * as service from "./service.server.ts";

const database = await openTestDatabase();
afterEach(() => database.setNow(null));

const box: ContactValues = {
	...{ responsibility: "placements", profession: null, unitId: null, membershipId: null, deputyMembershipId: null },
	...{ name: "Postmottak", email: "post@example.no", phone: null, note: null, published: true },
};

const run = <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) => database.commanding(actor, verb);
const read = <Value>(actor: Actor, query: (work: Work) => Promise<Value>) => database.reading(actor, query);

async function make(actor: Actor, given: Partial<ContactValues> = {}): Promise<string> {
	const outcome = await run(actor, (work) => service.createContact(work, { ...box, ...given }));
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done.id;
}

async function makeUnit(actor: Actor, name: string, parentId: string | null = null): Promise<string> {
	const outcome = await run(actor, (work) =>
		createUnit(work, {
			...{ name, parentId, code: null, setting: "nursing-home", sector: null, address: null, postcode: null },
			...{ place: null, municipalityNumber: null, latitude: null, longitude: null, email: null, phone: null },
			...{ published: true, validFrom: "2020-01-01" },
		}),
	);
	return outcome.done?.id ?? "";
}

async function makeAdministrator(actor: Actor): Promise<void> {
	await run(actor, (work) =>
		addMembership(work, {
			...{ name: "Kari Svarer", email: "kari@example.no", phone: null, role: "administrator", title: null },
			...{ share: null, position: "line", unitId: null, deputyId: null, validFrom: "2021-01-01", validTo: null },
		}),
	);
}

function codes(outcome: Outcome<unknown>): string[] {
	return (outcome.refused ?? []).map((refusal) => refusal.code);
}

describe("the contact register", () => {
	it("answers who to write to, from the unit to the organisation, and to others too", async () => {
		const actor = await makeActor(database, { name: "Kari Svarer" });
		const organisation = { id: actor.organisationId, name: "", kind: "municipality" };
		const leader = await makeActor(database, { organisation, roles: ["unit-leader"], name: "Ola Leder" });
		const home = await makeUnit(actor, "Sykehjemmet");
		const ward = await makeUnit(actor, "Avdelingen", home);
		await makeAdministrator(actor);
		const asking = await makeActor(database);
		const ask = (unitId: string | null) =>
			read(asking, (work) =>
				answers.whoAnswers(work, {
					organisationId: actor.organisationId,
					responsibility: "placements",
					profession: "nursing",
					unitId,
				}),
			);
		expect(await ask(ward)).toMatchObject({ step: "administrator", name: "Kari Svarer", contact: null });
		await make(actor, { responsibility: "general" });
		expect(await ask(ward)).toMatchObject({ step: "general", by: "post-box" });
		await make(actor, { membershipId: actor.membershipIds[0] ?? null });
		expect(await ask(ward)).toMatchObject({ step: "organisation", name: "Kari Svarer" });
		await make(actor, { unitId: home, membershipId: leader.membershipIds[0] ?? null });
		expect(await ask(ward)).toMatchObject({ step: "unit-above", name: "Ola Leder" });
		expect(await ask(home)).toMatchObject({ step: "unit" });
		expect(await ask(null)).toMatchObject({ step: "organisation" });
	});

	it("answers for many organisations at once", async () => {
		const kind = "ks-region";
		const one = await makeActor(database, {
			organisation: await makeOrganisation(database, { kind, name: "KS Test Én" }),
		});
		const other = await makeOrganisation(database, { kind, name: "KS Test To" });
		await make(one, { responsibility: "networks" });
		const found = await read(one, (work) => answers.whoAnswersWhere(work, { responsibility: "networks" }, { kind }));
		expect(found.rows.map((row) => [row.organisation.name, row.answer.step])).toEqual([
			["KS Test Én", "organisation"],
			[other.name, "nobody"],
		]);
		expect(found).toMatchObject({ total: 2, answered: 1 });
	});

	it("asks a page of organisations at a time, those where somebody answers first, left and general ones after", async () => {
		const kind = "union";
		const actors = await Promise.all(
			["Forbund A", "Forbund B", "Forbund C", "Forbund D"].map(async (name) =>
				makeActor(database, { organisation: await makeOrganisation(database, { kind, name }) }),
			),
		);
		const [, general, answering, left] = actors;
		if (!general || !answering || !left) throw new Error("not made");
		await make(general, { responsibility: "general" });
		await make(answering, { responsibility: "networks", profession: "nursing" });
		const { done: leaver } = await run(left, (work) =>
			addMembership(work, {
				...{ name: "Har Sluttet", email: "har@example.no", phone: null, role: "adviser", title: null },
				...{
					share: null,
					position: "line",
					unitId: null,
					deputyId: null,
					validFrom: "2021-01-01",
					validTo: "2999-01-01",
				},
			}),
		);
		await make(left, { responsibility: "networks", membershipId: leaver?.id ?? null });
		database.setNow("3000-01-01T12:00:00Z");
		const ask = (query: CountryQuery) =>
			read(answering, (work) => answers.whoAnswersWhere(work, { responsibility: "networks" }, { kind, ...query }));
		const names = async (query: CountryQuery) => (await ask(query)).rows.map((row) => row.organisation.name);
		expect(await names({})).toEqual(["Forbund C", "Forbund B", "Forbund A", "Forbund D"]);
		expect(await names({ descending: true })).toEqual(["Forbund C", "Forbund B", "Forbund D", "Forbund A"]);
		expect(await names({ offset: 1, pageSize: 2 })).toEqual(["Forbund B", "Forbund A"]);
		expect(await names({ answered: "no", sort: "county" })).toEqual(["Forbund B", "Forbund A", "Forbund D"]);
		expect(await ask({ offset: 50, pageSize: 50 })).toEqual({ rows: [], total: 4, answered: 1 });
	});

	it("keeps one contact for each responsibility, profession and unit", async () => {
		const actor = await makeActor(database);
		await make(actor);
		await make(actor, { profession: "nursing" });
		const again = await run(actor, (work) => service.createContact(work, box));
		expect(again.refused).toEqual([{ code: "already-registered", field: "responsibility" }]);
		const change = await run(actor, (work) =>
			service.createContact(work, { ...box, profession: "nursing", name: "Andre" }),
		);
		expect(codes(change)).toEqual(["already-registered"]);
	});

	it("tells everything that is wrong with a form at once, and nothing it could not read", async () => {
		const actor = await makeActor(database);
		await make(actor);
		const judge = (readable: Record<string, unknown>) =>
			read(actor, async (work) => (await judgeContact(work, null, readable)).map(({ code }) => code));
		expect(await judge({ responsibility: "placements", profession: null, unitId: null })).toEqual([
			"already-registered",
		]);
		expect(await judge({ responsibility: "placements", unitId: newId() })).toEqual(["unit-unknown"]);
		expect(await judge({ membershipId: null, email: null })).toEqual([]);
		expect(await judge({ membershipId: null, email: null, phone: null })).toEqual(["address-missing"]);
		const outside = await read(nobody, (work) => judgeContact(work, null, { unitId: newId() }));
		expect(outside).toEqual([]);
	});

	it("cannot be written so that it reaches nobody", async () => {
		const actor = await makeActor(database);
		const stranger = await makeActor(database);
		const foreign = stranger.membershipIds[0] ?? null;
		const refusals = async (given: Partial<ContactValues>) =>
			codes(await run(actor, (work) => service.createContact(work, { ...box, ...given })));
		expect(await refusals({ email: null })).toEqual(["address-missing"]);
		expect(await refusals({ membershipId: foreign })).toEqual(["holder-unknown"]);
		expect(await refusals({ deputyMembershipId: foreign })).toEqual(["deputy-unknown"]);
		const own = actor.membershipIds[0] ?? null;
		expect(await refusals({ membershipId: own, deputyMembershipId: own })).toEqual(["own-deputy"]);
		expect(await refusals({ unitId: newId() })).toEqual(["unit-unknown"]);
	});

	it("counts what needs attention, and one click says that it is still correct", async () => {
		const actor = await makeActor(database);
		database.setNow("2024-01-10T12:00:00Z");
		const ids = [
			await make(actor, { membershipId: actor.membershipIds[0] ?? null }),
			await make(actor, { responsibility: "general" }),
		];
		database.setNow("2025-01-10T12:00:00Z");
		const whole = () => read(actor, (work) => register.readRegister(work, actor.organisationId));
		expect([...(await whole()).byWarning].toSorted()).toEqual([
			["no-deputy", 1],
			["unverified", 2],
		]);
		const filtered = await read(actor, (work) =>
			register.readRegister(work, actor.organisationId, { warning: "no-deputy" }),
		);
		expect(filtered.contacts.map((contact) => contact.id)).toEqual([ids[0]]);
		const outcome = await run(actor, (work) => service.verifyContacts(work, ids));
		expect(outcome.done).toEqual({ verified: 2 });
		expect([...(await whole()).byWarning]).toEqual([["no-deputy", 1]]);
	});

	it("is changed only in the version looked at, and leaves its trace in the log when taken out", async () => {
		const actor = await makeActor(database);
		const id = await make(actor);
		const change = { ...box, email: "ny@example.no", version: 1 };
		expect((await run(actor, (work) => service.changeContact(work, id, change))).done).toEqual({ version: 2 });
		expect(codes(await run(actor, (work) => service.changeContact(work, id, change)))).toEqual(["changed-by-another"]);
		expect(codes(await run(actor, (work) => service.removeContact(work, id, 1)))).toEqual(["changed-by-another"]);
		expect((await run(actor, (work) => service.removeContact(work, id, 2))).done).toEqual({ removed: true });
		const log = await read(actor, (work) =>
			work.db.selectFrom("audit.entry").select("verb").where("object_id", "=", id).orderBy("id").execute(),
		);
		expect(log.map((entry) => entry.verb)).toEqual(["contact.create", "contact.change", "contact.remove"]);
	});
});

describe("who may see and write contacts", () => {
	const verbs = (id: string): Readonly<Record<string, (work: Work) => Promise<Outcome<unknown>>>> => ({
		change: (work) => service.changeContact(work, id, { ...box, version: 1 }),
		remove: (work) => service.removeContact(work, id, 1),
		verify: (work) => service.verifyContacts(work, [id]),
	});

	it("answers nobody, another organisation and a forged id alike", async () => {
		const actor = await makeActor(database);
		const id = await make(actor);
		const stranger = await makeActor(database);
		for (const who of [stranger, nobody])
			for (const target of [id, newId(), "x"])
				for (const verb of Object.values(verbs(target))) expect(codes(await run(who, verb))).toEqual(["missing"]);
		expect(codes(await run(nobody, (work) => service.createContact(work, box)))).toEqual(["not-allowed"]);
		expect((await read(nobody, (work) => register.readRegister(work, actor.organisationId))).contacts).toEqual([]);
	});

	it("refuses a lesser role, but lets the one who answers say that it is still correct", async () => {
		const actor = await makeActor(database);
		const organisation = { id: actor.organisationId, name: "", kind: "municipality" };
		const supervisor = await makeActor(database, { organisation, roles: ["supervisor"] });
		const id = await make(actor);
		for (const verb of Object.values(verbs(id))) expect(codes(await run(supervisor, verb))).toEqual(["not-allowed"]);
		expect(codes(await run(supervisor, (work) => service.createContact(work, box)))).toEqual(["not-allowed"]);
		const own = await make(actor, { profession: "nursing", membershipId: supervisor.membershipIds[0] ?? null });
		expect(codes(await run(supervisor, (work) => service.verifyContacts(work, [own])))).toEqual([]);
		expect(codes(await run(supervisor, (work) => service.verifyContacts(work, [own, id])))).toEqual(["not-allowed"]);
		const page = await read(supervisor, (work) => register.readContact(work, actor.organisationId, own));
		expect(page?.can).toEqual({ change: false, verify: true });
		expect((await read(supervisor, register.listOwnContacts)).map((contact) => contact.id)).toEqual([own]);
	});

	it("lets a leader write those of the own unit and below", async () => {
		const actor = await makeActor(database);
		const organisation = { id: actor.organisationId, name: "", kind: "municipality" };
		const home = await makeUnit(actor, "Hjemmet");
		const ward = await makeUnit(actor, "Avdelingen", home);
		const beside = await makeUnit(actor, "Ved siden av");
		const leader = await makeActor(database, { organisation, roles: ["unit-leader"], unitId: home });
		const id = await make(leader, { unitId: ward });
		for (const unitId of [beside, null]) {
			const create = await run(leader, (work) => service.createContact(work, { ...box, unitId }));
			expect(codes(create)).toEqual(["not-allowed"]);
			const move = await run(leader, (work) => service.changeContact(work, id, { ...box, unitId, version: 1 }));
			expect(codes(move)).toEqual(["not-allowed"]);
		}
	});

	it("shows others what is published, and only that", async () => {
		const actor = await makeActor(database);
		await makeAdministrator(actor);
		await make(actor);
		const hidden = await make(actor, { responsibility: "grants", published: false });
		const stranger = await makeActor(database);
		const seen = await read(stranger, (work) => register.readRegister(work, actor.organisationId));
		expect(seen.contacts.map((contact) => contact.responsibility)).toEqual(["placements"]);
		expect(seen.can).toEqual({ create: false });
		expect(await read(stranger, (work) => register.readContact(work, actor.organisationId, hidden))).toBeUndefined();
		const answer = await read(stranger, (work) =>
			answers.whoAnswers(work, { organisationId: actor.organisationId, responsibility: "grants" }),
		);
		expect(answer.step).toBe("administrator");
	});
});
