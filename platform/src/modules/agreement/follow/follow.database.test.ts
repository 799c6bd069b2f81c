import { beforeEach, describe, expect, it } from "vitest";
import { makeAgreement } from "../../../../test/agreement.ts";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { dayOf } from "../../../day.ts";
import type { Actor } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import { registerDelivery } from "../../../registry/deliveries.server.ts";
import { openAgreement } from "../service.server.ts";
import { addDelivery, followAgreement, followAll, removeDelivery } from "./service.server.ts";

const database = await openTestDatabase();
const today = dayOf(new Date());
const year = Number(today.slice(0, 4));
// A room that counts two projects for everybody who asks.
registerDelivery("projects", async (_work, questions) =>
	questions.map(({ from }) => ({
		amount: 2,
		items: [{ kind: "project", id: "p", title: "Trygg utskriving", path: "/projects/p", amount: 2, date: from }],
	})),
);

let municipality: Awaited<ReturnType<typeof makeActor>>;
let university: Awaited<ReturnType<typeof makeActor>>;
let stranger: Awaited<ReturnType<typeof makeActor>>;

beforeEach(async () => {
	municipality = await makeActor(database, { roles: ["manager"], name: "Kari Nes" });
	const institution = await makeOrganisation(database, { kind: "institution" });
	university = await makeActor(database, { organisation: institution, roles: ["manager"], name: "Ola Dal" });
	stranger = await makeActor(database, { roles: ["manager"] });
});

const codes = (outcome: Outcome<unknown>) => (outcome.refused ?? []).map(({ code }) => code);
const as = <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) => database.commanding(actor, verb);
const read = <Value>(actor: Actor, verb: (work: Work) => Promise<Value>) => database.reading(actor, verb);
const newest = async (actor: Actor, id: string) =>
	(await read(actor, (work) => followAgreement(work, id)))?.rows.map(({ what, spans }) => ({ what, ...spans[0] }));
const course = (change = {}) => ({ deliveredOn: today, amount: 1, note: "Kurs på sjukehjemmet", ...change });

const made = () =>
	makeAgreement(database, [municipality, university], {
		commitments: [
			{ what: "Fire kurs", measure: "courses", amount: 4 },
			{ what: "To prosjekter", measure: "projects", amount: 2 },
			{ what: "Samarbeide godt", measure: "other", amount: null },
		],
	});

describe("what was promised and delivered", () => {
	it("is counted by a room, written down by hand, or not known; and adds up", async () => {
		const { id, commitmentIds } = await made();
		expect(await newest(municipality, id)).toMatchObject([
			{ what: "Fire kurs", year, promised: 4, delivered: null, counted: null, following: "unknown", items: [] },
			{ what: "To prosjekter", delivered: 2, counted: 2, written: 0, following: "kept" },
			{ what: "Samarbeide godt", promised: null, following: "no-number" },
		]);
		for (const [actor, at] of [
			[municipality, 0],
			[university, 1],
		] as const)
			expect(codes(await as(actor, (work) => addDelivery(work, id, commitmentIds[at] ?? "", course())))).toEqual([]);
		expect(await newest(university, id)).toMatchObject([
			{
				...{ delivered: 1, counted: null, written: 1 },
				items: [{ title: "Kurs på sjukehjemmet", byHand: { writtenBy: "Kari Nes", own: false } }],
			},
			{
				delivered: 3,
				counted: 2,
				written: 1,
				items: [{ path: "/projects/p", byHand: null }, { byHand: { own: true } }],
			},
			{},
		]);
	});

	it("is written down on a day that has been, in an agreement that is signed, by its parties", async () => {
		const { id, commitmentIds } = await made();
		const add = (actor: Actor, change = {}, commitmentId = commitmentIds[0] ?? "") =>
			as(actor, (work) => addDelivery(work, id, commitmentId, course(change)));
		expect(codes(await add(municipality, { deliveredOn: `${year + 1}-01-01` }))).toEqual(["in-the-future"]);
		expect(codes(await add(municipality, { deliveredOn: `${year - 1}-12-31` }))).toEqual(["outside-period"]);
		expect(codes(await add(municipality, {}, id))).toEqual(["part-unknown"]);
		expect(codes(await add(stranger))).toEqual(["missing"]);
	});

	it("is taken back only by who wrote it down", async () => {
		const { id, commitmentIds } = await made();
		const outcome = await as(municipality, (work) => addDelivery(work, id, commitmentIds[0] ?? "", course()));
		const deliveryId = outcome.done?.id ?? "";
		expect(codes(await as(university, (work) => removeDelivery(work, id, deliveryId)))).toEqual(["part-unknown"]);
		expect(codes(await as(municipality, (work) => removeDelivery(work, id, deliveryId)))).toEqual([]);
		expect((await newest(university, id))?.[0]).toMatchObject({ delivered: null });
	});

	it("is nobody else's to see, also of an agreement that is published", async () => {
		const { id, commitmentIds } = await makeAgreement(database, [municipality, university], {
			...{ published: true, commitments: [{}] },
		});
		await as(municipality, (work) => addDelivery(work, id, commitmentIds[0] ?? "", course()));
		expect((await read(stranger, (work) => openAgreement(work, id, null))).done?.commitments).toHaveLength(1);
		expect(await newest(stranger, id)).toBeUndefined();
		expect(await read(stranger, followAll)).toEqual([]);
		const seen = await read(stranger, (work) => work.db.selectFrom("agreement.delivery").selectAll().execute());
		expect(seen).toEqual([]);
		const teacher = await makeActor(database, { roles: ["teacher"] });
		expect(await read(teacher, followAll)).toEqual([]);
	});

	it("of all agreements shows first what slips, and says nothing of those that are not signed", async () => {
		const { commitmentIds } = await made();
		await makeAgreement(database, [university, municipality], {
			...{
				title: "Forskning",
				firstDay: `${year - 1}-01-01`,
				commitments: [{ measure: "supervisors-trained", amount: 1000 }],
			},
		});
		const listed = await read(municipality, followAll);
		expect(listed.map(({ what, spans }) => [what, spans.length, spans[0]?.following])).toEqual([
			["Praksisplasser", 1, "unknown"],
			["Fire kurs", 1, "unknown"],
			["Samarbeide godt", 1, "no-number"],
			["To prosjekter", 1, "kept"],
		]);
		const trained = listed[0];
		await as(municipality, (work) =>
			addDelivery(work, trained?.agreementId ?? "", trained?.commitmentId ?? "", course()),
		);
		const [first] = await read(university, followAll);
		expect(first).toMatchObject({ agreementTitle: "Forskning", spans: [{ delivered: 1, promised: 1000 }] });
		expect(first?.spans[0]?.following).toBe(today.slice(5) < "01-02" ? "on-track" : "slipping");
		expect(commitmentIds).toHaveLength(3);
	});
});
