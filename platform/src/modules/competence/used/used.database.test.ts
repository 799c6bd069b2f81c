import { beforeEach, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { testContext } from "../../../../test/worker.ts";
import { newId } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import type { Language } from "../../../language.ts";
import { findWaiting } from "../../../registry/waiting.server.ts";
import {
	addStudy,
	answerUsed,
	choose,
	linkToUsed,
	listChoosable,
	listStudies,
	listUsedToGive,
	readUsedAsk,
	readUsedResults,
	removeStudy,
	takeStep,
} from "../service.server.ts";
import { forgetNamesTask } from "../study/forget.server.ts";
import { askUsed } from "./ask.server.ts";

const database = await openTestDatabase();
beforeEach(() => database.setNow("2026-01-10T08:00:00Z"));
const at = (day: string) => database.setNow(`${day}T08:00:00Z`);

/** A municipality where two have completed a study on 10 January 2026, one of them without a name, and one goes on. */
async function completed(language: Language = "nb") {
	const organisation = await makeOrganisation(database, { language });
	const unitId = newId();
	await database.commanding(system("make", organisation.id), async (work) => {
		const name = "Solbakken";
		await work.db
			.insertInto("organisation.unit")
			.values({
				...{ organisation_id: organisation.id, id: unitId, name, sector: "health-and-care", valid_from: "2020-01-01" },
				search_name: foldName(name),
			})
			.execute();
		await work.db
			.insertInto("organisation.membership")
			.values({
				...{ organisation_id: organisation.id, id: newId(), unit_id: unitId, name: "Kari", email: "kari@example.no" },
				...{ role: "unit-leader", valid_from: "2020-01-01", verified_at: work.now, search_name: "kari" },
			})
			.execute();
		return { done: undefined };
	});
	const planner = await makeActor(database, { organisation, roles: ["competence-planner"] });
	const choice = { staleMonths: 12, leavingAge: 65, namedStudies: true, nameYears: 2, version: 0 };
	await database.commanding(planner, (work) => choose(work, choice));
	const entryId = (await database.reading(planner, listChoosable))[0]?.id ?? "";
	const ids: string[] = [];
	for (const [name, email, ends] of [
		["Anne", "anne@example.no", true],
		[null, null, true],
		["Bo", "bo@example.no", false],
	] as const) {
		const made = await database.commanding(planner, (work) =>
			addStudy(work, {
				...{ name, email, unitId, entryId, title: "AKS", provider: "Nord", measureId: null, firstDay: null },
				...{ lastDay: null, leave: "none", leaveShare: null, leaveFrom: null, leaveUntil: null },
				...{ substitute: "none", substituteShare: null, substituteCost: null },
			}),
		);
		const id = made.done?.id ?? "";
		ids.push(id);
		const step = (state: "started" | "completed", version: number) =>
			database.commanding(planner, (work) =>
				takeStep(work, id, { state, onDay: "2026-01-10", reason: null, note: "", version }),
			);
		await step("started", 1);
		if (ends) await step("completed", 2);
	}
	return { organisation, planner, ids };
}

const letters = (organisationId: string) =>
	database.reading(system("test"), (work) =>
		work.db
			.selectFrom("notice.mail")
			.select(["recipient", "subject", "body"])
			.where("organisation_id", "=", organisationId)
			.orderBy("id")
			.execute(),
	);

async function through(body: string | undefined): Promise<Extract<Actor, { kind: "link" }>> {
	const opened = await openLink(database, body?.match(/link\/([\w-]+)/)?.[1] ?? "");
	if (opened.refused) throw new Error(JSON.stringify(opened.refused));
	return opened.done.actor;
}

it("asks once after half a year and a year and a half whether it is used, reminds once, and forgets who was asked", async () => {
	const { organisation, planner, ids } = await completed();
	const run = async () =>
		(
			await database.commanding(system("used", organisation.id), async (work) => ({
				done: await askUsed(work, organisation.id),
			}))
		).done;
	at("2026-07-09");
	expect(await run()).toEqual({ asked: 0, reminded: 0, forgotten: 0 });
	at("2026-07-10");
	expect(await run()).toEqual({ asked: 2, reminded: 0, forgotten: 0 });
	expect(await run()).toEqual({ asked: 0, reminded: 0, forgotten: 0 });
	const sent = await letters(organisation.id);
	expect(sent.map(({ recipient, subject }) => [recipient, subject])).toEqual([
		["anne@example.no", "Brukes det? AKS"],
		["kari@example.no", "Brukes det? AKS (plass nr. 2)"],
	]);

	// The one with the link answers once; nobody else can.
	const anne = await through(sent[0]?.body);
	const say = (actor: Actor, id: string) =>
		database.commanding(actor, (work) => answerUsed(work, id, { uses: "some", hinder: "time" }));
	expect(await database.reading(anne, (work) => readUsedAsk(work, anne.objectId))).toMatchObject({
		...{ title: "AKS", months: 6, named: true, answered: false },
	});
	expect((await say(planner, anne.objectId)).refused?.[0]?.code).toBe("missing");
	expect(await say(anne, anne.objectId)).toEqual({ done: undefined });
	expect((await say(anne, anne.objectId)).refused?.[0]?.code).toBe("already-answered");
	expect(
		await database.reading(anne, (work) => work.db.selectFrom("competence.used_answer").selectAll().execute()),
	).toEqual([]);
	expect(await database.reading(planner, readUsedResults)).toMatchObject({
		months: [{ key: 6, asked: 2, answered: 1, uses: null }, { asked: 0 }],
	});
	const stranger = await makeActor(database, { roles: ["competence-planner"] });
	expect((await database.reading(stranger, readUsedResults))?.months[0]?.asked).toBe(0);
	const leader = await makeActor(database, { organisation, roles: ["employee"] });
	expect(await database.reading(leader, readUsedResults)).toBeUndefined();

	// The other is reminded once.
	at("2026-07-24");
	expect(await run()).toEqual({ asked: 0, reminded: 1, forgotten: 0 });
	at("2026-08-20");
	expect(await run()).toEqual({ asked: 0, reminded: 0, forgotten: 0 });

	// A year on it is forgotten which studies they were; then both are asked again, once.
	at("2027-07-12");
	expect(await run()).toEqual({ asked: 2, reminded: 0, forgotten: 2 });
	expect((await database.reading(planner, readUsedResults))?.months.map(({ asked }) => asked)).toEqual([2, 2]);

	// Names go when they have been kept as long as was chosen; a study that goes on keeps its name, and all are counted.
	const names = async () => (await database.reading(planner, listStudies)).map(({ name }) => name);
	at("2028-01-09");
	await forgetNamesTask.run(testContext(database), {});
	expect(await names()).toEqual(["Anne", null, "Bo"]);
	at("2028-01-10");
	await forgetNamesTask.run(testContext(database), {});
	expect(await names()).toEqual([null, null, "Bo"]);

	// What was asked of a study that is taken away still counts.
	const [study] = (await database.reading(planner, listStudies)).filter(({ id }) => id === ids[1]);
	expect(await database.commanding(planner, (work) => removeStudy(work, study?.id ?? "", study?.version ?? 0))).toEqual(
		{ done: undefined },
	);
	expect((await database.reading(planner, readUsedResults))?.months.map(({ asked }) => asked)).toEqual([2, 2]);
});

it("is asked by a link handed over where nothing is mailed: once, by whoever plans, in place of the link before, in the language of the organisation", async () => {
	const { organisation, planner } = await completed("nn");
	const leader = await makeActor(database, { organisation, roles: ["unit-leader"] });
	const give = (actor: Actor, studyId: string, months: 6 | 18, email: string | null = null) =>
		database.commanding(actor, (work) => linkToUsed(work, { studyId, months }, { email }));
	const list = () => database.reading(planner, listUsedToGive);
	const waits = async () =>
		(await database.reading(planner, findWaiting))
			.filter(({ key }) => key === "competence.used")
			.map(({ title }) => title);
	expect([await list(), await waits()]).toEqual([[], []]);
	at("2026-07-10");
	const [anne, place] = await list();
	expect([anne, place]).toMatchObject([
		{ id: null, name: "Anne", title: "AKS", months: 6, unitName: "Solbakken" },
		{ id: null, name: null, number: 2 },
	]);
	expect(await waits()).toEqual(["Gi lenke til 2 som skal spørres om kompetansen brukes"]);
	expect(await database.reading(leader, listUsedToGive)).toEqual([]);
	const studyId = place?.studyId ?? "";
	expect((await give(leader, studyId, 6)).refused?.[0]?.code).toBe("missing");
	expect((await give(planner, studyId, 18)).refused?.[0]?.code).toBe("missing");

	const first = (await give(planner, studyId, 6)).done?.path;
	const second = (await give(planner, studyId, 6, "leiar@example.no")).done?.path;
	await expect(through(first)).rejects.toThrow();
	expect((await letters(organisation.id)).map(({ recipient, subject }) => [recipient, subject])).toEqual([
		["leiar@example.no", "Blir det brukt? AKS (plass nr. 2)"],
	]);
	expect((await list()).map(({ name, askedOn }) => [name, askedOn])).toEqual([
		["Anne", null],
		[null, "2026-07-10"],
	]);
	const link = await through(second);
	const answer = { uses: "often", hinder: null } as const;
	expect(await database.commanding(link, (work) => answerUsed(work, link.objectId, answer))).toEqual({
		done: undefined,
	});
	expect((await list()).map(({ name }) => name)).toEqual(["Anne"]);
	expect(await waits()).toEqual(["Gi lenke til 1 som skal spørres om kompetansen brukes"]);

	// Who has been asked by hand is not asked again by the daily job.
	await give(planner, anne?.studyId ?? "", 6);
	const asked = await database.commanding(system("used", organisation.id), async (work) => ({
		done: await askUsed(work, organisation.id),
	}));
	expect(asked.done).toEqual({ asked: 0, reminded: 0, forgotten: 0 });
});
