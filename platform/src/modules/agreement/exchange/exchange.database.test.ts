import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { dayOf } from "../../../day.ts";
import type { Actor } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import type { DeliveryQuestion } from "../../../registry/deliveries.server.ts";
import type { ExchangeFacts } from "./contract.ts";
import * as service from "./service.server.ts";

const database = await openTestDatabase();
const today = dayOf(new Date());
const year = today.slice(0, 4);

type Made = Awaited<ReturnType<typeof makeActor>>;
let municipality: Made;
let university: Made;
let stranger: Made;

beforeEach(async () => {
	municipality = await makeActor(database, { roles: ["manager"] });
	const institution = await makeOrganisation(database, { kind: "institution" });
	university = await makeActor(database, { organisation: institution, roles: ["agreement-coordinator"] });
	stranger = await makeActor(database, { roles: ["manager"] });
});

const codes = (outcome: Outcome<unknown>) => (outcome.refused ?? []).map(({ code }) => code);
const as = <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) => database.commanding(actor, verb);
const read = <Value>(actor: Actor, verb: (work: Work) => Promise<Value>) => database.reading(actor, verb);
const facts = (change: Partial<ExchangeFacts> = {}): ExchangeFacts => ({
	...{ kind: "shared-position", agreementId: null, personName: "Kari Nes", title: "Førstelektor II" },
	...{ homeId: municipality.organisationId, guestId: university.organisationId, homeShare: 80, guestShare: 20 },
	...{ financing: "UH", tasks: "Undervise", lectures: null, firstDay: `${year}-01-01`, lastDay: null, ...change },
});
const add = async (change: Partial<ExchangeFacts> = {}) =>
	(await as(municipality, (work) => service.addExchange(work, facts(change)))).done?.id ?? "";

describe("people across the border", () => {
	it("are seen and changed by both organisations, and by nobody else", async () => {
		const id = await add();
		expect(await read(university, (work) => service.readExchange(work, id))).toMatchObject({
			title: "Førstelektor II",
		});
		const change = (actor: Actor, version: number) =>
			as(actor, (work) => service.changeExchange(work, id, { ...facts({ title: "Universitetslektor II" }), version }));
		expect(codes(await change(university, 1))).toEqual([]);
		expect(codes(await change(municipality, 1))).toEqual(["changed-by-another"]);
		expect(await read(stranger, (work) => service.readExchange(work, id))).toBeUndefined();
		expect(await read(stranger, (work) => service.listExchanges(work, {}))).toEqual({ rows: [], total: 0 });
		expect(codes(await change(stranger, 2))).toEqual(["missing"]);
		expect(codes(await as(university, (work) => service.removeExchange(work, id, 2)))).toEqual(["not-allowed"]);
		expect(codes(await as(municipality, (work) => service.removeExchange(work, id, 2)))).toEqual([]);
	});

	it("are evaluated once they have begun, and are one's own", async () => {
		const ahead = await add({ firstDay: `${Number(year) + 1}-01-01` });
		const evaluate = (id: string) =>
			as(university, (work) => service.evaluateExchange(work, id, { evaluation: "Nyttig for begge", version: 1 }));
		expect(codes(await evaluate(ahead))).toEqual(["not-begun-yet"]);
		expect(codes(await evaluate(await add()))).toEqual([]);
		const others = facts({ homeId: stranger.organisationId });
		expect(codes(await as(municipality, (work) => service.addExchange(work, others)))).toEqual(["not-own"]);
		const unknown = facts({ agreementId: stranger.organisationId });
		expect(codes(await as(municipality, (work) => service.addExchange(work, unknown)))).toEqual(["parent-unknown"]);
	});

	it("count on an agreement for the two it is between, and are not known to a third", async () => {
		const id = await add();
		await add({ kind: "masters-thesis", title: "Trygg utskriving" });
		await add({ personName: null, title: "Ledig" });
		const parties = [municipality, university, stranger].map(({ organisationId }) => organisationId);
		const question: DeliveryQuestion = {
			...{ commitmentId: "c", measure: "shared-positions", parties, deliveredBy: municipality.organisationId },
			...{
				profession: null,
				yearOfStudy: null,
				unitName: null,
				unitId: null,
				from: `${year}-01-01`,
				to: `${year}-12-31`,
			},
		};
		const count = (actor: Actor, change = {}) =>
			read(actor, async (work) => (await service.countExchanges(work, [{ ...question, ...change }]))[0]);
		expect(await count(municipality)).toMatchObject({ amount: 1, items: [{ path: `/agreements/exchanges/${id}` }] });
		expect(await count(municipality, { measure: "theses" })).toMatchObject({ amount: 1 });
		const teaching = await add({ kind: "lecturing", title: "Forelesninger om demens", lectures: 5 });
		expect(await count(municipality, { measure: "lectures" })).toMatchObject({ amount: 5, items: [{ id: teaching }] });
		const two = { parties: parties.slice(0, 2) };
		expect(await count(university, two)).toMatchObject({ amount: 1 });
		for (const actor of [university, stranger]) expect(await count(actor)).toBeNull();
	});
});
