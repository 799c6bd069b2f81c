import { beforeEach, describe, expect, it } from "vitest";
import { makeAgreement } from "../../../../test/agreement.ts";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import "../../../registrations.server.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { done, type Outcome } from "../../../outcome.ts";
import { openAgreement } from "../service.server.ts";
import { listPublished, readPublished } from "./published.server.ts";
import * as service from "./service.server.ts";

const database = await openTestDatabase();

type Made = Awaited<ReturnType<typeof makeActor>>;
let municipality: Made;
let university: Made;
let stranger: Made;
let broker: Made;

const manager = async (kind: string, place = {}) =>
	makeActor(database, { organisation: await makeOrganisation(database, { kind, ...place }), roles: ["manager"] });

beforeEach(async () => {
	municipality = await manager("municipality", { latitude: 63.79, longitude: 11.48 });
	university = await manager("institution", { latitude: 63.75, longitude: 11.3 });
	stranger = await manager("municipality");
	broker = await manager("regional-council");
});

const codes = (outcome: Outcome<unknown>) => (outcome.refused ?? []).map(({ code }) => code);
const as = <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) => database.commanding(actor, verb);
const read = <Value>(actor: Actor, verb: (work: Work) => Promise<Value>) => database.reading(actor, verb);
const covered = async (actor: Actor, query = {}) =>
	read(actor, async (work) => {
		const { municipalities, coveringOf } = await service.readCoverage(work, query);
		const [covering] = await coveringOf([municipality.organisationId]);
		return { ...municipalities.find(({ id }) => id === municipality.organisationId), ...covering };
	});
const interest = (change = {}) => ({ theme: "research", withId: null, note: "", ...change }) as const;

type Arena = { readonly organisationId: string; readonly id: string; readonly readers: readonly Made[] };

/** An arena as the room that keeps arenas has it: that room knows of this one, and not the other way round. */
async function makeArena({ organisationId, id, readers }: Arena): Promise<void> {
	const ids = readers.map((one) => one.organisationId);
	await as(system("test"), async ({ db, now }) => {
		const row = { organisation_id: organisationId, id, name: "Utvalget", kind: "cooperation", level: "top" };
		await db
			.insertInto("meeting.arena")
			.values({ ...row, created_at: now, readers: ids, search_name: "utvalget" })
			.execute();
		for (const party_id of ids)
			await db
				.insertInto("meeting.party")
				.values({ organisation_id: organisationId, arena_id: id, party_id, readers: ids })
				.execute();
		return done(undefined);
	});
}

async function meet({ organisationId, id, readers }: Arena, daysAgo: number): Promise<void> {
	await as(system("test"), async ({ db, now }) => {
		const start = now.getTime() - daysAgo * 86_400_000;
		const times = { starts_at: new Date(start), ends_at: new Date(start + 3_600_000), changed_at: now };
		const row = { organisation_id: organisationId, arena_id: id, id: newId(), state: "held", ...times };
		await db
			.insertInto("meeting.meeting")
			.values({ ...row, readers: readers.map((one) => one.organisationId) })
			.execute();
		return done(undefined);
	});
}

describe("coverage", () => {
	it("counts agreements in force that are published or the asker's own, and no others", async () => {
		expect(await covered(municipality)).toMatchObject({ coverage: "none", agreements: 0, minutes: 21 });
		await makeAgreement(database, [municipality, university], { themes: ["placements", "research"] });
		for (const actor of [municipality, university])
			expect(await covered(actor)).toMatchObject({
				...{ coverage: "no-arena", agreements: 1, themes: ["placements", "research"] },
				partners: [university.organisationName],
			});
		expect(await covered(stranger)).toMatchObject({ coverage: "none", themes: [] });
		await makeAgreement(database, [municipality, university], { themes: ["theses"], published: true });
		expect(await covered(stranger)).toMatchObject({ agreements: 1, themes: ["theses"] });
		expect(await covered(municipality, { theme: "theses" })).toMatchObject({ agreements: 1 });
		expect(await covered(stranger, { own: true })).toMatchObject({ agreements: 0 });
	});

	it("follows every change of what is published at once, and keeps to each what it alone may see", async () => {
		const { id } = await makeAgreement(database, [municipality, university], { themes: ["theses"], published: true });
		const change = (values: object) =>
			as(system("test"), async ({ db }) => {
				await db.updateTable("agreement.agreement").set(values).where("id", "=", id).execute();
				return done(undefined);
			});
		const seen = async (actor: Actor) => {
			const { agreements = 0, themes = [], partners = [] } = await covered(actor);
			return [agreements, themes.length, partners.length];
		};
		expect([await seen(stranger), await seen(stranger), await seen(municipality)]).toEqual([
			[1, 1, 1],
			[1, 1, 1],
			[1, 1, 1],
		]);
		await change({ theme_codes: ["theses", "research"] });
		expect(await seen(stranger)).toEqual([1, 2, 1]);
		await change({ published: false });
		expect([await seen(stranger), await seen(university)]).toEqual([
			[0, 0, 0],
			[1, 2, 1],
		]);
		expect([await covered(university, { own: true }), await covered(stranger, { own: true })]).toMatchObject([
			{ agreements: 1 },
			{ agreements: 0 },
		]);
		await change({ published: true });
		expect(await seen(stranger)).toEqual([1, 2, 1]);
		await change({ ended_on: "2020-01-01" });
		expect([await seen(stranger), await seen(university)]).toEqual([
			[0, 0, 0],
			[0, 0, 0],
		]);
	});

	it("is near a campus only the institution sees for the institution alone, until it is shown", async () => {
		const near = { organisation_id: university.organisationId, id: newId(), name: "Ny campus", setting: "campus" };
		await as(system("test"), async ({ db, today }) => {
			const at = { latitude: 63.79, longitude: 11.48 };
			const row = {
				...near,
				...at,
				sector: "social",
				sort: 1,
				valid_from: today,
				published: false,
				search_name: "ny campus",
			};
			await db.insertInto("organisation.unit").values(row).execute();
			return done(undefined);
		});
		const campus = async (actor: Actor) => (await covered(actor)).campus;
		expect(await campus(university)).toBe("Ny campus");
		expect(await campus(stranger)).not.toBe("Ny campus");
		await as(system("test"), async ({ db }) => {
			await db.updateTable("organisation.unit").set({ published: true }).where("id", "=", near.id).execute();
			return done(undefined);
		});
		expect([await campus(stranger), await campus(university)]).toEqual(["Ny campus", "Ny campus"]);
	});

	it("knows the sector an agreement is about: what it says, else the professions its commitments are for", async () => {
		await makeAgreement(database, [municipality, university], { sector: "social" });
		await makeAgreement(database, [municipality, university], {
			commitments: [{ profession: "nursing" }, { profession: "teaching" }],
		});
		expect((await covered(municipality)).sectors?.toSorted()).toEqual(["childhood", "health-and-care", "social"]);
		expect(await covered(municipality, { sector: "childhood" })).toMatchObject({ agreements: 1 });
		expect(await covered(municipality, { sector: "technical" })).toMatchObject({ agreements: 0, coverage: "none" });
	});

	it("finds parties that share no arena, or one that has not met, until it meets", async () => {
		const { id } = await makeAgreement(database, [municipality, university]);
		const unmet = async (actor: Actor) => read(actor, service.listUnmet);
		expect(await unmet(municipality)).toMatchObject([
			{ id: university.organisationId, arena: null, agreements: [{ id }] },
		]);
		expect(await unmet(stranger)).toEqual([]);
		const arena = { organisationId: municipality.organisationId, id: newId(), readers: [municipality, university] };
		await makeArena(arena);
		expect(await unmet(university)).toMatchObject([
			{ id: municipality.organisationId, arena: { path: `/arenas/${arena.id}`, lastMetOn: null } },
		]);
		await meet(arena, 400);
		expect(await unmet(municipality)).toMatchObject([{ arena: { lastMetOn: expect.stringMatching(/^\d{4}-/) } }]);
		await meet(arena, 30);
		expect(await unmet(municipality)).toEqual([]);
	});

	it("finds own agreements that hang on one person or are followed up nowhere", async () => {
		const { id } = await makeAgreement(database, [municipality, university]);
		expect(await read(university, service.listWeakAgreements)).toMatchObject([{ id, noArena: true, onePerson: [] }]);
		await as(municipality, async (work) => ({
			done: await work.db
				.updateTable("agreement.party")
				.set({ coordinator_name: "Kari Nes" })
				.where("agreement_id", "=", id)
				.where("party_id", "=", municipality.organisationId)
				.execute(),
		}));
		expect(await read(university, service.listWeakAgreements)).toMatchObject([
			{ onePerson: [municipality.organisationName] },
		]);
		expect(await read(stranger, service.listWeakAgreements)).toEqual([]);
	});
});

describe("a published agreement", () => {
	it("is read by anyone signed in: what was signed and by whom, and nobody's address; one that is not, by its parties alone", async () => {
		const hidden = await makeAgreement(database, [municipality, university]);
		const shown = await makeAgreement(database, [municipality, university], {
			published: true,
			title: "Vist til alle",
		});
		await as(municipality, async (work) => ({
			done: await work.db
				.updateTable("agreement.party")
				.set({ coordinator_name: "Kari Nes", coordinator_email: "kari@example.no" })
				.where("agreement_id", "=", shown.id)
				.execute(),
		}));
		const one = (actor: Actor, id: string) => read(actor, (work) => readPublished(work, id));
		const seen = await one(stranger, shown.id);
		expect(seen.done).toMatchObject({
			agreement: { title: "Vist til alle", state: "signed" },
			signatures: [{ signedAs: "Leder" }, { signedAs: "Leder" }],
		});
		expect(JSON.stringify(seen.done)).not.toContain("kari");
		const opened = await read(stranger, (work) => openAgreement(work, shown.id, null));
		expect(JSON.stringify(opened.done)).not.toContain("Kari Nes");
		expect(opened.done?.contacts).toEqual([]);
		expect(codes(await one(stranger, hidden.id))).toEqual(["missing"]);
		expect(codes(await one(municipality, hidden.id))).toEqual(["missing"]);
		const listed = async (query = {}) =>
			(await read(stranger, (work) => listPublished(work, { search: "", offset: 0, pageSize: 25, ...query }))).rows;
		const partyId = municipality.organisationId;
		expect(await listed({ partyId })).toMatchObject([{ id: shown.id, themes: ["placements"] }]);
		expect(await listed({ partyId, search: "vist" })).toHaveLength(1);
		expect(await listed({ partyId, search: "annet" })).toEqual([]);
		expect(await listed({ partyId, theme: "research" })).toEqual([]);
		expect(await listed({ partyId: stranger.organisationId })).toEqual([]);
	});
});

describe("themes that are wanted", () => {
	it("are said once each, seen by those they concern, and gone when they are agreed or taken back", async () => {
		const withThem = interest({ withId: university.organisationId });
		const added = await as(municipality, (work) => service.addInterest(work, withThem));
		expect(codes(await as(municipality, (work) => service.addInterest(work, withThem)))).toEqual(["interest-stands"]);
		expect(
			codes(
				await as(municipality, (work) => service.addInterest(work, interest({ withId: municipality.organisationId }))),
			),
		).toEqual(["own-organisation"]);
		const seen = async (actor: Actor) =>
			(await read(actor, service.listInterests)).filter((one) => one.organisationId === municipality.organisationId);
		expect(await seen(university)).toMatchObject([{ theme: "research", agreed: false, mutual: false }]);
		expect(await seen(stranger)).toEqual([]);
		expect(await seen(broker)).toHaveLength(1);
		await as(university, (work) => service.addInterest(work, interest()));
		expect(await seen(municipality)).toMatchObject([{ mutual: true, agreed: false }]);
		await makeAgreement(database, [municipality, university], { themes: ["research"] });
		expect(await seen(municipality)).toMatchObject([{ agreed: true }]);
		const id = added.done?.id ?? "";
		expect(codes(await as(university, (work) => service.removeInterest(work, id)))).toEqual(["missing"]);
		expect(codes(await as(municipality, (work) => service.removeInterest(work, id)))).toEqual([]);
		expect(await seen(university)).toEqual([]);
	});
});

describe("a broker", () => {
	it("sees what is wanted, and who has no agreement, in its own region and not beyond", async () => {
		const region = { organisationId: broker.organisationId };
		await as(system("test"), async ({ db }) => {
			await db
				.insertInto("organisation.affiliation")
				.values({
					...{ organisation_id: municipality.organisationId, parent_id: region.organisationId },
					...{ kind: "municipality", valid_from: "2020-01-01" },
				})
				.execute();
			return done(undefined);
		});
		for (const actor of [municipality, stranger]) await as(actor, (work) => service.addInterest(work, interest()));
		const wanting = (await read(broker, service.listInterests)).map(({ organisationId }) => organisationId);
		expect(wanting).toEqual([municipality.organisationId]);
		const gaps = async () => (await read(broker, service.listGaps)).map(({ id }) => id);
		expect(await gaps()).toEqual([municipality.organisationId]);
		await makeAgreement(database, [municipality, university], { published: true });
		expect(await gaps()).toEqual([]);
	});

	const given = () => ({
		partyIds: [municipality.organisationId, university.organisationId],
		...{ themes: ["research" as const, "placements" as const], message: "Dere vil det samme" },
	});
	it("invites, is the only kind that may, and owns nothing of what comes of it", async () => {
		expect(codes(await as(municipality, (work) => service.invite(work, given())))).toEqual(["not-allowed"]);
		const one = { ...given(), partyIds: [municipality.organisationId, broker.organisationId] };
		expect(codes(await as(broker, (work) => service.invite(work, one)))).toEqual(["needs-two-parties"]);
		const { id = "" } = (await as(broker, (work) => service.invite(work, given()))).done ?? {};
		expect(await read(stranger, (work) => service.readInvitation(work, id))).toBeUndefined();
		expect(codes(await as(stranger, (work) => service.takeUp(work, id, "Ny avtale")))).toEqual(["missing"]);
		expect(codes(await as(broker, (work) => service.takeUp(work, id, "Ny avtale")))).toEqual(["not-allowed"]);
		const { agreementId = "" } = (await as(university, (work) => service.takeUp(work, id, "Ny avtale"))).done ?? {};
		expect(codes(await as(municipality, (work) => service.takeUp(work, id, "Ny avtale")))).toEqual(["already-taken"]);
		const opened = (await read(university, (work) => openAgreement(work, agreementId, null))).done;
		expect(opened?.agreement).toMatchObject({ organisationId: university.organisationId, state: "draft" });
		expect(opened?.themes.map(({ theme }) => theme).sort()).toEqual(["placements", "research"]);
		expect(opened?.parties.map(({ organisationId }) => organisationId).sort()).toEqual([...given().partyIds].sort());
		for (const actor of [broker, municipality])
			expect(codes(await read(actor, (work) => openAgreement(work, agreementId, null)))).toEqual(["missing"]);
		expect(await read(broker, (work) => service.readInvitation(work, id))).toMatchObject({
			takenByName: university.organisationName,
		});
	});
});
