import { beforeEach, describe, expect, it } from "vitest";
import { makeAgreement } from "../../../../test/agreement.ts";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import type { Actor } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import { openAgreement } from "../service.server.ts";
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
	(await read(actor, (work) => service.readCoverage(work, query))).municipalities.find(
		({ id }) => id === municipality.organisationId,
	);
const interest = (change = {}) => ({ theme: "research", withId: null, note: "", ...change }) as const;

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
