import { sql } from "kysely";
import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId } from "../../../database/work.server.ts";
import { addDays, dayOf } from "../../../day.ts";
import { foldName } from "../../../geography/search.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import type { Language } from "../../../language.ts";
import { findWaiting } from "../../../registry/waiting.server.ts";
import {
	addNeed,
	answerAsked,
	answerForUnit,
	closeCollection,
	compareAsked,
	linkToAsked,
	listChoosable,
	listCollections,
	listNeeds,
	openAsked,
	openCollection,
	readUnitActual,
	remindCollection,
	startCollection,
	takeIn,
	takeInAll,
} from "../service.server.ts";
import * as store from "./store.server.ts";
import { remindUnits } from "./tell.server.ts";

const database = await openTestDatabase();
const telling = { mails: true } as const;
const today = dayOf(new Date());

/** A municipality with two services: one leader has an account, the other an address. */
async function municipality(language: Language = "nb") {
	const organisation = await makeOrganisation(database, { language });
	const [homeId, careId] = [newId(), newId()];
	await database.commanding(system("make", organisation.id), async (work) => {
		const unit = (id: string, name: string) => ({
			...{ organisation_id: organisation.id, id, name, sector: "health-and-care", valid_from: "2020-01-01" },
			search_name: foldName(name),
		});
		await work.db
			.insertInto("organisation.unit")
			.values([unit(homeId, "Solbakken"), unit(careId, "Nord")])
			.execute();
		await work.db
			.insertInto("organisation.membership")
			.values({
				...{ organisation_id: organisation.id, id: newId(), unit_id: careId, name: "Kari", email: "kari@example.no" },
				...{ role: "unit-leader", valid_from: "2020-01-01", verified_at: work.now, search_name: "kari" },
			})
			.execute();
		return { done: undefined };
	});
	const planner = await makeActor(database, { organisation, roles: ["competence-planner"] });
	const leader = await makeActor(database, { organisation, roles: ["unit-leader"], unitId: homeId });
	const choosable = await database.reading(planner, listChoosable);
	const entryOf = (name: string) => choosable.find((one) => one.name === name)?.id ?? "";
	return {
		organisation,
		homeId,
		careId,
		planner,
		leader,
		nurse: entryOf("Sykepleier"),
		carer: entryOf("Helsefagarbeider"),
	};
}

const row = (entryId: string, heads: number, positions: number) => ({
	...{ entryId, heads, positions, aged55: null, aged60: null, aged65: null, turnover: null, hasDeputy: null },
});

it("asks units what they have and need, and takes in what they say when it has been looked at", async () => {
	const { planner, leader, homeId, careId, nurse, carer } = await municipality();
	const stranger = await makeActor(database, { roles: ["competence-planner"] });
	const as = <Value>(actor: Actor, work: Parameters<typeof database.reading<Value>>[1]) =>
		database.reading(actor, work);
	await database.commanding(planner, (work) =>
		answerForUnit(work, homeId, { asOf: "2024-01-01", source: "HR", rows: [row(nurse, 4, 3)] }),
	);
	const needed = {
		...{
			unitId: homeId,
			entryId: nurse,
			basis: "users" as const,
			positions: null,
			users: 40,
			usersEach: 10,
			growth: 2,
		},
		...{ fromDay: null, reason: "To på vakt" },
	};
	await database.commanding(planner, (work) => addNeed(work, needed));
	const facts = { name: "Kartlegging", answerBy: addDays(today, 2), message: "", units: [homeId, careId] };
	const start = (actor: typeof planner, more = {}) =>
		database.commanding(actor, (work) => startCollection(work, { ...facts, ...more }, telling));
	expect((await start(leader)).refused?.[0]?.code).toBe("not-allowed");
	expect((await start(planner, { answerBy: "2020-01-01" })).refused?.[0]).toMatchObject({
		...{ code: "day-behind", field: "answerBy" },
	});
	expect((await start(stranger)).refused?.[0]?.code).toBe("unit-unknown");
	const begun = (await start(planner)).done;
	expect(begun).toMatchObject({ asked: 2, told: 2 });
	const id = begun?.id ?? "";
	const asked = (await as(planner, (work) => openCollection(work, id, true)))?.asked ?? [];
	const [care, home] = [asked[0]?.id ?? "", asked[1]?.id ?? ""];
	expect(asked.map(({ unitName, reach }) => [unitName, reach.way])).toEqual([
		["Nord", "mail"],
		["Solbakken", "account"],
	]);
	expect(await as(stranger, (work) => openCollection(work, id, true))).toBeUndefined();
	expect(await as(leader, (work) => openCollection(work, id, true))).toBeUndefined();
	expect(await as(leader, (work) => openAsked(work, care))).toBeUndefined();

	// The leader with an account is told, sees what is held, and says that it is right.
	const waits = async (actor: typeof planner) => (await as(actor, findWaiting)).map(({ key }) => key);
	expect(await waits(leader)).toContain(`competence.asked.${home}`);
	expect((await as(leader, (work) => openAsked(work, home)))?.held).toMatchObject({
		...{ has: [{ heads: 4 }], needs: [{ users: 40 }] },
	});
	expect(await database.commanding(leader, (work) => answerAsked(work, home, { version: 1 }))).toEqual({
		done: undefined,
	});
	expect(
		(await database.commanding(leader, (work) => answerAsked(work, home, { version: 1 }))).refused?.[0]?.code,
	).toBe("changed-by-another");
	expect(await waits(planner)).toContain(`competence.take.${id}`);

	// The other answers by a link, which opens nothing else, and asks for more than it had.
	const given = await database.commanding(planner, (work) => linkToAsked(work, care, { email: null }));
	const opened = await openLink(database, given.done?.path.split("/").at(-1) ?? "");
	const link = opened.done?.actor ?? Promise.reject(new Error("no link"));
	const holder = await link;
	expect(await as(holder, (work) => openAsked(work, home))).toBeUndefined();
	const said = {
		...{ note: "Vi flytter", has: [row(nurse, 2, 1.5)] },
		needs: [{ needId: null, entryId: carer, positions: 3, users: null, reason: "" }],
	};
	const wrong = { ...said, has: [row(nurse, 1, 1.5)] };
	const answer = (version: number, what: typeof said) =>
		database.commanding(holder, (work) => answerAsked(work, care, { version, said: what }));
	expect((await answer(1, wrong)).refused?.[0]).toMatchObject({
		code: "positions-over-heads",
		field: "has.0.positions",
	});
	expect(await answer(1, said)).toEqual({ done: undefined });

	// Nothing counts before it is taken in.
	expect((await as(planner, (work) => readUnitActual(work, careId)))?.current).toEqual([]);
	expect((await as(planner, (work) => compareAsked(work, care)))?.difference.changes).toBe(2);
	expect(await as(leader, (work) => compareAsked(work, home))).toBeUndefined();
	expect((await database.commanding(planner, (work) => takeIn(work, care, 1))).refused?.[0]?.code).toBe(
		"changed-by-another",
	);
	expect((await database.commanding(planner, (work) => takeInAll(work, id))).done).toEqual({ answers: 2 });
	expect((await as(planner, (work) => readUnitActual(work, careId)))?.current).toMatchObject([
		{ heads: 2, asOf: today, source: "Enheten selv, Kartlegging" },
	]);
	expect((await as(planner, (work) => readUnitActual(work, homeId)))?.current).toMatchObject([
		{ heads: 4, asOf: today },
	]);
	expect(
		(await as(planner, listNeeds)).map(({ unitName, positions, users, growth, reason }) => [
			...[unitName, positions, users, growth, reason],
		]),
	).toEqual([
		["Nord", 3, null, null, "Meldt av enheten, Kartlegging"],
		["Solbakken", 4, 40, 2, "To på vakt"],
	]);
	expect(await as(planner, listCollections)).toMatchObject([{ asked: 2, answered: 2, taken: 2 }]);
	expect((await database.commanding(planner, (work) => takeInAll(work, id))).refused?.[0]?.code).toBe("not-answered");

	// Closed, it takes no more, and its links no longer work.
	await database.commanding(planner, (work) => closeCollection(work, id, true));
	expect((await answer(3, said)).refused?.[0]?.code).toBe("collection-closed");
	expect((await openLink(database, given.done?.path.split("/").at(-1) ?? "")).refused?.[0]?.code).toBe("revoked");
});

it("reminds those who have not answered, once by itself, and not the day they were asked", async () => {
	const { organisation, planner, homeId, careId } = await municipality();
	const facts = { name: "K", answerBy: addDays(today, 2), message: "", units: [homeId, careId] };
	const begun = await database.commanding(planner, (work) => startCollection(work, facts, telling));
	const id = begun.done?.id ?? "";
	const remind = () => database.commanding(planner, (work) => remindCollection(work, id, telling));
	expect((await remind()).refused?.[0]?.code).toBe("nobody-to-remind");
	const due = () =>
		database.reading(system("reminders"), async (work) =>
			(await store.listToRemind(work, addDays(today, 3))).filter((one) => one.id === id),
		);
	expect(await due()).toEqual([]);
	const as = system("reminders", organisation.id);
	await database.commanding(as, async (work) => {
		await sql`update competence.asked set asked_at = asked_at - interval '3 days' where collection_id = ${id}`.execute(
			work.db,
		);
		return { done: undefined };
	});
	expect(await due()).toHaveLength(1);
	const reminded = await database.commanding(as, async (work) => {
		const collection = await store.findCollection(work, id);
		const asked = await store.listAsked(work, sql`k.collection_id = ${id}`);
		return { done: collection && (await remindUnits(work, collection, telling, asked)) };
	});
	expect(reminded.done).toEqual({ due: 2, told: 2 });
	expect(await due()).toEqual([]);
	expect((await remind()).refused?.[0]?.code).toBe("nobody-to-remind");
});

it("is asked by letter and link in the language of the organisation, whoever asks", async () => {
	const { organisation, planner, careId } = await municipality("nn");
	const facts = { name: "Kartlegging", answerBy: addDays(today, 14), message: "", units: [careId] };
	const id = (await database.commanding(planner, (work) => startCollection(work, facts, telling))).done?.id ?? "";
	const said = await database.reading(system("test", organisation.id), async (work) => {
		const [mail] = await work.db
			.selectFrom("notice.mail")
			.select(["subject", "language"])
			.where("recipient", "=", "kari@example.no")
			.where("organisation_id", "=", organisation.id)
			.execute();
		const links = await work.db
			.selectFrom("identity.link_token")
			.select(["language", "reason"])
			.where("organisation_id", "=", organisation.id)
			.execute();
		return { mail, links };
	});
	expect(id).not.toBe("");
	expect(said.mail).toMatchObject({ language: "nn", subject: "Kva har og treng Nord av kompetanse?" });
	expect(said.links).toMatchObject([{ language: "nn", reason: expect.stringMatching(/^Sei kva Nord har/) }]);
});
