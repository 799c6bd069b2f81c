import { afterEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { type MadeOrganisation, makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { type Actor, nobody } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import { registerHolder } from "../../../registry/holders.server.ts";
import { readContact } from "../contact/register.server.ts";
import * as contacts from "../contact/service.server.ts";
import { createUnit } from "../unit/service.server.ts";
import type { MembershipValues } from "./contract.ts";
import { handOver, previewHandOver } from "./hand-over.server.ts";
import { judgeMembership } from "./judge.server.ts";
import * as service from "./service.server.ts";

const database = await openTestDatabase();
afterEach(() => database.setNow(null));

const blank: MembershipValues = {
	name: "Kari Nordmann",
	email: "kari.nordmann@example.no",
	phone: null,
	role: "employee",
	title: null,
	share: null,
	position: "line",
	unitId: null,
	deputyId: null,
	validFrom: "2024-01-01",
	validTo: null,
};

const run = <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) => database.commanding(actor, verb);

async function done<Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>): Promise<Value> {
	const outcome = await run(actor, verb);
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}

async function add(actor: Actor, given: Partial<MembershipValues> = {}): Promise<string> {
	return (await done(actor, (work) => service.addMembership(work, { ...blank, ...given }))).id;
}

async function makeUnit(actor: Actor, name: string, parentId: string | null = null): Promise<string> {
	const { id } = await done(actor, (work) =>
		createUnit(work, {
			...{ name, parentId, code: null, setting: null, sector: "health-and-care", address: null, postcode: null },
			...{ place: null, municipalityNumber: null, latitude: null, longitude: null, email: null, phone: null },
			...{ published: true, validFrom: "2020-01-01" },
		}),
	);
	return id;
}

function codes(outcome: Outcome<unknown>): string[] {
	return (outcome.refused ?? []).map((refusal) => refusal.code);
}

async function names(actor: Actor, query: Parameters<typeof service.listPeople>[1] = {}): Promise<string[]> {
	const page = await database.reading(actor, (work) => service.listPeople(work, query));
	return page.rows.map((row) => row.name);
}

function organisationOf(actor: { organisationId: string }): MadeOrganisation {
	return { id: actor.organisationId, name: "", kind: "municipality" };
}

describe("people and roles", () => {
	it("are listed by name, role, unit and status, a page at a time", async () => {
		const actor = await makeActor(database, { name: "Zara Sjef" });
		const home = await makeUnit(actor, "Sykehjemmet");
		const ward = await makeUnit(actor, "Avdeling 1", home);
		await add(actor, { name: "Åse Berg", email: "aase@example.no", role: "unit-leader", unitId: home });
		await add(actor, { name: "Ola Dal", email: "ola@example.no", role: "supervisor", unitId: ward });
		await add(actor, { name: "Ærlig Moe", email: "moe@example.no", validFrom: "2999-01-01" });
		await add(actor, { name: "Per Ferdig", email: "per@example.no", validTo: "2025-01-01" });
		expect(await names(actor)).toEqual(["Ola Dal", "Zara Sjef", "Åse Berg"]);
		expect(await names(actor, { status: "coming" })).toEqual(["Ærlig Moe"]);
		expect(await names(actor, { status: "ended" })).toEqual(["Per Ferdig"]);
		expect(await names(actor, { asOf: "2999-06-01" })).toEqual(["Ola Dal", "Zara Sjef", "Ærlig Moe", "Åse Berg"]);
		expect(await names(actor, { asOf: "2025-01-01", status: "ended" })).toEqual([]);
		expect(await names(actor, { asOf: "2998-12-31", status: "coming" })).toEqual(["Ærlig Moe"]);
		expect(await names(actor, { status: "all", descending: true, pageSize: 2 })).toEqual(["Åse Berg", "Ærlig Moe"]);
		expect(await names(actor, { unitId: home })).toEqual(["Ola Dal", "Åse Berg"]);
		expect(await names(actor, { role: "supervisor" })).toEqual(["Ola Dal"]);
		expect(await names(actor, { search: "aase BERG" })).toEqual(["Åse Berg"]);
		const beyond = await database.reading(actor, (work) => service.listPeople(work, { offset: 50, pageSize: 50 }));
		expect(beyond).toEqual({ rows: [], total: 3 });
	});

	it("tell what needs attention, and are silent about it once looked at", async () => {
		const actor = await makeActor(database);
		const id = await add(actor, { email: null });
		database.setNow("2099-01-01T12:00:00Z");
		const read = () => database.reading(actor, (work) => service.readPerson(work, id));
		expect((await read())?.membership.warnings).toEqual(["unverified", "no-email"]);
		expect(await names(actor, { warning: "unverified" })).toContain("Kari Nordmann");
		await done(actor, (work) => service.verifyMembership(work, id));
		expect((await read())?.membership.warnings).toEqual(["no-email"]);
		expect(await names(actor, { warning: "unverified" })).not.toContain("Kari Nordmann");
	});

	it("are judged as far as their form could be read, so that one answer tells everything", async () => {
		const actor = await makeActor(database);
		const judge = (readable: Record<string, unknown>) =>
			database.reading(actor, async (work) => (await judgeMembership(work, null, readable)).map(({ code }) => code));
		const dates = { validFrom: "2026-02-02", validTo: "2026-02-01" };
		expect(await judge(dates)).toEqual(["ends-before-start"]);
		expect(await judge({ validTo: "2020-02-01" })).toEqual([]);
		expect(await judge({ ...dates, unitId: newId(), deputyId: newId() })).toEqual([
			"ends-before-start",
			"unit-unknown",
			"deputy-unknown",
		]);
	});

	it("cannot be written so that they make no sense", async () => {
		const actor = await makeActor(database);
		const stranger = await makeActor(database);
		const foreign = await makeUnit(stranger, "Fremmed");
		const id = await add(actor);
		const refusals = async (given: Partial<MembershipValues>) =>
			codes(await run(actor, (work) => service.addMembership(work, { ...blank, email: "new@example.no", ...given })));
		expect(await refusals({ validTo: "2023-12-31" })).toEqual(["ends-before-start"]);
		expect(await refusals({ unitId: foreign })).toEqual(["unit-unknown"]);
		expect(await refusals({ unitId: newId() })).toEqual(["unit-unknown"]);
		expect(await refusals({ deputyId: stranger.membershipIds[0] ?? "" })).toEqual(["deputy-unknown"]);
		expect(await refusals({ email: "KARI.nordmann@example.no" })).toEqual(["already-held"]);
		const own = await run(actor, (work) => service.changeMembership(work, id, { ...blank, deputyId: id, version: 1 }));
		expect(codes(own)).toEqual(["own-deputy"]);
	});

	it("carry changes of name, address and last day to the contacts that name them", async () => {
		const actor = await makeActor(database);
		const [id, deputyId] = [await add(actor), await add(actor, { name: "Ola", email: "ola@example.no" })];
		const contact = await done(actor, (work) =>
			contacts.createContact(work, {
				...{ responsibility: "placements", profession: null, unitId: null, membershipId: id, note: null },
				...{ deputyMembershipId: deputyId, name: null, email: null, phone: null, published: true },
			}),
		);
		await done(actor, (work) => service.changeMembership(work, id, { ...blank, name: "Kari Ny", version: 1 }));
		await done(actor, (work) => service.endMembership(work, deputyId, { version: 1, lastDay: "2024-12-31" }));
		const read = await database.reading(actor, (work) => readContact(work, actor.organisationId, contact.id));
		expect(read).toMatchObject({ name: "Kari Ny", deputyName: "Ola", deputyLastDay: "2024-12-31" });
		expect(read?.warnings).toEqual(["deputy-left"]);
	});

	it("never leave the organisation without an administrator", async () => {
		const actor = await makeActor(database);
		const [id = ""] = actor.membershipIds;
		const end = (who: Actor, membership: string) =>
			run(who, (work) => service.endMembership(work, membership, { version: 1, lastDay: "2030-01-01" }));
		expect(codes(await end(actor, id))).toEqual(["last-administrator"]);
		const demote = { ...blank, name: actor.name, email: null, validFrom: "2020-01-01", version: 1 };
		expect(codes(await run(actor, (work) => service.changeMembership(work, id, demote)))).toEqual([
			"last-administrator",
		]);
		await add(actor, { role: "administrator", validTo: "2031-01-01" });
		expect(codes(await end(actor, id))).toEqual(["last-administrator"]);
		await add(actor, { role: "administrator", email: "other@example.no" });
		expect(codes(await end(actor, id))).toEqual([]);
	});

	it("do not race: two administrators who end each other leave one", async () => {
		const one = await makeActor(database);
		const other = await makeActor(database, { organisation: organisationOf(one) });
		const end = (who: Actor, id: string) =>
			run(who, (work) => service.endMembership(work, id, { version: 1, lastDay: "2030-01-01" }));
		const outcomes = await Promise.all([
			end(one, other.membershipIds[0] ?? ""),
			end(other, one.membershipIds[0] ?? ""),
		]);
		expect(outcomes.flatMap(codes)).toEqual(["last-administrator"]);
	});
});

describe("who may see and write people", () => {
	const verbs = (id: string): Readonly<Record<string, (work: Work) => Promise<Outcome<unknown>>>> => ({
		change: (work) => service.changeMembership(work, id, { ...blank, version: 1 }),
		end: (work) => service.endMembership(work, id, { version: 1, lastDay: "2030-01-01" }),
		verify: (work) => service.verifyMembership(work, id),
		handOver: (work) => handOver(work, id, { successorId: id, lastDay: "2030-01-01", roleIds: [] }),
	});

	it("answers nobody, another organisation and a forged id alike", async () => {
		const actor = await makeActor(database);
		const id = await add(actor);
		const stranger = await makeActor(database);
		for (const who of [stranger, nobody])
			for (const target of [id, newId(), "x"])
				for (const verb of Object.values(verbs(target))) expect(codes(await run(who, verb))).toEqual(["missing"]);
		expect(await database.reading(stranger, (work) => service.readPerson(work, id))).toBeUndefined();
		expect(await database.reading(stranger, (work) => previewHandOver(work, id))).toBeUndefined();
		expect(await names(nobody)).toEqual([]);
		expect(codes(await run(nobody, (work) => service.addMembership(work, blank)))).toEqual(["not-allowed"]);
	});

	it("refuses a lesser role, who still sees and verifies what is held about themselves", async () => {
		const actor = await makeActor(database);
		const id = await add(actor);
		const supervisor = await makeActor(database, { organisation: organisationOf(actor), roles: ["supervisor"] });
		for (const [name, verb] of Object.entries(verbs(id)))
			expect([name, codes(await run(supervisor, verb))]).toEqual([name, ["not-allowed"]]);
		expect(codes(await run(supervisor, (work) => service.addMembership(work, blank)))).toEqual(["not-allowed"]);
		const student = await makeActor(database, { organisation: organisationOf(actor), roles: ["student"], name: "Ida" });
		expect(await names(student)).toEqual(["Ida"]);
		const sees = async (who: Actor, membershipId: string) =>
			(await database.reading(who, (work) => service.readPerson(work, membershipId))) !== undefined;
		const own = student.membershipIds[0] ?? "";
		expect([await sees(student, id), await sees(student, own)]).toEqual([false, true]);
		expect([await sees(supervisor, id), await sees(supervisor, own)]).toEqual([true, false]);
		expect(await names(supervisor)).not.toContain("Ida");
		expect(await names(actor)).toContain("Ida");
		expect(codes(await run(student, (work) => service.verifyMembership(work, student.membershipIds[0] ?? "")))).toEqual(
			[],
		);
		expect(codes(await run(student, (work) => service.verifyMembership(work, id)))).toEqual(["missing"]);
	});

	it("lets a leader staff the own unit, and make nobody more than a leader", async () => {
		const actor = await makeActor(database);
		const own = await makeUnit(actor, "Egen");
		const below = await makeUnit(actor, "Under", own);
		const beside = await makeUnit(actor, "Ved siden av");
		const organisation = organisationOf(actor);
		const leader = await makeActor(database, { organisation, roles: ["unit-leader"], unitId: own });
		const give = async (role: MembershipValues["role"], unitId: string | null) =>
			codes(await run(leader, (work) => service.addMembership(work, { ...blank, role, unitId })));
		expect(await give("supervisor", below)).toEqual([]);
		expect(await give("unit-leader", below)).toEqual([]);
		expect(await give("supervisor", beside)).toEqual(["not-allowed"]);
		expect(await give("supervisor", null)).toEqual(["not-allowed"]);
		expect(await give("administrator", own)).toEqual(["not-allowed"]);
		const moved = await add(actor, { email: "m@example.no", unitId: below });
		const out = await run(leader, (work) =>
			service.changeMembership(work, moved, { ...blank, unitId: beside, version: 1 }),
		);
		expect(codes(out)).toEqual(["not-allowed"]);
		const chief = await add(actor, { email: "c@example.no", role: "administrator", unitId: below });
		const demote = await run(leader, (work) =>
			service.endMembership(work, chief, { version: 1, lastDay: "2030-01-01" }),
		);
		expect(codes(demote)).toEqual(["not-allowed"]);
	});
});

describe("handing over", () => {
	async function scene() {
		const actor = await makeActor(database, { organisation: await makeOrganisation(database) });
		const home = await makeUnit(actor, "Sykehjemmet");
		const email = "leaving@example.no";
		const leader = await add(actor, { name: "Anne", email, role: "unit-leader", unitId: home });
		const coordinator = await add(actor, { name: "Anne", email, role: "placement-coordinator" });
		const successor = await add(actor, { name: "Bjørn", email: "bjorn@example.no", phone: "91234567", unitId: home });
		const colleague = await add(actor, { name: "Cato", email: "cato@example.no", deputyId: leader });
		const contact = (membershipId: string, deputyMembershipId: string | null, profession: "nursing" | null) =>
			done(actor, (work) =>
				contacts.createContact(work, {
					...{ responsibility: "placements", profession, unitId: null, membershipId, deputyMembershipId, note: null },
					...{ name: null, email: null, phone: null, published: true },
				}),
			);
		const held = await contact(coordinator, successor, null);
		const deputised = await contact(successor, leader, "nursing");
		return { actor, home, leader, coordinator, successor, colleague, held, deputised };
	}

	it("moves everything in one step: contacts, standing in, roles; and ends the roles at their day", async () => {
		database.setNow("2026-03-01T12:00:00Z");
		const { actor, home, leader, coordinator, successor, colleague, held, deputised } = await scene();
		const preview = await database.reading(actor, (work) => previewHandOver(work, coordinator));
		expect(preview?.memberships.map((one) => one.role).sort()).toEqual(["placement-coordinator", "unit-leader"]);
		expect([preview?.contacts.length, preview?.deputyContacts.length, preview?.deputyFor.length]).toEqual([1, 1, 1]);
		const outcome = await run(actor, (work) =>
			handOver(work, coordinator, { successorId: successor, lastDay: "2026-03-31", roleIds: [leader] }),
		);
		expect(outcome.done).toEqual({
			roles: 1,
			contacts: 1,
			deputyContacts: 1,
			deputyFor: 1,
			otherThings: 0,
			ended: 2,
			left: 0,
		});
		const after = await database.reading(actor, async (work) => ({
			held: await readContact(work, actor.organisationId, held.id),
			deputised: await readContact(work, actor.organisationId, deputised.id),
			leaver: await service.readPerson(work, leader),
			successor: await service.readPerson(work, successor),
			colleague: await service.readPerson(work, colleague),
		}));
		expect(after.held).toMatchObject({ name: "Bjørn", phone: "91234567", deputyMembershipId: null, deputyName: null });
		expect(after.deputised).toMatchObject({ name: "Bjørn", deputyMembershipId: null });
		expect(after.leaver?.memberships.map((one) => one.validTo)).toEqual(["2026-03-31", "2026-03-31"]);
		expect(after.leaver?.contacts).toEqual([]);
		expect(after.successor?.memberships[0]).toMatchObject({
			role: "unit-leader",
			unitId: home,
			validFrom: "2026-04-01",
			name: "Bjørn",
		});
		expect(after.colleague?.membership.deputyName).toBe("Bjørn");
		const again = await run(actor, (work) =>
			handOver(work, coordinator, { successorId: successor, lastDay: "2026-03-31", roleIds: [] }),
		);
		expect(codes(again)).toEqual(["nothing-held"]);
	});

	it("moves what somebody left behind when they went, and leaves their other roles alone", async () => {
		database.setNow("2026-03-01T12:00:00Z");
		const { actor, leader, coordinator, successor, held } = await scene();
		await run(actor, (work) => service.endMembership(work, coordinator, { version: 1, lastDay: "2026-03-01" }));
		const lastDay = await database.reading(actor, (work) => service.readPerson(work, coordinator));
		expect(lastDay?.can).toMatchObject({ end: false, invite: false, handOver: true });
		database.setNow("2026-03-02T12:00:00Z");
		const gone = await database.reading(actor, (work) => service.readPerson(work, coordinator));
		expect(gone?.can).toMatchObject({ end: false, verify: false, invite: false, handOver: true });
		const preview = await database.reading(actor, (work) => previewHandOver(work, coordinator));
		expect([preview?.memberships, preview?.contacts.length]).toEqual([[], 1]);
		const outcome = await run(actor, (work) =>
			handOver(work, coordinator, { successorId: successor, lastDay: "2026-03-02", roleIds: [] }),
		);
		expect(outcome.done).toMatchObject({ contacts: 1, ended: 0, roles: 0 });
		const after = await database.reading(actor, async (work) => ({
			held: await readContact(work, actor.organisationId, held.id),
			leader: await service.readPerson(work, leader),
			gone: await service.readPerson(work, coordinator),
			preview: await previewHandOver(work, coordinator),
		}));
		expect(after.held?.name).toBe("Bjørn");
		expect(after.leader?.membership.validTo).toBeNull();
		expect(after.gone?.can.handOver).toBe(false);
		expect(after.preview).toBeUndefined();
	});

	it("takes along what rooms above have declared", async () => {
		const { actor, leader, coordinator, successor } = await scene();
		const moved: string[][] = [];
		registerHolder({
			kind: "test-thing",
			list: async (_work, _organisation, by) =>
				by.some(({ id }) => id === leader) ? [{ kind: "test-thing", id: "1", title: `${by.length} roles` }] : [],
			move: async (_work, _organisation, by, to) => {
				// Other tests share the house this is registered in.
				if (!by.some(({ id }) => id === leader)) return 0;
				moved.push([...by, to].map(({ id }) => id));
				return 1;
			},
		});
		const preview = await database.reading(actor, (work) => previewHandOver(work, leader));
		expect(preview?.otherThings).toEqual([{ kind: "test-thing", id: "1", title: "2 roles" }]);
		const result = await done(actor, (work) =>
			handOver(work, leader, { successorId: successor, lastDay: "2030-01-01", roleIds: [] }),
		);
		expect(result.otherThings).toBe(1);
		expect(moved[0]?.toSorted()).toEqual([leader, coordinator, successor].toSorted());
	});

	it("refuses a successor who is the same person, has left, or belongs elsewhere", async () => {
		const { actor, leader, coordinator } = await scene();
		const stranger = await makeActor(database);
		const gone = await add(actor, { name: "Dag", email: "dag@example.no", validTo: "2026-01-01" });
		const to = async (successorId: string) =>
			codes(await run(actor, (work) => handOver(work, leader, { successorId, lastDay: "2029-12-31", roleIds: [] })));
		expect(await to(coordinator)).toEqual(["successor-is-leaving"]);
		expect(await to(gone)).toEqual(["successor-unknown"]);
		expect(await to(stranger.membershipIds[0] ?? "")).toEqual(["successor-unknown"]);
		expect(await to(newId())).toEqual(["successor-unknown"]);
	});

	it("is not for a leader when the person also holds a role beyond the leader's reach", async () => {
		const { actor, home, successor } = await scene();
		const leader = await makeActor(database, {
			organisation: organisationOf(actor),
			roles: ["unit-leader"],
			unitId: home,
		});
		const email = "both@example.no";
		const below = await add(actor, { name: "Dag", email, role: "supervisor", unitId: home });
		const hand = (who: Actor) =>
			run(who, (work) => handOver(work, below, { successorId: successor, lastDay: "2029-12-31", roleIds: [] }));
		await add(actor, { name: "Dag", email, role: "adviser" });
		expect(codes(await hand(leader))).toEqual(["not-allowed"]);
		expect((await hand(actor)).done?.ended).toBe(2);
	});

	it("lets the last administrator go only when the role goes to the successor", async () => {
		const actor = await makeActor(database);
		const successor = await add(actor, { name: "Bjørn", email: "bjorn@example.no" });
		const [id = ""] = actor.membershipIds;
		const hand = (roleIds: string[]) =>
			run(actor, (work) => handOver(work, id, { successorId: successor, lastDay: "2029-12-31", roleIds }));
		expect(codes(await hand([]))).toEqual(["last-administrator"]);
		expect((await hand([id])).done?.roles).toBe(1);
	});
});
