import { beforeAll, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor } from "../../../../test/make.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { foldName } from "../../../geography/search.ts";
import { system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import * as funding from "../service.server.ts";
import type { NeedRow } from "./contract.ts";
import { findWaitingNeeds } from "./waiting.server.ts";

const database = await openTestDatabase();
type Made = Awaited<ReturnType<typeof makeActor>>;

let coordinator: Made;
let leader: Made;
let nurse: Made;
let stranger: Made;
let callId: string;
let today: string;
const units = [newId(), newId()];

const { does, codes } = doing(database);
const row = (title: string, applied: number): NeedRow => ({
	title,
	category: "",
	people: 2,
	applied,
	own: 0,
	reason: "",
});

beforeAll(async () => {
	coordinator = await makeActor(database, { roles: ["grants-coordinator"] });
	const organisation = { id: coordinator.organisationId, name: "", kind: "municipality" };
	today = await does(system("make", organisation.id), async (work) => {
		await work.db
			.insertInto("organisation.unit")
			.values(
				units.map((id, at) => ({
					...{
						organisation_id: organisation.id,
						id,
						name: `Heim ${at}`,
						setting: "nursing-home",
						valid_from: "2000-01-01",
					},
					...{ sector: "health-and-care", search_name: foldName(`Heim ${at}`) },
				})),
			)
			.execute();
		return { done: work.today };
	});
	leader = await makeActor(database, {
		organisation,
		roles: ["unit-leader"],
		...(units[0] ? { unitId: units[0] } : {}),
	});
	nurse = await makeActor(database, { organisation, roles: ["employee"] });
	stranger = await makeActor(database, { roles: ["grants-coordinator"] });
	// A call that lives outside: nobody else need be here.
	callId = (
		await does(coordinator, (work) => funding.beginCall(work, { way: "outside", title: "Fondet", schemeId: null }))
	).id;
	await does(coordinator, (work) =>
		funding.changeCall(work, callId, { closesOn: addDays(today, 20), highest: 150, version: 1 }),
	);
});

it("needs are asked for once, said by leaders and by link, weighed with reasons, and seen by nobody outside", async () => {
	const facts = { answerBy: addDays(today, 10), message: "Hilsen", units };
	const begin = (work: Work) => funding.beginCollection(work, callId, facts);
	expect(await codes(nurse, begin)).toEqual(["not-allowed"]);
	expect(await codes(stranger, begin)).toEqual(["missing"]);
	expect(
		await codes(coordinator, (work) =>
			funding.beginCollection(work, callId, { ...facts, answerBy: addDays(today, 21) }),
		),
	).toEqual(["after-deadline"]);
	const { id } = await does(coordinator, begin);
	expect(await codes(coordinator, begin)).toEqual(["collection-stands"]);
	const opened = () => does(coordinator, (work) => funding.openCollection(work, id));
	const [first = "", second = ""] = (await opened()).asked.map((one) => one.id);
	for (const actor of [nurse, leader, stranger])
		expect(await codes(actor, (work) => funding.openCollection(work, id))).toEqual(["missing"]);

	// The leader answers for their own unit, and is reminded of it until then.
	expect(await database.reading(leader, findWaitingNeeds)).toMatchObject([{ path: `/funding/needs/${first}` }]);
	expect(await codes(leader, (work) => funding.openUnitAnswer(work, second))).toEqual(["missing"]);
	expect(
		await codes(leader, (work) =>
			funding.answerNeeds(work, first, { rows: [{ ...row("Kurs", 1), category: "k9" }], version: 1 }),
		),
	).toEqual(["category-unknown"]);
	await does(leader, (work) => funding.answerNeeds(work, first, { rows: [row("Videreutdanning", 100)], version: 1 }));
	expect(await codes(leader, (work) => funding.answerNeeds(work, first, { rows: [], version: 1 }))).toEqual([
		"changed-by-another",
	]);
	expect(await database.reading(leader, findWaitingNeeds)).toEqual([]);

	// The other unit answers by a link that opens nothing else.
	const wish = { email: "heim@example.no" };
	expect(await codes(leader, (work) => funding.linkToUnit(work, first, wish))).toEqual(["not-allowed"]);
	const { path } = await does(coordinator, (work) => funding.linkToUnit(work, second, wish));
	const { actor } = (await openLink(database, path.split("/").at(-1) ?? "")).done ?? expect.fail("no link");
	expect(await codes(actor, (work) => funding.openUnitAnswer(work, first))).toEqual(["missing"]);
	const shown = await does(actor, (work) => funding.openUnitAnswer(work, second));
	expect([shown.collection.title, shown.asked.unitName, shown.needs]).toEqual(["Fondet", "Heim 1", []]);
	await does(actor, (work) => funding.answerNeeds(work, second, { rows: [row("ABC-kurs", 60)], version: 1 }));

	const { needs } = await opened();
	expect(needs.map(({ title }) => title)).toEqual(["Videreutdanning", "ABC-kurs"]);
	const [big, small] = needs;
	if (!big || !small) return expect.fail("two needs");
	const out = { id: big.id, priority: 2, decision: "out" as const, because: "" };
	const chosen = { id: small.id, priority: 1, decision: "in" as const, because: "" };
	const weigh = (work: Work) => funding.weighNeeds(work, id, [out, chosen]);
	expect(await codes(coordinator, weigh)).toEqual(["because-missing"]);
	expect(await codes(leader, weigh)).toEqual(["missing"]);
	await does(coordinator, (work) => funding.weighNeeds(work, id, [{ ...out, because: "Neste år" }, chosen]));
	expect((await opened()).needs.map(({ title }) => title)).toEqual(["ABC-kurs", "Videreutdanning"]);
	const progress = await database.reading(coordinator, funding.listProgress);
	expect(progress.get(callId)).toMatchObject({ asked: 2, answered: 2, wished: 160, chosen: 60 });
	expect((await database.reading(stranger, funding.listProgress)).size).toBe(0);

	// Closed: what was decided is read, and nothing changed.
	await does(coordinator, (work) => funding.closeCollection(work, id, true));
	expect(await codes(actor, (work) => funding.answerNeeds(work, second, { rows: [], version: 2 }))).toEqual([
		"collection-closed",
	]);
	const told = await does(leader, (work) => funding.openUnitAnswer(work, first));
	expect(told.needs).toMatchObject([{ decision: "out", because: "Neste år" }]);
});
